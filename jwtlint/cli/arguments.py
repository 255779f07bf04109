"""From the arguments of `check` to a request, whoever has read them."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from ..config import Gate
from ..finding import Severity
from ..linters import Overrides
from ..report.paper import Color, Format, Output
from ..run import Request
from ..session import STDIN, STDIN_NAME, Fixing
from ..shard import Shard


def request_of(
    paths: Iterable[str],
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    min_severity: str | None = None,
    fail_on: str | None = None,
    format: str = "rich",
    fix: bool = False,
    unsafe_fixes: bool = False,
    diff: bool = False,
    statistics: bool = False,
    quiet: bool = False,
    exit_zero: bool = False,
    config: str | None = None,
    isolated: bool = False,
    today: str | None = None,
    pack: Iterable[str] = (),
    stdin_filename: str = STDIN_NAME,
    color: str = "auto",
    prompt: str | None = None,
    reader: str = "auto",
    jobs: int | str = 0,
    annotate: str | None = None,
    min_confidence: float | str | None = None,
    no_cache: bool = False,
    baseline: str | None = None,
    no_baseline: bool = False,
    gate: Iterable[str] = (),
    changed_since: str | None = None,
    cluster: str | None = None,
    shard: str | None = None,
    output: Iterable[str] = (),
) -> Request:
    """The request. Raises ValueError for a value that is none, or options that exclude each other."""
    paths = tuple(paths)
    outputs = tuple(map(_output, output))
    if diff and (format != "rich" or outputs):
        raise ValueError("--diff writes a diff; it cannot be combined with --format or --output")
    if statistics and format not in ("rich", "json"):
        raise ValueError(f"--statistics has no place in --format {format}; it goes with rich and json")
    _verify_places(outputs, format, paths, rewrites_stdin=STDIN in paths and (fix or unsafe_fixes))
    if prompt is not None and (prompt == "-" or Path(prompt).is_dir()):
        raise ValueError("--prompt names one file; give the standard input and folders as paths")
    if config is not None and isolated:
        raise ValueError("--config names a configuration and --isolated wants none; choose one")
    if changed_since is not None and (not changed_since or changed_since.startswith("-")):
        raise ValueError(f"--changed-since: {changed_since!r} is no revision such as origin/main")
    if baseline is not None and no_baseline:
        raise ValueError("--baseline names a baseline and --no-baseline wants none; choose one")
    fixing = Fixing.UNSAFE if unsafe_fixes else Fixing.SAFE if fix or diff else Fixing.NONE
    return Request(
        paths,
        Overrides(
            select=_listed(select),
            ignore=_listed(ignore),
            min_severity=_severity(min_severity),
            fail_on=_severity(fail_on),
            today=_date(today),
            packs=tuple(Path(one) for one in pack),
            min_confidence=_confidence(min_confidence),
            gates=tuple(map(_gate, gate)),
            baseline=Path(baseline) if baseline is not None else None,
        ),
        fixing,
        diff=diff,
        format=Format(format),
        statistics=statistics,
        quiet=quiet,
        exit_zero=exit_zero,
        config=Path(config) if config is not None else None,
        isolated=isolated,
        stdin_name=stdin_filename,
        color=Color(color),
        prompt=prompt,
        reader=reader,
        jobs=_count(jobs),
        cache=not no_cache,
        annotate=Path(annotate) if annotate is not None else None,
        use_baseline=not no_baseline,
        changed_since=changed_since,
        cluster=cluster,
        shard=_shard(shard, format, outputs),
        outputs=outputs,
    )


def _output(value: str) -> Output:
    name, equals, place = value.partition("=")
    if not equals or not place or name not in list(Format):
        raise ValueError(f"--output: {value!r} is not FORMAT=FILE; the formats are {', '.join(Format)}")
    return Output(Format(name), None if place == STDIN else Path(place))


def _verify_places(
    outputs: tuple[Output, ...], format: str, paths: tuple[str, ...], *, rewrites_stdin: bool
) -> None:
    """Each report needs a place of its own. Raises ValueError."""
    places = [output.path for output in outputs]
    for path in map(Path, paths):
        if path in places:
            raise ValueError(f"--output: {path} is to be checked; write the report into another file")
    for place in places:
        if places.count(place) > 1:
            raise ValueError(f"--output: two reports go to {place or 'the standard output'}; choose one")
    if None in places and format != "rich":
        raise ValueError(f"--output: --format {format} goes to the standard output already; name a file")
    if None in places and rewrites_stdin:
        raise ValueError("--output: the fixed text goes to the standard output; name a file")


def _listed(values: Iterable[str]) -> tuple[str, ...]:
    """Values that were given one by one, or several at once with commas between them."""
    return tuple(part.strip() for value in values for part in value.split(",") if part.strip())


def _severity(label: str | None) -> Severity | None:
    if label is None:
        return None
    return {severity.label: severity for severity in Severity}[label]


def _confidence(value: float | str | None) -> float | None:
    if value is None:
        return None
    try:
        share = float(value)
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise ValueError(f"--min-confidence: {value!r} is no number from 0 to 1")
    return share


def _shard(value: str | None, format: str, outputs: Sequence[Output]) -> Shard | None:
    if value is None:
        return None
    if format != Format.JSON and all(output.format is not Format.JSON for output in outputs):
        raise ValueError("--shard wants --format json or --output json=FILE, which jwtlint merge joins")
    return Shard.parse(value)


def _gate(value: str) -> Gate:
    rules, _, share = value.rpartition("=")
    try:
        mostly = float(share)
    except ValueError:
        mostly = 0.0
    if not rules or not 0 < mostly <= 1:
        raise ValueError(f"--gate: {value!r} is no gate such as CAT101=0.98, with a share above 0, up to 1")
    return Gate(_listed([rules]), mostly, "--gate")


def _count(value: int | str) -> int:
    try:
        count = int(value)
    except ValueError:
        count = -1
    if count < 0:
        raise ValueError(f"--jobs: {value!r} is no number of processes")
    return count


def _date(value: str | None) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise ValueError(f"--today: {value!r} is no date such as 2026-06-08") from None
