"""Reading XML of unknown origin: without entities, without declarations of them, never from anywhere else."""

from __future__ import annotations

from lxml import etree

from ..errors import CorpusError


def parsed(name: str, content: bytes) -> etree._Element:
    """The root of an XML document. CorpusError where it declares entities, is nested too deep, or is no XML."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False, remove_comments=True, remove_pis=True
    )  # fmt: skip
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise CorpusError(f"{name} is built in a way that no word processor writes: save it anew.")
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        deep = "depth" in str(error).lower()
        why = (
            "is nested too deep to be read: save it as plain text"
            if deep
            else "is damaged: open it in the program that made it and save it anew"
        )
        raise CorpusError(f"{name} {why}.") from None
    # A declaration in another encoding than the one looked for above.
    if root.getroottree().docinfo.doctype:
        raise CorpusError(f"{name} is built in a way that no word processor writes: save it anew.")
    return root
