"""What is found, missed and wrongly said on pictures whose text was transcribed by eye.

    python -m benchmarks.pictures FOLDER [--list] [--reader auto] [--no-cache]

FOLDER holds pictures and `truth.jsonl`: a line for each picture with what is drawn on it (the fields are those of
`benchmarks.rendering`). Pictures whose misspellings are mostly small text are counted apart.
"""

import argparse
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rapidfuzz.distance import OSA

from jwtlint.engine import Linter
from jwtlint.entry.read import read_entries
from jwtlint.finding import Diagnostic, Result, Severity
from jwtlint.picture.cache import Cache
from jwtlint.picture.file import load
from jwtlint.picture.keys import key_of
from jwtlint.picture.picture import Picture
from jwtlint.picture.reader import Choice, Readers, readers_of
from jwtlint.source import Source
from jwtlint.store import cache_folder
from jwtlint.worker import languages_of

Truth = dict[str, Any]
_MISSPELLING = ("PIC101", "PIC102", "PIC103")
_STEPS = ("PIC110", "PIC111", "PIC112", "PIC113")
_SAME_PLACE = 0.85
_UNKNOWN = "\ufffd"


@dataclass
class Score:
    """Defects that were found and missed, and findings that are false; each with words for `--list`."""

    found: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)

    @property
    def row(self) -> str:
        found, missed, false = len(self.found), len(self.missed), len(self.false)
        recall = f"{found / (found + missed):.2f}" if found + missed else "   -"
        precision = f"{found / (found + false):.2f}" if found + false else "   -"
        return f"{found:>6} {missed:>6} {false:>6}   {recall:>6} {precision:>9}"


def main() -> None:
    """Run over a folder and print the tables."""
    arguments = _arguments()
    truths = [json.loads(line) for line in (arguments.folder / "truth.jsonl").read_text().splitlines()]
    readers = readers_of(Choice(arguments.reader))
    cache = Cache(None if arguments.no_cache else cache_folder())
    linter = Linter()
    scores: dict[str, Score] = {}
    clean: list[tuple[str, int]] = []
    for truth in truths:
        result = lint(linter, readers, cache, arguments.folder, truth)
        for error in result.errors:
            print(f"error: {error}")
        _judge(truth, result, scores)
        if is_clean(truth):
            alarms = [one for one in result.diagnostics if one.severity >= Severity.WARNING]
            clean.append((truth["image"], len(alarms)))
            if arguments.list:
                _list(f"clean {truth['image']}", alarms)
    _print(scores, clean, arguments.list)


def lint(linter: Linter, readers: Readers, cache: Cache, folder: Path, truth: Truth) -> Result:
    """Check one picture, against its prompt where it has one."""
    prompt = truth.get("prompt")
    entry = next(iter(read_entries(Source(f"{truth['image']}.txt", prompt)))) if prompt else None
    languages = languages_of(entry, linter.context.languages.identify)
    picture = Picture(load(folder / truth["image"]), readers, languages, cache)
    return linter.lint_picture(picture, entry)


def is_clean(truth: Truth) -> bool:
    """Is there nothing on the picture that anybody should complain about?"""
    if "clean" in truth:
        return bool(truth["clean"])
    defects = ("misspelled", "prompt_leaks", "missing_labels", "vendor_logos", "gibberish")
    star = (truth.get("watermark") or "").startswith("✦")
    noted = any(word in (truth.get("notes") or "") for word in ("uplicat", "twice", "missing", "doubled"))
    return not any(truth.get(one) for one in defects) and not star and not noted


def _judge(truth: Truth, result: Result, scores: dict[str, Score]) -> None:
    found = result.diagnostics
    loud = [one for one in found if one.severity >= Severity.WARNING]
    apart = " (small text)" if truth.get("misspellings_mostly_small_text") else ""
    kind = "with a prompt" if truth.get("prompt") else "without a prompt"
    score = scores.setdefault(f"misspelt words {kind}{apart}", Score())
    _misspellings(truth, [one for one in loud if one.rule in _MISSPELLING], score)
    leaks = [one for one in loud if one.rule == "PIC120"]
    _texts(
        truth, truth.get("prompt_leaks", []), leaks, scores.setdefault(f"directions drawn{apart}", Score())
    )
    star = truth.get("star", (truth.get("watermark") or "").startswith("✦"))
    marks = [one for one in loud if one.rule == "PIC161"]
    _flag(truth, bool(star), marks, scores.setdefault("generator's mark", Score()))
    stamped = truth.get("watermark") if "star" in truth else None
    _flag(
        truth,
        bool(stamped),
        [one for one in loud if one.rule == "PIC160"],
        scores.setdefault("watermark", Score()),
    )
    _flag(
        truth,
        _steps_wrong(truth),
        [one for one in loud if one.rule in _STEPS],
        scores.setdefault(f"steps{apart}", Score()),
    )
    if "clean" in truth:
        _planted(truth, found, scores)


def _planted(truth: Truth, found: Sequence[Diagnostic], scores: dict[str, Score]) -> None:
    """Kinds that only rendered pictures have in known numbers."""
    missing = [
        one
        for one in found
        if one.rule in ("PIC104", "PIC105", "PIC106", "PIC107", "PIC108", "PIC109", "PIC110")
    ]
    loud = [one for one in missing if one.severity >= Severity.WARNING]
    elsewhere = {one["intended"] for one in truth.get("misnumbered_steps", [])}
    steps = [f"legend step {one} " for one in truth.get("missing_steps", []) if one not in elsewhere]
    _texts(
        truth,
        [*truth.get("missing_labels", []), *steps],
        missing,
        scores.setdefault("missing texts", Score()),
        loud,
    )
    for name, field_name, rule in (
        ("labels drawn twice", "duplicated_labels", "PIC121"),
        ("low contrast", "low_contrast", "PIC142"),
        ("cut off", "cut_off", "PIC140"),
        ("tiny text", "tiny_text", "PIC141"),
        ("vendor words", "vendor_words", "PIC150"),
        ("foreign words", "foreign_words", "PIC130"),
        ("gibberish", "gibberish_blocks", "PIC131"),
    ):
        said = [one for one in found if one.rule == rule]
        loud = [one for one in said if one.severity >= Severity.WARNING]
        _flag(truth, bool(truth.get(field_name)), said, scores.setdefault(name, Score()), loud)


def _steps_wrong(truth: Truth) -> bool:
    steps = truth.get("legend_steps") or []
    if "clean" in truth:
        return bool(
            truth.get("missing_steps") or truth.get("repeated_steps") or truth.get("steps_out_of_order")
        )
    return bool(steps) and steps != list(range(1, len(steps) + 1))


def _misspellings(truth: Truth, said: Iterable[Diagnostic], score: Score) -> None:
    """A finding is right if it names a misspelt word; a word counts where its intended form is known."""
    left = list(said)
    name = truth["image"]
    for word in truth.get("misspelled", []):
        drawn = word["drawn"]
        hits = [one for one in left if _same(one.text, drawn)]
        left = [one for one in left if one not in hits]
        countable = _UNKNOWN not in word["intended"] and sum(map(str.isalpha, drawn)) >= 3
        if hits:
            score.found.append(f"{name}: {drawn}")
        elif countable:
            score.missed.append(f"{name}: {drawn} for {word['intended']}")
    score.false += [f"{name}: {one.rule} {one.text!r}: {one.message} ({one.confidence})" for one in left]


def _same(said: str, drawn: str) -> bool:
    """Do a finding and the truth mean the same place? A reader may have got a letter of it wrong."""
    one, other = key_of(said).value, key_of(drawn).value
    if not one or not other:
        return False
    return one in other or other in one or OSA.normalized_similarity(one, other) >= _SAME_PLACE


def _texts(
    truth: Truth,
    wanted: Iterable[str],
    said: Sequence[Diagnostic],
    score: Score,
    loud: Sequence[Diagnostic] | None = None,
) -> None:
    left = list(said)
    for text in wanted:
        hits = [one for one in left if _same(one.text, text) or _same(one.message, text)]
        left = [one for one in left if one not in hits]
        (score.found if hits else score.missed).append(f"{truth['image']}: {text}")
    false = left if loud is None else [one for one in left if one in loud]
    score.false += [f"{truth['image']}: {one.rule} {one.text!r}: {one.message}" for one in false]


def _flag(
    truth: Truth,
    wanted: bool,
    said: Sequence[Diagnostic],
    score: Score,
    loud: Sequence[Diagnostic] | None = None,
) -> None:
    """Count pictures rather than places."""
    words = "; ".join(f"{one.rule} {one.text!r}: {one.message}" for one in said[:3])
    if wanted:
        (score.found if said else score.missed).append(f"{truth['image']} {words}")
    elif said if loud is None else loud:
        score.false.append(f"{truth['image']}: {words}")


def _list(title: str, found: Iterable[Diagnostic]) -> None:
    for one in found:
        print(f"  {title}: {one.rule} {one.severity.label} {one.text!r}: {one.message} ({one.confidence})")


def _print(scores: dict[str, Score], clean: Sequence[tuple[str, int]], listing: bool) -> None:
    print(f"{'':<42}{'found':>6} {'missed':>6} {'false':>6}   {'recall':>6} {'precision':>9}")
    for name, score in sorted(scores.items()):
        print(f"{name:<42}{score.row}")
    if clean:
        alarms = sum(count for _, count in clean)
        print(
            f"clean pictures: {len(clean)}, findings at warning or above: {alarms} ({alarms / len(clean):.2f} each)"
        )
    if listing:
        for name, score in sorted(scores.items()):
            for what, rows in (("missed", score.missed), ("false", score.false)):
                for row in rows:
                    print(f"  {name}: {what} {row}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--reader", choices=[one.value for one in Choice], default="auto")
    parser.add_argument("--no-cache", action="store_true")
    parser.add_argument("--list", action="store_true", help="name each miss and each false finding")
    return parser.parse_args()


if __name__ == "__main__":
    main()
