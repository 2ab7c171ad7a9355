"""Families of expressions: every one can be read, occurs, and counts as published."""

import pytest

from analysis import CorpusError, OptionError, Query, lexicon, lexicon_names
from analysis.lexicons import Family, read_lexicon

from .tables import by_text, hits_by_text, rows

FAMILIES = [(name, family) for name in lexicon_names() for family in lexicon(name)]


def test_the_lexicons_there_are():
    assert {"actors", "concepts", "modality"} <= set(lexicon_names())
    assert lexicon_names() == sorted(lexicon_names())


@pytest.mark.parametrize(("name", "family"), FAMILIES)
def test_every_family_can_be_read_and_occurs(corpus, name, family):
    entry = lexicon(name)[family]
    assert isinstance(entry.query, Query) and entry.name == family and entry.source
    assert sum(hits_by_text(corpus, entry.query)) > 0


@pytest.mark.parametrize(("name", "family"), FAMILIES)
def test_a_family_counts_no_place_twice(corpus, name, family):
    entry = lexicon(name)[family]
    together = hits_by_text(corpus, entry.query)
    each = [hits_by_text(corpus, query) for query in entry.variant_queries().values()]
    assert list(entry.variant_queries()) == list(entry.variants)
    for text, total in enumerate(together):
        counts = [variant[text] for variant in each]
        assert max(counts) <= total <= sum(counts)


@pytest.mark.parametrize("row", rows("family_counts.tsv"), ids=lambda row: f"{row['lexicon']}: {row['family']}")
def test_families_count_as_published(corpus, reference_corpus, row):
    query = lexicon(row["lexicon"])[row["family"]].query
    assert hits_by_text(corpus, query) == by_text(row)
    assert hits_by_text(reference_corpus, query) == by_text(row)


@pytest.mark.parametrize(
    ("family", "rates"),
    [
        ("China", [17.5, 15.0, 14.7, 11.7, 10.7]),
        ("United States", [26.95, 0.81, 8.64, 2.03, 7.26]),
        ("trust", [12.13, 0.81, 0.86, 0, 6.89]),
        ("security", [4.04, 4.86, 33.68, 0.51, 3.45]),
        ("win-win", [0, 4.46, 1.73, 1.02, 0.37]),
        ("cooperation", [0, 10.13, 7.77, 17.28, 3.45]),
        ("global", [0, 2.03, 15.54, 16.77, 18.58]),
        ("crisis", [2.70, 0, 0, 0.51, 3.82]),
        ("must", [0, 0.81, 0.86, 0.51, 1.72]),
        ("should", [6.74, 4.86, 6.04, 0.51, 0.74]),
    ],
)
def test_rates_per_thousand_words_as_published(corpus, family, rates):
    query = next(lexicon(name)[other].query for name, other in FAMILIES if other == family)
    found = [
        1000 * hits / words
        for hits, words in zip(hits_by_text(corpus, query), corpus.documents["n_words"], strict=True)
    ]
    # Half a unit of the last place printed: the rates of China have one decimal.
    assert found == pytest.approx(rates, abs=0.05 if family == "China" else 0.005)


def test_money_is_no_country(corpus):
    united_states = lexicon("actors")["United States"]
    assert united_states.case_sensitive and united_states.exceptions
    with_money = Family("US", united_states.variants, (), True)
    assert hits_by_text(corpus, with_money.query)[3] == hits_by_text(corpus, united_states.query)[3] + 2


@pytest.mark.parametrize(
    ("family", "string", "verb"),
    [("will", [3, 10, 8, 9, 13], [3, 10, 8, 9, 12]), ("need to", [0, 4, 2, 3, 6], [0, 4, 2, 0, 3])],
)
def test_nouns_are_left_out_of_modality(corpus, family, string, verb):
    entry = lexicon("modality")[family]
    assert hits_by_text(corpus, Family(family, entry.variants).query) == string
    assert hits_by_text(corpus, entry.query) == verb


def test_an_unknown_lexicon_is_answered_with_those_there_are():
    with pytest.raises(OptionError, match="actors, concepts, modality"):
        lexicon("emotions")


def test_an_entry_is_read_with_all_it_holds(tmp_path):
    file = tmp_path / "own.toml"
    file.write_text(
        'source = "The list."\n'
        '["one"]\nvariants = ["a b", "c*"]\nexcept = ["a b d"]\ncase_sensitive = true\nsource = "Its own."\n'
        '["two"]\nvariants = ["e"]\n',
        encoding="utf-8",
    )
    families = read_lexicon(file)
    assert families["one"] == Family("one", ("a b", "c*"), ("a b d",), True, "Its own.")
    assert families["two"] == Family("two", ("e",), (), False, "The list.")
    assert families["one"].query.case_sensitive
    assert families["one"].query.exceptions == (("a", "b", "d"),)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b'["one"]\nvariants = [', "own.toml cannot be read"),
        (b"\xff", "own.toml cannot be read"),
        (b'["one"]\nexcept = ["a"]', "'one' needs a list"),
        (b'["one"]\nvariants = []', "'one' needs a list"),
        (b'one = "a"', "'one' needs a list"),
    ],
)
def test_a_faulty_lexicon_says_which_entry(tmp_path, content, says):
    file = tmp_path / "own.toml"
    file.write_bytes(content)
    with pytest.raises(CorpusError, match=says):
        read_lexicon(file)


def test_variants_that_are_no_list_are_refused(tmp_path):
    file = tmp_path / "own.toml"
    file.write_text('["one"]\nvariants = "trust"', encoding="utf-8")
    with pytest.raises(CorpusError, match="'one'"):
        read_lexicon(file)
