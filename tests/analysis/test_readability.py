"""How hard texts are to read: against other programs, printed values and hand calculation."""

import math

import pandas as pd
import pytest

from analysis import AnalysisError, Corpus, OptionError
from analysis.readability import MEASURES, Counts, count_text, note, readability_scores, score

from .oracle import document_id
from .tables import DOCUMENTS, rows

COLUMNS = ["group", "measure", "value", "words", "sentences", "words_per_sentence", "syllables_per_word", "note"]
# Statistics of textstat by their names there.
PEERS = {
    "flesch_reading_ease": "flesch", "flesch_kincaid_grade": "flesch_kincaid", "gunning_fog": "gunning_fog",
    "smog_index": "smog", "automated_readability_index": "automated_readability", "coleman_liau_index": "coleman_liau",
}  # fmt: skip
PEER_ROWS = [row for row in rows("oracle_values.tsv") if row["peer"].startswith("textstat")]
PEER = {(row["statistic"], document_id(row["item"])): float(row["value"]) for row in PEER_ROWS}
OPTIONS = {"coleman_liau": {"letter_coefficient": 0.058}}
CAT = "The cat in the hat ate breakfast."


def body(corpus: Corpus, text: str) -> str:
    return "\n".join(block.text for block in corpus.blocks(text) if block.role == "body")


def peer_words(text: str) -> list[str]:
    """The words of textstat: parted by white space, other signs dropped (China–U.S. is ChinaUS)."""
    words = ("".join(sign for sign in word if sign.isalnum() or sign == "_") for word in text.split())
    return [word for word in words if word]


def test_the_table_of_another_program_is_whole():
    counted = ["lexicon_count", "sentence_count", "syllable_count"]
    found = [sum(row["statistic"] == name for row in PEER_ROWS) for name in [*PEERS, *counted]]
    assert found == [1, 1, 1, 1, 1, 3, 5, 4, 2]


@pytest.mark.parametrize(
    ("statistic", "text"), [key for key in PEER if key[0] in PEERS and key[0] != "flesch_reading_ease"], ids=str
)
def test_grades_lie_within_one_and_a_half_of_another_program(reference_corpus, statistic, text):
    # Its words, sentences and syllables are others; its Fog leaves out a list of easy words as well.
    name = PEERS[statistic]
    found = score(name, body(reference_corpus, text), **OPTIONS.get(name, {}))
    assert found == pytest.approx(PEER[statistic, text], abs=1.5)


def test_flesch_lies_within_two_points_of_another_program_that_counts_alike(reference_corpus):
    # It reads US as us and Sino-US as one unknown word, so its own value for chen-2014 lies 4.7 points above ours.
    text = body(reference_corpus, "chen-2014")
    words = peer_words(text)
    syllables = count_text(" ".join(words).lower()).syllables
    alike = Counts(words=len(words), sentences=int(PEER["sentence_count", "chen-2014"]), syllables=syllables)
    peer = PEER["flesch_reading_ease", "chen-2014"]
    assert MEASURES["flesch"].function(alike) == pytest.approx(peer, abs=2)
    assert 0 < peer - score("flesch", text) < 5


def test_flesch_of_the_counts_of_another_program():
    counts = [PEER[name, "chen-2014"] for name in ("lexicon_count", "sentence_count", "syllable_count")]
    value = MEASURES["flesch"].function(Counts(*map(int, counts)))
    assert value == pytest.approx(PEER["flesch_reading_ease", "chen-2014"], abs=6e-7)


def test_ari_of_the_counts_of_another_program(reference_corpus):
    # It shares the characters out over all that stands between spaces, a dash too, but not the sentences.
    text = body(reference_corpus, "yang-2015")
    between_spaces = len(text.split())
    words_per_sentence = PEER["lexicon_count", "yang-2015"] / PEER["sentence_count", "yang-2015"]
    counts = Counts(between_spaces, between_spaces / words_per_sentence, characters=count_text(text).characters)
    value = MEASURES["automated_readability"].function(counts)
    assert value == pytest.approx(PEER["automated_readability_index", "yang-2015"], abs=6e-7)


@pytest.mark.parametrize("text", DOCUMENTS)
def test_the_words_of_another_program_are_those_between_spaces(reference_corpus, text):
    written = body(reference_corpus, text)
    assert len(peer_words(written)) == PEER["lexicon_count", text]
    assert count_text(written).words == pytest.approx(PEER["lexicon_count", text], rel=0.01)


@pytest.mark.parametrize("text", [text for name, text in PEER if name == "sentence_count"])
def test_another_program_finds_a_few_more_sentences(reference_corpus, text):
    # It also splits at the stops of U.S. and of 2.9, and drops the pieces of one or two words.
    peer = PEER["sentence_count", text]
    assert 0.94 * peer <= count_text(body(reference_corpus, text)).sentences <= peer


@pytest.mark.parametrize(
    ("name", "counts", "options", "value"),
    [
        ("flesch_kincaid", Counts(words=99, sentences=11, syllables=139), {}, 4.488),
        ("smog", Counts(sentences=11, complex_words=6), {}, 7.348),
        ("coleman_liau", Counts(words=99, sentences=11, letters=418), {"letter_coefficient": 0.058}, 5.4),
        ("coleman_liau", Counts(words=99, sentences=11, letters=418), {}, 5.738),
        ("flesch", Counts(words=372, sentences=17, syllables=549), {}, 59.771),
        ("gunning_fog", Counts(words=372, sentences=17, complex_words=25), {}, 11.441),
        ("gunning_fog", Counts(words=372, sentences=17, complex_words=38), {}, 12.839),
        ("automated_readability", Counts(words=10, sentences=2, characters=40), {}, 4.71 * 4 + 2.5 - 21.43),
    ],
)
def test_formulae_of_printed_counts(name, counts, options, value):
    assert MEASURES[name].function(counts, **options) == pytest.approx(value, abs=0.001)


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [("flesch", CAT, 103.04428571428573), ("gunning_fog", CAT, 2.8), ("flesch", "Once upon a time.", 97.025)],
)
def test_values_of_another_test_suite(name, text, value):
    assert score(name, text) == pytest.approx(value, abs=1e-9)


@pytest.mark.parametrize(("text", "words", "syllables"), [(CAT, 7, 8), ("Once upon a time.", 4, 5)])
def test_counts_by_hand(text, words, syllables):
    counts = count_text(text)
    assert (counts.words, counts.sentences, counts.syllables) == (words, 1, syllables)


def test_every_count_by_hand():
    text = "The U.S. economy grew 2.9% in 2014.\n\n“Win-win cooperation!” said Xi.\n***"
    # the U.S. economy grew in | win-win cooperation said xi; no sentence without a word.
    assert count_text(text) == Counts(
        words=9, sentences=2, syllables=1 + 2 + 4 + 1 + 1 + 2 + 5 + 1 + 1, complex_words=2, characters=29 + 28 + 3,
        letters=3 + 2 + 7 + 4 + 2 + 6 + 11 + 4 + 2,
    )  # fmt: skip


def test_paragraphs_are_lines():
    # A heading without a stop is a sentence of its own.
    assert count_text("A new order\nThe world has changed. It will change again.").sentences == 3
    assert count_text("one two\nthree").sentences == 2


def test_abbreviations_end_no_sentence():
    assert count_text("Dr. Chen of the U.S. delegation met Gen. Li, cf. p. 7. They spoke.").sentences == 2


def test_a_line_of_capitals_is_read_as_words():
    assert count_text("THE US AND THE WTO").syllables == count_text("the us and the wto").syllables
    assert count_text("The US and the WTO").syllables == 1 + 2 + 1 + 1 + 5


@pytest.mark.parametrize("text", ["", " \n ", "2014, 2.9 %", "信任是合作的基础。", "***"])
@pytest.mark.parametrize("name", MEASURES)
def test_a_text_without_english_words_has_no_value(name, text):
    assert math.isnan(score(name, text))
    assert note(name, text) == "There is no word in Latin letters."


def test_smog_needs_thirty_sentences():
    text = "Cooperation is an opportunity. "
    assert math.isnan(score("smog", text * 29))
    assert note("smog", text * 29) == "SMOG needs 30 sentences; the text has 29."
    assert score("smog", text * 30) == pytest.approx(1.0430 * math.sqrt(60) + 3.1291)
    assert note("smog", text * 30) == note("flesch", text) == ""


@pytest.mark.parametrize("name", MEASURES)
def test_long_words_and_sentences_are_harder(name):
    easy = "The cat sat. The dog ran. " * 20
    hard = "Multilateral organizations institutionalize cooperation notwithstanding international competition. " * 40
    assert (score(name, hard) > score(name, easy)) == (MEASURES[name].harder == "higher")


def test_columns_are_fixed(corpus):
    for found in (
        readability_scores(corpus),
        readability_scores(corpus, by="corpus"),
        readability_scores(Corpus.from_texts({})),
    ):
        assert found.columns.tolist() == COLUMNS
    assert len(found) == 0


def test_a_row_for_every_group_and_formula(corpus):
    found = readability_scores(corpus)
    assert found[["group", "measure"]].values.tolist() == [[text, name] for text in DOCUMENTS for name in MEASURES]
    assert found["words"].tolist() == [words for words in corpus.documents["n_words"] for _ in MEASURES]
    assert (found["note"] == "").all()


def test_the_table_holds_the_scores_of_the_body(corpus):
    found = readability_scores(corpus).set_index(["group", "measure"])["value"]
    for text in DOCUMENTS:
        assert found[text].to_dict() == {name: score(name, body(corpus, text)) for name in MEASURES}


def test_other_roles_count_when_the_corpus_counts_them(corpus):
    duan = corpus.select(["duan-2022"])
    with_abstract = duan.select(roles=["body", "abstract"])
    assert readability_scores(with_abstract)["words"][0] == with_abstract.documents["n_words"].iloc[0]
    assert readability_scores(with_abstract)["words"][0] > readability_scores(duan)["words"][0]


def test_groups_are_read_as_one_text():
    documents = pd.DataFrame({"author": ["Chen", "Chen", "Sun"]}, index=["a", "b", "c"])
    texts = Corpus.from_texts({"a": CAT, "b": "Once upon a time.", "c": "2014"}, documents)
    found = readability_scores(texts, by="author").set_index(["group", "measure"])
    chen = found.loc[("Chen", "flesch")]
    assert (chen["words"], chen["sentences"], chen["words_per_sentence"]) == (11, 2, 5.5)
    assert chen["syllables_per_word"] == pytest.approx(13 / 11)
    assert found.loc["Sun", ["value", "words_per_sentence", "syllables_per_word"]].isna().all(axis=None)
    assert found.loc[("Chen", "smog"), "note"] == "SMOG needs 30 sentences; the text has 2."


def test_texts_in_another_language_have_no_value_and_a_quotation_takes_none_away():
    about = pd.DataFrame({"language": [None, "en"]}, ["french", "english"])
    french = "Les hommes sont égaux en droits, et ils ne sont pas seuls dans le monde où nous vivons."
    texts = Corpus.from_texts({"french": french, "english": f"{CAT} 信任是合作的基础 {CAT}"}, about)
    scores = readability_scores(texts).set_index(["group", "measure"])
    assert math.isnan(scores.at[("french", "flesch"), "value"])
    assert scores.at[("french", "flesch"), "note"] == "The formulae are for English; this is French."
    assert scores.at[("english", "flesch"), "value"] == score("flesch", texts.text("english"))
    both = readability_scores(texts, by="corpus").set_index("measure")
    assert both.at["flesch", "note"] == ""


def test_impossible_requests_are_refused(corpus):
    with pytest.raises(OptionError, match="flesch_kincaid"):
        score("fog", CAT)
    with pytest.raises(OptionError, match="'colour'"):
        readability_scores(corpus, by="colour")
    with pytest.raises(AnalysisError, match="needs a text, not list"):
        score("flesch", ["The", "cat"])
