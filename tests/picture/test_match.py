"""Which drawn words answer which expected text."""

import string
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jwtlint.picture.differences import differences
from jwtlint.picture.expected import Expected, Kind
from jwtlint.picture.layout import DrawnLine, Layout
from jwtlint.picture.match import Match, Status, match, whole_texts
from jwtlint.picture.model import Line
from jwtlint.source import Source
from jwtlint.text import Region, Span, Text

from .drawing import layout, line, stacked

EXACT, DIFFERS, MISSING = Status.EXACT, Status.DIFFERS, Status.MISSING


def asked(*texts: str, kind: Kind = Kind.BOX) -> list[Expected]:
    source = Source("prompt.txt", "\n".join(texts))
    found = []
    at = 0
    for text in texts:
        found.append(Expected(kind, source.text.cut(at, at + len(text)), required=True))
        at += len(text) + 1
    return found


def matched(texts: Sequence[str], lines: Sequence[Line], kind: Kind = Kind.BOX) -> list[Match]:
    return list(match(asked(*texts, kind=kind), layout(*lines)))


def told(found: Sequence[Match]) -> list[tuple[Status, str | None]]:
    return [(one.status, one.drawn.value if one.drawn is not None else None) for one in found]


def words(found: Match) -> list[tuple[str | None, str | None]]:
    return [
        (
            one.asked.value if one.asked is not None else None,
            one.drawn.value if one.drawn is not None else None,
        )
        for one in found.differences
    ]


def test_what_is_there_is_found_once_each() -> None:
    found = matched(["Browser", "Gateway", "Ledger"], stacked("Ledger", "", "Browser", "", "Gateway"))
    assert told(found) == [(EXACT, "Browser"), (EXACT, "Gateway"), (EXACT, "Ledger")]
    assert [one.alike for one in found] == [1.0] * 3
    assert [one.differences for one in found] == [()] * 3
    assert found[0].drawn is not None
    assert found[0].drawn.place == Region(100, 226, 170, 246)


def test_what_is_not_there_is_missing() -> None:
    assert told(matched(["Browser", "Ledger"], stacked("Browser"))) == [(EXACT, "Browser"), (MISSING, None)]
    assert told(matched(["Browser"], [])) == [(MISSING, None)]
    assert matched([], stacked("Browser")) == []


def test_the_longest_first() -> None:
    """The short name must not take its words out of the longer one."""
    found = matched(["Gateway", "API Gateway"], stacked("API Gateway", "", "Gateway"))
    assert [one.drawn.place for one in found if one.drawn] == [
        Region(100, 226, 170, 246),
        Region(100, 100, 210, 120),
    ]


def test_texts_wrap() -> None:
    found = matched(
        ["The gateway checks the token of each request"],
        stacked("The gateway checks", "the token of", "each request"),
    )
    assert told(found) == [(EXACT, "The gateway checks the token of each request")]
    assert found[0].drawn is not None
    assert found[0].drawn.place == Region(100, 100, 280, 172)


def test_texts_in_a_row_of_several_lines() -> None:
    drawn = [line("Cache", 100, 100), line("for one", 165, 100), line("hour", 250, 100)]
    assert told(matched(["Cache for one hour"], drawn)) == [(EXACT, "Cache for one hour")]


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("Escalation: <1%", "Escalation:<1%"),
        ("Tier Three", "TierThree"),
        ("in-process", "in- process"),
        ("POST /api/orders", "POST/api/orders"),
        ("Order Flow", "ORDER FLOW"),
        ("AI Service", "Al Service"),
        ("AI Service", "A1 Service"),
        ("OAuth 2.0", "0Auth 2.O"),
        ("Internal Modem", "lnternal Modern"),
        ("Crawler", "Cravvler"),
        ("“Done” – it’s", '"Done" - it\'s'),
        ("Straße", "STRASSE"),
    ],
)
def test_what_readers_cannot_tell_apart_is_exact(text: str, drawn: str) -> None:
    assert told(matched([text], stacked(drawn))) == [(EXACT, drawn)]


def test_a_name_inside_a_sentence_of_another_text_is_no_answer() -> None:
    found = matched(
        ["Ledger", "The gateway writes to the ledger"], stacked("The gateway writes", "to the ledger")
    )
    assert told(found) == [(MISSING, None), (EXACT, "The gateway writes to the ledger")]


def test_a_name_inside_a_longer_word_is_no_answer() -> None:
    assert told(matched(["Led"], stacked("Ledger"))) == [(MISSING, None)]


def test_a_text_beside_other_words_is_found_there() -> None:
    found = matched(["Audit Log"], stacked("the Audit Log of today"))
    assert told(found) == [(EXACT, "Audit Log")]
    assert found[0].drawn is not None
    assert found[0].drawn.place == Region(140, 100, 230, 120)


def test_misspelt_texts_differ() -> None:
    (found,) = matched(["Autonomous Agent"], stacked("Autonmous Agent"))
    assert told([found]) == [(DIFFERS, "Autonmous Agent")]
    assert words(found) == [("Autonomous", "Autonmous")]
    assert 0.9 < found.alike < 1
    assert found.differences[0].drawn is not None
    assert found.differences[0].drawn.place == Region(100, 100, 190, 120)


def test_similar_labels_are_assigned_together() -> None:
    """First come, first served would give "Payment Servics" what is nearer to "Payments Service"."""
    found = matched(["Payment Service", "Payments Service"], stacked("Payments Servce", "", "Payment Servce"))
    assert told(found) == [(DIFFERS, "Payment Servce"), (DIFFERS, "Payments Servce")]
    swapped = matched(
        ["Payments Service", "Payment Service"], stacked("Payment Servce", "", "Payments Servce")
    )
    assert told(swapped) == [(DIFFERS, "Payments Servce"), (DIFFERS, "Payment Servce")]


def test_the_assignment_is_best_altogether() -> None:
    """The best single pair, taken first, would leave the second text without an answer."""
    found = matched(["abcdefghij", "abctefghyx"], stacked("abcdefghix", "", "abcdefgxxj"))
    assert told(found) == [(DIFFERS, "abcdefgxxj"), (DIFFERS, "abcdefghix")]


def test_many_alike_labels_are_assigned() -> None:
    """More than can be weighed against each other at once."""
    numbers = [f"Worker Node {number:02}" for number in range(20)]
    drawn = [line(f"Wroker Nodes {number:02}", 100, 100 * number) for number in range(20)]
    found = matched(numbers, drawn)
    assert told(found) == [(DIFFERS, f"Wroker Nodes {number:02}") for number in range(20)]


def test_texts_that_are_drawn_in_part() -> None:
    (found,) = matched(["Reads the order from the ledger"], stacked("Reads the order from"))
    assert told([found]) == [(DIFFERS, "Reads the order from")]
    assert words(found) == [("the", None), ("ledger", None)]
    assert told(matched(["Reads the order from the ledger"], stacked("Reads the"))) == [(MISSING, None)]


def test_what_is_drawn_in_part_answers_once() -> None:
    texts = ["Reads the order from the ledger", "Reads the order from the caches"]
    found = told(matched(texts, stacked("Reads the order from")))
    assert sorted(found, key=str) == [(DIFFERS, "Reads the order from"), (MISSING, None)]


def test_what_nearly_answers_one_text_answers_no_other_in_part() -> None:
    texts = ["Autonmous Agent Mesh of many a thing that nobody draws", "Autonomous Agent Mesh"]
    found = matched(texts, stacked("Autonmous Agent Mesh"))
    assert told(found) == [(MISSING, None), (DIFFERS, "Autonmous Agent Mesh")]


def test_words_beyond_what_is_asked() -> None:
    (found,) = matched(["Order Flow Diagram"], stacked("Order Flow Diagrams v2"))
    assert words(found) == [("Diagram", "Diagrams"), (None, "v2")]


def test_scattered_titles() -> None:
    drawn = [
        line("Token", 100, 50, height=40),
        line("of a", 300, 90, height=15),
        line("Life", 500, 40, height=60),
        line("Sessoin", 800, 30, height=33),
    ]
    (found,) = matched(["Token Life of a Session"], drawn, Kind.TITLE)
    assert told([found]) == [(DIFFERS, None)]
    assert words(found) == [("Session", "Sessoin")]
    assert told(matched(["Token Life of a Session"], drawn, Kind.BOX)) == [(MISSING, None)]
    assert told(matched(["Token Rotation of Keys"], drawn, Kind.TITLE)) == [(MISSING, None)]


def test_who_asks_twice_may_mean_one_place() -> None:
    found = matched(["Ledger", "Ledger"], stacked("Ledger"))
    assert told(found) == [(EXACT, "Ledger")] * 2
    assert found[0].drawn == found[1].drawn
    assert found[0].expected is not found[1].expected


def test_what_is_drawn_twice_answers_twice() -> None:
    found = matched(["Ledger", "Ledger"], stacked("Ledger", "", "Ledger"))
    assert len({one.drawn.place for one in found if one.drawn}) == 2


def test_whole_texts() -> None:
    found = whole_texts(layout(*stacked("Order", "Service", "", "Ledger", "", "LEDGER", "", "Order Service")))
    assert [text.value for text in found["ledger"]] == ["Ledger", "LEDGER"]
    assert len(found["orderservlce"]) == 2


token = st.text(string.ascii_letters + string.digits, min_size=1, max_size=8)
label = st.lists(token, min_size=1, max_size=4).map(" ".join)


def in_a_file(texts: Sequence[str]) -> Layout:
    """A layout whose characters stand in a file, so that one can tell each from the other."""
    found = layout(*stacked(*texts))
    source = Source("drawn.txt", "\n".join(one.text.value for one in found.lines))
    at = 0
    lines = []
    for one in found.lines:
        length = len(one.text.value)
        lines.append(DrawnLine(one.number, one.line, source.text.cut(at, at + length)))
        at += length + 1
    found.lines = tuple(lines)
    return found


@given(st.lists(label, max_size=7), st.lists(st.one_of(label, st.just("")), max_size=9), st.data())
@settings(max_examples=150, deadline=None)
def test_each_drawn_character_answers_one_text(
    texts: list[str], others: list[str], data: st.DataObject
) -> None:
    similar = [text[:-1] + data.draw(st.sampled_from("xyz")) for text in texts]
    drawn = data.draw(st.permutations([*similar, *others]))
    found = match(asked(*texts), in_a_file(drawn))
    assert [one.expected.text.value for one in found] == texts
    taken: dict[int, Match] = {}
    for one in found:
        assert (one.status is MISSING) == (one.drawn is None)
        for at in characters(one.drawn) if one.drawn is not None else ():
            before = taken.setdefault(at, one)
            assert before is one or before.drawn == one.drawn, "a character answers two texts"


def characters(text: Text) -> list[int]:
    places = [run.place for run in text.runs]
    return [at for place in places if isinstance(place, Span) for at in range(place.start, place.end)]


@given(st.lists(label, min_size=1, max_size=5, unique_by=str.casefold), st.data())
@settings(max_examples=150, deadline=None)
def test_what_is_drawn_as_asked_is_exact_however_it_wraps(texts: list[str], data: st.DataObject) -> None:
    drawn: list[str] = []
    for text in texts:
        drawn.append("")
        for word in text.split(" "):
            if drawn[-1] and data.draw(st.booleans()):
                drawn[-1] += f" {word}"
            elif drawn[-1]:
                drawn.append(word)
            else:
                drawn[-1] = word
        drawn.append("")
    found = match(asked(*texts), layout(*stacked(*drawn)))
    assert [one.status for one in found] == [EXACT] * len(texts)
    assert [one.differences for one in found] == [()] * len(texts)


@given(label)
@settings(deadline=None)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    (one,) = asked(text)
    assert list(differences(one.text, one.text)) == []


plain = st.text("abcdefghjkpqstuxyz", min_size=3, max_size=9)


@given(st.lists(plain, min_size=1, max_size=6), st.data())
@settings(max_examples=150, deadline=None)
def test_one_changed_letter_is_one_changed_word(texts: list[str], data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(texts) - 1))
    at = data.draw(st.integers(0, len(texts[number]) - 1))
    changed = texts[number][:at] + "q2"[texts[number][at] == "q"] + texts[number][at + 1 :]
    drawn = [*texts[:number], changed, *texts[number + 1 :]]
    (one,) = asked(" ".join(texts))
    (two,) = asked(" ".join(drawn))
    found = [(pair.asked, pair.drawn) for pair in differences(one.text, two.text)]
    if changed == texts[number]:
        assert found == []
    else:
        ((wanted, instead),) = found
        assert wanted is not None
        assert instead is not None
        assert (wanted.value, instead.value) == (texts[number], changed)
        assert wanted.span.start == len(" ".join([*texts[:number], ""]))
