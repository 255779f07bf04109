"""Numbers with their nouns."""


def counted(number: int, noun: str, plural: str = "") -> str:
    """The number with its noun, in the plural where it has to be."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {plural or f'{noun}s'}"
