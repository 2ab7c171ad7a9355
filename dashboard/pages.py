"""The registry of pages. To add one: a file in views/ and a line here."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Page:
    """One page: its file in views/, its title, icon, address, the part of the menu it stands in, and a line on it.

    texts, by, fair: does it answer to the sidebar's choice of texts, "Group by" and length-fair switch? compares: does it set groups
    side by side, so that what else differs between them must be said?
    """

    name: str
    title: str
    icon: str
    section: str
    blurb: str
    texts: bool = True
    by: bool = True
    fair: bool = False
    compares: bool = True

    @property
    def file(self) -> str:
        """Path from the entry script."""
        return f"views/{self.name}.py"


PAGES = {
    page.name: page
    for page in (
        Page(
            "overview",
            "Overview",
            "timeline",
            "",
            "The texts in time, and what they show at a glance.",
            by=False,
            compares=False,
        ),
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
            "Which words set each text apart: keyness, one against another, agreement of methods, TF-IDF.",
            fair=True,
        ),
        Page("topics", "Topics", "category", "Compare", "Who writes of what: topics by author and year."),
        Page("trends", "Trends", "show_chart", "Compare", "Chosen words over the years, at true distance.", by=False),
        Page(
            "company",
            "Company of a word",
            "group_work",
            "Relate",
            "The same word in different company: what stands around it, in all texts and in one alone.",
        ),
        Page(
            "dispersion",
            "Dispersion",
            "barcode",
            "Relate",
            "Where words stand in each text, and whether they run through it or come in bursts.",
        ),
        Page(
            "concordance",
            "Concordance",
            "format_align_center",
            "Read",
            "Every hit of a search with its sentence.",
            by=False,
            compares=False,
        ),
        Page(
            "read",
            "Read",
            "menu_book",
            "Read",
            "The whole text, hits marked, what is not counted in grey.",
            texts=False,
            by=False,
            compares=False,
        ),
        Page(
            "methods",
            "Methods",
            "functions",
            "Read",
            "What each number means, how it is made, where it comes from.",
            by=False,
            compares=False,
        ),
    )
}
