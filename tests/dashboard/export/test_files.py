"""Files on disk: always the old one or the new one, whole; and names that every system takes."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.export.errors import ExportError
from dashboard.export.files import LONGEST, file_name, write

from ...conftest import ROOT

# A writer is killed again and again at odd moments; each time the file must be one of the two it writes, whole.
KILLS = """
import os, random, signal, sys, time
from pathlib import Path
from dashboard.export.files import write

path, wholes = Path(sys.argv[1]), {letter * 300_000 for letter in (b"a", b"b")}
write(path, min(wholes))
chance = random.Random(7)
for _ in range(20):
    writer = os.fork()
    if not writer:
        while True:
            for whole in wholes:
                write(path, whole)
    time.sleep(0.01 + chance.random() * 0.02)
    os.kill(writer, signal.SIGKILL)
    os.waitpid(writer, 0)
    assert path.read_bytes() in wholes, "half a file"
"""


def refusal(path: Path) -> str:
    with pytest.raises(ExportError) as error:
        write(path, b"new")
    assert "\n" not in str(error.value)
    return str(error.value)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def failing(number: int):
    """A call that fails as the system would."""

    def fail(*_, **__):
        raise OSError(number, os.strerror(number))

    return fail


def test_a_file_is_written_and_written_over(tmp_path):
    path = tmp_path / "a b é 😀.txt"
    write(path, b"old")
    write(path, b"new")
    assert path.read_bytes() == b"new" and names(tmp_path) == [path.name]


def test_a_new_file_can_be_read_by_those_who_can_read_new_files_and_an_old_one_keeps_its_rights(tmp_path):
    (tmp_path / "plain").touch()
    write(tmp_path / "new", b"")
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "plain").stat().st_mode
    (tmp_path / "plain").chmod(0o600)
    write(tmp_path / "plain", b"x")
    assert (tmp_path / "plain").stat().st_mode & 0o777 == 0o600


def test_a_folder_that_is_not_there_is_named(tmp_path):
    assert "there is no such folder" in refusal(tmp_path / "nowhere" / "a.txt")
    (tmp_path / "file").touch()
    assert "there is no such folder" in refusal(tmp_path / "file" / "a.txt")


def test_a_folder_in_the_place_of_the_file_is_left_alone(tmp_path):
    (tmp_path / "a.txt").mkdir()
    assert "folder" in refusal(tmp_path / "a.txt")
    assert names(tmp_path) == ["a.txt"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_takes_nothing_gives_a_sentence(tmp_path):
    tmp_path.chmod(0o500)
    try:
        assert "writing is not allowed there" in refusal(tmp_path / "a.txt")
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.parametrize(
    "call, number, sentence",
    [
        ("os.fsync", errno.ENOSPC, "the disk is full"),
        ("os.fsync", errno.EDQUOT, "your share of the disk is full"),
        ("os.fsync", errno.EIO, "input/output error"),
        ("tempfile.mkstemp", errno.EACCES, "writing is not allowed there"),
        ("tempfile.mkstemp", errno.EROFS, "the disk can only be read"),
        ("pathlib.Path.replace", errno.EPERM, "writing is not allowed there"),
    ],
)
def test_what_the_system_refuses_is_told_and_the_old_file_stays(tmp_path, monkeypatch, call, number, sentence):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    monkeypatch.setattr(call, failing(number))
    assert sentence in refusal(path)
    assert path.read_bytes() == b"old" and names(tmp_path) == ["a.txt"]


@pytest.mark.skipif(sys.platform != "linux", reason="a limit on the size of files is Linux's")
def test_a_file_too_large_for_the_system_leaves_the_old_one(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    code = (
        "import resource, signal, sys; from pathlib import Path; from dashboard.export.files import write\n"
        "from dashboard.export.errors import ExportError\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))\n"
        "try: write(Path(sys.argv[1]), b'x' * 10**6)\n"
        "except ExportError as error: print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "cannot be saved" in done.stdout
    assert path.read_bytes() == b"old" and names(tmp_path) == ["a.txt"]


@pytest.mark.parametrize("name", ["n" * 300, "a\0b", "\ud800"])
def test_a_name_that_no_system_takes_gives_a_sentence(tmp_path, name):
    refusal(tmp_path / name)
    assert names(tmp_path) == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process cannot be split here")
def test_a_killed_writer_leaves_a_whole_file_and_the_next_one_sweeps_up(tmp_path):
    path = tmp_path / "kept [1].parallax"
    done = subprocess.run([sys.executable, "-c", KILLS, str(path)], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    (tmp_path / ".parallax-of somebody else-12345678").touch()
    write(path, b"new")
    assert names(tmp_path) == [".parallax-of somebody else-12345678", path.name]


@pytest.mark.parametrize(
    "title, name",
    [
        ("Which words does each text use most?", "which-words-does-each-text-use-most.csv"),
        ("../../etc/passwd", "etc-passwd.csv"),
        ("C:\\\\Temp\\\\a", "c-temp-a.csv"),
        ("CON", "parallax-con.csv"),
        ("lpt1", "parallax-lpt1.csv"),
        ("", "parallax.csv"),
        ("...", "parallax.csv"),
        ("😀", "parallax.csv"),
        ("外交 2024", "外交-2024.csv"),
        ("e\u0301tat", "état.csv"),
        ("a\nb\tc_d", "a-b-c-d.csv"),
        ("<script>=1+1", "script-1-1.csv"),
    ],
)
def test_a_title_becomes_a_name_for_any_system(title, name):
    assert file_name(title, "csv") == name


@pytest.mark.parametrize("letter", ["a", "é", "文", "a "])
def test_a_long_title_is_cut_and_can_be_written(tmp_path, letter):
    name = file_name(letter * 300, "csv")
    assert len(name) <= LONGEST + 4 and not name.startswith("-") and "-." not in name
    write(tmp_path / name, b"")
    assert names(tmp_path) == [name]
