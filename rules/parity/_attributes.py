"""An attribute of the picture that the two prompts name differently."""

from collections.abc import Iterator, Sequence

from jwtlint.finding import Finding, Related, Severity
from jwtlint.parity.diagram import Diagram
from jwtlint.parity.pair import Pair


def changed(
    pair: Pair, diagram: Diagram, attribute: str, called: str, families: Sequence[frozenset[str]] = ()
) -> Iterator[Finding]:
    """What only one side asks for: a change where both do so, and else worth a look.

    Values of one family stand for each other.
    """
    asked, now = (
        pair.words.attributes.of(prompt, attribute) for prompt in (diagram.original, diagram.translation)
    )

    def akin(value: str, values: Sequence[str]) -> bool:
        return any(value in family and not family.isdisjoint(values) for family in families)

    only_asked = [value for value in asked if value not in now]
    only_now = [value for value in now if value not in asked]
    gone = [value for value in only_asked if not akin(value, only_now)]
    new = [value for value in only_now if not akin(value, only_asked if gone else list(asked))]
    if gone and new:
        yield Finding(
            now[new[0]],
            f"the {called} of the original ({', '.join(gone)}) has become {', '.join(new)}",
            "a re-render keeps the attributes of the original",
            related=tuple(Related(asked[value], "asked for in the original") for value in gone),
        )
    elif gone or new:
        whose, what = (asked, "only the original") if gone else (now, "only the translation")
        other = next(iter((now if gone else asked).values()), None)
        yield Finding(
            whose[(gone or new)[0]],
            f"{what} asks for the {called} {', '.join(gone or new)}",
            "a re-render keeps the attributes of the original",
            related=(Related(other, f"the {called} on the other side"),) if other else (),
            severity=Severity.WARNING if pair.same_prose else Severity.INFO,
        )
