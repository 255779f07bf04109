"""A catalog in which everything is tried that a stranger can try."""

import csv
import json
import os
import socket
import zlib
from pathlib import Path
from typing import NamedTuple

from PIL import Image

PATHS = (
    "../../etc/passwd",
    "../outside/secret.png",
    "/etc/passwd",
    "C:\\x.png",
    "C:/x.png",
    "..\\outside\\secret.png",
    "file:///etc/passwd",
    "https://evil.example/x.png",
    "//server/share/x.png",
    "\\\\server\\share\\x.png",
    "a\nb.png",
    "n" * 5000 + ".png",
    "/".join(["d"] * 3000) + ".png",
    "~/.ssh/id_rsa",
    "$HOME/x.png",
    "%2e%2e/outside/secret.png",
    "out.png",
    "way/secret.png",
    "loop.png",
    "round/round/round/in.png",
    "pipe.png",
    "socket.png",
    "zero.png",
    ".",
    "..",
    "-rf",
    "`touch owned`",
    "$(touch owned)",
    "| touch owned",
)
"""What entries call their picture. None of them may be read."""

WORDS = (
    "::error file=a.txt::owned",
    "::set-output name=x::y",
    "##[group]owned",
    "a\n::stop-commands::x\r\n::add-mask::y",
    "%0A::warning::c",
    "]]> --> <script>alert(1)</script> </script><img src=x onerror=alert(1)> </details>",
    "<iframe src=https://evil.example></iframe><!-- <style>@import 'https://evil.example/a.css';</style>",
    "\x1b[31mred\x1b]8;;https://evil.example\x07here\x1b]8;;\x07\x1b[2J\x1b[999D\x9b31m\x08\x7f",
    "\u202egnp.exe\u2066 \u200b\ufeff \u2028 \U000e0041",
    "![x](https://evil.example/x.png) [y](javascript:alert) @octocat #12 <https://evil.example>",
    '=HYPERLINK("https://evil.example")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "{{7*7}} ${7*7} #{7*7} %s {0} {title}",
    "[bold red]markup[/] :smile:",
)
"""What entries say, in every field."""

BROKEN = (
    b'{"id":"x","prompt":"half \\ud800 a pair"}',
    b'{"id":"x","prompt":"NUL \\u0000"}',
    b'{"id":"x","id":"y","prompt":"Draw it."}',
    b'{"id":"x","prompt":"deep","more":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    b'{"id":"x","prompt":"no end',
    b'{"id":"x","prompt":"\xff\xfe"}',
    b'[{"prompt":"x"}]',
    b'"prompt"',
    b"NaN",
    b'{"id":"x","prompt":NaN}',
)
"""Lines of an export that are no entries: each is one line of the report."""

HUGE = (
    b'{"id":' + b"9" * 50_000 + b',"title":1e999999999,"prompt":"Infographic titled \\"Huge\\" with boxes."}'
)
GOOD = "Good entry"


class Place(NamedTuple):
    """The catalog, and beside it what nobody may read."""

    catalog: Path
    outside: Path


def make(folder: Path) -> Place:
    """Write the catalog into an empty folder."""
    place = Place(folder / "catalog", folder / "outside")
    place.catalog.mkdir()
    place.outside.mkdir()
    for name in ("secret.png", "other.png"):
        Image.new("RGB", (64, 64), "white").save(place.outside / name)
    (place.outside / "secret.txt").write_text('Infographic titled "Secret" (array)\n')
    (place.outside / "secret.json").write_text(json.dumps([{"prompt": "Secret (array)"}]))
    (place.outside / "pack.toml").write_text('name = "evil"\n')
    _exports(place.catalog)
    _pages(place.catalog)
    _pictures(place.catalog)
    _files(place)
    return place


def entry(number: int, words: str, picture: str = "") -> dict[str, str]:
    """An entry that says the same everywhere, and has something that a rule finds."""
    return {
        "id": f"{number} {words}",
        "title": f"{GOOD} {words}",
        "alt": f"A flow {words}",
        "description": f"A diagram {words} of a flow with boxes.",
        "style": words,
        "language": words,
        "seo_target": words,
        "image": picture,
        "prompt": f'{words} Infographic titled "{GOOD} {words}" with boxes "Web API" and "Database". (array) {words}',
    }


def entries() -> list[dict[str, str]]:
    """All attacks, one an entry."""
    said = [entry(number, words) for number, words in enumerate(WORDS)]
    return said + [entry(100 + number, f"picture {number}", path) for number, path in enumerate(PATHS)]


def _exports(catalog: Path) -> None:
    some = entries()
    lines = [json.dumps(one).encode() for one in some]
    (catalog / "all.jsonl").write_bytes(b"\n".join([*lines, *BROKEN, HUGE, lines[0]]) + b"\n")
    (catalog / "all.json").write_text(json.dumps({"entries": some}, ensure_ascii=False, indent=1))
    with (catalog / "all.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.DictWriter(file, list(some[0]))
        rows.writeheader()
        rows.writerows(some)


def _pages(catalog: Path) -> None:
    pages = catalog / "pages"
    pages.mkdir()
    for number, one in enumerate(entries()):
        head = "".join(
            f"{key}: {json.dumps(value, ensure_ascii=False)}\n"
            for key, value in one.items()
            if key != "prompt" and value
        )
        text = f"---\n{head}---\n{one['prompt']}\n"
        (pages / f"{number:02}.md").write_text(text, encoding="utf-8", newline="")


def _pictures(catalog: Path) -> None:
    (catalog / "bomb.png").write_bytes(_bomb())
    (catalog / "cut.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (catalog / "text.png").write_text("no picture")


def _bomb() -> bytes:
    """A PNG of a few kilobytes that says it has 19,000 × 19,000 pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4) + kind + data + zlib.crc32(kind + data).to_bytes(4)

    side = (19_000).to_bytes(4)
    rows = zlib.compress(b"\0" * 4_000_000, 9)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", side * 2 + b"\x01\0\0\0\0")
        + chunk(b"IDAT", rows)
        + chunk(b"IEND", b"")
    )


def _files(place: Place) -> None:
    catalog, outside = place
    for name in ("pipe.png", "pipe.txt", "pipe.json", "pipe.csv"):
        os.mkfifo(catalog / name)
    # The name of a socket may have only a hundred characters or so.
    with socket.socket(socket.AF_UNIX) as one:
        here = os.getcwd()
        os.chdir(catalog)
        try:
            one.bind("socket.png")
        finally:
            os.chdir(here)
    for name, target in {
        "out.png": outside / "secret.png",
        "out.txt": outside / "secret.txt",
        "out.json": outside / "secret.json",
        "way": outside,
        "zero.png": Path("/dev/zero"),
        "zero.txt": Path("/dev/zero"),
        "passwd.txt": Path("/etc/passwd"),
        "loop.png": catalog / "loop.png",
        "loop.txt": catalog / "loop.txt",
        "round": catalog,
        "gone.md": outside / "gone.md",
    }.items():
        (catalog / name).symlink_to(target)
    for name in (
        "\x1b[31m.txt",
        "a\n::error::owned.txt",
        "<img src=x onerror=alert(1)>.txt",
        "\u202etxt.txt",
    ):
        (catalog / name).write_text(f'Infographic titled "{GOOD}" with boxes. (array)\n')
    with open(os.fsencode(catalog) + b"/\xff\xfe.txt", "w") as file:
        file.write(f'Infographic titled "{GOOD}" with boxes. (array)\n')
    (catalog / "-rf.txt").write_text(f'Infographic titled "{GOOD}" with boxes. (array)\n')
