"""Works as BibTeX: valid for LaTeX whatever stands in a title, letters beyond ASCII as UTF-8 (biber reads them)."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote

from ..glossary.bibliography import Work

_SPECIAL = {
    "\\": r"\textbackslash{}",
    # A brace with a backslash before it would still be counted, and one alone would break the file.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{letter: f"\\{letter}" for letter in "&%$#_"},
}
_PLAIN = (
    "journal", "booktitle", "volume", "number", "pages", "publisher", "school", "institution", "address", "howpublished",
)  # fmt: skip


def bibtex_entry(work: Work) -> str:
    """One entry. Capitals of the title are kept by every style; a year that is not known is "n.d."."""
    fields = {
        "author": " and ".join(map(_name, work.authors)),
        # Sorts the work where no author does.
        "key": "" if work.authors else escaped(work.title[:40]),
        "editor": " and ".join(map(_name, work.editors)),
        "title": f"{{{escaped(work.title)}}}",
        "year": str(work.year) if work.year else escaped(work.dated or "n.d."),
        **{field: escaped(getattr(work, field)) for field in _PLAIN},
        "note": escaped(
            ". ".join(filter(None, [work.dated[:1].upper() + work.dated[1:] if work.year else "", work.note]))
        ),
        "doi": _address(work.doi),
        "url": _address(work.url),
    }
    fields["pages"] = fields["pages"].replace("–", "--")
    lines = [f"  {field} = {{{value}}}," for field, value in fields.items() if value]
    return "\n".join([f"@{work.kind}{{{work.key},", *lines, "}"])


def escaped(text: str) -> str:
    """Words as LaTeX prints them; line breaks become spaces, control characters are left out."""
    words = " ".join(text.split())
    return "".join(_SPECIAL.get(letter, letter) for letter in words if unicodedata.category(letter) not in ("Cc", "Cs"))


def key_of(text: str) -> str:
    """A name as part of a key: letters and digits of ASCII, and dashes; "" where it has none."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-")


def _name(name: str) -> str:
    """A name that BibTeX may part at its comma; one without, and one with an "and" of its own, stays as it is."""
    parted = re.fullmatch(r"[^,]+, [^,]+", name) and not re.search(r"\band\b", name, re.IGNORECASE)
    return escaped(name) if parted else f"{{{escaped(name)}}}"


def _address(address: str) -> str:
    """An address stands word for word, so nothing is escaped; only what would break the file is percent-encoded."""
    return quote(address, safe="".join(map(chr, set(range(33, 127)) - set(map(ord, '{}\\"'))))) if address else ""
