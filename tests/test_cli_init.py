"""`jwtlint init`: a configuration that fits what lies in a folder."""

import json
import os
import re
import tomllib
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jwtlint.config_file import load
from jwtlint.engine import Linter
from jwtlint.starter import starter
from jwtlint.survey import SAMPLE, Survey, Tally, survey
from tests.demo import jwtlint

PROMPT = 'Infographic titled "Cache". Boxes: Browser, Cache. Arrows: Browser to Cache labeled "GET /". English text.\n'
PROSE = "We met on Monday and talked about lunch. Nothing was decided, as ever.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder outside any project."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name: str, text: str = PROMPT) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def written(folder: str = ".") -> str:
    outcome = jwtlint("init", folder)
    assert (outcome.code, outcome.err) == (0, "")
    path = Path(folder, "jwtlint.toml")
    Linter(load(path).settings)
    return path.read_text(encoding="utf-8")


def suggestions(text: str) -> str:
    """The same with all suggestions taken, but for the baseline, which somebody has to write first."""
    return re.sub(
        r'^( *)# ("|\[fields\]|(?:ignore|prompt|title|alt|picture) = )', r"\1\2", text, flags=re.MULTILINE
    )


def test_what_was_found_is_said() -> None:
    write("a.md", "---\ntitle: Cache\n---\n" + PROMPT)
    write("sub/b.txt")
    write("sub/c.txt", "All text must be in English — not English.\n")
    for name in ("a.png", "sub/B.JPG", "all.csv", "package.json", ".hidden.txt", "node_modules/x.txt"):
        write(name, "x")
    text = written()
    assert "# Found: 3 documents (2 .txt, 1 .md), 2 pictures (1 .jpg, 1 .png).\n" in text
    assert "export" not in text
    assert "# Looked at: 3 documents and records. Languages of the prompts: 3 en.\n" in text
    assert re.search(r"^#   CON101 x-not-x: 1 in 1 document$", text, re.MULTILINE)
    assert '# baseline = "jwtlint-baseline.json"\n' in text


def test_an_empty_folder() -> None:
    text = written()
    assert "# Found: no documents, no pictures.\n" in text
    assert "baseline" not in text
    assert tomllib.loads(text) == {"fail-on": "warning", "exclude": [], "spelling": {"accept": []}}


def test_what_is_no_catalog_is_excluded() -> None:
    for name in ("README.md", "sub/CHANGELOG.md", "requirements-dev.txt", "LICENSE.txt"):
        write(name, PROSE)
    write("build/copy.txt", PROSE)
    write("env/pyvenv.cfg", "")
    write("env/lib/notes.txt", PROSE)
    write("dist/a.txt")
    for number in range(3):
        write(f"minutes/{number}.txt", PROSE)
        write(f"prompts/{number}.txt")
    write("two/1.txt", PROSE)
    text = written()
    assert tomllib.loads(text)["exclude"] == [
        *("build/", "env/", "CHANGELOG.md", "LICENSE.txt", "README.md", "requirements-dev.txt")
    ]
    assert '  # "/minutes/",  # of 3 documents none looks like an entry or a prompt\n' in text
    assert '"/two/"' not in text
    assert '"/prompts/"' not in text
    # What is there is checked, and nothing else.
    outcome = jwtlint("check", ".", "--select", "CON101")
    assert outcome.out.endswith("no findings in 8 files\n")
    Path("jwtlint.toml").write_text(suggestions(text))
    outcome = jwtlint("check", ".", "--select", "CON101")
    assert outcome.out.endswith("no findings in 5 files\n")


def test_names_that_recur_are_suggested() -> None:
    for number in range(4):
        write(f"{number}.txt", PROMPT.replace("Cache", "Gatewey").replace("GET /", "Recieves"))
    write("5.txt", PROMPT.replace("GET /", "recieves"))
    text = written()
    assert '  # "Gatewey",  # in 4 documents\n' in text
    assert "ecieves" not in text
    assert tomllib.loads(text)["spelling"]["accept"] == []
    assert "'Gatewey' is in no" in jwtlint("check", ".", "--select", "SPL101").out
    Path("jwtlint.toml").write_text(suggestions(text).replace("ignore =", "# "))
    outcome = jwtlint("check", ".", "--select", "SPL101").out
    assert "'Gatewey' is in no" not in outcome
    assert "recieves" in outcome


def test_nothing_is_overwritten() -> None:
    Path("jwtlint.toml").write_text("# mine\n")
    outcome = jwtlint("init")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("error: jwtlint.toml: there is a configuration already; --force ")
    assert Path("jwtlint.toml").read_text() == "# mine\n"
    shown = jwtlint("init", "--stdout")
    assert shown.code == 0
    assert Path("jwtlint.toml").read_text() == "# mine\n"
    assert jwtlint("init", "--force").code == 0
    assert Path("jwtlint.toml").read_text() == shown.out


def test_a_table_of_pyproject_is_a_configuration_too() -> None:
    Path("pyproject.toml").write_text("[tool.other]\n")
    assert jwtlint("init", "--stdout").code == 0
    assert written()
    Path("jwtlint.toml").unlink()
    Path("pyproject.toml").write_text("[tool.jwtlint]\n")
    outcome = jwtlint("init")
    assert outcome.code == 2
    assert outcome.err.startswith("error: pyproject.toml: there is a configuration already")
    # That of a folder above is none of this folder.
    Path("sub").mkdir()
    assert written("sub")


def test_a_link_that_leads_nowhere_is_not_written_through() -> None:
    Path("jwtlint.toml").symlink_to("elsewhere.toml")
    assert jwtlint("init").code == 2
    assert jwtlint("init", "--force").code == 0
    assert not Path("elsewhere.toml").exists()


def test_what_cannot_be_written() -> None:
    write("file.txt")
    for path in ("gone", "file.txt"):
        outcome = jwtlint("init", path)
        assert (outcome.code, outcome.out) == (2, "")
        assert outcome.err == f"error: {path}: no such folder; check the path\n"


def test_a_broken_document_is_counted() -> None:
    Path("a.txt").write_bytes(b"\xff")
    write("b.txt")
    assert "# Looked at: 2 documents and records, 1 of them not readable." in written()


def test_exports() -> None:
    record = json.dumps({"id": "a", "prompt": PROMPT + "All text must be in English — not English."})
    write("sub/all.jsonl", f"{record}\n" * (SAMPLE + 9))
    text = written()
    assert "# Also 1 export (1 .jsonl) of many entries.\n" in text
    assert "# Looked at: 50 documents and records. Languages of the prompts: 50 en.\n" in text
    assert "CON101 x-not-x: 50 in 50 documents" in text
    assert "[fields]" not in text


@pytest.mark.parametrize("ending", ["csv", "json"])
def test_names_of_their_own(ending: str) -> None:
    names = ("key", "gen_text", "Headline (en)", "img alt", "img path")
    values = ("k1", PROMPT.strip(), "Caching", "A cache", "a.png")
    if ending == "json":
        # A broken record is no reason to know nothing.
        write(
            "all.json",
            '[{"key": 1, "key": 2}, ' + json.dumps([dict(zip(names, values, strict=True))] * 3)[1:],
        )
    else:
        lines = (
            ",".join('"' + value.replace('"', '""') + '"' for value in row) for row in (names, values, values)
        )
        write("all.csv", "\n".join(lines))
    assert jwtlint("check", "all." + ending).code == 2
    text = written()
    assert f"# Also 1 export (1 .{ending}) of many entries.\n" in text
    Path("jwtlint.toml").write_text(suggestions(text).replace("ignore = ", "# "))
    loaded = load(Path("jwtlint.toml")).settings
    assert loaded.fields.given == (
        ("prompt", ("gen_text",)),
        ("title", ("Headline (en)",)),
        ("alt", ("img alt",)),
        ("picture", ("img path",)),
    )
    assert "no findings in " in jwtlint("check", "all." + ending, "--select", "CON101").out


def test_a_sample_of_each_folder() -> None:
    for number in range(SAMPLE + 100):
        write(f"many/{number:03}.txt", "Draw it.\n")
    for number in range(5):
        write(f"few/{number}.txt", "Draw it.\n")
    seen = survey(Path())
    assert seen.sampled <= SAMPLE
    assert seen.documents == {".txt": SAMPLE + 105}
    assert seen.doubtful.keys() == {"few", "many"}


@pytest.mark.skipif(os.name != "posix", reason="such names cannot be given there")
def test_names_of_folders_come_from_strangers() -> None:
    for name in ('a"]\nfail-on = "x', "b\\u0041", "\udcff", "c [x]*", "ü", "\u202etxt", "x\x7f"):
        for number in range(3):
            write(f"{name}/{number}.txt", PROSE)
    text = written()
    assert [line.split("  # of")[0].strip() for line in text.splitlines() if "  # of" in line] == [
        '# "/b\\\\u0041/",',
        '# "/ü/",',
    ]
    tomllib.loads(suggestions(text))


TEXTS = st.text(min_size=1, max_size=12)
COUNTS = st.dictionaries(TEXTS, st.integers(1, 30), max_size=4)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.builds(
        Survey,
        documents=COUNTS.map(Counter),
        sampled=st.integers(0, 9),
        names=st.dictionaries(TEXTS.filter(str.isprintable), st.integers(1, 30), max_size=4).map(Counter),
        made=st.sets(TEXTS, max_size=3),
        papers=st.sets(TEXTS, max_size=3),
        doubtful=COUNTS,
        fields=st.just({"prompt": ["text", 'gen \\ "text"'], "alt": ["meta.alt"]}),
        rules=st.dictionaries(st.sampled_from(["CON101", "SPL101"]), st.just(Tally("demo", 2, 1))),
    )
)
def test_whatever_is_found_the_configuration_loads(seen: Survey) -> None:
    seen.documents = Counter({".txt": seen.documents.total()})
    text = starter(seen)
    for one in (text, suggestions(text)):
        with TemporaryDirectory() as folder:
            path = Path(folder, "jwtlint.toml")
            path.write_bytes(one.encode())
            loaded = load(path).settings
            Linter(loaded)
    assert set(loaded.accept) == {name for name, count in seen.names.items() if count >= 3}
