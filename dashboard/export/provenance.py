"""What every file says of itself in its metadata: what it shows, of which texts, with which options, where to see it."""

from __future__ import annotations

import json
from dataclasses import dataclass

from ..exhibits.base import Exhibit
from ..exhibits.options import as_words, given
from .reproduce import command, link


@dataclass(frozen=True)
class Provenance:
    """The metadata of one exhibit, ready to be written."""

    title: str
    description: str
    receipt: str
    fingerprint: str
    options: str
    link: str
    command: str
    software: str

    def fields(self) -> dict[str, str]:
        """By the names under which files keep them."""
        return {
            "Receipt": self.receipt,
            "Fingerprint": self.fingerprint,
            "Options": self.options,
            "Link": self.link,
            "Command": self.command,
        }


def provenance(exhibit: Exhibit) -> Provenance:
    """What a file with this exhibit says of itself."""
    options = {"exhibit": exhibit.name} | {name: as_words(value) for name, value in given(exhibit).items()}
    return Provenance(
        title=exhibit.title,
        description=exhibit.reading,
        receipt=exhibit.receipt.text(),
        fingerprint=exhibit.receipt.fingerprint,
        options=json.dumps(options, ensure_ascii=False),
        link=link(exhibit),
        command=command(exhibit),
        software=f"Parallax {exhibit.receipt.version}",
    )
