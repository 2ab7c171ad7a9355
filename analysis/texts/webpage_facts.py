"""What a web page says of itself: title, author, date, the site it stood on."""

from __future__ import annotations

import json

from lxml import html

from .lines import one_line
from .years import read_year

_NAMES = {
    "title": ("citation_title", "og:title", "dc.title", "twitter:title"),
    "author": ("citation_author", "author", "dc.creator", "parsely-author", "article:author"),
    "date": (
        "citation_publication_date",
        "citation_date",
        "article:published_time",
        "dc.date",
        "date",
        "pubdate",
        "parsely-pub-date",
    ),
    "venue": ("citation_journal_title", "og:site_name"),
}
_LINKED = {"title": "headline", "date": "datePublished"}
LONGEST = 300


def facts_of(root: html.HtmlElement) -> dict[str, object]:
    """title, author, date, year and venue, as far as the page tells them."""
    told = _meta(root)
    facts = {
        key: "; ".join(told[name][:6]) for key, names in _NAMES.items() for name in reversed(names) if name in told
    }
    facts = _linked(root) | facts
    title = root.findtext(".//title")
    if title and "title" not in facts:
        facts["title"] = one_line(title)
    if str(facts.get("author", "")).startswith("http"):
        del facts["author"]
    if "date" in facts:
        facts["date"] = facts["date"].replace("/", "-")[:10]
        year = read_year(facts["date"])
        facts |= {"year": year} if year else {}
    return {key: value for key, value in facts.items() if value}


def _meta(root: html.HtmlElement) -> dict[str, list[str]]:
    """The contents of the meta elements, by name."""
    told: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        name = (element.get("name") or element.get("property") or "").lower()
        content = one_line((element.get("content") or "")[:LONGEST])
        if name and content:
            told.setdefault(name, []).append(content)
    return told


def _linked(root: html.HtmlElement) -> dict[str, str]:
    """What the page says in JSON for search engines; read as data."""
    facts: dict[str, str] = {}
    for script in root.iter("script"):
        if (script.get("type") or "").lower() != "application/ld+json":
            continue
        try:
            said = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for one in said if isinstance(said, list) else [said]:
            facts = _of_one(one) | facts if isinstance(one, dict) else facts
    return facts


def _of_one(said: dict[str, object]) -> dict[str, str]:
    facts = {key: one_line(said[name][:LONGEST]) for key, name in _LINKED.items() if isinstance(said.get(name), str)}
    authors = said.get("author")
    named = [one.get("name") for one in (authors if isinstance(authors, list) else [authors]) if isinstance(one, dict)]
    author = "; ".join(one_line(name[:LONGEST]) for name in named[:6] if isinstance(name, str))
    return facts | ({"author": author} if author else {})
