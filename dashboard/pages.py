"""The registry of pages. To add one: a file in views/ and a line here."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Page:
    """One page: its file in views/, its title, icon, address, the part of the menu it stands in, and a line on it.

    texts, by, fair: does it answer to the sidebar's choice of texts, "Group by" and length-fair switch? compares: does it set groups
    side by side, so that what else differs between them must be said? hidden: only links lead to it, and its address
    says what it shows, nothing else.
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
    hidden: bool = False

    @property
    def file(self) -> str:
        """Path from the entry script."""
        return f"views/{self.name}.py"


_ALONE = {"by": False, "compares": False}

PAGES = {
    page.name: page
    for page in (
        Page("overview", "Overview", "timeline", "", "The texts in time, and what they show at a glance.", **_ALONE),
        Page("own_texts", "Your texts", "upload_file", "", "Bring texts of your own, see what is counted of them, and compare them.", texts=False, **_ALONE),
        Page("frequencies", "Frequencies", "bar_chart", "Compare", "Which words are used most; chosen words side by side.", fair=True),
        Page("distinctiveness", "Distinctiveness", "star", "Compare", "Which words set each text apart, one against another, and whether methods agree.", fair=True),
        Page("trends", "Trends", "show_chart", "Compare", "Words, families of words and topics over the years, at true distance.", by=False),
        Page("concepts", "Concepts", "hub", "Compare", "One idea under all its names; what must, should or will be; who is spoken of."),
        Page("topics", "Topics", "category", "Compare", "Who writes of what: topics by author and year."),
        Page("common_ground", "Common ground", "join_inner", "Compare", "What the texts share and what they leave unsaid: words used alike, set phrases, silences."),
        Page("profile", "Lexical profile", "equalizer", "Compare", "How rich the vocabulary, how hard the reading, how long the sentences.", fair=True),
        Page("clouds", "Word clouds", "cloud", "Compare", "The vocabulary at a glance, each cloud with the list that says how sure it is."),
        Page("similarity", "Similarity", "grid_view", "Relate", "Which texts are alike, in which words, and how sure that is.", fair=True),
        Page("belongs", "Where does it belong?", "explore", "Relate", "Paste a text: which of these is it nearest to, by which words, and how sure is that?", by=False, compares=False),
        Page("company", "Company of a word", "group_work", "Relate", "What stands around a word, in all texts and in one alone."),
        Page("dispersion", "Dispersion", "barcode", "Relate", "Where words stand in each text: all through it, or in bursts."),
        Page("concordance", "Concordance", "format_align_center", "Read", "Every hit of a search with its sentence.", **_ALONE),
        Page("read", "Read", "menu_book", "Read", "The whole text, or two side by side; what is not counted is grey.", texts=False, **_ALONE),
        Page("fit", "What fits these texts", "traffic", "Read", "A light for each method, with the numbers that decide it."),
        Page("methods", "Methods", "functions", "Read", "What each number means, how it is made, where it comes from.", **_ALONE),
        Page("report", "Report", "summarize", "Read", "What you put aside, in your order and with your notes; and the whole session as one file.", texts=False, **_ALONE),
        Page("lessons", "Lessons", "school", "Teach", "Ready to give, step by step: question, figure, what to notice, sentences, doubt, task.", texts=False, **_ALONE),
        Page("whose_passage", "Whose passage?", "fingerprint", "Teach", "Read a passage and name its text; then see which words betray it, and what a machine guessed.", compares=False),
        Page("live_class", "Live class", "groups", "Teach", "Ask the class: it votes by phone, and you see the votes arrive.", texts=False, **_ALONE),
        Page("exhibit", "One figure", "crop_original", "Read", "Just as a link asks for it; its own page has the controls.", texts=False, hidden=True, **_ALONE),
    )
}  # fmt: skip
