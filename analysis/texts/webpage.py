"""Reading saved web pages: the words with their roles; nothing is fetched, run or expanded."""

from __future__ import annotations

import codecs
import email
import email.policy
import re

from lxml import etree, html

from ..errors import CorpusError
from .decoding import ENCODINGS, Decoded, decode
from .lines import Draft, without_unseen
from .plain import require_few_letters
from .reading import Read, ReadingChoices
from .webpage_facts import facts_of
from .webpage_lines import lines_of_page

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
_MAIL = re.compile(rb"\A(?:From|MIME-Version|Content-Type|Snapshot-Content-Location|Subject)\s*:", re.IGNORECASE)
# Entities that a page declares are not expanded; the declaration itself is no text.
_PREAMBLE = re.compile(
    r"\A\s*(?:<\?xml[^>]*\?>\s*)?(?:<!DOCTYPE[^\[>]*\[.{0,100000}?\]\s*>)?", re.IGNORECASE | re.DOTALL
)
_ENDS = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
_TAGS = re.compile(
    r"<(script|style|template|noscript)\b.*?</\1\s*>|<!--.*?-->|<[^>]{0,2000}>", re.IGNORECASE | re.DOTALL
)
# A page of which less is left than this has met a limit of the parser, not its end.
_LEAST_SHARE = 0.3


def read_webpage(name: str, content: bytes, choices: ReadingChoices) -> Read:
    """The words of a page. Menus, heads and feet, captions and headings have their roles; with `whole_page` all counts.

    CorpusError where there are no words, or the page is nested too deep to be read.
    """
    decoded = _decoded(name, _page_in_mail(name, content), choices.encoding)
    require_few_letters(name, decoded.text)
    # What stands after the end of a page is shown by browsers, but dropped by the parser.
    text = _ENDS.sub("", _PREAMBLE.sub("", without_unseen(decoded.text)))
    root = _parsed(name, text)
    lines = lines_of_page(root, whole=choices.whole_page)
    letters = sum(map(str.isalnum, _TAGS.sub(" ", text)))
    kept = sum(sum(map(str.isalnum, line.text)) for line in lines)
    if letters > 20 and kept < _LEAST_SHARE * letters and _is_deep(text):
        raise CorpusError(
            f"{name} is nested too deep to be read: open it in a browser and save its words as plain text."
        )
    if not lines:
        raise CorpusError(
            f"{name} holds no words: perhaps they are in a picture, or come only when the page is opened in a browser."
        )
    notices = (decoded.notice,) if decoded.notice else ()
    return Read((Draft(name, lines, "html", facts_of(root), notices, encoding=decoded.encoding),))


def _page_in_mail(name: str, content: bytes) -> bytes:
    """The page in a file that a browser saved with its pictures (MHTML), which has the form of a letter."""
    if not _MAIL.match(content.lstrip()[:200]):
        return content
    try:
        parts = email.message_from_bytes(content.lstrip(), policy=email.policy.default).walk()
        for part in parts:
            if part.get_content_type() in ("text/html", "application/xhtml+xml"):
                page = part.get_payload(decode=True) or b""
                charset = (part.get_content_charset() or "utf-8").encode()
                return page if _CHARSET.search(page[:4000]) else b'<meta charset="' + charset + b'">' + page
    except (LookupError, ValueError, TypeError, AttributeError):
        pass
    raise CorpusError(f"{name} holds no web page that can be read: save it as “web page, HTML only”.")


def _decoded(name: str, content: bytes, asked: str) -> Decoded:
    """By what is asked, by a mark or as UTF-8, else as the page says, unless its bytes belie it."""
    plain = decode(name, content, asked)
    said = _CHARSET.search(content[:4000])
    if asked or plain.encoding.startswith("utf") or said is None:
        return plain
    try:
        encoding = codecs.lookup(said[1].decode("ascii")).name
    except LookupError:
        return plain
    encoding = {"iso8859-1": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "euc_kr"}.get(
        encoding, encoding.replace("-", "_")
    )
    if encoding.startswith("utf"):
        told = f"{name} says that it is UTF-8 but is not: it was read as {ENCODINGS[plain.encoding]}, so look at its letters."
        return Decoded(plain.text, plain.encoding, told)
    return Decoded(content.decode(encoding, "replace"), encoding if encoding in ENCODINGS else plain.encoding)


def _parsed(name: str, text: str) -> html.HtmlElement:
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False, recover=True)
    try:
        root = html.document_fromstring(text, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise CorpusError(f"{name} holds no words: check that it is the right file.") from None
    return root


def _is_deep(text: str) -> bool:
    """Are far more elements open at once than a page has? libxml2 stops at 256."""
    depth = most = 0
    for tag in re.finditer(
        r"<(/?)(?:div|span|p|ul|ol|li|table|tbody|tr|td|section|article|blockquote|b|i|em|font|a)\b",
        text,
        re.IGNORECASE,
    ):
        depth += -1 if tag[1] else 1
        most = max(most, depth)
    return most > 200
