"""The registry of the forms a whole report can take. To add one: a function from Report to bytes, and a line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module

from .report import Report


@dataclass(frozen=True)
class Form:
    """One form of a report: its name for people, its ending, its media type, and the function that makes it.

    maker: module of this package and function, loaded only when it is asked for.
    """

    label: str
    ending: str
    mime: str
    maker: str

    def make(self, report: Report) -> bytes:
        """The report in this form. AnalysisError where it cannot be made here."""
        module, function = self.maker.split(":")
        make: Callable[[Report], bytes] = getattr(import_module(f".{module}", __package__), function)
        return make(report)


_OFFICE = "application/vnd.openxmlformats-officedocument"
REPORTS: Mapping[str, Form] = {
    form.ending: form
    for form in (
        Form("HTML", "html", "text/html", "web.page:report_page"),
        Form("Slides", "pptx", f"{_OFFICE}.presentationml.presentation", "office.slides:presentation"),
        Form("Document", "docx", f"{_OFFICE}.wordprocessingml.document", "office.document:document"),
        Form("Workbook", "xlsx", f"{_OFFICE}.spreadsheetml.sheet", "table.workbook:report_workbook"),
        Form("All files in a ZIP", "zip", "application/zip", "archive:archive"),
    )
}
