"""When a page of the dashboard is at rest: by what it does, not by the clock of the machine that tests it."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, Page

# Counts what happens to the page, and in the closed parts of it, and knows whether the server owes it an answer.
_WATCH = """
(() => {
  const rest = (window.atRest = { changes: 0, seen: -1, calm: 0, owed: false });
  const watcher = new MutationObserver(() => rest.changes++);
  const watch = (root) =>
    watcher.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
  watch(document);
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (...options) {
    const root = attach.apply(this, options);
    watch(root);
    return root;
  };
  const send = WebSocket.prototype.send, known = new WeakSet();
  WebSocket.prototype.send = function (...message) {
    if (!known.has(this)) {
      known.add(this);
      this.addEventListener("message", () => { rest.changes++; rest.owed = false; });
    }
    rest.changes++;
    rest.owed = true;
    return send.apply(this, message);
  };
})();
"""
# A fifth of a second in frames: the clock is the page's own, which stands while the page works, so that what it has put
# off for a moment, or until a part comes near the screen, is done first however busy the machine is.
_FRAMES = 12
_CALM = """
(frames) => {
  const rest = window.atRest, app = document.querySelector("[data-testid=stApp]");
  const done = app?.dataset.testConnectionState === "CONNECTED" && app.dataset.testScriptState === "notRunning"
    && !rest.owed && document.fonts.status === "loaded" && !document.querySelector("[data-testid=stSkeleton]");
  rest.calm = done && rest.seen === rest.changes ? rest.calm + 1 : 0;
  rest.seen = rest.changes;
  return rest.calm >= frames;
}
"""


def watch(context: BrowserContext) -> None:
    """Let every page of a browser notice what happens to it."""
    context.add_init_script(_WATCH)


def wait(page: Page, frames: int = _FRAMES) -> None:
    """Wait until Streamlit has run, the page has drawn, and nothing has changed for so many frames."""
    page.evaluate("atRest.calm = 0")
    page.wait_for_function(_CALM, arg=frames)
