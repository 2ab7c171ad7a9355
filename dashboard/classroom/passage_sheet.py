"""A sheet of paper for a round of blind passages: boxes to tick, and a key for whoever teaches."""

from __future__ import annotations

from collections.abc import Sequence

from analysis import Corpus

from ..charts.attribution import sure
from ..charts.theme import Styles
from ..exhibits.attributions import METHOD
from ..exhibits.base import receipt
from ..exhibits.blind import BlindPassage, TellingWord, blind_round
from ..exhibits.groups import group_styles, named_column, text_labels
from ..export.handout.handout import Handout, Passages, Question, Quote

# Words of the key, strongest first.
_NAMED = 4


def passage_sheet(corpus: Corpus, n: int = 10, seed: int = 1, *, by: str = "author") -> Handout:
    """The sheet of the round with this seed: the passages that the page "Whose passage?" shows under the same numbers.

    Each passage is followed by its question: boxes for the groups, and in the key the answer, the words that tell and
    the machine's guess. AnalysisError as `blind_round`.
    """
    passages, styles = blind_round(corpus, n, seed, by=by), group_styles(corpus, by)
    answers = tuple(style.label for style in styles.values())
    labels = text_labels(corpus.documents)
    items = [
        part
        for number, passage in enumerate(passages, start=1)
        for part in (
            Passages(f"Passage {number}", (Quote(passage.text),)),
            question_of_passage(f"Passage {number}: whose is it?", passage, styles, labels),
        )
    ]
    asked = "text" if by in ("author", "document_id") else named_column(by)
    return Handout(
        "Whose passage?",
        f"Read each passage and tick its {asked}. Underline the words that made you think so. "
        f"Who only guesses is right in 1 of {len(answers)}.",
        (*items, Question("Which words or habits of style gave most away?", key=_habits(passages, styles))),
        receipt(corpus, METHOD, f"round {seed} of {len(passages)} passages by {named_column(by)}").text(),
    )  # fmt: skip


def question_of_passage(prompt: str, passage: BlindPassage, styles: Styles, labels: dict[str, str]) -> Question:
    """Boxes for the groups, and in the key whose it is, the words that tell, and the machine's guess."""
    return Question(prompt, tuple(style.label for style in styles.values()), key=_key(passage, styles, labels))


def _key(passage: BlindPassage, styles: Styles, labels: dict[str, str]) -> str:
    """The answer, the words that tell, and what the machine said."""
    own, guess = styles[passage.group].label, styles[passage.guess].label
    place = f"{labels[passage.document_id]}, paragraph {passage.paragraph}"
    answer = place if own == labels[passage.document_id] else f"{own} ({place})"
    right = "right" if passage.known else "wrong"
    said = [f"{answer}."]
    if passage.telling:
        said.append(f"Words that tell: {_listed(passage.telling)}.")
    if passage.misleading:
        said.append(f"Words that mislead: {_listed(passage.misleading)}.")
    return " ".join([*said, f"The machine said {guess}, {sure(passage.probability)} sure: {right}."])


def _listed(words: Sequence[TellingWord]) -> str:
    return ", ".join(word.written for word in words[:_NAMED])


def _habits(passages: Sequence[BlindPassage], styles: Styles) -> str:
    """For each group that has a passage, the words that told in all of its passages."""
    told = []
    for group, style in styles.items():
        words = [word.written for passage in passages if passage.group == group for word in passage.telling[:_NAMED]]
        told += [f"{style.label}: {', '.join(dict.fromkeys(words))}."] if words else []
    return " ".join(told)
