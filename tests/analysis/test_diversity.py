"""How rich vocabularies are: against other programs, published values, plain loops and hand calculation."""

import math
import random

import numpy as np
import pandas as pd
import pytest
from scipy.stats import entropy, hypergeom

from analysis import AnalysisError, Corpus, OptionError
from analysis.diversity import MEASURES, lexical_diversity, note, score

from .oracle import document_id
from .tables import DOCUMENTS, rows

COLUMNS = ["group", "measure", "value", "words", "types", "comparable", "note"]
# Statistics of other programs by their names there.
PEERS = {
    "TTR": "ttr", "RTTR": "rttr", "MATTR": "mattr", "MTLD": "mtld", "HD-D": "hdd", "Yule's K": "yule_k",
    "Maas a2 (ln)": "maas",
}  # fmt: skip
ROWS = [row for row in rows("oracle_values.tsv") if row["statistic"] in PEERS]
# The two programs end a run of MTLD elsewhere than McCarthy & Jarvis.
OPTIONS = {
    "window=50": {"window": 50}, "window=100": {"window": 100}, "42": {"draws": 42}, "": {},
    "0.72": {"strict": False}, "0.72,min10": {"minimum_words": 10},
}  # fmt: skip
TEN = "test text with some text numbers hyphenhere and text punctuations".split()
EIGHT = "apple orange apple orange pear pear apple orange".split()
SEVEN = "one one two one one two one".split()
SENTENCES = ["This", "is", "a", "sentence", "."] * 20
ERLKOENIG = [
    *[1] * 11, *[2, 3] * 9, *[4] * 7, *[5, 6] * 6, *[7, 8] * 5, *[*range(9, 16)] * 4, *[*range(16, 22)] * 3,
    *[*range(22, 40)] * 2, *range(40, 125),
]  # fmt: skip
# The sample text of the lexical-diversity documentation, its lemmas numbered in order of first appearance.
# fmt: off
SAMPLE = [int(number) for number in (
    "1 2 3 4 5 1 6 7 8 9 10 4 1 11 6 5 1 12 13 1 7 14 15 1 16 1 17 18 6 3 19 20 21 22 23 24 20 25 26 27 28 29 30 "
    "31 32 33 34 35 36 6 37 1 38 39 1 40 2 6 3 41 1 42 43 44 45 46 47 2 47 48 49 1 33 18 1 50 2 51 18 52 6 3 53 "
    "54 55 37 1 56 57 37 1 58 59 37 1 60 61 37 1 62 63 64 37 1 65 66 37 1 67 24 68 69 37 1 70 71 1 72 73 6 3 74 5 "
    "75 76 77 18 16 78 79 80 81 82 83 7 24 84 85 6 3 86 18 1 87 88 89 50 2 24 90 18 1 16 2 91 3 1 92 24 93 94 95 "
    "18 6 96 18 1 2 3 97 39 98 99 1 100 101 102 3 103 104"
).split()]
# fmt: on


@pytest.fixture(scope="module")
def small() -> Corpus:
    return Corpus.from_texts(
        {"a": "the trust the 2014\norder", "b": "The order", "c": "2014"},
        pd.DataFrame({"author": ["Chen", "Chen", "Sun"]}, index=["a", "b", "c"]),
    )


@pytest.fixture(scope="module")
def table(reference_corpus) -> pd.DataFrame:
    """Values of the five texts: measures by text."""
    return lexical_diversity(reference_corpus).pivot(index="measure", columns="group", values="value")


def words_of(corpus: Corpus, text: str) -> list[str]:
    tokens = corpus.tokens_frame()
    return tokens.loc[tokens["is_word"] & (tokens["document_id"] == text), "term"].tolist()


def random_words(seed: int, size: int) -> list[int]:
    """Running words of which few types are frequent and most are rare."""
    return [int(40 * random.Random(seed * 10_000 + place).random() ** 3) for place in range(size)]


def test_the_table_of_other_programs_is_whole():
    assert [sum(row["statistic"] == name for row in ROWS) for name in PEERS] == [2, 1, 12, 6, 8, 4, 3]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: " ".join(list(row.values())[:4]))
def test_values_agree_with_other_programs(reference_corpus, row):
    words = words_of(reference_corpus, document_id(row["item"]))
    found = score(PEERS[row["statistic"]], words, **OPTIONS[row["params"]])
    assert found == pytest.approx(float(row["value"]), abs=6e-7 * max(1, float(row["value"]) / 100))


@pytest.mark.parametrize(
    ("name", "words", "options", "value"),
    [
        ("ttr", TEN, {}, 0.8), ("rttr", TEN, {}, 2.5298221281347035), ("herdan_c", TEN, {}, 0.9030899869919434),
        ("yule_k", TEN, {}, 600.0), ("hdd", TEN, {"draws": 5}, 0.8833333333333332),
        ("mattr", SEVEN, {"window": 2}, 0.8333333333333334), ("msttr", EIGHT, {"window": 2}, 0.875),
        ("msttr", EIGHT, {"window": 4}, 0.625), ("yule_i", "a a b b c".split(), {}, 1.5),
        ("hdd", SENTENCES, {}, 0.1190472087529263), ("mtld", SENTENCES, {}, 7.142857142857143),
        ("ttr", SAMPLE, {}, 0.5777777777777777), ("mattr", SAMPLE, {"window": 50}, 0.7206106870229007),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_values_of_other_test_suites(name, words, options, value):
    assert score(name, words, **options) == pytest.approx(value, abs=1e-12)


def test_the_entropy_of_the_erlkoenig():
    assert len(ERLKOENIG) == 225
    assert score("shannon_entropy", ERLKOENIG) == pytest.approx(6.527, abs=5e-5)


def test_a_text_shorter_than_the_window_has_no_value():
    # quanteda shortens the window instead, with a warning.
    assert math.isnan(score("mattr", SEVEN, window=100))
    assert note("mattr", SEVEN, window=100) == "The window needs 100 words; the text has 7."


@pytest.mark.parametrize("size", [2, 9, 60, 400])
@pytest.mark.parametrize("seed", [1, 2])
def test_the_formulae_written_out(seed, size):
    words = random_words(seed, size)
    frequency = [words.count(word) for word in set(words)]
    w, v, squares = len(words), len(frequency), sum(f * f for f in frequency)
    expected = {
        "ttr": v / w, "rttr": v / w**0.5, "cttr": v / (2 * w) ** 0.5, "herdan_c": math.log(v) / math.log(w),
        "maas": (math.log(w) - math.log(v)) / math.log(w) ** 2, "yule_k": 10_000 * (squares - w) / w**2,
        "yule_i": v * v / (squares - v) if squares > v else math.nan, "shannon_entropy": entropy(frequency, base=2),
    }  # fmt: skip
    assert {name: score(name, words) for name in expected} == pytest.approx(expected, nan_ok=True, abs=1e-12)
    assert score("shannon_entropy", words, base=math.e) == pytest.approx(entropy(frequency))


@pytest.mark.parametrize("window", [1, 2, 7, 60])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_windows_and_segments_as_a_plain_loop(seed, window):
    words = random_words(seed, 100)
    windows = [len(set(words[start : start + window])) / window for start in range(len(words) - window + 1)]
    segments = windows[::window]
    assert score("mattr", words, window=window) == pytest.approx(sum(windows) / len(windows), rel=1e-12)
    assert score("msttr", words, window=window) == pytest.approx(sum(segments) / len(segments), rel=1e-12)


@pytest.mark.parametrize("name", ["mattr", "msttr"])
def test_a_window_as_long_as_the_text_gives_its_ttr(name):
    assert score(name, TEN, window=10) == score("ttr", TEN)


@pytest.mark.parametrize("draws", [1, 5, 42])
@pytest.mark.parametrize("size", [42, 300])
def test_the_expected_ratio_of_a_sample_by_the_hypergeometric_distribution(size, draws):
    words = random_words(4, size)
    missing = [hypergeom.pmf(0, size, words.count(word), draws) for word in set(words)]
    assert score("hdd", words, draws=draws) == pytest.approx(sum(1 - p for p in missing) / draws, rel=1e-10)


def test_the_runs_of_mtld_by_hand():
    # Forwards a b a | b c, ratio .67 < .72 after three words; the rest has ratio 1 and fills no part of a run.
    # Backwards c b a b: ratio .75, then a: .6 < .72 after five words.
    assert score("mtld", "a b a b c".split()) == pytest.approx((5 / 1 + 5 / 1) / 2)
    # The ratio ends at .75: (1 − .75)/(1 − .72) of a run.
    assert score("mtld", "a b c a".split()) == pytest.approx(4 / (0.25 / 0.28))


def test_a_run_ends_below_the_threshold_or_at_it():
    # a b c a | a b c a, each .75; or a b c a a, .6, and a rest without repetition. Backwards the same.
    words = "a b c a a b c a".split()
    assert score("mtld", words, threshold=0.75, strict=False) == 8 / 2
    assert score("mtld", words, threshold=0.75) == 8 / 1


def test_a_run_may_have_a_minimum_length():
    words = "a a b b c c d d e e f f".split()
    assert score("mtld", words, minimum_words=0) == pytest.approx(12 / 6)
    assert score("mtld", words, minimum_words=6) == pytest.approx(12 / 2)


@pytest.mark.parametrize("name", MEASURES)
def test_words_may_be_of_any_kind(name):
    words = random_words(5, 200)
    options = {"window": 20} if "window" in MEASURES[name].settings else {}
    value = score(name, words, **options)
    assert score(name, np.array(words), **options) == value
    assert score(name, [f"word {word}" for word in words], **options) == value
    assert score(name, ((word, None) for word in words), **options) == value


@pytest.mark.parametrize("name", MEASURES)
def test_a_richer_text_has_the_value_that_is_told(name):
    poor, rich = [place % 30 for place in range(200)], [place % 70 for place in range(200)]
    higher = score(name, rich) > score(name, poor)
    assert higher == (MEASURES[name].richer == "higher")


@pytest.mark.parametrize("name", [name for name in MEASURES if MEASURES[name].length_robust])
def test_length_robust_measures_stay_when_a_text_is_cut(reference_corpus, name):
    words = words_of(reference_corpus, "sun-2024")
    pieces = [score(name, words[start : start + 742]) for start in range(0, len(words) - 741, 742)]
    assert np.mean(pieces) == pytest.approx(score(name, words), rel=0.08)


@pytest.mark.parametrize("name", ["ttr", "rttr", "cttr", "yule_i"])
def test_the_others_do_not(reference_corpus, name):
    words = words_of(reference_corpus, "sun-2024")
    assert abs(score(name, words[:742]) / score(name, words) - 1) > 0.3


def test_the_type_token_ratio_ranks_the_longest_text_last(table):
    assert table.loc["ttr"].idxmin() == "sun-2024"
    assert table.loc["ttr", "sun-2024"] == pytest.approx(0.24, abs=0.005)


@pytest.mark.parametrize("name", ["mattr", "mtld", "hdd", "msttr", "yule_k"])
def test_length_robust_measures_rank_it_first_and_duan_last(table, name):
    values = table.loc[name] * (1 if MEASURES[name].richer == "higher" else -1)
    assert (values.idxmax(), values.idxmin()) == ("sun-2024", "duan-2022")


def test_the_two_programs_lie_on_both_sides_of_the_defaults_of_mtld(reference_corpus):
    # duan-2022: 42.5 with `<=`, 44.9 with at least ten words a run.
    words = words_of(reference_corpus, "duan-2022")
    assert score("mtld", words, strict=False) <= score("mtld", words) <= score("mtld", words, minimum_words=10)


@pytest.mark.parametrize("name", MEASURES)
def test_a_text_without_words_has_no_value(name):
    assert math.isnan(score(name, []))
    assert note(name, []) == "There are no words."


@pytest.mark.parametrize(
    ("name", "words", "says"),
    [
        ("herdan_c", ["trust"], "One word alone"), ("maas", ["trust"], "One word alone"),
        ("yule_i", ["trust", "order"], "No word is repeated"), ("mtld", ["trust", "order"], "No word is repeated"),
        ("msttr", ["trust"] * 99, "The window needs 100 words; the text has 99"),
        ("hdd", ["trust"] * 41, "The sample needs 42 words; the text has 41"),
    ],
)  # fmt: skip
def test_what_is_undefined_says_why(name, words, says):
    assert math.isnan(score(name, words))
    assert note(name, words).startswith(says)


def test_mtld_of_a_short_text_is_doubted():
    assert score("mtld", TEN) > 0
    assert note("mtld", TEN) == "The text has 10 words; below 50 the value is not to be trusted."
    assert note("mtld", TEN * 5) == ""


def test_one_type_alone():
    words = ["trust"] * 100
    found = {name: score(name, words) for name in MEASURES}
    assert found["shannon_entropy"] == found["herdan_c"] == 0
    assert found["ttr"] == found["mattr"] == found["msttr"] == 0.01
    assert found["yule_k"] == 9900 and found["mtld"] == 2
    assert found["hdd"] == pytest.approx(1 / 42)


def test_columns_are_fixed(small):
    for found in (lexical_diversity(small), lexical_diversity(small, measures=["mtld"]),
                  lexical_diversity(small, measures=[]), lexical_diversity(Corpus.from_texts({}))):  # fmt: skip
        assert found.columns.tolist() == COLUMNS
    assert len(found) == 0


def test_the_table_by_hand(small):
    found = lexical_diversity(small, by="author", window=3, draws=2).set_index(["group", "measure"])
    assert found.index.tolist() == [(group, name) for group in ("Chen", "Sun") for name in MEASURES]
    # the trust the order the order: six words, three types; the number is no word.
    assert found.loc["Chen"][["words", "types"]].drop_duplicates().values.tolist() == [[6, 3]]
    assert found.loc[("Chen", "ttr"), "value"] == 0.5
    assert found.loc[("Chen", "mattr"), "value"] == pytest.approx((2 + 3 + 2 + 2) / 12)
    assert found.loc["Sun", "value"].isna().all()
    assert set(found.loc["Sun", "note"]) == {"There are no words."}


def test_only_length_robust_measures_are_comparable(small):
    found = lexical_diversity(small)
    assert set(found.loc[found["comparable"], "measure"]) == {"yule_k", "msttr", "mattr", "mtld", "hdd"}


def test_the_options_reach_their_measures(corpus):
    found = lexical_diversity(corpus, window=50, threshold=0.6, draws=10).set_index(["group", "measure"])["value"]
    words = words_of(corpus, "dong-2022")
    assert found["dong-2022", "mattr"] == score("mattr", words, window=50)
    assert found["dong-2022", "msttr"] == score("msttr", words, window=50)
    assert found["dong-2022", "mtld"] == score("mtld", words, threshold=0.6)
    assert found["dong-2022", "hdd"] == pytest.approx(score("hdd", words, draws=10), rel=1e-12)


def test_measures_come_in_the_order_asked_for(corpus):
    found = lexical_diversity(corpus, measures=["mtld", "ttr", "mtld"])
    assert found["measure"].tolist() == ["mtld", "ttr"] * 5
    assert found["group"].drop_duplicates().tolist() == DOCUMENTS


@pytest.mark.parametrize(
    ("name", "options", "says"),
    [
        ("mattr", {"window": 0}, "window must be at least 1"), ("msttr", {"window": 2.5}, "whole number"),
        ("hdd", {"draws": 0}, "draws must be at least 1"), ("mtld", {"threshold": 1}, "between 0 and 1"),
        ("shannon_entropy", {"base": 1}, "base must be"), ("shannon_entropy", {"base": -2}, "base must be"),
        ("richness", {}, "measure must be one of"),
    ],
)  # fmt: skip
def test_impossible_options_are_refused(name, options, says):
    with pytest.raises(OptionError, match=says):
        score(name, TEN, **options)


def test_impossible_options_of_the_table_are_refused(small):
    with pytest.raises(OptionError, match="measures must be one of"):
        lexical_diversity(small, measures=["richness"])
    with pytest.raises(OptionError, match="'colour'"):
        lexical_diversity(small, by="colour")
    with pytest.raises(OptionError, match="window"):
        lexical_diversity(small, window=-5)


def test_a_string_is_no_list_of_words():
    with pytest.raises(AnalysisError, match="as a list"):
        score("ttr", "the trust")
