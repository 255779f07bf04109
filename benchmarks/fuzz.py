"""Damaged prompts through reader, parser, rules and fixer, for as long as you like.

Each round cuts, doubles, mixes and spoils fixtures, lints the bytes and fixes them. Printed are the rounds, and each
input that raised anything or whose fixes did not come to rest, with the seed that makes it again.

    python -m benchmarks.fuzz --seconds 600
    python -m benchmarks.fuzz --seed 4711 --seconds 1
"""

import argparse
import random
import time
import traceback
from pathlib import Path

from jwtlint.engine import Linter
from jwtlint.fixer import fix
from jwtlint.source import Source, SourceError

FIXTURES = Path(__file__).parents[1] / "fixtures"
LONGEST = 20_000
NASTY = [
    *("\0", "\x1b[31m", "\u202e", "\u2066", "\ufeff", "İ", "ﬀ", "e\u0301", "\ud7ff", "\U0001f680", "\r", "\u2028"),
    *("(" * 50, "[" * 50, '"' * 9, "“„«", "```\n", "---\n", "| a | b |\n|---|---|\n", "[red]x[/red]", "<!-- x -->"),
    *("→ ", " to ", "labeled ", "1. ", "Legend 1-99: ", "Boxes: ", "not not ", "(array)", "{{x}}", "%s", "<b>"),
]  # fmt: skip
SPOILED = [b"\xff", b"\xc3(", b"\xed\xa0\x80", b"\x00\x00", b"\xef\xbb\xbf"]


def damaged(chance: random.Random, texts: list[str]) -> bytes:
    """One input, made of the fixtures."""
    value = chance.choice(texts)
    for _ in range(chance.randint(1, 8)):
        at = chance.randint(0, len(value))
        match chance.randrange(5):
            case 0:
                value = value[:at] + chance.choice(NASTY) * chance.randint(1, 4) + value[at:]
            case 1:
                value = value[:at] + value[at + chance.randint(1, 200) :]
            case 2:
                piece = value[at : at + chance.randint(1, 400)]
                value = value[:at] + piece * chance.randint(1, 6) + value[at:]
            case 3:
                other = chance.choice(texts)
                value = value[:at] + other[chance.randint(0, len(other)) :]
            case _:
                lines = value.split("\n")
                chance.shuffle(lines)
                value = "\n".join(lines)
    data = value[:LONGEST].encode("utf-8", "surrogatepass")
    if chance.random() < 0.1:
        at = chance.randint(0, len(data))
        data = data[:at] + chance.choice(SPOILED) + data[at:]
    return data


def fails(linter: Linter, data: bytes, name: str) -> str | None:
    """What went wrong with one input, None where nothing did."""
    try:
        fixed = fix(linter, Source.decode(name, data), unsafe=True)
    except SourceError:
        return None
    except Exception:
        return traceback.format_exc()
    return "; ".join(failure.reason for failure in fixed.result.errors) or None


def main() -> None:
    """Fuzz, and print what came of it."""
    parser = argparse.ArgumentParser(description="Fuzz the reader, the parser, the rules and the fixer.")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=0, help="the seed of the first round")
    options = parser.parse_args()
    texts = [
        path.read_text(encoding="utf-8")
        for path in sorted(FIXTURES.rglob("*"))
        if path.suffix in (".txt", ".md", ".mmd", ".puml")
    ]
    linter = Linter()
    end = time.monotonic() + options.seconds
    rounds = failures = 0
    while time.monotonic() < end:
        seed = options.seed + rounds
        chance = random.Random(seed)
        data = damaged(chance, texts)
        name = chance.choice(["a.txt", "a.md", "a.mmd", "a.puml"])
        if problem := fails(linter, data, name):
            failures += 1
            print(f"seed {seed}, {name}: {problem}")
        rounds += 1
    print(f"{rounds} inputs, {failures} failures")


if __name__ == "__main__":
    main()
