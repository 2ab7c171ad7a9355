"""`python -m dashboard`: start the dashboard from any folder, or run one of the commands that make files."""

from __future__ import annotations

import argparse
import contextlib
import os
import socket
import sys
import sysconfig
import threading
import time
import webbrowser
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
THIS_MACHINE = "127.0.0.1"
CORPUS, WORKERS, SCHEDULER = "PARALLAX_CORPUS", "PARALLAX_WORKERS", "PARALLAX_SCHEDULER"
FIRST_PORT = 8501
PORTS_TRIED = 50
OPEN_TO_THE_NETWORK = (
    "Every device of this network can open it: type this address there. What is sent is not encrypted, so others in the "
    "network could read it; texts that must stay private do not belong in a class."
)


def main(arguments: list[str] | None = None) -> int:
    """Run a command, or start the server on this machine only and open a browser unless told not to.

    Returns the exit code.
    """
    if sys.version_info < (3, 11):  # noqa: UP036 -- a person may well start it with an older Python
        print(f"Parallax needs Python 3.11 or later; this is {sys.version.split()[0]}.", file=sys.stderr)
        return 1
    arguments = sys.argv[1:] if arguments is None else arguments
    if arguments and not arguments[0].startswith("-"):
        return _command(arguments)
    options = _parser().parse_args(arguments)
    address = lan_address() if options.class_room else THIS_MACHINE
    if address is None:
        print("This machine is in no network: connect it to the network of the class first.", file=sys.stderr)
        return 1
    port = options.port or free_port(FIRST_PORT, address)
    if port is None:
        print(
            f"No free port between {FIRST_PORT} and {FIRST_PORT + PORTS_TRIED - 1}: give one with --port.",
            file=sys.stderr,
        )
        return 1
    if problem := _problem_with_workers(options):
        print(problem, file=sys.stderr)
        return 1
    # The server makes a process of the app, which reads there what was asked for.
    os.environ |= {WORKERS: str(options.workers or ""), SCHEDULER: options.scheduler or ""}
    if options.corpus:
        corpus = Path(options.corpus).resolve()
        if not corpus.exists():
            print(f"There is no {options.corpus}: give a folder of texts, a text or an index.", file=sys.stderr)
            return 1
        os.environ[CORPUS] = str(corpus)
    make_findable(Path(sys.prefix))
    _serve(port, address, headless=options.no_browser)
    return 0


def _problem_with_workers(options: argparse.Namespace) -> str:
    """Why those who are to count cannot, if so."""
    if options.workers is None and options.scheduler is None:
        return ""
    if not options.corpus:
        return "Workers count the shards of an index: name it with --corpus."
    sys.path.insert(0, str(ROOT))
    from analysis.cluster import Cluster
    from analysis.errors import AnalysisError

    try:
        Cluster(processes=options.workers, scheduler=options.scheduler).close()
    except AnalysisError as error:
        return str(error)
    return ""


def _command(arguments: list[str]) -> int:
    """One of the commands that make files."""
    if str(ROOT) not in sys.path:
        sys.path.insert(0, str(ROOT))
    from dashboard import commands

    if arguments[0] in commands.COMMANDS:
        return commands.run(arguments)
    print(
        f"There is no command {arguments[0]!r}; there are {', '.join(commands.COMMANDS)}. "
        "Without a command the dashboard starts.",
        file=sys.stderr,
    )
    return commands.NOT_UNDERSTOOD


def lan_address() -> str | None:
    """The address under which other devices of the network reach this machine, or None."""
    if str(ROOT) not in sys.path:
        sys.path.insert(0, str(ROOT))
    from dashboard.classroom.live.addresses import addresses

    return next(iter(addresses()), None)


def free_port(first: int, address: str = THIS_MACHINE) -> int | None:
    """The first port from `first` on that nobody listens on at an address of this machine, or None."""
    for port in range(first, first + PORTS_TRIED):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((address, port))
            except OSError:
                continue
            return port
    return None


def make_findable(environment: Path) -> None:
    """Let `python -m dashboard` find this folder from anywhere, if the environment is the project's own."""
    if environment.parent.resolve() != ROOT:
        return
    with contextlib.suppress(OSError):
        # Only a convenience: where it cannot be written, the command works from this folder.
        (Path(sysconfig.get_path("purelib")) / "parallax.pth").write_text(f"{ROOT}\n", encoding="utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m dashboard",
        description="Start Parallax in the browser.",
        epilog="Commands that make files instead: list, export NAME, export-all, report FILE, index SOURCE INDEX; each "
        "answers to --help.",
    )
    parser.add_argument("--port", type=int, help=f"port to listen on (default: the first free one from {FIRST_PORT})")
    parser.add_argument(
        "--corpus", help="folder of texts, one text, or an index: what is shown first (usual: the bundled texts)"
    )
    parser.add_argument(
        "--workers", type=int, metavar="N", help="processes of this machine that count the shards of an index"
    )
    parser.add_argument("--scheduler", metavar="ADDRESS", help="a scheduler of dask whose workers count them")
    parser.add_argument("--no-browser", action="store_true", help="do not open a browser")
    parser.add_argument(
        "--class-room",
        action="store_true",
        help="let the devices of this network open the dashboard, and print its address",
    )
    return parser


def _serve(port: int, address: str, *, headless: bool) -> None:
    # Streamlit reads its settings from the current folder; started elsewhere it would listen to the whole network.
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    from streamlit.web import cli

    print(f"Parallax: http://{address}:{port}  (stop with Ctrl-C)", flush=True)
    if address != THIS_MACHINE:
        print(OPEN_TO_THE_NETWORK, flush=True)
    threading.Thread(target=_warm, daemon=True).start()
    if not headless:
        threading.Thread(target=open_browser, args=(port, address), daemon=True).start()
    sys.argv = ["streamlit", "run", str(ROOT / "dashboard" / "server.py"), *flags(port, address)]
    cli.main()


def flags(port: int, address: str) -> list[str]:
    """The settings of the server that depend on how it is started."""
    # Of an app with pages of its own beside it, Streamlit opens no browser by itself.
    chosen = {"port": str(port), "headless": "true", "address": address}
    if address != THIS_MACHINE:
        # The settings allow this machine's own names; a class types the address. Any other name is refused (DNS rebinding).
        chosen["allowedHosts"] = address
    told = [word for name, value in chosen.items() for word in (f"--server.{name}", value)]
    return [*told, "--browser.serverAddress", address]


def open_browser(port: int, address: str = THIS_MACHINE, seconds: float = 60) -> None:
    """Open the dashboard in the browser once it answers; nothing where there is no screen to open it on."""
    screens = ("DISPLAY", "WAYLAND_DISPLAY")
    if sys.platform.startswith("linux") and not any(os.environ.get(screen) for screen in screens):
        return
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with contextlib.suppress(OSError), socket.create_connection((address, port), timeout=1):
            webbrowser.open(f"http://{address}:{port}")
            return
        time.sleep(0.1)


def _warm() -> None:
    """Import what the pages need while the browser is still opening, so that the first page does not wait for it."""
    import logging

    # The warm-up runs outside any visitor's session, on purpose.
    logging.getLogger("streamlit.runtime.scriptrunner_utils.script_run_context").setLevel(logging.ERROR)
    from dashboard.warm import warm

    warm()


if __name__ == "__main__":
    sys.exit(main())
