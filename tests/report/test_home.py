"""How files are named for readers elsewhere, on both kinds of machines."""

from pathlib import PurePath, PurePosixPath, PureWindowsPath

import pytest

from jwtlint.report.home import Home

POSIX = Home("/home/me/catalog/", "", PurePosixPath)
WINDOWS = Home("C:\\catalog", "", PureWindowsPath)


@pytest.mark.parametrize(
    ("home", "path", "told", "uri"),
    [
        (POSIX, "a.txt", "a.txt", "a.txt"),
        (POSIX, "./sub/../a b.txt", "a b.txt", "a%20b.txt"),
        (POSIX, "/home/me/catalog/sub/ü.txt", "sub/ü.txt", "sub/%C3%BC.txt"),
        (POSIX, "../other/a.txt", "/home/me/other/a.txt", "file:///home/me/other/a.txt"),
        (POSIX, "/home/me/catalogue/a.txt", "/home/me/catalogue/a.txt", "file:///home/me/catalogue/a.txt"),
        (POSIX, "/../../etc/passwd", "/etc/passwd", "file:///etc/passwd"),
        (POSIX, "//odd/a", "//odd/a", "file:///odd/a"),
        (POSIX, "a:b?c#d%20\\e", "a:b?c#d%20\\e", "a%3Ab%3Fc%23d%2520%5Ce"),
        (POSIX, "<stdin>", "<stdin>", "%3Cstdin%3E"),
        (POSIX, "not-utf8-\udcff", "not-utf8-\udcff", "not-utf8-%FF"),
        (POSIX, "half-\ud800", "half-\ud800", "half-%3F"),
        (WINDOWS, "sub\\a b.txt", "sub/a b.txt", "sub/a%20b.txt"),
        (WINDOWS, "c:\\Catalog\\a.txt", "a.txt", "a.txt"),
        (WINDOWS, "D:\\a#b.txt", "D:/a#b.txt", "file:///D:/a%23b.txt"),
        (WINDOWS, "..\\a.txt", "C:/a.txt", "file:///C:/a.txt"),
        (WINDOWS, "\\\\server\\share\\a b", "//server/share/a b", "file://server/share/a%20b"),
    ],
)
def test_names(home: Home, path: str, told: str, uri: str) -> None:
    assert home.told(path) == told
    assert home.uri(path) == uri


def test_named_from_a_folder_above() -> None:
    home = Home("/repo/catalog", "/repo", PurePosixPath)
    assert home.told("a.txt") == "catalog/a.txt"
    assert home.told("/repo/b.txt") == "b.txt"


@pytest.mark.parametrize("path", ["a.txt", "../a.txt", "sub/a.txt"])
def test_nothing_is_known_of_the_folder(path: str) -> None:
    home = Home(kind=PurePosixPath)
    assert home.told(path) == home.uri(path) == path


def test_paths_are_those_of_this_machine_unless_it_is_said() -> None:
    assert Home().kind is PurePath
