"""The log is only ever added to, whoever opens the database."""

import sqlite3
from collections.abc import Iterator

import pytest

from jwtlint.triage.queue import reading
from jwtlint.triage.queue.errors import QueueError
from jwtlint.triage.queue.model import Submission
from jwtlint.triage.queue.projection import rebuild
from jwtlint.triage.queue.verifying import differences

from .desk import Desk, assessment, content


@pytest.fixture
def stranger(desk: Desk) -> Iterator[sqlite3.Connection]:
    """A connection of some other program, without our settings, to a queue with a report."""
    desk.case()
    connection = sqlite3.connect(desk.queue.database.path)
    yield connection
    connection.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE events SET actor = 'nobody' WHERE seq = 1",
        "UPDATE OR REPLACE events SET seq = 2 WHERE seq = 1",
        "DELETE FROM events",
        "DELETE FROM events WHERE seq = 1",
        "INSERT OR REPLACE INTO events VALUES (1, 0, 'received', 'x', NULL, 1, '{}')",
        "REPLACE INTO events VALUES (2, 0, 'received', 'x', NULL, 1, '{}')",
        "INSERT INTO events VALUES (99, 0, 'received', 'x', NULL, 1, '{}')",
        "INSERT INTO events (at, kind, actor, body) VALUES (0, 'received', 'x', '{}')",
    ],
)
def test_the_database_itself_refuses(stranger: sqlite3.Connection, statement: str) -> None:
    before = stranger.execute("SELECT * FROM events").fetchall()
    with pytest.raises(sqlite3.IntegrityError, match="the event log is append-only"):
        stranger.execute(statement)
    stranger.rollback()
    assert stranger.execute("SELECT * FROM events").fetchall() == before


def test_a_state_that_was_tampered_with_is_told_and_rebuilt(desk: Desk, stranger: sqlite3.Connection) -> None:
    stranger.execute("UPDATE cases SET priority = 999, state = 'closed'")
    stranger.execute("DELETE FROM anchors")
    stranger.commit()
    told = list(differences(desk.queue.database.connection))
    assert [one.split(":")[0] for one in told] == ["cases", "anchors"]


def test_names_and_addresses_are_not_in_the_log(desk: Desk) -> None:
    desk.queue.add(Submission("odd", "form-1", "Joe Public", "joe@example.org"), content())
    connection = desk.queue.database.connection
    assert "Joe" not in "".join(
        row["body"] + row["actor"] for row in connection.execute("SELECT * FROM events")
    )
    assert tuple(connection.execute("SELECT name, email FROM originals").fetchone()) == (
        "Joe Public",
        "joe@example.org",
    )


def test_the_words_of_a_report_are_not_in_the_log(desk: Desk) -> None:
    told = assessment(text="call [phone number]")
    desk.queue.add(Submission("call 555 0100", None, "Joe"), content(assess=lambda text: told))
    connection = desk.queue.database.connection
    assert "0100" not in "".join(row["body"] for row in connection.execute("SELECT body FROM events"))
    with desk.queue.database.reading():
        (report,) = reading.dossier(connection, 1).reports
    assert (report.masked, report.text) == ("call [phone number]", "call 555 0100")
    with pytest.raises(sqlite3.IntegrityError, match="never changed"):
        connection.execute("UPDATE originals SET text = 'other'")


def test_a_sender_can_be_forgotten(desk: Desk) -> None:
    told = assessment(text="masked words")
    desk.queue.add(Submission("raw words", None, "Joe", "joe@example.org"), content(assess=lambda text: told))
    assert _on_disk(desk, b"joe@example.org")
    desk.queue.forget(1, "ann")
    assert not _on_disk(desk, b"joe@example.org")
    assert not _on_disk(desk, b"raw words")
    with desk.queue.database.reading() as connection:
        dossier = reading.dossier(connection, 1)
        assert list(differences(connection)) == []
    assert (dossier.reports[0].text, dossier.contacts) == ("masked words", {})
    with pytest.raises(QueueError, match="there is nothing of R1 to forget"):
        desk.queue.forget(1, "ann")
    with desk.queue.database.writing() as connection:
        rebuild(connection)


def _on_disk(desk: Desk, words: bytes) -> bool:
    return any(words in path.read_bytes() for path in desk.folder.glob("triage.db*"))


def test_every_commit_reaches_the_disk(desk: Desk) -> None:
    connection = desk.queue.database.connection
    settings = {
        name: connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "foreign_keys")
    }
    assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
    assert desk.queue.database.path.stat().st_mode & 0o077 == 0
