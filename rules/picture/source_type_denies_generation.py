"""The file says that a camera or a person made the picture, and also that a program drew it.

IPTC's digital source type tells readers and platforms how a picture came about (IPTC Photo Metadata Standard,
"Digital Source Type"; the values are at cv.iptc.org/newscodes/digitalsourcetype). A generated picture is
"trainedAlgorithmicMedia", or "compositeWithTrainedAlgorithmicMedia" with parts by others.

```bad
--- drawn {source=digitalCapture prompt=infographic of a cache}
[[file]]
```

```good
--- drawn {source=trainedAlgorithmicMedia prompt=infographic of a cache}
Cache Hit and Miss
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.picture.marks import file_text
from jwtlint.picture.picture import Picture
from jwtlint.rule import rule

_BY_HAND = frozenset(
    {"digitalCapture", "negativeFilm", "positiveFilm", "print", "minorHumanEdits", "humanEdits"}
)


@rule("PIC181", "source-type-denies-generation", Severity.WARNING)
def source_type_denies_generation(picture: Picture) -> Iterator[Finding]:
    provenance = picture.provenance
    if provenance.source_type in _BY_HAND and provenance.prompts:
        yield Finding(
            file_text(picture),
            f"the file calls itself {provenance.source_type!r}, and holds the prompt that it was generated from",
            "set the digital source type to trainedAlgorithmicMedia",
            confidence=1.0,
        )
