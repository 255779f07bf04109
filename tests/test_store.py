"""The file that keeps what earlier runs found: shared, bounded, and never a reason to fail."""

import os
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jwtlint import store as module
from jwtlint.store import FILE_NAME, Store, clear, holdings, size_of

NAME, OTHER = b"n" * 20, b"o" * 20

names = st.binary(min_size=16, max_size=32)


def store(folder: Path | None, kind: str = "results", largest: int = module.LARGEST) -> Store:
    return Store(folder, kind, largest)


def is_sound(folder: Path) -> bool:
    with sqlite3.connect(folder / FILE_NAME) as database:
        (verdict,) = database.execute("PRAGMA integrity_check").fetchone()
    return str(verdict) == "ok"


@given(st.dictionaries(names, st.binary(max_size=200), max_size=20))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_put_comes_back(tmp_path: Path, values: dict[bytes, bytes]) -> None:
    clear(tmp_path)
    store(tmp_path).put(values)
    assert store(tmp_path).get([*values, b"never put there"]) == values


def test_more_than_one_question_holds(tmp_path: Path) -> None:
    values = {number.to_bytes(16): str(number).encode() for number in range(1700)}
    store(tmp_path).put(values)
    assert store(tmp_path).get(list(values)) == values


def test_the_last_value_counts(tmp_path: Path) -> None:
    kept = store(tmp_path)
    kept.put({NAME: b"old"})
    kept.put({NAME: b"new"})
    assert kept.get([NAME]) == {NAME: b"new"}


def test_without_a_folder_nothing_is_kept() -> None:
    kept = store(None)
    kept.put({NAME: b"1"})
    assert kept.get([NAME]) == {}
    kept.close()


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_broken_file_is_made_anew(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    kept = store(tmp_path)
    kept.put({NAME: b"1"})
    assert store(tmp_path).get([NAME]) == {NAME: b"1"}


def test_a_file_that_breaks_while_it_is_open_is_made_anew(tmp_path: Path) -> None:
    kept = store(tmp_path)
    kept.put({number.to_bytes(16): os.urandom(500) for number in range(300)})
    kept.close()
    path = tmp_path / FILE_NAME
    whole = path.read_bytes()
    # The head is right, so that it opens; what it holds is not.
    path.write_bytes(whole[:4096] + b"\xa5" * (len(whole) - 4096))
    kept = store(tmp_path)
    assert kept.get([(7).to_bytes(16)]) == {}
    kept.put({NAME: b"1"})
    kept.put({NAME: b"2"})
    assert store(tmp_path).get([NAME]) == {NAME: b"2"}
    assert is_sound(tmp_path)


def test_what_another_version_kept_is_no_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store(tmp_path).put({NAME: b"1"})
    monkeypatch.setattr(module, "_VERSION", 2)
    kept = store(tmp_path)
    assert kept.get([NAME]) == {}
    kept.put({NAME: b"2"})
    assert kept.get([NAME]) == {NAME: b"2"}


def test_where_nothing_can_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    kept = store(tmp_path / "file")
    kept.put({NAME: b"1"})
    assert kept.get([NAME]) == {}
    kept.close()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission_is_no_error(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        kept = store(tmp_path)
        kept.put({NAME: b"1"})
        assert kept.get([NAME]) == {}
    finally:
        tmp_path.chmod(0o700)


def test_it_grows_no_larger_than_it_may(tmp_path: Path) -> None:
    largest = 400_000
    for number in range(30):
        kept = store(tmp_path, largest=largest)
        kept._today = 1000 + number
        kept.put({f"{number:10}{one:10}".encode(): os.urandom(4000) for one in range(10)})
        kept.get([f"{0:10}{0:10}".encode()])
        kept.close()
        assert size_of(tmp_path) <= largest
    left = store(tmp_path).get([f"{number:10}{0:10}".encode() for number in range(30)])
    assert f"{0:10}{0:10}".encode() in left, "what is asked for stays"
    assert f"{29:10}{0:10}".encode() in left
    assert f"{1:10}{0:10}".encode() not in left, "what nobody has asked for the longest goes"


def test_kinds_are_counted_apart_and_all_of_it_can_be_cleared(tmp_path: Path) -> None:
    assert holdings(tmp_path) == []
    store(tmp_path).put({NAME: b"123"})
    store(tmp_path, "sights").put({OTHER: b"12345"})
    assert holdings(tmp_path) == [("results", 1, 3), ("sights", 1, 5)]
    clear(tmp_path)
    assert (holdings(tmp_path), size_of(tmp_path), list(tmp_path.iterdir())) == ([], 0, [])


def test_parallel_runs_share_it(tmp_path: Path) -> None:
    wrong: list[object] = []

    def work(mine: int) -> None:
        kept = store(tmp_path)
        for number in range(20):
            values = {f"{mine:8}{number:8}".encode(): bytes([mine]) * 3000}
            kept.put(values)
            kept.put({NAME: bytes([mine]) * 3000})
            if kept.get(list(values)) != values or len(set(kept.get([NAME])[NAME])) != 1:
                wrong.append(mine)
        kept.close()

    threads = [threading.Thread(target=work, args=(one,)) for one in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert wrong == []
    assert is_sound(tmp_path)
    assert holdings(tmp_path)[0].values == 81


WRITER = """
import sys
from pathlib import Path
from jwtlint.store import Store
kept = Store(Path(sys.argv[1]), "results")
for number in range(1_000_000):
    kept.put({f"{number:20}".encode(): str(number).encode() * 500})
    print(number, flush=True)
"""


def test_a_run_that_is_killed_leaves_it_whole(tmp_path: Path) -> None:
    for after in (1, 7, 23):
        process = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        for _ in range(after):
            process.stdout.readline()
        process.kill()
        process.communicate()
        assert is_sound(tmp_path)
        name = f"{after - 1:20}".encode()
        assert store(tmp_path).get([name]) == {name: str(after - 1).encode() * 500}
