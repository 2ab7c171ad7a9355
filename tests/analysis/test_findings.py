"""What the dashboard shows at a glance: the five findings, through public functions alone.

Counts are hits of families and searches, rates per 1,000 words; the brackets are Wilson intervals at 95 %.
"""

import pytest

from analysis import concordance, frequencies, keywords, lexicon, parse, query_frequencies
from analysis.association import score
from analysis.intervals import wilson

from .tables import DOCUMENTS, hits_by_text

CHEN, YANG, DONG, DUAN, SUN = range(5)


def counts(corpus, family: str) -> list[int]:
    """Hits of a family of the lexicons, or of a search, by text."""
    queries = [lexicon(name)[family].query for name in ("actors", "concepts", "modality") if family in lexicon(name)]
    table = query_frequencies(corpus, {family: (queries or [parse(family)])[0]}, draws=1).set_index("group")
    return [table.loc[document_id, "count"] for document_id in DOCUMENTS]


def rates(corpus, family: str) -> list[float]:
    words = corpus.documents["n_words"]
    return [1000 * hits / words[name] for hits, name in zip(counts(corpus, family), DOCUMENTS, strict=True)]


def interval(corpus, family: str, text: int) -> list[float]:
    bounds = wilson(counts(corpus, family)[text], corpus.documents["n_words"].iloc[text])
    return [1000 * bound.item() for bound in bounds]


def printed(*numbers: float) -> object:
    """Numbers as they stand in print, with one decimal."""
    return pytest.approx(list(numbers), abs=0.05)


# --- 1. from a bilateral to a global frame ---


def test_the_united_states_recede_and_return(corpus):
    assert counts(corpus, "United States") == [20, 2, 10, 4, 59]
    assert rates(corpus, "United States") == printed(26.95, 0.8, 8.6, 2.0, 7.3)
    assert interval(corpus, "United States", CHEN) == printed(17.5, 41.3)
    assert interval(corpus, "United States", SUN) == printed(5.6, 9.4)


def test_the_world_comes_to_the_fore(corpus):
    assert rates(corpus, "global") == printed(0, 2.0, 15.5, 16.8, 18.6)
    assert interval(corpus, "global", CHEN) == printed(0, 5.2)
    assert interval(corpus, "global", SUN) == printed(15.9, 21.8)


def test_china_falls_at_every_step(corpus):
    found = rates(corpus, "China")
    assert found == printed(17.5, 15.0, 14.7, 11.7, 10.7)
    assert found == sorted(found, reverse=True)


# --- 2. trust returns, but as a deficit ---


def test_trust_goes_and_comes_back(corpus):
    assert counts(corpus, "trust") == [9, 2, 1, 0, 56]
    assert rates(corpus, "trust") == printed(12.1, 0.8, 0.9, 0, 6.9)
    assert interval(corpus, "trust", DUAN) == printed(0, 1.9)
    assert interval(corpus, "trust", SUN) == printed(5.3, 8.9)
    assert sum(counts(corpus, "trust")[YANG:SUN]) == 3


def test_the_remedy_was_understanding_and_is_now_the_deficit(corpus):
    assert [counts(corpus, family)[CHEN] for family in ("mutual trust", "trust deficit", "understanding")] == [3, 1, 10]
    assert rates(corpus, "understanding")[CHEN] == pytest.approx(13.5, abs=0.05)
    assert [counts(corpus, family)[SUN] for family in ("trust deficit", "mutual trust")] == [16, 10]
    assert counts(corpus, "mutual understanding")[SUN] == 0


# --- 3. win-win cooperation gives way to order and crisis ---


@pytest.mark.parametrize(
    ("family", "expected"),
    [
        ("win-win", [0, 4.5, 1.7, 1.0, 0.4]),
        # 28 of 8,125 is 3.446: one decimal of it is 3.4.
        ("cooperation", [0, 10.1, 7.8, 17.3, 3.4]),
        ("international order", [0, 0.4, 0.9, 0, 3.1]),
        ("crisis", [2.7, 0, 0, 0.5, 3.8]),
    ],
)
def test_the_vocabulary_of_gain_gives_way(corpus, family, expected):
    assert rates(corpus, family) == printed(*expected)


def test_cooperation_in_sun_against_the_rest(reference_corpus):
    table = keywords(reference_corpus).set_index(["group", "term"])
    row = table.loc[("sun-2024", "cooperation")]
    assert row[["count", "words", "reference_count", "reference_words"]].tolist() == [27, 8125, 68, 6337]
    assert (round(-row["log_likelihood"], 1), round(row["log_ratio"], 2)) == (30.1, -1.69)


# --- 4. from should to must ---


def test_must_overtakes_should(corpus):
    pairs = list(zip(counts(corpus, "should"), counts(corpus, "must"), strict=True))
    assert pairs == [(5, 0), (12, 2), (7, 1), (1, 1), (6, 14)]


def test_the_turn_from_should_to_must_is_no_chance(corpus):
    should, must = counts(corpus, "should"), counts(corpus, "must")
    earlier = sum(should[:SUN]), sum(must[:SUN])
    assert earlier == (25, 4)
    assert score("fisher_p", earlier[0], should[SUN], earlier[1], must[SUN]) == pytest.approx(0.00009, abs=5e-6)


def test_quoted_should_makes_the_turn_sharper(corpus):
    # Xi Jinping twice, and a quoted question: an odd number of quotation marks stands before them in the paragraph.
    table = concordance(corpus, "should", context=10_000)
    lines = table[table["document_id"] == "sun-2024"]
    quoted = lines["left"].str.count('[“”"]') % 2 == 1
    assert (len(lines), quoted.sum()) == (6, 3)
    assert score("fisher_p", 25, 3, 4, 14) == pytest.approx(0.00001, abs=5e-6)


def test_must_alone_does_not_show_it(reference_corpus):
    row = keywords(reference_corpus).set_index(["group", "term"]).loc[("sun-2024", "must")]
    assert row["log_likelihood"] == pytest.approx(3.68, abs=0.005)
    assert row["log_likelihood"] < 3.84 and row["p_value"] > 0.05


# --- 5. one idea under successive English names ---


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("community of common destiny", [0, 2, 0, 0, 0]),
        ("community of human destiny", [0, 0, 0, 4, 0]),
        ("community with a shared future", [0, 0, 1, 0, 6]),
        ("community with a shared future for humanity", [0, 0, 0, 0, 6]),
        ("community of shared future", [0, 0, 0, 0, 1]),
        ("mankind", [0, 2, 1, 1, 0]),
        ("humanity", [0, 0, 1, 0, 22]),
    ],
)
def test_names_follow_each_other(corpus, name, expected):
    assert hits_by_text(corpus, name) == expected


def test_one_idea_runs_through_four_texts(corpus):
    assert counts(corpus, "community of shared destiny") == [0, 2, 1, 4, 7]


def test_the_belt_and_road_is_duans(corpus):
    found = counts(corpus, "Belt and Road")
    assert (sum(found), found[DUAN]) == (59, 51)
    assert rates(corpus, "Belt and Road")[DUAN] == pytest.approx(25.9, abs=0.05)
    assert rates(corpus, "Belt and Road")[SUN] == pytest.approx(0.6, abs=0.05)


def test_security_is_dongs(corpus):
    assert rates(corpus, "security")[DONG] == pytest.approx(33.7, abs=0.05)
    # The named initiative twice; in small letters a general plural besides.
    assert counts(corpus, "Global Security Initiative")[DONG] == 2
    assert hits_by_text(corpus, "global security (initiative|initiatives)")[DONG] == 3


def test_we_is_the_state_speaking(corpus):
    found = counts(corpus, "we")
    assert (found[YANG], sum(found)) == (20, 30)
    assert rates(corpus, "we")[YANG] == pytest.approx(8.1, abs=0.05)


# --- the counter-test ---


def test_plain_type_token_ratio_misleads(reference_corpus):
    # The longest text looks poorest, because the ratio falls with length: no view may rank by it.
    table = frequencies(reference_corpus, intervals=False)
    types = (table["count"] > 0).groupby(table["group"]).sum()
    ratio = types / reference_corpus.documents["n_words"]
    assert ratio.idxmin() == reference_corpus.documents["n_words"].idxmax() == "sun-2024"
    assert round(ratio["sun-2024"], 2) == 0.24
