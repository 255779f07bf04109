"""What is said of a visitor's report, and what the report is about."""

from dataclasses import dataclass
from enum import StrEnum

from ..entry.model import Entry, Field
from ..finding import Diagnostic


class Gate(StrEnum):
    """What to do with a report before anybody has looked into it.

    An empty one names nothing that could be looked at; an unclear one goes to a person, or back with a question; a
    substantiated one says what is wrong and where; one to escalate speaks of safety or law and waits for no evidence.
    """

    EMPTY = "empty"
    UNCLEAR = "unclear"
    SUBSTANTIATED = "substantiated"
    ESCALATE = "escalate"


class Verdict(StrEnum):
    """What the entry, its picture and the linter say to a claim.

    Inconclusive: what there is to see was looked at and does not settle it. Not checked: it was not looked at.
    """

    CONFIRMS = "confirms"
    REFUTES = "refutes"
    INCONCLUSIVE = "inconclusive"
    NOT_CHECKED = "not_checked"


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that a report says is wrong.

    `quote` are the words of the report that say it, fit to be shown. `category` is the family of rules that it is
    about, in lower case ("spelling", "legend", "flow" …), or "safety", "legal", "other". `anchors` name what it
    points at on the entry, sorted and the same in every language ("arrow:browser>api server#1", "label:jwt issuer",
    "step:6", "field:ratio", "path:/graphql"). `why` explains the verdict to a moderator in one sentence. `rules` are
    the ids that cover the claim; `finding` is the one that confirms it.
    """

    quote: str
    category: str
    anchors: tuple[str, ...]
    verdict: Verdict
    why: str
    rules: tuple[str, ...] = ()
    finding: Diagnostic | None = None


@dataclass(frozen=True, slots=True)
class Assessment:
    """What is said of one report.

    `reasons` explain the gate, one sentence each. `answer` is what a form can tell the reporter at once. `language`
    (ISO 639-1) is that of the report, None where it is not known. `masked` is its text as it may be shown: without
    control characters, secrets and insults, and with links that nobody can click. That it is `abusive` changes nothing
    in the gate.
    """

    gate: Gate
    reasons: tuple[str, ...]
    claims: tuple[Claim, ...]
    answer: str
    language: str | None = None
    abusive: bool = False
    masked: str = ""


_NO_CONTENT = frozenset({Field.ID, Field.PICTURE})
"""How an entry and its file are called, which may change without anything else."""


def case_hash(entry: Entry, picture_bytes: bytes | None) -> str:
    """What a report is about: BLAKE2b (20 bytes, in hexadecimal) over prompt, picture and metadata.

    White space, line ends and the form of the file make no difference (texts are compared in Unicode form NFC), nor do
    the entry's id and the name of its picture. No picture differs from an empty one.
    """
    from hashlib import blake2b

    digest = blake2b(digest_size=20)

    def add(name: str, content: bytes) -> None:
        # The length keeps the end of one part from passing for the beginning of the next.
        digest.update(f"{name} {len(content)}\n".encode())
        digest.update(content)

    if entry.prompt is not None:
        add("prompt", _normal(entry.prompt.value))
    for title in entry.titles:
        add("title", _normal(title.value))
    for field in sorted(entry.fields.keys() - _NO_CONTENT, key=lambda one: one.value):
        add(field.value, _normal(entry.fields[field].value))
    if picture_bytes is not None:
        add("picture", picture_bytes)
    return digest.hexdigest()


def _normal(text: str) -> bytes:
    from unicodedata import normalize

    return " ".join(normalize("NFC", text).split()).encode("utf-8", "surrogatepass")
