"""What is put in the place of a value reads as meant, and all else stays as it was."""

import csv
import io
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jwtlint.entry.export import changes
from jwtlint.entry.export.changes import Changes
from jwtlint.entry.export.source import source_of
from jwtlint.entry.fields import GUESSED
from jwtlint.entry.read import read_entries
from jwtlint.report.diff import of_stretches
from jwtlint.source import SourceError
from tests.export.writing import as_csv, as_json, as_lines, records

_VALUES = st.text(
    st.one_of(
        st.sampled_from('"\\\n\r\t,;é😀 a'), st.characters(exclude_categories=["Cs"], exclude_characters="\0")
    ),
    max_size=12,
)
_NAMES = ("list.json", "indented.json", "ascii.json", "member.json", "mapping.json", "a.jsonl", "a.csv")


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


def _written(rows: list[dict[str, str]], name: str) -> str:
    if name.endswith(".csv"):
        return as_csv(rows, quoted=True)
    return as_lines(rows) if name.endswith(".jsonl") else as_json(rows, name.partition(".")[0])


def _read(text: str, name: str) -> list[dict[str, str]]:
    if name.endswith(".csv"):
        return list(csv.DictReader(io.StringIO(text, newline="")))
    if name.endswith(".jsonl"):
        return [json.loads(line) for line in text.split("\n") if line]
    value = json.loads(text)
    return list(value.get("entries") or value.values()) if isinstance(value, dict) else list(value)


@given(
    st.lists(st.tuples(_VALUES, _VALUES, st.none() | _VALUES), min_size=1, max_size=5),
    st.sampled_from(_NAMES),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
@settings(deadline=None, max_examples=200)
def test_values_are_put_in(
    folder: Path, values: list[tuple[str, str, str | None]], name: str, encoding: str
) -> None:
    rows = [{"prompt": f"{before}<old>{after}", "note": after} for before, after, _ in values]
    path = folder / name
    path.write_bytes(_written(rows, name).encode(encoding))
    made = Changes(path, GUESSED)
    for record, (_, _, value) in zip(records(path), values, strict=True):
        if value is None:
            continue
        source = source_of(record)
        (entry,) = read_entries(source)
        assert entry.prompt is not None
        at = entry.prompt.value.index("<old>")
        span = entry.prompt[at : at + 5].span
        encoded = entry.prompt.quoting.encode(value)
        assert encoded is not None
        edited = source.edited(source.value[: span.start] + encoded + source.value[span.end :])
        made.add(record, edited.encode(edited.value))
    if not made:
        return
    made.write()
    expected = [
        {"prompt": f"{before}{'<old>' if value is None else value}{after}", "note": after}
        for before, after, value in values
    ]
    assert _read(path.read_bytes().decode(encoding), name) == expected
    assert [one.name for one in folder.iterdir() if one.name.startswith(".jwtlint")] == []


def test_a_diff_counts_lines_over_the_whole_file(folder: Path) -> None:
    path = folder / "lines.jsonl"
    path.write_text("".join(f'{{"prompt": "{number}"}}\n' for number in range(9)))
    made = Changes(path, GUESSED)
    found = records(path)
    made.add(found[3], b'{"prompt":\n"x"}')
    made.add(found[7], b'{"prompt": "y"}')
    assert list(of_stretches("p", made.stretches())) == [
        "--- p\n",
        "+++ p\n",
        "@@ -4 +4,2 @@\n",
        '-{"prompt": "3"}\n',
        '+{"prompt":\n',
        '+"x"}\n',
        "@@ -8 +9 @@\n",
        '-{"prompt": "7"}\n',
        '+{"prompt": "y"}\n',
    ]


def test_lines_without_end_are_not_compared(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changes, "MAX_LINES", 100)
    path = folder / "one.json"
    path.write_text(json.dumps([{"prompt": "x" * 90}] * 2))
    made = Changes(path, GUESSED)
    made.add(records(path)[0], b'{"prompt": "y"}')
    with pytest.raises(SourceError, match=r"lines of more than .* cannot be compared"):
        list(made.stretches())
