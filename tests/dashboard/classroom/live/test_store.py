"""What is kept: one vote a phone, rooms apart, nothing lost, no file harmed."""

import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from analysis import OptionError
from dashboard.classroom.live.errors import ClassError, NotTaken
from dashboard.classroom.live.file import VERSION
from dashboard.classroom.live.store import Store

from ....conftest import ROOT
from .conftest import CHOICE, NUMBERS


def device(number: int) -> bytes:
    return number.to_bytes(32, "big")


def test_a_second_vote_replaces_the_first(store, room, asked):
    store.vote(room.number, asked.number, device(1), 0)
    store.vote(room.number, asked.number, device(1), 2)
    store.vote(room.number, asked.number, device(2), 2)
    assert store.votes(asked.number) == [2, 2] and store.vote_of(asked.number, device(1)) == 2


def test_a_closed_question_takes_no_vote_until_it_is_opened_again(store, room, asked):
    store.let_vote(room.number, asked.number, False)
    with pytest.raises(NotTaken, match="no votes any more"):
        store.vote(room.number, asked.number, device(1), 0)
    store.let_vote(room.number, asked.number, True)
    store.vote(room.number, asked.number, device(1), 0)
    assert store.n_votes(asked.number) == 1


def test_a_closed_room_takes_no_vote_no_phone_and_no_question(store, room, asked):
    store.close_room(room.number)
    for act in (
        lambda: store.vote(room.number, asked.number, device(1), 0),
        lambda: store.join(room.number, device(1)),
        lambda: store.ask(room.number, NUMBERS),
    ):
        with pytest.raises(NotTaken, match="This class is over"):
            act()
    assert store.n_votes(asked.number) == store.n_joined(room.number) == 0 and store.open_rooms() == []


def test_only_the_question_before_the_room_takes_votes(store, room, asked):
    store.ask(room.number, NUMBERS)
    with pytest.raises(NotTaken, match="another question"):
        store.vote(room.number, asked.number, device(1), 0)


def test_a_question_asked_again_comes_back_with_its_votes_and_as_closed_as_it_was(store, room, asked):
    store.vote(room.number, asked.number, device(1), 1)
    store.let_vote(room.number, asked.number, False)
    store.ask(room.number, NUMBERS)
    again = store.ask(room.number, CHOICE)
    assert (again.number, again.open, store.votes(again.number)) == (asked.number, False, [1])


def test_two_rooms_do_not_mix(store, room, asked):
    other = store.open_room("Seminar")
    also = store.ask(other.number, CHOICE)
    store.vote(room.number, asked.number, device(1), 0)
    store.vote(other.number, also.number, device(1), 1)
    with pytest.raises(NotTaken):
        store.vote(room.number, also.number, device(2), 0)
    store.let_vote(other.number, asked.number, False)
    assert store.votes(asked.number) == [0] and store.votes(also.number) == [1]
    assert store.find(room.code).number == room.number and store.current(store.room(room.number)).open


def test_a_room_goes_on_after_a_restart(store, room, asked):
    store.vote(room.number, asked.number, device(1), 1)
    again = Store(store.path)
    assert again.open_rooms()[0].code == room.code
    again.vote(room.number, asked.number, device(2), 1)
    assert store.votes(asked.number) == [1, 1]
    again.close()


def test_votes_of_many_threads_are_all_kept(store, room, asked):
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: store.vote(room.number, asked.number, device(number), number % 3), range(64)))
    assert sorted(store.votes(asked.number)) == sorted(number % 3 for number in range(64))


def test_the_order_of_votes_does_not_follow_phones_through_questions(store, room, asked):
    for number in range(12):
        store.vote(room.number, asked.number, device(number), number % 3)
    other = store.ask(room.number, NUMBERS)
    for number in range(12):
        store.vote(room.number, other.number, device(number), (float(number % 3), 0.0))
    assert store.votes(asked.number) != [int(vote[0]) for vote in store.votes(other.number)]


def test_every_change_is_counted_and_only_what_phones_show_moves_the_stage(store, room, asked):
    before = store.room(room.number)
    store.join(room.number, device(1))
    store.join(room.number, device(1))
    store.vote(room.number, asked.number, device(1), 0)
    after = store.room(room.number)
    assert (after.changes - before.changes, after.stage - before.stage) == (2, 0)
    store.let_vote(room.number, asked.number, False)
    assert store.room(room.number).stage == before.stage + 1


def test_the_file_holds_no_title_too_long(store):
    with pytest.raises(OptionError, match="may have 120 letters"):
        store.open_room("x" * 121)


VOTING = """
import sys
from pathlib import Path
from dashboard.classroom.live.store import Store
store = Store(Path(sys.argv[1]))
for number in range(100_000):
    store.vote(int(sys.argv[2]), int(sys.argv[3]), number.to_bytes(32, "big"), number % 3)
    print(number, flush=True)
"""


def test_a_killed_process_loses_no_vote_that_it_has_answered(store, room, asked):
    command = [sys.executable, "-c", VOTING, str(store.path), str(room.number), str(asked.number)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        answered = [int(process.stdout.readline()) for _ in range(30)]
        process.kill()
        answered += [int(line) for line in process.stdout.read().splitlines(keepends=True) if line.endswith("\n")]
    again = Store(store.path)
    assert [again.vote_of(asked.number, device(number)) for number in answered] == [number % 3 for number in answered]
    again.close()


@pytest.mark.parametrize("content", [b"no database at all " * 100, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_file_is_left_as_it_is(tmp_path, content):
    path = tmp_path / "classes.sqlite"
    path.write_bytes(content)
    with pytest.raises(ClassError, match=r"is damaged and was left as it is.*PARALLAX_CLASSES"):
        Store(path)
    assert path.read_bytes() == content


@pytest.mark.parametrize(
    "statement, said",
    [(f"PRAGMA user_version = {VERSION + 1}", "newer Parallax"), ("PRAGMA application_id = 7", "no file of classes")],
)
def test_a_file_of_another_version_or_of_something_else_is_left_as_it_is(tmp_path, statement, said):
    path = tmp_path / "classes.sqlite"
    Store(path).close()
    with sqlite3.connect(path) as file:
        file.execute("PRAGMA journal_mode = DELETE")
        file.execute(statement)
    file.close()
    before = path.read_bytes()
    with pytest.raises(ClassError, match=said):
        Store(path)
    assert path.read_bytes() == before


def test_a_place_that_takes_no_file_is_said(tmp_path):
    (tmp_path / "taken").write_text("a file, not a folder")
    with pytest.raises(ClassError, match=r"cannot be kept in .* name another file in PARALLAX_CLASSES"):
        Store(tmp_path / "taken" / "classes.sqlite")
    with pytest.raises(ClassError, match="cannot be kept in"):
        Store(tmp_path)
