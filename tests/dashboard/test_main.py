"""The launcher: Python version, port, and where it can be started from."""

import os
import socket
import subprocess
import sys

import pytest

from dashboard import __main__ as launcher

from ..conftest import ROOT


def test_a_taken_port_is_passed_over():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert launcher.free_port(port) != port


def test_no_free_port_is_said(monkeypatch, capsys):
    monkeypatch.setattr(launcher, "free_port", lambda first, address: None)
    assert launcher.main(["--no-browser"]) == 1
    assert "give one with --port" in capsys.readouterr().err


def test_an_old_python_is_refused_in_words(monkeypatch, capsys):
    monkeypatch.setattr(sys, "version_info", (3, 10, 2))
    assert launcher.main([]) == 1
    assert "needs Python 3.11" in capsys.readouterr().err


@pytest.mark.parametrize("own", [True, False])
def test_only_the_projects_own_environment_learns_where_it_is(tmp_path, monkeypatch, own):
    monkeypatch.setattr(launcher.sysconfig, "get_path", lambda name: str(tmp_path))
    launcher.make_findable((ROOT if own else tmp_path) / ".venv")
    written = tmp_path / "parallax.pth"
    assert written.exists() is own
    if own:
        assert written.read_text(encoding="utf-8").strip() == str(ROOT)


def test_an_environment_that_cannot_be_written_does_no_harm(tmp_path, monkeypatch):
    monkeypatch.setattr(launcher.sysconfig, "get_path", lambda name: str(tmp_path / "missing"))
    launcher.make_findable(ROOT / ".venv")


@pytest.mark.parametrize("screen", ["", ":0"])
def test_the_browser_opens_once_the_server_answers_and_only_where_there_is_a_screen(monkeypatch, screen):
    addresses = []
    monkeypatch.setattr(launcher.webbrowser, "open", addresses.append)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("DISPLAY", screen)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    with socket.create_server(("127.0.0.1", 0)) as answering:
        port = answering.getsockname()[1]
        launcher.open_browser(port, seconds=5)
    assert addresses == ([f"http://127.0.0.1:{port}"] if screen else [])


def started(monkeypatch, *arguments: str) -> dict[str, object]:
    """What the server would be started with."""
    told = {}
    monkeypatch.setattr(
        launcher, "_serve", lambda port, address, headless: told.update(port=port, address=address, headless=headless)
    )
    monkeypatch.setattr(launcher, "make_findable", lambda environment: None)
    told["code"] = launcher.main(["--no-browser", *arguments])
    return told


def test_the_dashboard_listens_to_this_machine_unless_a_class_room_is_opened(monkeypatch):
    monkeypatch.setattr(launcher, "lan_address", lambda: "127.0.0.1")
    assert started(monkeypatch)["address"] == "127.0.0.1"
    monkeypatch.setattr(launcher, "lan_address", lambda: "192.168.1.7")
    assert started(monkeypatch, "--port", "8700")["address"] == "127.0.0.1"
    assert started(monkeypatch, "--port", "8700", "--class-room") == {
        "port": 8700,
        "address": "192.168.1.7",
        "headless": True,
        "code": 0,
    }


def test_a_class_room_needs_a_network(monkeypatch, capsys):
    monkeypatch.setattr(launcher, "lan_address", lambda: None)
    assert started(monkeypatch, "--class-room") == {"code": 1}
    assert "in no network" in capsys.readouterr().err


def test_a_class_room_is_answered_under_its_address_alone_and_this_machine_under_its_own_names():
    assert "--server.allowedHosts" not in launcher.flags(8501, "127.0.0.1")
    told = launcher.flags(8501, "192.168.1.7")
    assert told[told.index("--server.allowedHosts") + 1] == told[told.index("--server.address") + 1] == "192.168.1.7"


def test_the_dashboard_can_be_started_with_another_corpus(monkeypatch, tmp_path, capsys):
    monkeypatch.setenv(launcher.CORPUS, "")
    assert started(monkeypatch, "--corpus", str(tmp_path))["code"] == 0
    assert launcher.os.environ[launcher.CORPUS] == str(tmp_path)
    assert started(monkeypatch, "--corpus", str(tmp_path / "nowhere")) == {"code": 1}
    assert "There is no" in capsys.readouterr().err


def test_workers_are_for_an_index(monkeypatch, tmp_path, capsys):
    for name in (launcher.CORPUS, launcher.WORKERS, launcher.SCHEDULER):
        monkeypatch.setenv(name, "")
    assert started(monkeypatch, "--workers", "2") == {"code": 1}
    assert "name it with --corpus" in capsys.readouterr().err
    assert started(monkeypatch, "--corpus", str(tmp_path), "--workers", "0") == {"code": 1}
    assert "must be 1 or more" in capsys.readouterr().err
    assert started(monkeypatch, "--corpus", str(tmp_path), "--workers", "2")["code"] == 0
    assert (launcher.os.environ[launcher.WORKERS], launcher.os.environ[launcher.SCHEDULER]) == ("2", "")


def test_the_app_reads_which_corpus_it_was_started_with(tmp_path):
    code = "from dashboard import cache; print(cache.TEXTS)"
    environment = os.environ | {launcher.CORPUS: str(tmp_path)}
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    assert run.stdout.split() == [str(tmp_path)]
