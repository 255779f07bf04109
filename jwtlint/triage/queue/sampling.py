"""Which of the cases that look empty a person has a look at, so that we know how often the gate is wrong."""

from hashlib import blake2b

SHARE = 0.05
_BYTES = 8


def is_sampled(case: int, case_hash: str, share: float) -> bool:
    """Is a case one of the `share` (0 to 1) that is kept for a person?

    It follows from the case alone: whoever dismisses a second time draws no second lot.
    """
    lot = int.from_bytes(blake2b(f"{case} {case_hash}".encode(), digest_size=_BYTES).digest(), "big")
    return lot < share * (1 << 8 * _BYTES)
