"""The registry of pages. To add one: a file in views/ and a line here."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Page:
    """One page: its file in views/, its title, icon, address, the part of the menu it stands in, and a line on it."""

    name: str
    title: str
    icon: str
    section: str
    blurb: str

    @property
    def file(self) -> str:
        """Path from the entry script."""
        return f"views/{self.name}.py"


PAGES = {
    page.name: page
    for page in (
        Page("overview", "Overview", "timeline", "", "The texts in time, and what they show at a glance."),
        Page(
            "frequencies",
            "Frequencies",
            "bar_chart",
            "Compare",
            "Which words each text uses most; chosen words across texts.",
        ),
        Page(
            "distinctiveness",
            "Distinctiveness",
            "star",
            "Compare",
            "Which words set each text apart: keyness and TF-IDF.",
        ),
        Page("topics", "Topics", "category", "Compare", "Who writes of what: topics by author and year."),
        Page("trends", "Trends", "show_chart", "Compare", "Chosen words over the years, at true distance."),
        Page("concordance", "Concordance", "format_align_center", "Read", "Every hit of a search with its sentence."),
        Page("read", "Read", "menu_book", "Read", "The whole text, hits marked, what is not counted in grey."),
        Page("methods", "Methods", "functions", "Read", "What each number means, how it is made, where it comes from."),
    )
}
