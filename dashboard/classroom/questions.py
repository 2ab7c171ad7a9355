"""Questions of a lesson on the stage: a choice, and a blind passage; first asked, then answered."""

from __future__ import annotations

import streamlit as st

from analysis import Corpus

from .. import cache, elements
from ..charts.attribution import sure
from ..charts.theme import Theme
from ..exhibits.blind import BlindPassage
from ..exhibits.groups import group_styles
from ..words import escape_markdown
from . import in_class
from .lesson import Blind, Choice
from .live.questions import Question
from .staging import passage_of
from .statements import Source, filled, right_answer

# A passage of so many letters is set larger.
_SHORT = 420
# Width and height of the votes.
_VOTES = (1080, 380)


def show_choice(
    choice: Choice, said: Source | None, question: Question, revealed: bool, theme: Theme, key: str
) -> None:
    """A question with its answers, and how a live class votes; once revealed, the votes, and the right answer marked."""
    right = right_answer(choice.right, said) if choice.right and revealed else None
    with st.container(key="stage_words"):
        st.markdown(filled(choice.prompt, said))
        if revealed and in_class.show_votes(question, theme, _VOTES, f"{key}_votes"):
            st.markdown(f"Right: **{escape_markdown(right)}**" if right else "")
        else:
            st.markdown(
                "\n".join(f"{number}. {_answer(answer, right)}" for number, answer in enumerate(choice.answers, 1))
            )
    if not revealed or not choice.right:
        in_class.show_waiting(question)


def _answer(answer: str, right: str | None) -> str:
    words = escape_markdown(answer)
    return f"**{words}** :material/check_circle:" if answer == right else words


def show_passage(corpus: Corpus, blind: Blind, question: Question, revealed: bool, theme: Theme, key: str) -> None:
    """A passage and who may have written it; once revealed, whose it is, the words that tell, and the machine's guess."""
    passage, styles = passage_of(corpus, blind, cache.passages_to_guess), group_styles(corpus, "author")
    labels = {group: style.label for group, style in styles.items()}
    own, other = (styles[group].colour(theme) for group in (passage.group, passage.guess))
    with st.container(key="stage_passage" if len(passage.text) > _SHORT else "stage_short_passage"):
        if revealed:
            misled = "" if passage.known else other
            elements.blind_passage(passage.pieces(), own=own, other=misled, key=f"{key}_answer")
            st.markdown(" ".join([*_verdict(passage, labels), *in_class.share_right(question, labels[passage.group])]))
        else:
            elements.blind_passage([("plain", passage.text)], key=key)
            in_class.show_waiting(question)
            st.markdown("Whose is it? " + " · ".join(f"**{escape_markdown(label)}**" for label in labels.values()))


def _verdict(passage: BlindPassage, labels: dict[str, str]) -> list[str]:
    own, guess = (f"**{escape_markdown(labels[group])}**" for group in (passage.group, passage.guess))
    words = escape_markdown(", ".join(word.written for word in passage.telling[:4]))
    machine = f"The machine said {guess}, {escape_markdown(sure(passage.probability))} sure: {'right' if passage.known else 'wrong'}."
    return [f"It is {own}.", f"Telling: *{words}*." if words else "No single word gives it away.", machine]
