"""Offsets of a part of the prompt, and how they are trimmed."""

Range = tuple[int, int]

_PAIRS = {'"': '"', "'": "'", "“": "”", "„": "“”", "«": "»", "‘": "’", "[": "]"}


def bare(value: str, start: int, end: int) -> Range:
    """Without enclosing quotes, brackets, emphasis and blanks, and without a full stop or comma behind."""
    while True:
        before = (start, end)
        while start < end and value[start] in "*_` \t\n,;":
            start += 1
        while end > start and value[end - 1] in "*_` \t\n.,;":
            end -= 1
        if end - start >= 2:
            first, last = value[start], value[end - 1]
            inner = value[start + 1 : end - 1]
            if (last in _PAIRS.get(first, "") and last not in inner and first not in inner) or (
                first == "(" and last == ")" and ")" not in inner
            ):
                start, end = start + 1, end - 1
        if (start, end) == before:
            return before


def depth_at(mask: str, start: int, at: int) -> int:
    """How many brackets that open behind `start` are still open at an offset."""
    stretch = mask[start:at]
    return sum(
        max(0, stretch.count(opening) - stretch.count(closing)) for opening, closing in ("()", "[]", "{}")
    )
