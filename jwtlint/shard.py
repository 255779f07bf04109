"""One part of a run that is divided among several machines, each of which finds its part without the others."""

from hashlib import blake2b
from typing import NamedTuple


class Shard(NamedTuple):
    """Part `part` (from 1) of `parts`."""

    part: int
    parts: int

    @classmethod
    def parse(cls, value: str) -> "Shard":
        """Read "3/16". Raises ValueError."""
        part, _, parts = value.partition("/")
        if not (part.isdecimal() and parts.isdecimal() and 1 <= int(part) <= int(parts)):
            raise ValueError(f"--shard: {value!r} is no part such as 3/16")
        return cls(int(part), int(parts))

    def takes(self, name: str, number: int = 0) -> bool:
        """Is a record, or a file, in this part? It stays in its part when others come or go."""
        seen = blake2b(f"{number}\0{name}".encode("utf-8", "surrogatepass"), digest_size=8)
        return int.from_bytes(seen.digest()) % self.parts == self.part - 1
