"""The file that keeps the classes: where it is, and how it is opened without harm to one that cannot be used."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from .errors import ClassError

VARIABLE = "PARALLAX_CLASSES"
USUAL = Path(__file__).parents[3] / ".parallax" / "classes.sqlite"
# In the head of the file: "PLX1" says whose it is, the version how it is built.
OWNER, VERSION = 0x504C5831, 1
BUSY_SECONDS = 5.0

_TABLES = """
CREATE TABLE rooms (
    room INTEGER PRIMARY KEY AUTOINCREMENT, code TEXT NOT NULL, digest BLOB NOT NULL UNIQUE, title TEXT NOT NULL,
    opened TEXT NOT NULL, closed TEXT, current INTEGER, stage INTEGER NOT NULL DEFAULT 0,
    changes INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE questions (
    question INTEGER PRIMARY KEY AUTOINCREMENT, room INTEGER NOT NULL REFERENCES rooms, content TEXT NOT NULL,
    asked TEXT NOT NULL, closed TEXT
);
CREATE INDEX questions_of_room ON questions (room);
CREATE TABLE devices (
    room INTEGER NOT NULL REFERENCES rooms, device BLOB NOT NULL, PRIMARY KEY (room, device)
) WITHOUT ROWID;
CREATE TABLE votes (
    question INTEGER NOT NULL REFERENCES questions, device BLOB NOT NULL, vote TEXT NOT NULL,
    PRIMARY KEY (question, device)
) WITHOUT ROWID;
"""


def place() -> Path:
    """The file of the classes: in the project's folder, or where PARALLAX_CLASSES says."""
    return Path(os.environ.get(VARIABLE) or USUAL).absolute()


def open_file(path: Path) -> sqlite3.Connection:
    """A connection to the file, which is made where there is none.

    ClassError where the folder takes no file, where the file is damaged, of a newer version or of something else: it
    is then left as it is.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Used by several threads, each at its turn: the store holds a lock.
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    except (OSError, sqlite3.Error):
        raise ClassError(_not_writable(path)) from None
    try:
        # Whose it is must be known before a byte is written.
        if _is_empty(connection, path):
            _build(connection)
        connection.execute("PRAGMA journal_mode = WAL")
        # A vote that was answered with "counted" is on the disk, also when the power fails the moment after.
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
    except sqlite3.Error:
        connection.close()
        raise ClassError(_not_writable(path)) from None
    except ClassError:
        connection.close()
        raise
    return connection


def _is_empty(connection: sqlite3.Connection, path: Path) -> bool:
    """Has the file still to be built? ClassError where it is another's, newer or damaged."""
    try:
        owner, version, tables = (
            connection.execute(asked).fetchone()[0]
            for asked in ("PRAGMA application_id", "PRAGMA user_version", "SELECT count(*) FROM sqlite_master")
        )
        whole = connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError) and "malformed" not in str(error):
            raise ClassError(_not_writable(path)) from None
        whole, owner, version, tables = False, 0, 0, 0
    if not whole:
        raise ClassError(_elsewhere(path, "is damaged"))
    if tables and owner != OWNER:
        raise ClassError(_elsewhere(path, "is no file of classes"))
    if version > VERSION:
        raise ClassError(_elsewhere(path, "was written by a newer Parallax"))
    return not tables


def _build(connection: sqlite3.Connection) -> None:
    """The tables of a new file; another process may be at it at the same moment."""
    head = f"PRAGMA application_id = {OWNER}; PRAGMA user_version = {VERSION};"
    connection.execute("BEGIN IMMEDIATE")
    if not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        for statement in (head + _TABLES).split(";"):
            connection.execute(statement)
    connection.execute("COMMIT")


def _not_writable(path: Path) -> str:
    return f"The classes cannot be kept in {path}: allow writing there, or name another file in {VARIABLE}."


def _elsewhere(path: Path, fault: str) -> str:
    return f"{path} {fault} and was left as it is: move it away, or name another file in {VARIABLE}."
