"""The game of blind passages on the screen: the question, what the words betray, the score of a round."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from analysis import Corpus

from .. import cache, elements, glossary, state
from ..charts.attribution import guess_bars, sure
from ..charts.theme import THEMES, Styles
from ..exhibits.attributions import METHOD
from ..exhibits.base import receipt
from ..exhibits.blind import BlindPassage, TellingWord
from ..exhibits.groups import named_column
from ..foot import show_measure
from ..visitor import theme_name
from ..words import escape_markdown
from .score import score_in_words

# Keys of the keyboard that answer.
_KEYS = 9
_STILL = {"displayModeBar": False, "staticPlot": True}


@dataclass(frozen=True, eq=False)
class Game:
    """A round and how far it is played: its passages, how the groups are called and coloured, a name for its keys."""

    corpus: Corpus
    passages: Sequence[BlindPassage]
    styles: Styles
    by: str
    key: str

    @property
    def played(self) -> state.RoundPlayed:
        """The answers so far."""
        return state.round_played(self.key)

    def colour(self, group: str) -> str:
        """A group's colour on this screen."""
        return self.styles[group].colour(THEMES[theme_name()])

    def label(self, group: str) -> str:
        """A group's name, for Markdown."""
        return escape_markdown(self.styles[group].label)


def show_game(game: Game) -> None:
    """The question that is next, its answer once given, or the score at the end; and how the machine guesses."""
    played = game.played
    if played.at >= len(game.passages):
        _score(game)
    else:
        _progress(game)
        if played.at < len(played.answers):
            _answer(game, game.passages[played.at], played.answers[played.at])
        else:
            _question(game, game.passages[played.at])
    _method(game)


def _progress(game: Game) -> None:
    """Which passage, and the score so far."""
    played = game.played
    done = list(zip(game.passages, played.answers, strict=False))
    said = f"**Passage {played.at + 1} of {len(game.passages)}**"
    if done:
        you = sum(answer == passage.group for passage, answer in done)
        machine = sum(passage.known for passage, _ in done)
        said += f" · right so far: you {you}, the machine {machine} of {len(done)}"
    st.markdown(said)


def _question(game: Game, passage: BlindPassage) -> None:
    elements.blind_passage([("plain", passage.text)], key=f"{game.key}_asked_{game.played.at}")
    asked = "Whose passage is it?" if game.by in ("author", "document_id") else f"Which {named_column(game.by)}?"
    st.markdown(f"**{escape_markdown(asked)}** A click, or the key with its number.")
    with st.container(horizontal=True):
        for number, group in enumerate(game.styles, start=1):
            st.button(
                game.label(group), key=f"{game.key}_{game.played.at}_{number}", on_click=game.played.answer, args=(group,),
                shortcut=str(number) if number <= _KEYS else None,
            )  # fmt: skip


def _answer(game: Game, passage: BlindPassage, given: str) -> None:
    """Right or wrong, the passage with its telling words marked, and beside it the machine's guess."""
    misled = "" if passage.known else game.colour(passage.guess)
    key = f"{game.key}_answer_{game.played.at}"
    left, right = st.columns([5, 3], gap="large")
    with left:
        st.subheader(_verdict(game, passage, given), anchor=False)
        elements.blind_passage(passage.pieces(), own=game.colour(passage.group), other=misled, key=key)
    with right:
        st.markdown(_machine(game, passage))
        st.plotly_chart(
            guess_bars(list(passage.probabilities), game.styles, THEMES[theme_name()], own=passage.group),
            theme=None, config=_STILL, key=f"{key}_bars", alt=_bars_in_words(game, passage),
        )  # fmt: skip
        _next(game, key)
        _words(game, passage)
        _read_on(game, passage)


def _words(game: Game, passage: BlindPassage) -> None:
    """The words that betray the passage, and those that misled."""
    st.markdown(_told(f"Speak for {game.label(passage.group)}", passage.telling) or "No single word gives it away.")
    if passage.misleading:
        st.markdown(_told(f"Led the machine to {game.label(passage.guess)}", passage.misleading))
    help = "As likely there as in the other texts on average; of words that misled, as in the true text."
    st.caption("×8: eight times as likely there. Marked: speaks for the text. Dotted: misled the machine.", help=help)


def _next(game: Game, key: str) -> None:
    last = game.played.at + 1 == len(game.passages)
    st.button(
        "See the score" if last else "Next passage", icon=":material/arrow_forward:", shortcut="Right", key=f"{key}_next",
        on_click=game.played.go_on, width="stretch",
    )  # fmt: skip


def _read_on(game: Game, passage: BlindPassage) -> None:
    """The way to the passage in its text."""
    label = cache.labels(game.corpus).texts[passage.document_id]
    st.page_link(
        "views/read.py", label=f"Read on in {escape_markdown(label)}, paragraph {passage.paragraph}", icon=":material/menu_book:",
        query_params={"text": label, "at": str(_word_at(passage))},
    )  # fmt: skip


def _word_at(passage: BlindPassage) -> int:
    """Where the text is opened: at the first marked word, else at the beginning."""
    return passage.start + (passage.marks[0][0] if passage.marks else 0)


def _verdict(game: Game, passage: BlindPassage, given: str) -> str:
    if given == passage.group:
        return f":material/check_circle: Right: {game.label(passage.group)}"
    return f":material/cancel: It is {game.label(passage.group)}, not {game.label(given)}"


def _machine(game: Game, passage: BlindPassage) -> str:
    said = "right" if passage.known else "wrong"
    return f"The machine said **{game.label(passage.guess)}**, {escape_markdown(sure(passage.probability))} sure: **{said}**."


def _bars_in_words(game: Game, passage: BlindPassage) -> str:
    parts = [f"{game.styles[group].label} {sure(probability)}" for group, probability in passage.probabilities]
    return f"How probable the machine found each: {', '.join(parts)}."


def _told(whom: str, words: Sequence[TellingWord]) -> str:
    """The words with how many times as likely they are there: "" where there are none."""
    listed = ", ".join(f"**{escape_markdown(word.written)}** ×{word.times:.0f}" for word in words)
    return f"{whom}: {listed}" if words else ""


def _score(game: Game) -> None:
    """The score of the round against the machine's, what chance would give, and every passage with its answers."""
    you = [answer == passage.group for passage, answer in zip(game.passages, game.played.answers, strict=True)]
    machine = [passage.known for passage in game.passages]
    with st.container(horizontal=True):
        st.metric("You", f"{sum(you)} of {len(you)}", border=True, width=220)
        st.metric("The machine", f"{sum(machine)} of {len(machine)}", border=True, width=220)
    st.markdown(score_in_words(sum(you), sum(machine), len(you), len(game.styles)))
    st.dataframe(
        _all_passages(game),
        hide_index=True,
        alt="Every passage of the round with the answers",
        key=f"{game.key}_all",
        column_config={name: st.column_config.Column(width=190) for name in ("Words that tell", "Passage")},
    )
    with st.container(horizontal=True):
        st.button(
            "Another round",
            icon=":material/casino:",
            on_click=another_round,
            shortcut="Right",
            key=f"{game.key}_another",
        )
        st.button("The same again", icon=":material/replay:", on_click=game.played.begin_again, key=f"{game.key}_again")


def another_round() -> None:
    """The round with the next number."""
    state.hold("round", int(state.chosen("round", "1")) % 9999 + 1)


def _all_passages(game: Game) -> pd.DataFrame:
    mark = lambda group, own: f"{'✓' if group == own else '✗'} {game.styles[group].label}"  # noqa: E731
    rows = [
        {
            "It is": game.styles[passage.group].label, "You": mark(answer, passage.group), "The machine": mark(passage.guess, passage.group),
            "Its confidence": sure(passage.probability), "¶": passage.paragraph,
            "Words that tell": ", ".join(word.written for word in passage.telling[:4]), "Passage": f"{passage.text[:90].rpartition(' ')[0]} …",
        }
        for passage, answer in zip(game.passages, game.played.answers, strict=True)
    ]  # fmt: skip
    return pd.DataFrame(rows)


def _method(game: Game) -> None:
    """How the machine guesses, in a line, and in full on demand."""
    more = st.popover("How the machine guesses", icon=":material/help:", key="how_it_guesses", on_change="rerun")
    if more.open:
        with more:
            for name in glossary.FOR_EXHIBIT["attribution"][:3]:
                show_measure(glossary.MEASURES[name])
    st.caption(
        "It counts which words stand in each text, without the paragraph it is asked about. Passages that name their own author are left out of the "
        "round."
    )
    st.caption(
        escape_markdown(
            receipt(game.corpus, METHOD, f"round of {len(game.passages)} passages by {named_column(game.by)}").brief()
        )
    )
