"""The registry of the forms a handout can take. To add one: a function (handout, key) -> bytes, and a line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module

from .handout import Handout


@dataclass(frozen=True)
class Form:
    """One form of a handout: its name for people, its ending, its media type, a line on what it is for, and the
    function of this package that makes it, loaded only when it is asked for."""

    label: str
    ending: str
    mime: str
    help: str
    maker: str

    def make(self, handout: Handout, *, key: bool = True) -> bytes:
        """The handout in this form; key: with the part for the teacher, which begins a page of its own."""
        module, function = self.maker.split(":")
        make: Callable[..., bytes] = getattr(import_module(f".{module}", __package__), function)
        return make(handout, key=key)


HANDOUTS: Mapping[str, Form] = {
    form.ending: form
    for form in (
        Form("HTML", "html", "text/html", "A page to print from any browser, on A4 or Letter, without a network.", "page:page"),
        Form(
            "DOCX", "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "A document to change in a word processor before it is printed.", "document:document",
        ),
    )
}  # fmt: skip
