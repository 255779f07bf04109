"""The commands of the queue."""

import json
from pathlib import Path

import pytest

from jwtlint.triage.model import Assessment
from jwtlint.triage.queue import clock
from tests.demo import Outcome, jwtlint

from .desk import START, assess

PROMPT = (
    'Infographic titled "DNS [red]lookup[/red]". Boxes: 1) Browser: asks for a name; 2) Resolver: finds it. '
    'Arrows: Browser to Resolver labeled "query name"; Resolver to Browser labeled "answer".'
)
HOSTILE = "'Brwoser' \x1b[2J\u202e[red]x[/red] http://evil.example"


@pytest.fixture(autouse=True)
def folder(cli: Path) -> Path:
    """A working folder with a small catalog."""
    catalog = cli / "catalog"
    catalog.mkdir()
    (catalog / "dns.txt").write_text(PROMPT)
    (catalog / "cdn.md").write_text("---\nid: cdn-1\ntitle: CDN cache\n---\n" + PROMPT.replace("DNS", "CDN"))
    return cli


def triage(*arguments: str, stdin: bytes = b"") -> Outcome:
    """Run a command of the queue."""
    return jwtlint("triage", *arguments, stdin=stdin)


def add(text: str, entry: str = "catalog/dns.txt", *more: str) -> Outcome:
    """Add a report."""
    return triage("add", "--entry", entry, *more, text)


def decide(case: str, *more: str) -> Outcome:
    """Decide a case."""
    return triage("decide", case, "--facts", "it reads so", *more)


def test_from_a_report_to_a_closed_case(folder: Path) -> None:
    added = add("the label 'Brwoser' is wrong")
    assert (added.code, added.out) == (0, "R1 in C1: substantiated\nThank you.\n")
    assert (
        "C1    open   in 1 d 0 h  1 report  spelling  dns.txt  60 = 40 confirmed error + 20"
        in triage("list").out
    )
    assert triage("claim", "c1").code == 0
    decided = decide("1", "--outcome", "upheld", "--evidence", "R1.1", "--catalog", "catalog")
    assert decided.code == 0
    assert decided.out.startswith(
        "C1 upheld\n\nYour report R1 of 2026-05-28 on “DNS [red]lookup[/red]”\nDecision: "
    )
    assert triage("list").out == "0 cases undecided\n"
    assert add("'Brwoser' again").out.startswith("R2 in C1 (decided already): substantiated\n")
    assert (
        "is what it was when it was reported; repair it first"
        in triage("close", "1", "--catalog", "catalog").err
    )
    (folder / "catalog" / "dns.txt").write_text(PROMPT + " No shadows.")
    refused = triage("close", "1", "--catalog", "catalog")
    assert (refused.code, refused.out) == (2, "")
    # The simple judge confirms whatever is said in quotes.
    assert refused.err == "error: dns.txt has changed, but what was reported is still so: the linter looked\n"
    assert triage("close", "1", "--judgement", "taken down").out == "C1 closed: taken down\n"
    assert triage("verify").out == "the state is what the log says\n"


def test_the_card(folder: Path) -> None:
    add("the label 'Brwoser' is wrong")
    add("la etiqueta 'BRWOSER'", "dns", "--catalog", "catalog")
    shown = triage("show", "C1").out
    for line in (
        "C1 spelling on dns.txt DNS [red]lookup[/red]\n",
        "  deadline  2026-05-29 20:26 UTC, in 1 d 0 h\n",
        "  priority  63 = 40 (confirmed error) + 20 (substantiated) + 3 (reported 2 times)\n",
        "  labels    Browser, Resolver, query name, answer\n",
        "R2 2026-05-28 20:26 UTC  substantiated (en)\n",
        "  R1.1 confirms “Brwoser” [label:brwoser]: the linter looked\n",
        "next: jwtlint triage claim C1\n",
        "    SPL101 'Brwoser' is misspelt; write it right (a.png upper left)\n",
    ):
        assert line in shown


def test_the_card_says_how_it_was_decided_and_what_comes_next(folder: Path) -> None:
    add("the label 'Brwoser' is wrong")
    claimed = triage("claim", "1").out
    assert "next: jwtlint triage decide C1 --outcome upheld --evidence R1.1 --facts TEXT\n" in claimed
    decide("1", "--outcome", "upheld", "--evidence", "R1.1")
    shown = triage("show", "1").out
    assert "  automation a program judged the reports; a person decided\n" in shown
    assert ", kept\n" in shown
    assert shown.endswith("next: jwtlint triage close C1 --catalog PATH, when the entry is repaired\n")


def test_the_text_of_strangers_moves_no_cursor(folder: Path) -> None:
    add(HOSTILE)
    triage("claim", "1")
    decide("1", "--outcome", "upheld", "--judgement", "\x1b]0;x", "--rule", "\u202er")
    for arguments in (("show", "1"), ("list", "--all"), ("export",), ("export", "--format", "csv")):
        out = triage(*arguments).out
        assert not set("\x1b\u202e\x07") & set(out)
        assert "red" not in out or "[red]" in out


def test_a_batch_is_acknowledged_report_by_report(folder: Path) -> None:
    lines = [
        {"text": "'Brwoser'", "entry": "cdn-1", "ref": "form-1"},
        {"text": "odd", "entry": "nothing"},
        {"text": "spam", "ref": "form-2"},
        {"text": "'Brwoser'", "entry": "cdn-1", "ref": "form-1"},
    ]
    stdin = "\n".join(map(json.dumps, lines)).encode()
    done = triage("add", "--batch", "-", "--entry", "dns.txt", "--catalog", "catalog", stdin=stdin)
    assert done.code == 2
    assert done.out.splitlines() == [
        "R1 form-1 in C1: substantiated",
        "R2 form-2 in C2: empty",
        "R1 form-1 in C1: substantiated (received before)",
    ]
    assert (
        done.err
        == "error: <stdin>:2: 'nothing' is no file, in 2 entries of the catalog; give a file, or an id and --catalog PATH\n"
    )


def test_a_report_on_which_the_judge_breaks_stops_no_other(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(text: str) -> Assessment:
        if text == "odd":
            raise RuntimeError("boom")
        return assess(text)

    monkeypatch.setattr("tests.triage.queue.desk.assess", broken)
    done = triage("add", "--batch", "-", "--entry", "catalog/dns.txt", stdin=b"text\nodd\nspam\n")
    assert (done.code, done.out) == (2, "R1 in C1: empty\n")
    assert done.err.startswith("error: <stdin>:2: internal error: RuntimeError: boom")


def test_text_from_the_standard_input(folder: Path) -> None:
    assert triage("add", "--entry", "catalog/dns.txt", "-", stdin=b"spam\n").out.startswith(
        "R1 in C1: empty\n"
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("add", "--entry", "gone.txt", "odd"),
            "'gone.txt' is no file, and there is no --catalog",
        ),
        (
            ("add", "--entry", "cdn-2", "--catalog", "catalog", "odd"),
            "'cdn-2' is no file, in 2 entries of the catalog",
        ),
        (("add", "--batch", "gone.csv"), "gone.csv: cannot be read: No such file or directory"),
        (("add", "--entry", "catalog/dns.txt", "x" * 20_001), "a report of 20001 characters; at most 20000"),
        (("claim", "C1", "--as", "intake"), "'intake' is nobody's name; say with --as who acts"),
        (("show", "C9"), "there is no case C9; see: jwtlint triage list --all"),
        (("export", "--format", "html"), "a page shows one case; name it"),
        (("claim", "C1", "--db", "catalog/dns.txt"), "catalog/dns.txt: no queue, but some other file"),
        (("export", "--output", "gone/a.csv"), "gone/a.csv: cannot be written: No such file or directory"),
    ],
)
def test_refusals_are_one_line(arguments: tuple[str, ...], message: str) -> None:
    done = triage(*arguments)
    assert done.code == 2
    assert done.err.startswith("error: ")
    assert message in done.err
    assert done.err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("add", "odd"),
        ("add", "--entry", "e"),
        ("show", "report"),
        ("forget", "C1"),
        ("list", "--all", "--breached"),
        ("dismiss", "C1", "--empty"),
        ("decide", "C1", "--outcome", "upheld", "--facts", "x", "--evidence", "R1"),
        ("escalate", "C1"),
    ],
)
def test_wrong_options_are_told(arguments: tuple[str, ...]) -> None:
    done = triage(*arguments)
    assert done.code == 2
    assert "Usage" in done.err
    assert "Traceback" not in done.err


def test_an_alarm_for_missed_deadlines(monkeypatch: pytest.MonkeyPatch) -> None:
    add("odd", "catalog/dns.txt", "--hours", "2")
    assert triage("list", "--breached").code == 0
    monkeypatch.setattr(clock, "system_clock", lambda: START + 2 * clock.HOUR + clock.MINUTE)
    late = triage("list", "--breached")
    assert late.code == 1
    assert "1 min late" in late.out
    assert late.out.endswith("1 case undecided, 1 past the deadline\n")
    assert triage("list").code == 0


def test_empty_reports_are_proposed_then_dismissed_then_brought_back(folder: Path) -> None:
    add("spam")
    add("odd")
    proposed = triage("dismiss")
    assert proposed.out == "C1 R1 spam\n1 case could be dismissed; --empty does it\n"
    assert (
        triage("dismiss", "--empty", "--sample", "0").out
        == "1 case dismissed as empty; reopen brings each back\n"
    )
    assert triage("dismiss").out == "0 cases could be dismissed; --empty does it\n"
    again = triage("reopen", "C1", "--reason", "the picture is spam", "--hours", "3")
    assert again.out == "C1 reopened, to be decided by 2026-05-28 23:26 UTC\n"
    assert "reopened  the picture is spam" in triage("show", "C1").out


def test_lists_and_metrics_for_programs(folder: Path) -> None:
    add("'Brwoser'")
    listed = json.loads(triage("list", "--format", "json").out)
    assert (listed["waiting"], listed["escalated"], listed["breached"], listed["total"]) == (1, 0, 0, 1)
    (case,) = listed["cases"]
    assert (case["case"], case["priority"]["total"], case["text"]) == ("C1", 60, "'Brwoser'")
    assert case["deadline"] == "2026-05-29T20:26:40.000Z"
    metrics = json.loads(triage("metrics", "--format", "json").out)
    assert metrics["gates"]["substantiated"] == {"part": 1, "whole": 1}


def test_escalate_and_release(folder: Path) -> None:
    add("odd")
    triage("claim", "1", "--as", "bob")
    assert "C1 is held by bob, not by ann" in triage("release", "1").err
    assert triage("escalate", "1", "--reason", "a real token").out == "C1 escalated\n"
    triage("claim", "1")
    assert triage("release", "1").out == "C1 released\n"
    assert triage("list").out.count("escalated") == 3


def test_metrics_say_of_how_many_they_speak(folder: Path) -> None:
    add("'Brwoser'")
    triage("claim", "1")
    decide("1", "--outcome", "rejected", "--judgement", "it reads Browser")
    lines = triage("metrics").out.splitlines()
    assert "reports substantiated 1 of 1 (100.0 %)" in lines
    assert (
        "time to decision      median under 1 min, 90 % within under 1 min (1 case decided by people)"
        in lines
    )
    assert "SPL101                confirmed and upheld 0 of 1 (0.0 %)" in lines


def test_exports_go_to_files(folder: Path) -> None:
    add("'Brwoser'", "catalog/dns.txt", "--reporter", "Joe Public", "--email", "joe@example.org")
    for form in ("jsonl", "csv", "html"):
        assert triage("export", "C1", "--format", form, "-o", f"case.{form}").code == 0
        assert "Joe" not in Path(f"case.{form}").read_text(encoding="utf-8")
    assert triage("export", "C1", "--unredacted", "-o", "named.jsonl").code == 0
    assert json.loads(Path("named.jsonl").read_text())["reports"][0]["reporter"] == "Joe Public"
    assert Path("named.jsonl").stat().st_mode & 0o077 == 0
    assert triage("forget", "R1").out == "R1 forgotten: its sender and its original words\n"
    assert "Joe" not in triage("export", "C1", "--unredacted").out
    assert Path("case.html").read_text(encoding="utf-8").startswith("<!doctype html>\n<html")


def test_a_broken_state_is_told_and_rebuilt(folder: Path) -> None:
    import sqlite3

    add("odd")
    connection = sqlite3.connect(folder / "triage.db")
    with connection:
        connection.execute("DELETE FROM anchors")
    connection.close()
    told = triage("verify")
    assert told.code == 2
    assert told.err.endswith(
        "anchors: 1 rows of the log are missing or different, 0 stand there without a reason\n"
    )
    assert triage("verify", "--rebuild").code == 0
    assert triage("verify").code == 0
