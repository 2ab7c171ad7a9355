"""Where a text belongs: parts of a text come home, a text of another subject is strange, and doubt is said."""

import numpy as np
import pytest

from analysis import Corpus, OptionError, belonging, belonging_words, nearest_passages, stop_words
from analysis.texts.blocks import Block, Text

SOUP = (
    "Peel the onions and cut them into thin rings. Melt the butter in a wide pan and fry the onions over a low flame until they "
    "are golden, which takes about twenty minutes. Add the flour, stir, and pour in the stock little by little, so that no lumps "
    "form. Season with salt, pepper and a bay leaf. Let the soup simmer for half an hour. Toast slices of bread, put them on the "
    "soup, cover them with grated cheese and bake them in the oven until the cheese has melted."
)
TEXTS = ["chen-2014", "yang-2015", "dong-2022", "duan-2022", "sun-2024"]


def with_part(corpus: Corpus, document_id: str, n: int | None) -> Corpus:
    """The corpus with the first n paragraphs of a text (None: the first half) as a text "x" of their own."""
    texts = {text.document_id: text for text in corpus.texts()}
    body = [block for block in texts[document_id].blocks if block.role == "body"]
    n = n or len(body) // 2
    rest = Text(document_id, tuple(body[n:]), texts.pop(document_id).metadata)
    return Corpus([*texts.values(), rest, Text("x", tuple(body[:n]), {"author": "x"})])


def with_words(corpus: Corpus, words: str) -> Corpus:
    return Corpus([*corpus.texts(), Text("x", (Block("body", words),), {"author": "x"})])


@pytest.fixture(scope="module")
def table(corpus):
    return belonging(corpus, "chen-2014")


@pytest.mark.parametrize("text", TEXTS)
def test_half_of_a_text_comes_home(corpus, text):
    assert belonging(with_part(corpus, text, None), "x", draws=200)["group"][0] == text


@pytest.mark.parametrize("text", TEXTS)
def test_a_few_paragraphs_come_home_or_it_is_said_that_nobody_can_tell(corpus, text):
    table = belonging(with_part(corpus, text, 3), "x", draws=200)
    assert table["group"][0] == text or table["verdict"][0] == "cannot tell"


def test_what_comes_home_surely_is_told_and_what_does_not_is_not(corpus):
    assert belonging(with_part(corpus, "duan-2022", None), "x")["verdict"][0] == "nearest"
    assert belonging(corpus, "sun-2024")["verdict"][0] == "cannot tell"


def test_a_text_of_another_subject_is_strange_to_all(corpus):
    table = belonging(with_words(corpus, SOUP), "x")
    assert table["verdict"].tolist() == ["strange to all", "", "", "", ""]
    assert table["known"][0] < 0.2 < 0.6 < table["usual_known"][0]


def test_a_long_text_is_not_near_for_its_length_alone(corpus):
    # Sun has eleven times the words of Chen; without drawing as many of each it would be the nearest to every other.
    nearest = [belonging(corpus, text, draws=100)["group"][0] for text in TEXTS[:4]]
    assert nearest.count("sun-2024") < 3


def test_the_table_is_in_order_and_its_intervals_hold_the_values(table):
    assert table["bits"].is_monotonic_decreasing and table["nearest"].sum() == pytest.approx(1)
    assert ((table["low"] <= table["bits"]) & (table["bits"] <= table["high"])).all()
    assert table["bits"].sum() == pytest.approx(0)


def test_the_same_seed_gives_the_same_and_another_gives_another(corpus, table):
    assert belonging(corpus, "chen-2014").equals(table)
    assert not np.allclose(belonging(corpus, "chen-2014", seed=1)["low"], table["low"])


def test_groups_by_a_column_are_made_of_the_others(corpus):
    table = belonging(corpus, "chen-2014", by="year", draws=50)
    assert set(table["group"]) == {"2015", "2022", "2024"}


def test_the_words_that_bring_it_near_are_those_that_both_have(corpus):
    words = belonging_words(corpus, "chen-2014", "sun-2024", stop_words=stop_words("en")).set_index("term")
    assert words.index[0] == "trust" and words.loc["trust", ["count", "group_count"]].tolist() == [9, 55]
    assert (words["bits"] > 0).all() and np.allclose(words["total_bits"], words["bits"] * words["count"])


def test_the_nearest_passages_share_the_words_that_they_name(corpus):
    found = nearest_passages(corpus, "chen-2014", n=5, stop_words=stop_words("en"))
    assert len(found) == 5 and found["cosine"].is_monotonic_decreasing and (found["document_id"] == "chen-2014").all()
    body = [block.text for block in corpus.blocks(found["other_document_id"][0]) if block.role == "body"]
    assert found["shared"][0].split(", ")[0] in body[found["other_paragraph"][0] - 1].lower()


def test_a_copied_passage_is_the_nearest(corpus):
    body = [block.text for block in corpus.blocks("yang-2015") if block.role == "body"]
    found = nearest_passages(with_words(corpus, body[4]), "x", n=1)
    assert found[["other_document_id", "other_paragraph"]].iloc[0].tolist() == ["yang-2015", 5]
    assert found["cosine"][0] == pytest.approx(1)


@pytest.mark.parametrize(
    "words, says", [("Too few words to tell.", "fewer than 50 words"), ("", "fewer than 50 words")]
)
def test_too_short_a_text_is_refused(corpus, words, says):
    with pytest.raises(OptionError, match=says):
        belonging(with_words(corpus, words or "1"), "x")


def test_one_other_group_is_no_choice(corpus):
    with pytest.raises(OptionError, match="one group only"):
        belonging(corpus.select(["chen-2014", "sun-2024"]), "chen-2014")


def test_an_unknown_text_or_group_is_an_error(corpus):
    with pytest.raises(OptionError, match="nobody"):
        belonging(corpus, "nobody")
    with pytest.raises(OptionError, match="group must be one of"):
        belonging_words(corpus, "chen-2014", "chen-2014")
