"""Reading in processes of their own: whatever a file does to its process, there is an answer, and the next file loads."""

import os
import signal
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from analysis import CorpusError
from analysis.texts import guard
from analysis.texts.formats import read_file
from analysis.texts.guard import FileReaders
from analysis.texts.reading import ReadingChoices

from ..conftest import ROOT

TEXT = b"Mutual trust is not easy.\n\nIt takes time."

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="processes are stopped by signals here")


@pytest.fixture
def readers():
    with FileReaders(1) as readers:
        assert readers.read("warm.txt", TEXT).drafts
        yield readers


def stopped(readers: FileReaders) -> int:
    """The one process, made to stand still: it holds the next file for as long as a test likes."""
    (process,) = readers.process_ids
    os.kill(process, signal.SIGSTOP)
    return process


def test_a_file_is_read_as_it_is_without_a_process(readers):
    assert readers.read("chen_2014.txt", TEXT) == read_file("chen_2014.txt", TEXT)


def test_choices_reach_the_reader(readers):
    content = "café naïve".encode("cp1252")
    read = readers.read("a.txt", content, ReadingChoices(encoding="cp1252"))
    assert read.drafts[0].lines[0].text == "café naïve"


def test_what_is_refused_is_said_and_the_process_goes_on(readers):
    before = readers.process_ids
    with pytest.raises(CorpusError, match=r"^empty\.txt"):
        readers.read("empty.txt", b"")
    assert readers.process_ids == before and readers.read("a.txt", TEXT).drafts


def test_a_process_killed_at_its_file_costs_that_file_only(readers):
    process = stopped(readers)
    threading.Timer(0.3, os.kill, (process, signal.SIGKILL)).start()
    with pytest.raises(CorpusError, match=r"^bad\.txt stopped the reader"):
        readers.read("bad.txt", TEXT)
    assert readers.process_ids != [process] and readers.read("next.txt", TEXT).drafts


def test_a_process_killed_without_a_file_costs_none(readers):
    (process,) = readers.process_ids
    os.kill(process, signal.SIGKILL)
    os.waitid(os.P_PID, process, os.WEXITED | os.WNOWAIT)
    assert readers.read("next.txt", TEXT).drafts and readers.process_ids != [process]


def test_a_file_that_takes_too_long_is_given_up(readers, monkeypatch):
    monkeypatch.setattr(guard, "SECONDS", 0.3)
    process = stopped(readers)
    with pytest.raises(CorpusError, match=r"^slow\.txt was given up"):
        readers.read("slow.txt", TEXT)
    monkeypatch.undo()
    assert readers.process_ids != [process] and readers.read("next.txt", TEXT).drafts


def test_a_file_that_takes_too_much_memory_is_given_up(readers, monkeypatch):
    monkeypatch.setattr(guard, "MEMORY_BYTES", 1)
    stopped(readers)
    with pytest.raises(CorpusError, match=r"^large\.txt needs more memory"):
        readers.read("large.txt", TEXT)
    monkeypatch.undo()
    assert readers.read("next.txt", TEXT).drafts


def test_files_of_one_name_in_the_same_second_keep_apart():
    with FileReaders(2) as readers, ThreadPoolExecutor(20) as visitors:
        words = [f"secret{number}" for number in range(40)]
        read = list(visitors.map(lambda word: readers.read("essay.txt", word.encode()), words))
    assert [one.drafts[0].lines[0].text for one in read] == words


def test_closing_ends_the_processes():
    readers = FileReaders(1)
    readers.read("a.txt", TEXT)
    (process,) = readers.process_ids
    readers.close()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


FORBIDDEN = {
    "write a file": "open(r'{folder}/x', 'w')",
    "append to a file": "open(r'{folder}/there', 'a')",
    "write by number": "os.open(r'{folder}/x', os.O_CREAT | os.O_WRONLY)",
    "remove a file": "os.remove(r'{folder}/there')",
    "call a host": "socket.create_connection(('127.0.0.1', 9), 1)",
    "ask for a name": "socket.getaddrinfo('localhost', 9)",
    "open an address": "urllib.request.urlopen('http://127.0.0.1:9')",
    "start a program": "subprocess.run(['true'])",
    "start a shell": "os.system('true')",
}


@pytest.mark.parametrize("act", FORBIDDEN)
def test_a_reader_may_not(act, tmp_path):
    (tmp_path / "there").write_text("kept", encoding="utf-8")
    script = "\n".join(
        [
            "import os, socket, subprocess, urllib.request",
            "from analysis.texts import reading_process",
            "reading_process._shut_in()",
            "try:",
            f"    {FORBIDDEN[act].format(folder=tmp_path)}",
            "except OSError as error:",
            "    print(type(error).__name__, error)",
        ]
    )
    ran = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "a reader" in ran.stdout
    assert [file.name for file in tmp_path.iterdir()] == ["there"]
    assert (tmp_path / "there").read_text(encoding="utf-8") == "kept"
