"""The claims of a case on its page, and the frames that they have on its picture."""

from collections.abc import Sequence

from .....report.region import certainty, region_name
from .....text import Region
from ...model import Evidence, FiledClaim
from .markup import Html, element, joined

_BADGE = 64
"""The badge of a frame is this part of the picture's longer side."""


class Frames:
    """Numbers the findings that have a place on the picture; claims on the same finding share its number."""

    def __init__(self, claims: Sequence[FiledClaim]) -> None:
        self._found: dict[tuple[str, Region], FiledClaim] = {}
        for one in claims:
            if one.evidence and one.evidence.region:
                self._found.setdefault((one.evidence.rule, one.evidence.region), one)

    def number(self, evidence: Evidence) -> int | None:
        """The number of a finding on the picture, from 1; None where it has no place there."""
        if evidence.region is None:
            return None
        return list(self._found).index((evidence.rule, evidence.region)) + 1

    def overlay(self, size: tuple[int, int]) -> Html:
        """The frames, to be laid over a picture of this width and height in pixels."""
        frames = (
            self._frame(number, region, one, size)
            for number, ((_, region), one) in enumerate(self._found.items(), 1)
        )
        return element(
            "svg", *frames, viewBox=f"0 0 {size[0]} {size[1]}", aria_label="Findings on the picture"
        )

    @staticmethod
    def _frame(number: int, region: Region, claim: FiledClaim, size: tuple[int, int]) -> Html:
        evidence = claim.evidence
        assert evidence is not None
        left, top = max(region.left, 0), max(region.top, 0)
        radius = max(max(size) // _BADGE, 8)
        # Beside the corner, so that it hides no letter in the frame, but never off the picture.
        x, y = (
            min(max(edge - radius * 3 // 4, radius), side - radius)
            for edge, side in zip((left, top), size, strict=True)
        )
        return element(
            "a",
            element("title", f"{number}: {evidence.message}"),
            element(
                "rect",
                x=left,
                y=top,
                width=max(min(region.right, size[0]) - left, 1),
                height=max(min(region.bottom, size[1]) - top, 1),
            ),
            element("circle", cx=x, cy=y, r=radius),
            element("text", str(number), x=x, y=y, font_size=radius * 5 // 4),
            href=f"#{_name(claim)}",
            id=f"frame-{number}",
            class_=evidence.severity,
        )


def claim_card(claim: FiledClaim, frames: Frames, *, whole: bool) -> Html:
    """A claim with its verdict, what it names, and the finding behind it; `whole`: its words are the whole report."""
    verdict = claim.verdict.replace("_", " ")
    return element(
        "div",
        element(
            "p",
            element("span", f"R{claim.report}.{claim.number}", class_="number"),
            element("span", verdict, class_=f"chip {claim.verdict}"),
            None if whole else element("q", claim.quote),
            element("small", ", ".join(claim.anchors)),
        ),
        element("p", claim.why),
        _finding(claim, claim.evidence, frames) if claim.evidence else None,
        class_="claim",
        id=_name(claim),
    )


def _finding(claim: FiledClaim, evidence: Evidence, frames: Frames) -> Html:
    number = frames.number(evidence)
    frame = element("a", f"frame {number}", href=f"#frame-{number}") if number else None
    return element(
        "p",
        element("code", f"{evidence.rule} {evidence.name}"),
        f" {claim.advice} ",
        element("small", joined(_place(evidence), " " if frame else None, frame)),
        class_=f"finding {evidence.severity}",
    )


def _place(evidence: Evidence) -> str:
    if evidence.region is None:
        return evidence.path if evidence.line is None else f"{evidence.path}, line {evidence.line}"
    where = region_name(evidence.region, evidence.picture_size) if evidence.picture_size else ""
    return ", ".join(part for part in (evidence.path, where, certainty(evidence.confidence)) if part)


def _name(claim: FiledClaim) -> str:
    return f"R{claim.report}.{claim.number}"
