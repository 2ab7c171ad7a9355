"""Rooms, the questions asked in them and the votes, kept in a file so that a restart loses none."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from analysis import OptionError

from . import file
from .codes import digest, new_code
from .errors import ClassError, NotTaken
from .questions import Question, Vote, from_json, to_json
from .room import Asked, Room

LONGEST_TITLE = 120
# More phones than any lecture hall has seats; a program that asks for ever new ones fills no disk.
MOST_DEVICES = 2000


class Store:
    """The file of the classes; safe to use from several threads and processes at once.

    Every method raises ClassError where the file cannot be read or written.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._write, self._read = file.open_file(path), file.open_file(path)
        # Readers never wait for a writer, who waits for the disk: the screen and the phones stay quick.
        self._writing, self._reading = threading.Lock(), threading.Lock()
        self._known: set[tuple[int, bytes]] = set()

    def close(self) -> None:
        """Let go of the file."""
        for connection in (self._write, self._read):
            connection.close()

    def open_room(self, title: str) -> Room:
        """A new room with a code of its own. OptionError where the title is too long."""
        title = title.strip()
        if len(title) > LONGEST_TITLE:
            raise OptionError(f"The title of a room may have {LONGEST_TITLE} letters; it has {len(title)}.")
        code = new_code()
        with self._transaction() as write:
            made = write.execute(
                "INSERT INTO rooms (code, digest, title, opened) VALUES (?, ?, ?, ?)",
                (code, digest(code), title, _now()),
            )
        return self.room(made.lastrowid)

    def room(self, number: int) -> Room:
        """A room by its number. ClassError where there is none."""
        found = self._rooms("room = ?", number)
        if not found:
            raise ClassError("This room is no longer kept: open a new one.")
        return found[0]

    def find(self, code: str) -> Room | None:
        """The room with this code, open or closed."""
        return next(iter(self._rooms("digest = ?", digest(code))), None)

    def open_rooms(self) -> list[Room]:
        """The rooms that are open, the last one first."""
        return self._rooms("closed IS NULL ORDER BY room DESC")

    def close_room(self, room: int) -> None:
        """End a class: the room takes no vote any more; what was voted is kept."""
        with self._transaction() as write:
            write.execute("UPDATE rooms SET closed = coalesce(closed, ?) WHERE room = ?", (_now(), room))
            _changed(write, room, stage=True)

    def ask(self, room: int, question: Question) -> Asked:
        """Make this the question of the room. One that was asked before comes back with its votes, open or closed as it
        was. NotTaken where the room is closed."""
        content = to_json(question)
        with self._transaction() as write:
            _require_open(write, room)
            before = write.execute(
                "SELECT question FROM questions WHERE room = ? AND content = ?", (room, content)
            ).fetchone()
            number = before[0] if before else _insert_question(write, room, content)
            write.execute("UPDATE rooms SET current = ? WHERE room = ?", (number, room))
            _changed(write, room, stage=True)
        return next(asked for asked in self.asked(room) if asked.number == number)

    def asked(self, room: int) -> list[Asked]:
        """All questions of a room in the order in which they were asked first."""
        rows = self._select("SELECT question, content, closed FROM questions WHERE room = ? ORDER BY question", room)
        return [Asked(number, from_json(content), closed is None) for number, content, closed in rows]

    def current(self, room: Room) -> Asked | None:
        """The question that the room has before it."""
        rows = self._select("SELECT question, content, closed FROM questions WHERE question = ?", room.current)
        return next((Asked(number, from_json(content), closed is None) for number, content, closed in rows), None)

    def let_vote(self, room: int, asked: int, allowed: bool) -> None:
        """Open a question for votes, or close it."""
        with self._transaction() as write:
            write.execute(
                "UPDATE questions SET closed = ? WHERE question = ? AND room = ?",
                (None if allowed else _now(), asked, room),
            )
            _changed(write, room, stage=True)

    def join(self, room: int, device: bytes) -> None:
        """Count a phone, once."""
        if self.joined(room, device):
            return
        with self._transaction() as write:
            _require_open(write, room)
            _insert_device(write, room, device)
            _changed(write, room)
        self._known.add((room, device))

    def joined(self, room: int, device: bytes) -> bool:
        """Has this phone been in the room before?"""
        if (room, device) not in self._known:
            if not self._select("SELECT 1 FROM devices WHERE room = ? AND device = ?", room, device):
                return False
            self._known.add((room, device))
        return True

    def n_joined(self, room: int) -> int:
        """How many phones have joined."""
        return self._select("SELECT count(*) FROM devices WHERE room = ?", room)[0][0]

    def vote(self, room: int, asked: int, device: bytes, vote: Vote) -> None:
        """Take the vote of a phone; it replaces the one before. On the disk when this returns.

        NotTaken where the room or the question takes no votes, or another question is before the room.
        """
        with self._transaction() as write:
            if _require_open(write, room) != asked:
                raise NotTaken("The class has another question before it now: vote on that one.")
            closed = write.execute("SELECT closed FROM questions WHERE question = ?", (asked,)).fetchone()[0]
            if closed is not None:
                raise NotTaken("This question takes no votes any more.")
            _insert_device(write, room, device)
            write.execute("INSERT OR REPLACE INTO votes VALUES (?, ?, ?)", (asked, device, json.dumps(vote)))
            _changed(write, room)

    def vote_of(self, asked: int, device: bytes) -> Vote | None:
        """What a phone has voted."""
        rows = self._select("SELECT vote FROM votes WHERE question = ? AND device = ?", asked, device)
        return _vote(rows[0][0]) if rows else None

    def votes(self, asked: int) -> list[Vote]:
        """All votes on a question. Their order says nothing about who voted, or what the same phone voted elsewhere."""
        rows = self._select("SELECT device, vote FROM votes WHERE question = ?", asked)
        return [_vote(vote) for device, vote in sorted(rows, key=lambda row: digest(f"{asked}:{row[0].hex()}"))]

    def n_votes(self, asked: int) -> int:
        """How many phones have voted on a question."""
        return self._select("SELECT count(*) FROM votes WHERE question = ?", asked)[0][0]

    def _rooms(self, condition: str, *values: object) -> list[Room]:
        columns = "room, code, title, opened, closed, current, stage, changes"
        return [Room(*row) for row in self._select(f"SELECT {columns} FROM rooms WHERE {condition}", *values)]

    def _select(self, asked: str, *values: object) -> list[tuple]:
        try:
            with self._reading:
                return self._read.execute(asked, values).fetchall()
        except sqlite3.Error as error:
            raise ClassError(f"The classes in {self.path} cannot be read: {error}.") from None

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        """All that is written inside is kept, or nothing."""
        with self._writing:
            try:
                self._write.execute("BEGIN IMMEDIATE")
                yield self._write
                self._write.execute("COMMIT")
            except sqlite3.Error as error:
                raise ClassError(f"This could not be kept in {self.path}: {error}. Try again.") from None
            finally:
                if self._write.in_transaction:
                    self._write.execute("ROLLBACK")


def the_store() -> Store:
    """The store of this process."""
    return _store(file.place())


@cache
def _store(path: Path) -> Store:
    return Store(path)


def _require_open(write: sqlite3.Connection, room: int) -> int | None:
    """The number of the question before an open room. NotTaken where the room is closed."""
    found = write.execute("SELECT closed, current FROM rooms WHERE room = ?", (room,)).fetchone()
    if found is None or found[0] is not None:
        raise NotTaken("This class is over: its room is closed.")
    return found[1]


def _insert_question(write: sqlite3.Connection, room: int, content: str) -> int:
    made = write.execute("INSERT INTO questions (room, content, asked) VALUES (?, ?, ?)", (room, content, _now()))
    return made.lastrowid


def _insert_device(write: sqlite3.Connection, room: int, device: bytes) -> None:
    known = write.execute("SELECT 1 FROM devices WHERE room = ? AND device = ?", (room, device)).fetchone()
    if known:
        return
    if write.execute("SELECT count(*) FROM devices WHERE room = ?", (room,)).fetchone()[0] >= MOST_DEVICES:
        raise NotTaken(f"This room is full: it takes {MOST_DEVICES:,} phones.")
    write.execute("INSERT INTO devices VALUES (?, ?)", (room, device))


def _changed(write: sqlite3.Connection, room: int, *, stage: bool = False) -> None:
    write.execute("UPDATE rooms SET changes = changes + 1, stage = stage + ? WHERE room = ?", (1 if stage else 0, room))


def _vote(kept: str) -> Vote:
    found = json.loads(kept)
    return tuple(found) if isinstance(found, list) else found


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
