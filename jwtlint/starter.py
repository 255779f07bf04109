"""The first configuration of a folder, from a survey of it."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from .baseline import FILE_NAME
from .report.counting import counted
from .survey import OFTEN, Survey

_MOST_RULES, _MOST_NAMES = 12, 20


def starter(seen: Survey) -> str:
    """A configuration with comments, as TOML. What is only a suggestion is a comment, too."""
    return "\n".join(_lines(seen)) + "\n"


def _lines(seen: Survey) -> Iterator[str]:
    yield "# jwtlint looks here for files in this folder and below. Every line can go: what is not said has a default."
    yield from _found(seen)
    yield ""
    yield '# From which severity on a run fails: "error", "warning" (the default) or "info".'
    yield 'fail-on = "warning"'
    yield ""
    yield from _exclude(seen)
    yield from _rules(seen)
    yield "[spelling]"
    yield "# Words that are right here, such as names of products, teams and places."
    names = [(name, count) for name, count in seen.names.most_common(_MOST_NAMES) if count >= OFTEN]
    yield from _array(
        "accept", [f"# {_quoted(name)},  # in {counted(count, 'document')}" for name, count in sorted(names)]
    )
    yield from _fields(seen)


def _found(seen: Survey) -> Iterator[str]:
    yield "#"
    yield f"# Found: {_kinds(seen.documents, 'document')}, {_kinds(seen.pictures, 'picture')}."
    if seen.exports:
        yield f"# Also {_kinds(seen.exports, 'export')} of many entries."
    if not seen.sampled:
        return
    languages = {code or "not told": count for code, count in seen.languages.items()}
    sample = f"# Looked at: {counted(seen.sampled, 'document or record', 'documents and records')}"
    if seen.unreadable:
        sample += f", {seen.unreadable} of them not readable"
    yield f"{sample}. Languages of the prompts: {_listed(languages) or 'none'}."


def _exclude(seen: Survey) -> Iterator[str]:
    yield "# Files and folders that are no catalog; patterns from this folder, as in .gitignore."
    lines = [f"{_quoted(f'{name}/')}," for name in sorted(_safe(seen.made))]
    lines += [f"{_quoted(name)}," for name in sorted(_safe(seen.papers))]
    for name in sorted(_safe(set(seen.doubtful))):
        number = counted(seen.doubtful[name], "document")
        lines.append(f"# {_quoted(f'/{name}/')},  # of {number} none looks like an entry or a prompt")
    yield from _array("exclude", lines)
    yield ""


def _rules(seen: Survey) -> Iterator[str]:
    if not seen.rules:
        return
    tallies = sorted(seen.rules.items(), key=lambda one: (-one[1].findings, one[0]))
    yield "# What was found, by rule; `jwtlint explain RULE` says why it matters."
    for rule, tally in tallies[:_MOST_RULES]:
        yield f"#   {rule} {tally.name}: {tally.findings} in {counted(tally.documents, 'document')}"
    if len(tallies) > _MOST_RULES:
        yield f"#   and {len(tallies) - _MOST_RULES} more rules"
    yield "# Rules that do not matter here, by id, name or family:"
    yield f'# ignore = ["{tallies[0][0]}"]'
    yield ""
    yield f"# What is known can wait: `jwtlint baseline .` writes it to {FILE_NAME}. With this line, checks report"
    yield "# only what is new, and `jwtlint baseline . --update` takes out what was fixed."
    yield f'# baseline = "{FILE_NAME}"'
    yield ""


def _fields(seen: Survey) -> Iterator[str]:
    if seen.fields:
        yield ""
        yield "# What exports with names of their own seem to call the fields of an entry:"
        yield "# [fields]"
        for key, names in seen.fields.items():
            quoted = ", ".join(map(_quoted, names))
            yield f"# {key} = {quoted if len(names) == 1 else f'[{quoted}]'}"


def _array(key: str, lines: Sequence[str]) -> Iterator[str]:
    """An array with one value, or suggestion, a line."""
    if not lines:
        yield f"{key} = []"
        return
    yield f"{key} = ["
    for line in lines:
        yield f"  {line}"
    yield "]"


def _kinds(endings: Counter[str], noun: str) -> str:
    total = endings.total()
    return f"{counted(total, noun)} ({_listed(endings)})" if total else f"no {noun}s"


def _listed(counts: Mapping[str, int]) -> str:
    ranked = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    return ", ".join(f"{count} {name}" for name, count in ranked)


def _safe(names: set[str]) -> set[str]:
    """The names that mean themselves, as a pattern and in a comment."""
    return {name for name in names if name.isprintable() and not set(name) & set("*?[]")}


def _quoted(text: str) -> str:
    """A basic string of TOML, whose escapes for printable text are those of JSON (TOML 1.0, "String")."""
    return json.dumps(text, ensure_ascii=False)
