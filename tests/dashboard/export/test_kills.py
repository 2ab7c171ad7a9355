"""A program that is killed while it saves: the file on disk is always one of the versions saved, and whole."""

import json
import os
import subprocess
import sys

import pytest

from ...conftest import ROOT

KILLS = 200
# Saves one version after the other for ever; each tells its number in every byte.
SCRIPT = f"""
import json, os, random, signal, sys, time
from pathlib import Path
from dashboard.export.files import write

path, chance, told = Path(sys.argv[1]), random.Random(7), []
write(path, b"0" * 200_000)
for kill in range({KILLS}):
    child = os.fork()
    if not child:
        number = 0
        while True:
            number += 1
            write(path, str(number % 10).encode() * 200_000)
    time.sleep(chance.uniform(0.0005, 0.02))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    content = path.read_bytes()
    told.append([len(content), len(set(content))])
write(path, b"x" * 200_000)
print(json.dumps([told, sorted(file.name for file in path.parent.iterdir())]))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills by signals")
def test_no_kill_leaves_half_a_file_and_what_it_leaves_is_swept(tmp_path):
    ran = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path / "saved.parallax")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    told, left = json.loads(ran.stdout)
    assert len(told) == KILLS
    assert [size for size, versions in told if (size, versions) != (200_000, 1)] == []
    assert left == ["saved.parallax"]
