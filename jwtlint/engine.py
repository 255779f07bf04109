"""Documents to subjects to rules to diagnostics."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from .config import Settings
from .context import Context
from .document import Document
from .entry.model import Entry, Field
from .entry.read import read_entries
from .finding import (
    Diagnostic,
    Failure,
    Finding,
    Fix,
    LocatedEdit,
    LocatedFix,
    Location,
    NotRun,
    RelatedLocation,
    Result,
    Severity,
)
from .pack import Pack, builtin, user_pack
from .rule import OF_PAIRS, Rule, RuleError, Skipped
from .selection import select_rules, verify
from .source import Source
from .suppress import Suppressor
from .text import Region, Text

if TYPE_CHECKING:
    from .catalog.card import Card
    from .catalog.catalog import Catalog
    from .gates import Gates
    from .parity.drawn import DrawnPair
    from .parity.pair import Pair
    from .picture.picture import Picture

_KEY_CONTEXT = 24
_MISSING = {
    "Entry": "no catalog metadata in this document",
    "Prompt": "no prompt in this document",
    "Conversation": "no arrows in this prompt",
    "Diagram": "one of the two documents has no prompt",
    "Languages": "no two different languages were recognised in them",
}
_NO_PAIR = "compares a translation with its original; use jwtlint compare"
_NOT_READ = "the picture was not read, for want of a reader"


class Linter:
    """Lints documents with the rules that the settings select.

    `words` are those that the configuration and its word lists accept, `today` is the date that rules compare with.

    Raises RuleError for a broken pack, or where a selector names no rule.
    """

    def __init__(self, settings: Settings | None = None, packs: Sequence[Pack] | None = None) -> None:
        self.settings = settings or Settings()
        self.packs = tuple(packs) if packs is not None else packs_of(self.settings)
        self.rules = tuple(chain.from_iterable(pack.rules for pack in self.packs))
        self.active = select_rules(self.rules, self.settings.select, self.settings.ignore)
        verify(self.settings.severity, self.rules)
        self.words = (*self.settings.accept, *chain.from_iterable(map(_words_of, self.settings.word_lists)))
        self.today = self.settings.today or date.today()
        self.context = _context(self.packs, self.today, self.words)
        self.suppressor = Suppressor(self.settings, self.rules)
        self._active_ids = frozenset(rule.id for rule in self.active)
        self._for_entries = [rule for rule in self.active if rule.reads_entries]
        self.picture_rules = tuple(
            rule.id for rule in self.active if rule.reads_pictures and not rule.reads_entries
        )
        """The rules that look at nothing but pictures."""
        self._gates = _gates_of(self.settings, self.rules)

    def lint(self, source: Source) -> Result:
        """Everything that the documents of one file deserve; pictures aside."""
        return Result.joined(source.path, [self.lint_entry(entry) for entry in read_entries(source)])

    def lint_entry(self, entry: Entry) -> Result:
        """What one entry deserves, its picture aside."""
        return self.lint_document(Document(entry, self.context))

    def lint_document(self, document: Document) -> Result:
        """Like `lint_entry`, for whoever wants to know more of the document."""
        entry = document.entry
        rules = self._for_entries
        found, not_run, errors = self._outcomes(rules, document)
        if self.settings.select:
            pairs = (rule.id for rule in self.active if rule.subject in OF_PAIRS)
            not_run += [NotRun(rule, _NO_PAIR, entry.path, entry.id) for rule in pairs]
        return self._result(entry, list(_owned(found)), not_run, errors, looked=rules)

    def lint_picture(self, picture: "Picture", entry: Entry | None = None) -> Result:
        """What a picture deserves, held against its entry where there is one.

        Raises SourceError for a picture that cannot be decoded.
        """
        from .picture.fidelity import fidelity
        from .placing import placed

        whose = entry or Entry(picture.source, "picture", None)
        document = Document(whose, self.context, picture)
        if document.comparison and document.comparison.worth_a_closer_look and picture.look_closer():
            document = Document(whose, self.context, picture)
        rules = [rule for rule in self.active if rule.reads_pictures]
        found, not_run, errors = self._outcomes(rules, document)
        owned = [(rule, _confirmed(finding, picture)) for rule, finding in _owned(found)]
        sure = [one for one in owned if _is_sure(one[1], self.settings.min_confidence)]
        picture.keep()
        seen = replace(whose, source=picture.source, suppressions=())
        result = self._result(seen, sure, not_run, errors, looked=rules, beside=entry)
        return replace(
            result,
            diagnostics=placed(result.diagnostics, picture),
            unconfirmed=len(owned) - len(sure),
            fidelity=fidelity(document.comparison) if document.comparison else None,
            picture=True,
            entry=whose.id,
            gates=tuple(one._replace(pictures=one.looked) for one in result.gates),
        )

    def lint_catalog(self, catalog: "Catalog") -> list[tuple[int, Result]]:
        """What the entries deserve beside each other: a result for each entry with findings, in their order, and the
        number of its unit."""
        rules = [rule for rule in self.active if rule.reads_catalogs]
        cards: dict[tuple[int, int], Card] = {}
        found: dict[tuple[int, int], list[tuple[Rule, Finding]]] = {}
        errors: list[Failure] = []
        for rule in rules:
            try:
                for card, finding in _by_card(rule, catalog):
                    cards[card.place] = card
                    found.setdefault(card.place, []).append((rule, finding))
            except Exception as error:
                errors.append(_unfinished(rule, "", error))
        results: list[tuple[int, Result]] = []
        for place, some in sorted(found.items()):
            result = self._result(_entry_of(cards[place]), list(_owned(some)), (), (), looked=rules)
            # All entries were looked at, also those without a finding; they are counted together.
            gates = tuple(one._replace(looked=0) for one in result.gates)
            results.append((cards[place].unit, replace(result, gates=gates)))
        if errors or self._gates:
            gates = self._gates.compared(len(catalog)) if self._gates else ()
            results.append((0, Result("", errors=tuple(errors), gates=gates)))
        return results

    def lint_pair(self, pair: "Pair") -> Result:
        """What a translation deserves, held against its original."""
        rules = [rule for rule in self.active if rule.reads_pairs]
        found, not_run, errors = self._outcomes(rules, pair)
        original = pair.original.entry
        beside = original if original.path != pair.entry.path else None
        return self._result(pair.entry, list(_owned(found)), not_run, errors, looked=rules, beside=beside)

    def lint_drawn_pair(self, pair: "DrawnPair") -> Result:
        """What the picture of a translation deserves, held against that of its original.

        Raises SourceError for a picture that cannot be decoded.
        """
        from .placing import placed

        picture = pair.picture
        assert picture is not None
        rules = [rule for rule in self.active if rule.reads_drawn_pairs]
        found, not_run, errors = self._outcomes(rules, pair)
        owned = [(rule, _confirmed(finding, picture)) for rule, finding in _owned(found)]
        sure = [one for one in owned if _is_sure(one[1], self.settings.min_confidence)]
        picture.keep()
        seen = replace(pair.entry, source=picture.source, suppressions=())
        result = self._result(seen, sure, not_run, errors, looked=rules, beside=pair.entry)
        return replace(
            result,
            diagnostics=placed(result.diagnostics, picture),
            unconfirmed=len(owned) - len(sure),
            picture=True,
            entry=pair.entry.id,
        )

    def fails(self, result: Result) -> bool:
        """Is a finding as bad as the settings' `fail_on`?"""
        return any(self.is_failure(one.rule, one.severity) for one in result.diagnostics)

    def is_failure(self, rule: str, severity: Severity) -> bool:
        """Is a finding of a rule with that severity so bad? Not where a gate decides about the rule."""
        return severity >= self.settings.fail_on and not (self._gates and self._gates.decide(rule))

    def _outcomes(
        self, rules: Sequence[Rule], document: "Document | Pair | DrawnPair"
    ) -> tuple[list[tuple[Rule, Finding]], list[NotRun], list[Failure]]:
        entry = document.entry
        path = document.picture.path if document.picture else entry.path
        found: list[tuple[Rule, Finding]] = []
        not_run: list[NotRun] = []
        errors: list[Failure] = []
        for rule in rules:
            try:
                for outcome in _outcomes(rule, document):
                    if isinstance(outcome, Skipped):
                        skipped = NotRun(rule.id, outcome.reason, path, entry.id)
                        if skipped not in not_run:
                            not_run.append(skipped)
                    else:
                        found.append((rule, outcome))
            except Exception as error:
                errors.append(_unfinished(rule, path, error))
        return found, not_run, errors

    def _result(
        self,
        entry: Entry,
        found: Sequence[tuple[Rule, Finding]],
        not_run: Sequence[NotRun],
        errors: Sequence[Failure],
        *,
        looked: Sequence[Rule],
        beside: Entry | None = None,
    ) -> Result:
        """The findings on an entry or picture, without what is suppressed.

        `looked` are the rules that were asked: only of them a suppression can be without use. `beside` is the entry
        of a picture, whose comments silence what is found in it.
        """
        asked = {rule.id for rule in looked}
        skipped = {one.rule for one in not_run} | (self._active_ids - asked)
        diagnostics = [self._diagnose(rule, finding, entry) for rule, finding in found]
        silenced: list[Diagnostic] = []
        if beside is not None and beside.suppressions:
            there = [one for one in diagnostics if one.location.path == beside.path]
            silenced = self.suppressor.apply(beside, there, self._active_ids).silenced
            diagnostics = [one for one in diagnostics if one not in silenced]
        applied = self.suppressor.apply(entry, diagnostics, skipped)
        silenced += applied.silenced
        least = self.settings.min_severity
        return Result(
            entry.path,
            tuple(sorted((one for one in applied.kept if one.severity >= least), key=_reading_order)),
            tuple(not_run),
            sum(one.severity >= least for one in silenced),
            (*errors, *applied.failures),
            tuple(applied.notices),
            gates=self._gates.count(looked, not_run, applied.kept) if self._gates else (),
        )

    def _diagnose(self, rule: Rule, finding: Finding, entry: Entry) -> Diagnostic:
        severity = finding.severity or rule.severity
        for selector in (rule.family, rule.name, rule.id):
            severity = self.settings.severity.get(selector, severity)
        location = locate(finding.text, entry.source)
        return Diagnostic(
            rule=rule.id,
            name=rule.name,
            severity=severity,
            message=finding.message,
            remedy=finding.remedy,
            location=location,
            text=finding.text.value,
            key=_key(rule, finding.text, entry),
            entry=entry.id,
            related=tuple(
                RelatedLocation(locate(related.text, entry.source), related.note, related.text.value)
                for related in finding.related
            ),
            fix=_located_fix(finding.fix, entry.source) if finding.fix else None,
            confidence=finding.confidence,
        )


def packs_of(settings: Settings) -> tuple[Pack, ...]:
    """The built-in pack and those that the settings name."""
    return (builtin(), *map(user_pack, settings.packs))


@lru_cache(maxsize=8)
def _context(packs: tuple[Pack, ...], today: date, accept: tuple[str, ...]) -> Context:
    """Linters that differ in their selection only, as those of two folders do, read the vocabularies once."""
    return Context(packs, today=today, accept=accept)


def _gates_of(settings: Settings, rules: Sequence[Rule]) -> "Gates | None":
    if not settings.gates:
        return None
    from .gates import Gates

    return Gates(settings.gates, rules)


def _words_of(path: Path) -> list[str]:
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except OSError as error:
        raise RuleError(f"{path}: the word list cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise RuleError(f"{path}: the word list is not UTF-8 text") from None
    return [word for line in lines if (word := line.strip()) and not word.startswith("#")]


def _outcomes(rule: Rule, document: "Document | Pair | DrawnPair") -> Iterator[Finding | Skipped]:
    subjects = document.subjects(rule)
    if subjects is None or (document.picture and document.layout is None and rule.subject != "Picture"):
        yield Skipped(_reason(rule, document))
        return
    arguments = []
    for need in rule.needs[1:]:
        value = document.context_for(need)
        if value is None:
            yield Skipped(_MISSING.get(need, f"no {need.lower()} in this document"))
            return
        arguments.append(value)
    for subject in subjects:
        yield from rule.check(subject, *arguments)


def _reason(rule: Rule, document: "Document | Pair | DrawnPair") -> str:
    """Why a document has nothing for a rule to look at."""
    if document.picture is not None and document.layout is None:
        return _NOT_READ
    subject = rule.subject
    no_arrows = subject == "Conversation" and document.prompt is not None
    return _MISSING[subject if subject == "Entry" or no_arrows else "Prompt"]


def _confirmed(finding: Finding, picture: "Picture") -> Finding:
    """What stands on a picture is read again before it is said, unless the rule has already done so."""
    if finding.confidence is not None or not isinstance(finding.text.place, Region):
        return finding
    return replace(finding, confidence=picture.testify(finding.text).confidence)


def _is_sure(finding: Finding, least: float) -> bool:
    return finding.confidence is None or finding.confidence >= least


def _by_card(rule: Rule, catalog: "Catalog") -> "Iterator[tuple[Card, Finding]]":
    """The findings of a rule, each with the card that it is about."""
    from .catalog.catalog import Stretch

    for finding in rule.check(catalog):
        if not isinstance(finding, Finding) or not isinstance(finding.text.source, Stretch):
            raise TypeError("a rule about a catalog reports words of its cards")
        yield finding.text.source.card, finding


def _entry_of(card: "Card") -> Entry:
    """An entry of which only the name is known any more."""
    fields = {Field.ID: Text(card.id.value)} if card.id is not None else {}
    return Entry(Source(card.path, "", name=card.name), "card", None, fields=fields)


def _unfinished(rule: Rule, path: str, error: Exception) -> Failure:
    return Failure(path, f"rule {rule.id} could not finish: {error!r}; please report this")


def _owned(found: list[tuple[Rule, Finding]]) -> Iterator[tuple[Rule, Finding]]:
    """Without repetitions, and without findings on words that a superseding rule reports."""
    owners: dict[str, list[Text]] = {}
    for rule, finding in found:
        for other in rule.supersedes:
            owners.setdefault(other, []).append(finding.text)
    seen: set[object] = set()
    for rule, finding in found:
        identity = (rule.id, finding.text.place, finding.message)
        if identity in seen or any(_overlap(finding.text, text) for text in owners.get(rule.id, ())):
            continue
        seen.add(identity)
        yield rule, finding


def _overlap(one: Text, other: Text) -> bool:
    first, second = one.place, other.place
    if first is None or second is None or one.source is not other.source:
        return False
    if isinstance(first, Region) and isinstance(second, Region):
        return _covers_half(first, second)
    if isinstance(first, Region) or isinstance(second, Region):
        return False
    return first.start < second.end and second.start < first.end


def _covers_half(one: Region, other: Region) -> bool:
    """Do two regions share at least half of the smaller one?"""
    width = min(one.right, other.right) - max(one.left, other.left)
    height = min(one.bottom, other.bottom) - max(one.top, other.top)
    if width <= 0 or height <= 0:
        return False
    smaller = min((area.right - area.left) * (area.bottom - area.top) for area in (one, other))
    return 2 * width * height >= smaller


def locate(text: Text, source: Source) -> Location:
    """The place of a text for users."""
    origin = text.source or source
    place = text.place
    if place is None:
        return Location(origin.path)
    if isinstance(place, Region):
        return Location(origin.path, region=place)
    start, end = origin.position(place.start), origin.position(place.end)
    return Location(origin.path, start.line, start.column, end.line, end.column, span=place)


def _located_fix(fix: Fix, source: Source) -> LocatedFix | None:
    """The fix as it has to stand in the file; None where one of its edits cannot stand there."""
    edits = []
    for edit in fix.edits:
        encoded = edit.text.quoting.encode(edit.replacement)
        if encoded is None:
            return None
        edits.append(LocatedEdit(locate(edit.text, source), encoded))
    return LocatedFix(fix.title, fix.safety, tuple(edits))


def _key(rule: Rule, text: Text, entry: Entry) -> str:
    from hashlib import blake2b

    context = ""
    place = text.place
    if place is not None and not isinstance(place, Region):
        value = (text.source or entry.source).value
        before = value[max(0, place.start - _KEY_CONTEXT) : place.start]
        after = value[place.end : place.end + _KEY_CONTEXT]
        context = " ".join(f"{before} {after}".split())
    parts = "\0".join((entry.id or entry.source.name, rule.id, text.value, context))
    return blake2b(parts.encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()


def _reading_order(diagnostic: Diagnostic) -> tuple[object, ...]:
    place = diagnostic.location
    region = place.region
    drawn = (region.top, region.left) if region else (0, 0)
    return (region is not None, place.span or drawn, -diagnostic.severity, diagnostic.rule)
