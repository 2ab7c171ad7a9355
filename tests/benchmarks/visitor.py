"""A visitor without a browser: it speaks with the dashboard as Streamlit's page does, and keeps every byte it is sent."""

from __future__ import annotations

import asyncio
import http.cookiejar
import json
import time
import urllib.request
import uuid
from dataclasses import dataclass, field

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Common_pb2 import FileURLsRequest, UploadedFileInfo
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

PATIENCE = 120


@dataclass
class Visitor:
    """One visitor. received: all bytes that came; widgets: the fields of the page that is shown, by id; errors: what was
    reported as an error; query: of the address; with_token: does it prove that its uploads come from the dashboard's page?"""

    port: int
    received: bytearray = field(default_factory=bytearray)
    errors: list[str] = field(default_factory=list)
    widgets: dict[str, object] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)
    page: str = ""
    query: str = ""
    seconds: list[float] = field(default_factory=list)
    with_token: bool = True
    _states: dict[str, WidgetState] = field(default_factory=dict)
    _socket: ClientConnection | None = None
    _session: str = ""
    _files: dict[str, object] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """Where the dashboard answers."""
        return f"http://127.0.0.1:{self.port}"

    async def arrive(self) -> None:
        """Open the first page."""
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
        await asyncio.to_thread(lambda: self._opener.open(f"{self.address}/_stcore/health", timeout=PATIENCE).read())
        url = f"ws://127.0.0.1:{self.port}/_stcore/stream"
        self._socket = await connect(
            url, origin=self.address, subprotocols=["streamlit"], max_size=None, open_timeout=PATIENCE
        )
        await self._run()

    async def leave(self) -> None:
        """Close the page."""
        await self._socket.close()

    async def go_to(self, page: str) -> None:
        """Follow the menu."""
        self.page, self.widgets = self.pages[page], {}
        self._states.clear()
        await self._run()

    async def bring(self, name: str, content: bytes) -> None:
        """Hand a file over to the first field for files on the page."""
        widget = next(key for key, element in self.widgets.items() if element.WhichOneof("type") == "file_uploader")
        uploaded = await self._upload(name, content)
        state = WidgetState(id=widget)
        state.file_uploader_state_value.uploaded_file_info.append(uploaded)
        self._states[widget] = state
        await self._run()
        self._states.pop(widget, None)

    async def click(self, label: str) -> None:
        """Press a button of the page that is shown."""
        widget = next(
            key
            for key, element in self.widgets.items()
            if element.WhichOneof("type") == "button" and label in element.button.label
        )
        self._states[widget] = WidgetState(id=widget, trigger_value=True)
        await self._run()
        self._states.pop(widget, None)

    async def again(self) -> None:
        """Let the page run once more, as any field of it does."""
        await self._run()

    async def _upload(self, name: str, content: bytes) -> UploadedFileInfo:
        asked = str(uuid.uuid4())
        request = FileURLsRequest(request_id=asked, file_names=[name], session_id=self._session)
        await self._socket.send(BackMsg(file_urls_request=request).SerializeToString())
        while asked not in self._files:
            self._take(await asyncio.wait_for(self._socket.recv(), PATIENCE))
        place = self._files[asked].file_urls[0]
        await asyncio.to_thread(self._put, place.upload_url, name, content)
        return UploadedFileInfo(name=name, size=len(content), file_id=place.file_id, file_urls=place)

    def _put(self, url: str, name: str, content: bytes) -> None:
        boundary = uuid.uuid4().hex
        head = f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\nContent-Type: text/plain\r\n\r\n'
        body = head.encode() + content + f"\r\n--{boundary}--\r\n".encode()
        headers = {"Content-Type": f"multipart/form-data; boundary={boundary}", "Origin": self.address}
        jar = next(handler.cookiejar for handler in self._opener.handlers if hasattr(handler, "cookiejar"))
        if self.with_token:
            headers["X-Xsrftoken"] = next((cookie.value for cookie in jar if cookie.name == "_streamlit_xsrf"), "")
        request = urllib.request.Request(
            f"{self.address}{url}" if url.startswith("/") else url, body, headers, method="PUT"
        )
        self._opener.open(request, timeout=PATIENCE).read()

    async def _run(self) -> None:
        """Send what the fields hold and wait until the page has run to its end."""
        begun, message = time.monotonic(), BackMsg()
        message.rerun_script.page_script_hash, message.rerun_script.query_string = self.page, self.query
        message.rerun_script.widget_states.widgets.extend(self._states.values())
        await self._socket.send(message.SerializeToString())
        while not self._take(await asyncio.wait_for(self._socket.recv(), PATIENCE)):
            pass
        self.seconds.append(time.monotonic() - begun)

    def _take(self, content: bytes) -> bool:
        """Take a message in; has the page run to its end?"""
        self.received += content
        message = ForwardMsg.FromString(content)
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self._session = message.new_session.initialize.session_id or self._session
            self.widgets = {}
        elif kind == "navigation":
            self.page = message.navigation.page_script_hash
            self.pages = {
                page.url_pathname or "overview": page.page_script_hash for page in message.navigation.app_pages
            }
        elif kind == "file_urls_response":
            self._files[message.file_urls_response.response_id] = message.file_urls_response
        elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            self._look_at(message.delta.new_element)
        return kind == "script_finished" and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN

    def _look_at(self, element) -> None:
        kind = element.WhichOneof("type")
        if kind == "exception":
            self.errors.append(element.exception.message)
        held = getattr(element, kind)
        if getattr(held, "id", "") and kind in ("button", "file_uploader"):
            self.widgets[held.id] = element


def told(visitors: list[Visitor]) -> str:
    """How long the visitors waited, as JSON."""
    waits = sorted(second for visitor in visitors for second in visitor.seconds)
    at = {f"p{share}": round(waits[min(int(share / 100 * len(waits)), len(waits) - 1)], 2) for share in (50, 95)}
    return json.dumps({"interactions": len(waits), **at, "max": round(waits[-1], 2)})
