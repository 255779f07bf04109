"""Old databases become new ones, and what is no queue of ours is left alone."""

import sqlite3
from pathlib import Path

import pytest

from jwtlint.triage.queue import migrations, reading
from jwtlint.triage.queue.database import Database
from jwtlint.triage.queue.errors import QueueError
from jwtlint.triage.queue.model import Outcome
from jwtlint.triage.queue.queue import Queue
from jwtlint.triage.queue.states import State
from jwtlint.triage.queue.verifying import differences

from .desk import START, ruling

VERSION_1 = Path(__file__).parent / "old" / "version-1.sql"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A database as the first version left it: five reports, one decided, one held."""
    path = tmp_path / "old.db"
    connection = sqlite3.connect(path)
    connection.executescript(VERSION_1.read_text(encoding="utf-8"))
    connection.close()
    return path


def test_an_old_database_is_brought_up_to_date(old: Path) -> None:
    database = Database(old)
    assert migrations.version_of(database.connection) == migrations.newest() > 1
    assert list(differences(database.connection)) == []
    queue = Queue(database, lambda: START)
    with database.reading() as connection:
        first = reading.dossier(connection, 1)
        assert reading.counts(connection, START).total == 4
    assert first.case.outcome is Outcome.UPHELD
    assert [report.text for report in first.reports] == [
        "the label 'Brwoser' is wrong",
        "la etiqueta 'brwoser' está mal",
    ]
    queue.decide(4, "bob", ruling(Outcome.REJECTED))
    with database.reading() as connection:
        assert reading.case(connection, 4).state is State.DECIDED
    database.close()


def test_an_interrupted_migration_changes_nothing(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = (*migrations._steps(), "CREATE TABLE half (a);\nSELECT * FROM nowhere;\n")
    with monkeypatch.context() as patched:
        patched.setattr(migrations, "_steps", lambda: steps)
        with pytest.raises(sqlite3.OperationalError):
            Database(old)
    connection = sqlite3.connect(old)
    assert migrations.version_of(connection) == 1
    assert (
        connection.execute("SELECT 1 FROM sqlite_master WHERE name IN ('half', 'originals')").fetchone()
        is None
    )
    connection.close()
    Database(old).close()


def test_a_newer_database_is_refused(old: Path) -> None:
    connection = sqlite3.connect(old)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(
        QueueError, match=r"old\.db: its format is version 99, and this jwtlint knows \d+; update"
    ):
        Database(old)


def test_the_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE notes (a)")
    connection.close()
    with pytest.raises(QueueError, match="database of another program"):
        Database(path)


def test_what_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"no database at all, but a text that is long enough\n" * 40)
    with pytest.raises(QueueError, match=r"a\.txt: no queue, but some other file"):
        Database(path)
    with pytest.raises(QueueError, match="cannot be opened"):
        Database(tmp_path)
    assert path.read_bytes().startswith(b"no database at all")
