"""The adviser: on these texts each light is what a careful reader of the numbers would say, and each bound is crossed."""

import pandas as pd
import pytest

from analysis import Corpus, OptionError, advice
from analysis.adviser import METHODS

# What a careful statistician says of the five texts, and the number that decides it.
FIVE = {
    "concordance": ("green", "14,462 words"),
    "rates": ("amber", "742 words"),
    "keyness": ("amber", "5 of 5 groups are one text"),
    "tfidf": ("amber", "5 texts"),
    "trends": ("amber", "4 different years"),
    "topics": ("amber", "made from 201 paragraphs, stability"),
    "diversity": ("green", "742 words"),
    "readability": ("green", "English"),
    "families": ("green", "English"),
    "similarity": ("amber", "11.0 times"),
    "map": ("green", "5 groups"),
    "company": ("green", "20 times or more"),
    "phrases": ("green", "none of them twice"),
    "attribution": ("amber", "5 groups are one text"),
    "cloud": ("green", "2,435 different words"),
}
SENTENCES = (
    "Trust and peace make security for the people of every country. ", "The river was wide and slow in that year of the flood. ",
    "Nobody knows who built the first of the houses on the far bank. ", "It takes time and patience to win the trust of a neighbour. ",
)  # fmt: skip


def corpus_of(
    n_texts: int, paragraphs: int, *, authors: int | None = None, years: int = 0, words: tuple[str, ...] = SENTENCES
) -> Corpus:
    """Texts of so many paragraphs of four sentences."""
    texts = {
        f"t{number}": "\n".join(
            "".join(words[(number + at + turn) % len(words)] for at in range(4)) for turn in range(paragraphs)
        )
        + f"\nThe end of number {'x' * (number + 1)} is here.\n"
        for number in range(n_texts)
    }
    about = pd.DataFrame(index=list(texts))
    about["author"] = [f"A{number % (authors or n_texts)}" for number in range(n_texts)]
    about["year"] = [2000 + number % years if years else None for number in range(n_texts)]
    return Corpus.from_texts(texts, about)


def light(corpus: Corpus, method: str, **options: str) -> str:
    return advice(corpus, **options).set_index("method").loc[method, "light"]


@pytest.mark.parametrize("method", METHODS)
def test_the_five_texts_get_the_lights_that_their_numbers_deserve(corpus, method):
    told = advice(corpus).set_index("method").loc[method]
    assert (told["light"], FIVE[method][1] in told["reason"]) == (FIVE[method][0], True)
    assert bool(told["do"]) == (told["light"] != "green")


CROSSED = {
    "rates": [(corpus_of(2, 2), "red"), (corpus_of(2, 12), "amber"), (corpus_of(2, 30), "green")],
    "keyness": [
        (corpus_of(3, 30, authors=1), "red"),
        (corpus_of(3, 30), "amber"),
        (corpus_of(4, 30, authors=2), "green"),
    ],
    "tfidf": [(corpus_of(1, 5), "red"), (corpus_of(5, 5), "amber"), (corpus_of(10, 5), "green")],
    "trends": [(corpus_of(4, 5), "red"), (corpus_of(4, 5, years=4), "amber"), (corpus_of(4, 5, years=2), "green")],
    "topics": [(corpus_of(2, 2), "red"), (corpus_of(4, 20), "amber")],
    "diversity": [(corpus_of(2, 1), "red"), (corpus_of(2, 4), "amber"), (corpus_of(2, 20), "green")],
    "similarity": [(corpus_of(2, 9, authors=1), "red"), (corpus_of(2, 9), "amber"), (corpus_of(4, 9), "green")],
    "map": [(corpus_of(2, 9), "red"), (corpus_of(4, 9), "amber"), (corpus_of(5, 9), "green")],
    "phrases": [(corpus_of(1, 9), "red"), (corpus_of(3, 9), "green")],
    "attribution": [
        (corpus_of(2, 9, authors=1), "red"),
        (corpus_of(2, 9), "amber"),
        (corpus_of(4, 20, authors=2), "green"),
    ],
}


@pytest.mark.parametrize("method", CROSSED)
def test_every_bound_is_crossed(method):
    assert [light(corpus, method) for corpus, _ in CROSSED[method]] == [expected for _, expected in CROSSED[method]]


def test_texts_in_another_language_are_told_from_english():
    chinese = corpus_of(
        3, 9, words=("la rivière était large et lente cette année. ", "personne ne sait qui a bâti ces maisons. ")
    )
    assert light(chinese, "readability") == light(chinese, "families") == "red"


def test_copies_are_noticed():
    twice = Corpus.from_texts({"a": "Trust and peace.", "b": "Trust and peace.", "c": "War."})
    assert light(twice, "phrases") == light(twice, "similarity") == "amber"


def test_without_words_there_is_nothing_to_advise_on():
    with pytest.raises(OptionError, match="no word"):
        advice(Corpus.from_texts({"a": "1234 5678"}))


def test_a_column_that_is_not_there_is_an_error(corpus):
    with pytest.raises(OptionError, match="colour"):
        advice(corpus, by="colour")
