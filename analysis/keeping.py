"""Answers that are kept with the corpus they are of, and go when it goes: a visitor's texts outlive no visit."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from .corpus import Corpus

Answer = TypeVar("Answer")


def kept_with_corpus(most: int) -> Callable[[Callable[..., Answer]], Callable[..., Answer]]:
    """Keep the last `most` answers of a function of a corpus and of hashable options, on the corpus itself."""

    def keeping(function: Callable[..., Answer]) -> Callable[..., Answer]:
        name = f"{function.__module__}.{function.__qualname__}"

        @wraps(function)
        def kept(corpus: Corpus, *rest: Hashable, **options: Hashable) -> Answer:
            answers = vars(corpus).setdefault("_answers", {}).setdefault(name, {})
            asked = (rest, tuple(sorted(options.items())))
            if asked in answers:
                return answers[asked]
            answer = answers[asked] = function(corpus, *rest, **options)
            for oldest in list(answers)[:-most]:
                answers.pop(oldest, None)
            return answer

        return kept

    return keeping
