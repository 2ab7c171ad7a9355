"""A Chrome or Chromium on this machine, started at the first need and kept warm: it draws charts and prints sheets."""

from __future__ import annotations

import asyncio
import atexit
import base64
import logging
import threading
from collections.abc import Coroutine
from functools import cache

from ..errors import ExportError
from .fonts import FACES, font_file

MISSING = (
    "This file needs a Chrome or Chromium on the computer that runs Parallax, and none was found: install one, or take "
    "“Save SVG” or “Save PNG” under the chart, which your own browser makes."
)
_SLOW = "The browser that makes the files did not answer in time and was closed: try once more."
# Start-up of a browser on a busy machine, and one file.
_START_SECONDS, _FILE_SECONDS = 60, 30
# Nobody listens there: whatever the browser would ask of a network finds no way out of this machine.
_NOWHERE = "http://127.0.0.1:9"
_MOST_PIXELS = 16_000


@cache
def found() -> bool:
    """Is there a browser on this machine?"""
    from choreographer.browsers.chromium import Chromium

    return bool(Chromium.find_browser(skip_local=False))


def chart(figure: dict, width: float, height: float) -> str:
    """A Plotly figure (as plain data) as SVG of so many units."""
    wanted = {"format": "svg", "width": round(width), "height": round(height)}
    return _browser().ask(_chart(figure, wanted)).decode()


def pdf(svg: bytes, width_mm: float, height_mm: float) -> bytes:
    """A sheet as one page of a PDF, letters as letters."""
    return _browser().ask(_pdf(svg, width_mm, height_mm))


def png(svg: bytes, width: int, height: int) -> bytes:
    """A sheet as a picture of so many pixels. ExportError where that is more than a browser draws."""
    if max(width, height) > _MOST_PIXELS:
        raise ExportError(f"A picture of {width:,} × {height:,} dots is too large: choose fewer dots an inch.")
    return _browser().ask(_png(svg, width, height))


class _Warm:
    """The one browser, in a thread of its own; one file at a time."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.loop = asyncio.new_event_loop()
        self.kaleido = None
        self.tab = None
        threading.Thread(target=self.loop.run_forever, name="export-browser", daemon=True).start()
        atexit.register(self.close)

    def ask(self, work: Coroutine) -> bytes:
        """Run one piece of work on the browser; a browser that fails is closed, and the next piece starts another."""
        with self.lock:
            try:
                if self.kaleido is None:
                    self._run(self._open(), _START_SECONDS)
                return self._run(work, _FILE_SECONDS)
            except ExportError:
                raise
            except TimeoutError:
                self._drop()
                raise ExportError(_SLOW) from None
            except Exception as error:
                self._drop()
                raise ExportError(
                    f"The browser could not make the file ({type(error).__name__}): try once more."
                ) from error
            finally:
                work.close()

    def close(self) -> None:
        """Close the browser, so that none is left when the program ends."""
        with self.lock:
            self._drop()

    def _run(self, work: Coroutine, seconds: float) -> bytes:
        return asyncio.run_coroutine_threadsafe(asyncio.wait_for(work, seconds), self.loop).result(seconds + 5)

    async def _open(self) -> None:
        from kaleido import Kaleido

        logging.getLogger("choreographer").setLevel(logging.ERROR)
        opened = Kaleido(n=1, timeout=_FILE_SECONDS, page_generator=_page(), proxy_server=_NOWHERE)
        await opened.open()
        self.kaleido, self.tab = opened, await opened.create_tab()

    def _drop(self) -> None:
        closing, self.kaleido, self.tab = self.kaleido, None, None
        if closing is None:
            return
        try:
            self._run(closing.close(), 10)
        except Exception:
            # It is gone already, or will not go: then it is ended from outside.
            closing.subprocess.kill()


@cache
def _browser() -> _Warm:
    """The browser; ExportError where there is none."""
    if not found():
        raise ExportError(MISSING)
    return _Warm()


def _page() -> object:
    """The page that draws charts: kaleido's, without MathJax, with the faces of the dashboard in use from the start."""
    from kaleido import PageGenerator

    rules, use = [], []
    for face in FACES:
        if file := font_file(face):
            rules.append(f'@font-face{{font-family:"{face.family}";font-weight:200 900;src:url("{file.as_uri()}")}}')
            use.append(f"<span style=\"font-family:'{face.family}'\">.<b>.</b></span>")
    page = PageGenerator(mathjax=False)
    page.header = page.header + f"<style>{''.join(rules)}</style>"
    page.footer = page.footer.replace(
        "</body>", f'<div style="position:absolute;opacity:0">{"".join(use)}</div></body>'
    )
    return page


async def _chart(figure: dict, wanted: dict) -> bytes:
    return await _browser().kaleido.calc_fig(figure, opts=wanted)


async def _pdf(svg: bytes, width_mm: float, height_mm: float) -> bytes:
    await _show(svg, f"@page{{size:{width_mm}mm {height_mm}mm;margin:0}}svg:first-of-type{{width:100vw;height:auto}}")
    wanted = {"preferCSSPageSize": True, "printBackground": True}
    return base64.b64decode((await _command("Page.printToPDF", wanted))["data"])


async def _png(svg: bytes, width: int, height: int) -> bytes:
    screen = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    await _command("Emulation.setDeviceMetricsOverride", screen)
    await _show(svg, "body>svg{width:100vw;height:100vh}")
    clip = {"x": 0, "y": 0, "width": width, "height": height, "scale": 1}
    shot = await _command("Page.captureScreenshot", {"format": "png", "clip": clip, "captureBeyondViewport": True})
    await _command("Emulation.clearDeviceMetricsOverride", {})
    return base64.b64decode(shot["data"])


async def _show(svg: bytes, style: str) -> None:
    """Set a sheet as the content of the second tab, and wait for its fonts."""
    body = svg.decode().split("?>", 1)[1]
    page = f"<!DOCTYPE html><style>html,body{{margin:0}}body>svg{{display:block}}{style}</style>{body}"
    frame = (await _command("Page.getFrameTree", {}))["frameTree"]["frame"]["id"]
    await _command("Page.setDocumentContent", {"frameId": frame, "html": page})
    waiting = {"expression": "document.fonts.ready.then(() => 1)", "awaitPromise": True}
    await _command("Runtime.evaluate", waiting)


async def _command(name: str, arguments: dict) -> dict:
    answer = await _browser().tab.send_command(name, params=arguments)
    if "error" in answer:
        raise RuntimeError(f"{name}: {answer['error']}")
    return answer["result"]
