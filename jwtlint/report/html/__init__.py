"""The report as a page for editors: one file that works from disk, without any request to a network."""

from collections.abc import Iterator
from itertools import chain

from ..model import Report
from .album import Album
from .block import block, list_block
from .details import details
from .entries import shown_entries
from .findings import finding, ordered
from .overview import overview
from .page import after_data, before_data


def html(report: Report) -> Iterator[str]:
    """The page in pieces, which put together are UTF-8 text of HTML (Living Standard).

    The pictures with findings are read again and lie in the page, scaled down. The rest are linked, as are the
    files: a relative path is one from the folder in which the page will lie.
    """
    entries = shown_entries(report.checked)
    for entry in entries:
        entry.diagnostics = ordered(entry)
    album = Album()
    yield before_data()
    yield block("overview", overview(report, entries))
    yield from list_block(
        "findings",
        chain.from_iterable(
            (finding(one, number) for one in entry.diagnostics) for number, entry in enumerate(entries)
        ),
    )
    for number, entry in enumerate(entries):
        yield block(f"entry-{number}", details(entry, album))
    yield after_data()
