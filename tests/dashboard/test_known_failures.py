"""What is known to go wrong in other programs of this kind, and cannot go wrong here."""

import re

import pytest

from dashboard import cache
from dashboard.exhibits import EXHIBITS, make

# Uploads cut off half way are seen by the reader of uploads; the fifth text off the edge is a matter of the layout.


@pytest.mark.parametrize("name", EXHIBITS)
def test_no_rate_is_given_per_million_and_no_p_value_as_nothing_but_noughts(exhibits, name):
    reading = exhibits[name].reading
    assert "per million" not in reading
    assert not re.search(r"p\s*[=<]?\s*0\.0+(?!\d*[1-9])", reading)
    assert not re.search(r"\b(inf|nan)\b", reading)


@pytest.mark.parametrize("query", ["zeppelin", "zeppelin flight", "zeppel*"])
def test_a_phrase_that_is_absent_is_answered_not_met_with_silence(corpus, query):
    assert "stands in none of these texts: 0 hits" in make(corpus, "concordance", query=query).reading
    table = make(corpus, "term_rates", terms=query).table
    assert len(table) == 5 and (table["count"] == 0).all() and (table["high"] > 0).all()


def test_a_word_with_a_hyphen_is_one_word(corpus):
    assert make(corpus, "concordance", query="win-win").table["node"].str.lower().unique().tolist() == ["win-win"]
    assert "win-win" in set(make(corpus, "keywords").table["term"])


def test_a_rate_keeps_its_denominator_whatever_words_are_left_out(corpus):
    full, short = (make(corpus, "top_terms", stop_list=stop, n=30).table for stop in ("none", "en"))
    both = full.merge(short, on=["group", "term"], suffixes=("", "_short"))
    assert len(both) > 5
    assert (both["per_1000"] == both["per_1000_short"]).all() and (both["words"] == both["words_short"]).all()


def test_a_picture_is_made_once_not_at_every_rerun():
    corpus = cache.bundled_corpus()
    first = cache.picture(corpus, "term_rates", "light", terms="trust")
    assert cache.picture(corpus, "term_rates", "light", terms="trust") == first
    assert cache.picture(corpus, "term_rates", "light", terms="peace") != first
