"""The lines of a web page in the order in which they are read, each with the role its element gives it."""

from __future__ import annotations

import re

from lxml import etree, html

from .lines import Line, one_line

_UNREAD = {
    "script",
    "style",
    "template",
    "noscript",
    "svg",
    "math",
    "iframe",
    "object",
    "embed",
    "canvas",
    "audio",
    "video",
    "head",
    "select",
    "datalist",
}
_FURNITURE = {"nav", "footer", "aside", "form", "menu", "button", "dialog"}
_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "menu",
    "nav", "ol", "option", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_NAMED_FURNITURE = re.compile(
    r"^(?:nav|navbar|navigation|menu|breadcrumbs?|sidebar|side-bar|footer|site-footer|site-header|masthead|cookie(?:s|-banner|-notice|-consent)?|share|sharing|"
    r"social(?:-share|-links|-media)?|related(?:-posts|-articles|-stories)?|comments?|comment-list|newsletter|subscribe|advert(?:isement)?|ads?|banner|promo|pagination|"
    r"skip-link|tags|toc)$",
    re.IGNORECASE,
)
_NAMED_NOTES = re.compile(
    r"^(?:foot-?notes?|end-?notes?|notes|references|bibliography|doc-endnotes?|doc-footnotes?|doc-bibliography)$",
    re.IGNORECASE,
)
# What holds more of the page's words than this is no menu, whatever its class is called.
_MOST_OF_A_MENU = 0.35


def lines_of_page(root: html.HtmlElement, *, whole: bool = False) -> tuple[Line, ...]:
    """The lines of a page. whole: every line is running text."""
    body = root.find("body") if root.tag == "html" else root
    if body is None:
        body = root
    main = None if whole else _main_of(body)
    reader = _Reader(body, main)
    return tuple(Line(line.text, gap=line.gap) for line in reader.lines) if whole else tuple(reader.lines)


def _main_of(body: html.HtmlElement) -> html.HtmlElement | None:
    """The element that says it holds the main text, if it holds a fair part of all words."""
    total = _words(body)
    for path in (".//main", ".//*[@role='main']", ".//article"):
        found = body.findall(path)
        largest = max(found, key=_words, default=None)
        if largest is not None and _words(largest) >= 0.4 * total:
            return largest
    return None


def _words(element: html.HtmlElement) -> int:
    return sum(len(text.split()) for text in element.itertext())


class _Reader:
    """Walks a page once and cuts its words into lines."""

    def __init__(self, body: html.HtmlElement, main: html.HtmlElement | None) -> None:
        self.lines: list[Line] = []
        self._total, self._main = max(_words(body), 1), main
        self._parts: list[str] = []
        # The roles of the elements that are open; the last one counts.
        self._roles: list[tuple[str, int]] = [("body", 0) if main is None else ("boilerplate", 0)]
        skip = 0
        for event, element in etree.iterwalk(body, events=("start", "end")):
            if not isinstance(element.tag, str):
                continue
            if event == "start":
                skip += self._is_unread(element)
                if not skip:
                    self._open(element)
            elif skip:
                skip -= self._is_unread(element)
                if not skip and element is not body:
                    self._parts.append(element.tail or "")
            else:
                self._close(element)
                if element is not body:
                    self._parts.append(element.tail or "")
        # Words after the end of the page.
        self._parts.append(body.tail or "")
        self._end_line()

    def _is_unread(self, element: html.HtmlElement) -> bool:
        style = (element.get("style") or "").replace(" ", "").lower()
        return element.tag in _UNREAD or element.get("hidden") is not None or "display:none" in style

    def _open(self, element: html.HtmlElement) -> None:
        if element.tag in _BLOCKS or element.tag == "br":
            self._end_line()
        self._roles.append(self._role_of(element))
        text = element.text or ""
        self._parts.append(text.replace("\n", "\u2028") if element.tag == "pre" else text)

    def _close(self, element: html.HtmlElement) -> None:
        if element.tag in _BLOCKS:
            self._end_line()
        self._roles.pop()

    def _role_of(self, element: html.HtmlElement) -> tuple[str, int]:
        """The role an element gives its words; that of the element round it where it gives none."""
        outer = self._roles[-1]
        if element is self._main:
            return ("body", 0)
        if element.tag in _HEADINGS and (outer[0] == "body" or element.tag == "h1"):
            return ("heading", _HEADINGS[element.tag])
        if outer[0] != "body":
            return outer
        if element.tag in ("figcaption", "caption"):
            return ("caption", 0)
        names = " ".join(filter(None, (element.get("class"), element.get("id"), element.get("role")))).split()
        if any(_NAMED_NOTES.match(name) for name in names):
            return ("note", 0)
        furniture = (
            element.tag in _FURNITURE
            or (element.tag == "header" and not _has_title(element))
            or any(map(_NAMED_FURNITURE.match, names))
        )
        if furniture and _words(element) <= _MOST_OF_A_MENU * self._total:
            return ("boilerplate", 0)
        return outer

    def _end_line(self) -> None:
        role, level = self._roles[-1]
        for piece in "".join(self._parts).split("\u2028"):
            words = one_line(piece)
            if words:
                self.lines.append(Line(words, role, level, rule="" if role == "body" else "file"))
        self._parts.clear()


def _has_title(header: html.HtmlElement) -> bool:
    """The head of an article, not of the site."""
    return header.find(".//h1") is not None
