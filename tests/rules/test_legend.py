"""Legends that are missing, misnumbered, or say something else than the arrows."""

import pytest

from .told import lint, told

UPLOAD = """Infographic titled "Photo Upload". Flat, teal. English captions.
Boxes:
- Phone App (phone icon): picks photos
- Upload API (server icon): accepts photos
- Photo Queue (tray icon): keeps jobs
- Resize Worker (gear icon): makes thumbnails
- Photo Store (bucket icon): keeps photos
- Account DB (cylinder icon): knows users
Arrows:
- Phone App → Upload API: "POST /photos"
- Upload API → Account DB: "SELECT quota"
- Account DB → Upload API: "quota left"
- Upload API → Photo Store: "PUT original"
- Upload API → Photo Queue: "resize job"
- Upload API → Phone App: "202 Accepted"
- Photo Queue → Resize Worker: "next job"
- Resize Worker → Photo Store: "PUT thumbnail"
"""


def legend(*steps: str) -> str:
    return UPLOAD + "Legend:\n" + "\n".join(steps) + "\n"


def serious(text: str) -> list[str]:
    """The rules of the family that say something at warning or above."""
    return [one.rule for one in lint("LEG", text).diagnostics if one.severity.label != "info"]


@pytest.mark.parametrize(
    ("words", "flagged"),
    [
        ("Include a numbered legend 1-5. Keep it short.", ["warning: numbered legend 1-5"]),
        ("The numbered legend (1–6) goes below the drawing.", ["warning: numbered legend (1–6"]),
        ("## Legend\n\n## Style\nFlat and calm.", ["warning: Legend"]),
        ("The legend below explains each step; set it in two columns.", ["warning: The legend below"]),
        ("Include a numbered legend that repeats the arrow labels.", ["info: numbered legend"]),
        ("No legend, please.", []),
        ("A legend is not needed.", []),
        ("If there is room, add a numbered legend.", []),
        ("Legend: blue arrows are requests, grey arrows are jobs.", []),
        ("Legend:\n- solid line: request\n- dashed line: job", []),
        ("Legend 1-2: 1. Phone App sends a photo. 2. Upload API queues it.", []),
    ],
)
def test_announced_legend(words: str, flagged: list[str]) -> None:
    assert told("LEG101", UPLOAD + words) == flagged


@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        ("1. 2. 4.", ["LEG102: 4"]),
        ("2. 3. 4.", ["LEG102: 2"]),
        ("1. 2. 5. 6.", ["LEG102: 5"]),
        ("1. 2. 2. 3.", ["LEG103: 2"]),
        ("1. 2. 3. 3. 5.", ["LEG103: 3"]),
        ("1. 2a. 2b. 3.", []),
        ("1. 1. 1.", []),
        ("1. 2. 3.", []),
        ("(1) (2) (2) (3)", ["LEG103: 2"]),
        ("① ② ④", ["LEG102: ④"]),
    ],
)
def test_one_finding_for_each_cause(numbers: str, found: list[str]) -> None:
    steps = [f"{number} Thing number {at} happens here." for at, number in enumerate(numbers.split())]
    result = lint("LEG102 LEG103 LEG104", legend(*steps))
    assert [f"{one.rule}: {one.text}" for one in result.diagnostics] == found


@pytest.mark.parametrize(
    ("numbers", "first", "last"),
    [
        ("1. 2. 4. 3. 5.", "4", "Thing of 3 happens"),
        ("2. 1. 3. 4.", "2", "Thing of 1 happens"),
        ("1. 4. 3. 2. 5.", "4", "Thing of 2 happens"),
        ("1. 2b. 2a. 3.", "2b", "Thing of 2a happens"),
    ],
)
def test_steps_out_of_order_are_one_stretch(numbers: str, first: str, last: str) -> None:
    steps = [f"{number} Thing of {number.strip('.')} happens." for number in numbers.split()]
    [found] = lint("LEG102 LEG103 LEG104", legend(*steps)).diagnostics
    assert found.rule == "LEG104"
    assert found.text.startswith(first)
    assert found.text.endswith(last)


def test_range_that_starts_later_is_complete() -> None:
    steps = ("3. Phone App sends.", "4. Upload API queues.", "5. Resize Worker works.")
    assert serious(UPLOAD + "Numbered legend 3-5:\n" + "\n".join(steps)) == []
    assert serious(UPLOAD + "Numbered legend 3-5: " + " ".join(steps)) == []


def test_repeated_words_of_a_step() -> None:
    steps = ("1. Phone App sends a photo.", "2. Upload API queues it.", "3. Upload API queues it.")
    [found] = lint("LEG103", legend(*steps)).diagnostics
    assert found.location.line == UPLOAD.count("\n") + 4
    assert [related.text for related in found.related] == ["Upload API queues it"]


@pytest.mark.parametrize(
    ("step", "flagged"),
    [
        ("Virus Scanner checks it.", ["warning: Virus Scanner"]),
        ("Upload API asks the Billing Service for the plan.", ["warning: Billing Service"]),
        ("Upload API puts it on the Event Bus.", ["warning: Event Bus"]),
        ("Then the Load Balancer picks a server.", ["warning: Load Balancer"]),
        ("Thumbnail Worker shrinks it.", ["warning: Thumbnail Worker"]),
        ("Upload API tells the Scheduler.", ["info: Scheduler"]),
        ("The User sees a receipt; an Attacker sees 401 Unauthorized.", []),
        ("API checks the quota, the Worker reads the Queue, the Store keeps both.", []),
        ("Phone App sends a Bearer Token over TLS 1.3 on Black Friday.", []),
        ("Account Database knows the quota.", []),
        ("Uplaod API accepts it.", []),
        ("The resize worker and the upload api rest.", []),
    ],
)
def test_components_of_a_step(step: str, flagged: list[str]) -> None:
    assert told("LEG105", legend("1. Phone App sends a photo.", f"2. {step}")) == flagged


def test_component_named_elsewhere_is_taken_up() -> None:
    text = legend("1. Phone App sends a photo.", "2. Virus Scanner checks it.")
    assert told("LEG105", text + 'Note: "The Virus Scanner is not drawn".') == []


def test_german_nouns_are_no_components_and_that_is_said() -> None:
    text = (
        "Kästen: Absender (Symbol: Horn): „schickt das Ereignis“. Empfänger (Symbol: Ohr): „antwortet mit 200“.\n"
        "Pfeile: Absender → Empfänger: „POST /hook“.\n"
        "Legende: 1. Der Absender schickt das Ereignis. 2. Der Web Server antwortet auf die Anfrage.\n"
    )
    result = lint("LEG105", text)
    assert result.diagnostics == ()
    assert [one.rule for one in result.not_run] == ["LEG105"]


@pytest.mark.parametrize(
    "step",
    [
        "Upload API posts the photo to the Phone App.",
        "Account DB asks the Upload API for the quota.",
        "Account DB queries the Upload API.",
        "Upload API calls the Phone App with a photo.",
        "Phone App sends the resize job to the Photo Queue.",
        "Resize Worker hands the next job to the Photo Queue.",
        "Photo Queue publishes the resize job to the Upload API.",
        "Account DB writes the thumbnail to the Photo Store.",
    ],
)
def test_step_against_the_arrows(step: str) -> None:
    text = legend("1. Phone App opens.", f"2. {step}", "3. Done.")
    assert told("LEG106", text) == [f"warning: {step[:-1]}"]


@pytest.mark.parametrize(
    "step",
    [
        "Phone App sends a photo to the Upload API.",
        "Account DB returns the quota to the Upload API.",
        "Upload API returns 202 Accepted to the Phone App.",
        "Photo Queue delivers the job to the Resize Worker.",
        "Resize Worker pulls jobs from the Photo Queue.",
        "Resize Worker reads the original from the Photo Store.",
        "Phone App sends the photo through the Upload API to the Photo Store.",
        "Upload API may notify the Account DB.",
        "Account DB never calls the Upload API.",
        "Upload API and Resize Worker write to the Photo Store.",
        "The worker takes the job and writes a thumbnail.",
        "Upload API informs the Phone App once the job is queued.",
        "Phone App's photo reaches the Photo Store.",
    ],
)
def test_step_along_the_arrows(step: str) -> None:
    assert serious(legend("1. Phone App opens.", f"2. {step}", "3. Done.")) == []


def test_wrong_server_of_a_person() -> None:
    text = """Boxes: Results Page — icon: list — role: shows results to the visitor. Search API — icon: server — role: collects.
Ranker — icon: podium — role: scores documents.
Arrows: Results Page → Search API: "GET /search"; Search API → Ranker: "300 documents"; Ranker → Search API: "300 scores";
Search API → Results Page: "200 OK + best 10".
Legend: 1. Results Page sends the query to the Search API. 2. {} to the visitor.
"""
    assert told("LEG106", text.format("Ranker returns the page")) == [
        "warning: Ranker returns the page to the visitor"
    ]
    assert told("LEG106", text.format("Ranker returns the scores")) == []
    assert told("LEG106", text.format("Search API returns the page")) == []


def test_step_between_unconnected_boxes_is_worth_a_look() -> None:
    def found(step: str) -> list[str]:
        return told("LEG196", legend("1. Phone App opens.", f"2. {step}"))

    assert found("Account DB asks the Photo Store.") == ["info: Account DB asks the Photo Store"]
    assert found("Account DB may ask the Photo Store.") == []
    assert found("Upload API asks the Account DB.") == []


def test_contradiction_is_not_reported_as_mismatch_as_well() -> None:
    result = lint(
        "LEG",
        legend(
            "1. Phone App opens.", "2. Phone App sends the resize job to the Photo Queue.", "3. A job waits."
        ),
    )
    assert [one.rule for one in result.diagnostics] == ["LEG106"]


@pytest.mark.parametrize(
    ("step", "flagged"),
    [
        ("Upload API checks the quota.", ['info: Upload API → Photo Queue: "resize job"']),
        ("Upload API puts it into the Photo Queue.", []),
        ("Upload API leaves a job.", []),
    ],
)
def test_queue_that_no_step_speaks_of(step: str, flagged: list[str]) -> None:
    assert told("LEG107", legend("1. Phone App sends a photo.", f"2. {step}")) == flagged


def test_refresh_that_no_step_speaks_of() -> None:
    text = (
        "Boxes: Web App (window icon), Auth Server (shield icon).\n"
        'Arrows: Web App → Auth Server: "POST /login"; Web App → Auth Server: "POST /refresh + refresh token".\n'
        "Legend: 1. Web App signs in. 2. Auth Server answers{}.\n"
    )
    assert len(told("LEG107", text.format(""))) == 1
    assert told("LEG107", text.format(" and renews the token")) == []
