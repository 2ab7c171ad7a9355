"""Questions that are ready to be asked, about the texts at hand."""

from __future__ import annotations

from collections.abc import Sequence

from .questions import LONGEST, MOST_ANSWERS, Question

_YES_NO = ("Yes", "No", "It depends on what is counted")


def ready_questions(texts: Sequence[str]) -> tuple[Question, ...]:
    """Questions about texts of these names, the one to begin with first; without two to twelve texts, those that need
    no names of texts."""
    names = tuple(dict.fromkeys(name[: LONGEST["answer"]] for name in texts))
    about_texts = _about_texts(names) if 2 <= len(names) <= MOST_ANSWERS else ()
    return (
        *about_texts,
        Question("ready-counts", "choice", "Can counting words show what a text means?", _YES_NO),
        Question(
            "ready-clear", "choice", "Is what you see clear so far?", ("Clear", "Mostly", "Not yet", "Go back a step")
        ),
    )


def _about_texts(names: tuple[str, ...]) -> tuple[Question, ...]:
    return (
        Question("ready-trust", "choice", "Which text says “trust” most often, for its length?", names),
        Question(
            "ready-trust-bars", "numbers", "How often does each text say “trust”?", names,
            unit="per 1,000 words", high=10.0,
        ),
        Question("ready-hardest", "choice", "Which text is the hardest to read?", names),
        Question("ready-cooperation", "choice", "Which text speaks most of cooperation, for its length?", names),
    )  # fmt: skip
