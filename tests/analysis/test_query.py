"""Searches: what a line of text stands for, and where it stands."""

from itertools import pairwise

import numpy as np
import pytest

from analysis import REFERENCE, Corpus, Query, QueryError, Tokenization, any_of, find, frequencies, parse
from analysis.query import named_queries
from analysis.query_syntax import MAX_LENGTH, MAX_SEQUENCES

from .tables import DOCUMENTS, by_text, hits_by_text, rows, terms_in_order


def found(text: str, query: Query | str, tokenization: Tokenization = Tokenization()) -> list[str]:
    """The words of each hit, as written, in running order."""
    corpus = Corpus.from_texts({"a": text}, tokenization=tokenization)
    hits = find(corpus, query)
    return [
        " ".join(corpus.forms[corpus.tokens.form[first : first + size]])
        for first, size in zip(hits.position, hits.length, strict=True)
    ]


# --- the grammar ---


@pytest.mark.parametrize(
    ("text", "query", "hits"),
    [
        ("Trust is trust, not distrust", "trust", ["Trust", "trust"]),
        ("trust deficit and trust", "trust deficit", ["trust deficit"]),
        ("the trust, deficit", "trust deficit", ["trust deficit"]),
        ("trust   deficit", "  trust   deficit ", ["trust deficit"]),
        ("trust deficit", '"trust deficit"', ["trust deficit"]),
        ("trust deficit", "“trust deficit”", ["trust deficit"]),
        ("cooperation cooperates coop cooperative", "cooperat*", ["cooperation", "cooperates", "cooperative"]),
        ("woman women womn womaan", "wom?n", ["woman", "women"]),
        ("woman women womn womaan", "wom*n", ["woman", "women", "womn", "womaan"]),
        ("mistrust trust distrust", "*trust", ["mistrust", "trust", "distrust"]),
        ("café caff caf", "caf?", ["café", "caff"]),
        ("win-win and mutual benefit", "win-win|mutual benefit", ["win-win", "mutual benefit"]),
        ("win-win and mutual benefit", " win-win | mutual benefit ", ["win-win", "mutual benefit"]),
        (
            "community of shared future, community with a shared future, community in shared future",
            "community (of|with a) shared future",
            ["community of shared future", "community with a shared future"],
        ),
        ("a c, a d, b c, b d", "(a|b) (c|d)", ["a c", "a d", "b c", "b d"]),
        ("a b c, a d", "a (b (c|x)|d)", ["a b c", "a d"]),
        ("a b", "(a) (b)", ["a b"]),
        ("globalization globalism globe globalised", "/globali[sz].*/", ["globalization", "globalism", "globalised"]),
        ("global globally", "/global/", ["global"]),
        ("one or a two", "/one|two/", ["one", "two"]),
        ("US 1.04 and US aid", "US /[0-9].*/", ["US 1.04"]),
        ("in 2014 and 2,500", "2014", ["2014"]),
        ("in 2014 and 2,500", "2,500", ["2,500"]),
        ("China–US ties", "China–US", ["China US"]),
        ("China US ties", "China–US", ["China US"]),
        ("China-US ties", "China–US", []),
        ("the U.S. is", "U.S.", ["U.S."]),
        ("a/b", "a/b", ["a b"]),
        ("nothing here", "trust", []),
        ("", "trust", []),
        ("trust", "trust deficit", []),
    ],
)
def test_what_a_search_finds(text, query, hits):
    assert found(text, query) == hits


def test_a_search_knows_its_own_words():
    query = parse("community (of|with a) shared future|bri")
    assert query.text == "community (of|with a) shared future|bri"
    assert query.sequences == (
        ("community", "of", "shared", "future"),
        ("community", "with", "a", "shared", "future"),
        ("bri",),
    )


def test_a_string_and_its_query_are_the_same(corpus):
    assert find(corpus, "mutual trust").position.tolist() == find(corpus, parse("mutual trust")).position.tolist()


@pytest.mark.parametrize(
    ("case_sensitive", "hits"), [(False, ["US", "us", "Us"]), (True, ["US"])], ids=["folded", "sensitive"]
)
def test_capital_letters_matter_only_when_asked(case_sensitive, hits):
    assert found("The US to us, Us", parse("US", case_sensitive=case_sensitive)) == hits


def test_capital_letters_of_the_search_do_not_matter_unless_asked():
    assert found("belt and road", "Belt AND Road") == ["belt and road"]


def test_a_wildcard_in_capitals_is_folded_too():
    assert found("cooperation", "COOPERAT*") == ["cooperation"]


def test_a_regular_expression_in_capitals_is_folded_too():
    assert found("Global China", "/Glob.*/") == ["Global"]


def test_a_regular_expression_may_ask_for_capitals():
    assert found("IT it It", parse("/I[A-Z]/", case_sensitive=True)) == ["IT"]


def test_a_folded_search_reaches_all_spellings_of_a_corpus_that_keeps_case():
    assert found("China CHINA china", "china", Tokenization(case="keep")) == ["China", "CHINA", "china"]


@pytest.mark.parametrize("query", ["trust", "tr?st", "trus*"])
def test_words_are_found_inside_compounds_and_possessives(query):
    text = "trust trust-rebuilding non-trust high-trust-zone trust’s entrusted trust"
    assert found(text, query, REFERENCE) == [
        "trust", "trust-rebuilding", "non-trust", "high-trust-zone", "trust’s", "trust",
    ]  # fmt: skip


def test_compounds_can_be_left_out():
    text = "trust trust-rebuilding non-trust trust’s"
    assert found(text, parse("trust", compounds=False), REFERENCE) == ["trust"]
    # Under the usual tokenisation the possessive is the same word.
    assert found(text, parse("trust", compounds=False)) == ["trust", "trust’s"]


def test_compounds_inside_a_phrase():
    assert found("global trust-rebuilding effort", "trust effort") == ["trust-rebuilding effort"]
    assert found("global trust-rebuilding effort", "global trust effort") == ["global trust-rebuilding effort"]


def test_a_regular_expression_is_one_whole_word():
    assert found("trust-rebuilding trust", "/trust/") == ["trust"]


@pytest.mark.parametrize("text", ["China's solution", "China’s solution"])
@pytest.mark.parametrize("query", ["china's solution", "China’s solution"])
def test_apostrophes_are_alike(text, query):
    assert found(text, query, REFERENCE) == [text]


@pytest.mark.parametrize("query", ["don't", "don’t", "it's", "It’s"])
def test_contractions_are_found(query):
    assert found("don’t don't it’s it's", query) == (
        ["don’t", "don't"] if query.startswith("d") else ["it’s", "it's"]
    )  # fmt: skip


@pytest.mark.parametrize("query", ["China's", "China’s", "China's solution"])
def test_a_possessive_is_found_where_possessives_are_dropped(query):
    assert found("China’s solution", query)


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        (r"/caf\w/", ["café", "cafe"]),
        (r"/[\w]+é/", ["café"]),
        (r"/[^\w]+/", []),
        (r"/\w+/", ["café", "cafe", "мир", "和平", "7", "१२"]),
        (r"/\d+/", ["7", "१२"]),
        (r"/[a\d]+/", ["7", "१२"]),
        (r"/\p{Cyrillic}+/", ["мир"]),
    ],
)
def test_letters_and_digits_of_every_script_count_in_expressions(query, hits):
    assert found("café cafe мир 和平 7 १२", query) == hits


@pytest.mark.parametrize("query", [r"/caf\W/", r"/\D१/"])
def test_negated_classes_know_every_script(query):
    assert found("café ११", query) == []


@pytest.mark.parametrize("query", [r"/[\W]/", r"/[a\D]/"])
def test_negated_classes_inside_a_class_are_refused(query):
    with pytest.raises(QueryError, match="write it outside"):
        found("a", query)


def test_a_search_in_decomposed_letters_finds_the_composed_word():
    assert found("café", "cafe\u0301") == ["café"]


# --- hits ---


def test_hits_never_cross_a_paragraph():
    assert found("the trust\ndeficit of trust\n\ndeficit", "trust deficit") == []
    assert found("the trust. Deficit", "trust deficit") == ["trust Deficit"]


def test_hits_never_cross_a_document():
    corpus = Corpus.from_texts({"a": "the trust", "b": "deficit"})
    assert len(find(corpus, "trust deficit")) == 0


@pytest.mark.parametrize(
    ("text", "query", "hits"),
    [
        ("a b c d", "a|a b|a b c", ["a b c"]),
        ("a b c d", "a b|b c d", ["a b"]),
        ("a b c d e", "b c|a b|c d", ["a b", "c d"]),
        ("a a a a a", "a a", ["a a", "a a"]),
        ("a b a b a", "a b a", ["a b a"]),
        ("belt and road initiative", "road|belt and road|initiative", ["belt and road", "initiative"]),
    ],
)
def test_the_longest_hit_at_a_place_wins_and_none_overlap(text, query, hits):
    assert found(text, query) == hits


def test_a_word_named_twice_is_counted_once():
    assert found("trust", "trust|trust|tr*|/trust/") == ["trust"]


def test_hits_stand_in_running_order(corpus):
    for query in ("the|of the|trust", "china|united states", "world order|order"):
        hits = find(corpus, query)
        assert (np.diff(hits.position) > 0).all()
        assert (hits.position[:-1] + hits.length[:-1] <= hits.position[1:]).all()


def naive_hits(paragraphs: list[list[str]], sequence: list[str]) -> list[int]:
    """Places of a phrase, word by word: left to right, no overlap, inside paragraphs."""
    places, before = [], 0
    for words in paragraphs:
        place = 0
        while place + len(sequence) <= len(words):
            if words[place : place + len(sequence)] == sequence:
                places.append(before + place)
                place += len(sequence)
            else:
                place += 1
        before += len(words)
    return places


def test_phrases_stand_where_a_plain_scan_finds_them(corpus):
    terms = terms_in_order(corpus)
    edges = corpus.tokens.paragraph_starts.tolist()
    paragraphs = [terms[first:last] for first, last in pairwise(edges)]
    random = np.random.default_rng(7)
    for place in random.integers(0, len(terms) - 4, 60):
        # Runs across a paragraph's end are among them: they must be found nowhere or elsewhere.
        sequence = terms[place : place + random.integers(1, 5)]
        hits = find(corpus, any_of([" ".join(sequence)], compounds=False))
        assert hits.position.tolist() == naive_hits(paragraphs, sequence), sequence


# --- families ---


def test_a_family_counts_every_place_once():
    family = any_of(["belt and road", "road", "one belt one road", "BRI"])
    assert found("one belt one road, belt and road, BRI, a road", family) == [
        "one belt one road", "belt and road", "BRI", "road",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("it will", ["will"]),
        ("political will", []),
        ("political will will", ["will"]),
        ("will political will", ["will"]),
        ("will\npolitical\nwill", ["will", "will"]),
        ("political will, will, political will", ["will"]),
    ],
)
def test_exceptions_cancel_the_hits_they_overlap(text, hits):
    assert found(text, any_of(["will"], ["political will"])) == hits


def test_an_exception_may_begin_in_the_middle_of_a_hit():
    family = any_of(["need to"], ["to trust"])
    assert found("need to trust, need to go", family) == ["need to"]


def test_an_exception_that_stands_nowhere_changes_nothing(corpus):
    assert hits_by_text(corpus, any_of(["trust"], ["nowhere to be seen"])) == hits_by_text(corpus, "trust")


def test_exceptions_keep_to_case_when_asked():
    assert found("US aid, US 2", any_of(["US"], ["us 2"], case_sensitive=True)) == ["US", "US"]
    assert found("US aid, US 2", any_of(["US"], ["US 2"], case_sensitive=True)) == ["US"]


# --- what cannot be read ---


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("", "Type a word"),
        (" \t\n", "Type a word"),
        ("|", "empty"),
        ("a||b", "empty"),
        ("a|", "empty"),
        ("|a", "empty"),
        ("()", "empty"),
        ('""', "empty"),
        ("(a", "opens a bracket"),
        ("(a (b)", "opens a bracket"),
        ("(" * 100, "opens a bracket"),
        ("a)", "closes a bracket"),
        ("a) b", "closes a bracket"),
        ("*", "every word"),
        ("a *", "every word"),
        ("??", "every word"),
        ("*-*", "every word"),
        ("!!!", "no word"),
        ("—", "no word"),
        ("'", "no word"),
        ("//", "no word"),
        ("/[/", "regular expression"),
        ("/*/", "regular expression"),
        ("/(?=a)/", "regular expression"),
        (r"/(a)\1/", "regular expression"),
        ("/x{2000}/", "regular expression"),
        ("x" * (MAX_LENGTH + 1), "longer than 200"),
        ("(a|b|c|d|e|f|g)" * 4, "more than 500"),
        ("a\x00b", "no text"),
        ("a\ud800", "no text"),
    ],
)
def test_what_cannot_be_read_says_so_in_one_sentence(corpus, query, says):
    with pytest.raises(QueryError, match=says) as caught:
        find(corpus, query)
    sentence = str(caught.value)
    assert sentence.endswith(".") and "\n" not in sentence and len(sentence) < 300


@pytest.mark.parametrize("query", ["a (|b)", "a (b|)", "a ()", "(|a) b"])
def test_an_empty_alternative_is_refused_inside_a_phrase_too(query):
    with pytest.raises(QueryError, match="empty"):
        parse(query)


def test_limits_are_reached_exactly(corpus):
    assert len(find(corpus, "x" * MAX_LENGTH)) == 0
    assert len(parse("(a|b|c|d|e)(a|b|c|d|e)(a|b|c|d|e)(a|b|c|d)").sequences) == MAX_SEQUENCES
    # 504 is the first number above the limit that a search of the allowed length can stand for.
    with pytest.raises(QueryError):
        parse("(a|b|c|d|e|f|g)(a|b|c|d|e|f|g|h)(a|b|c|d|e|f|g|h|i)")


@pytest.mark.parametrize("variant", ["", "a|", "(a"])
def test_a_family_with_a_faulty_variant_is_refused(variant):
    with pytest.raises(QueryError):
        any_of(["trust", variant])
    with pytest.raises(QueryError):
        any_of(["trust"], [variant])


def test_a_family_without_variants_is_refused(corpus):
    try:
        find(corpus, any_of([]))
    except QueryError:
        return
    pytest.fail("a search for nothing must be refused")


# --- the five texts ---


@pytest.mark.parametrize("row", rows("concept_counts.tsv"), ids=lambda row: f"{row['concept']} {row['case']}")
def test_every_concept_is_counted_as_published(corpus, reference_corpus, row):
    exceptions = [row["exception"]] if row["exception"] else []
    query = any_of([row["query"]], exceptions, case_sensitive=row["case"] == "sensitive")
    assert hits_by_text(corpus, query) == by_text(row)
    assert hits_by_text(reference_corpus, query) == by_text(row)


def test_the_table_of_concepts_is_whole():
    assert len(rows("concept_counts.tsv")) == 174


UNITS = {
    "chen-2014": (6, 5, 2, 13),
    "yang-2015": (31, 1, 5, 37),
    "dong-2022": (12, 4, 1, 17),
    "duan-2022": (17, 6, 0, 23),
    "sun-2024": (73, 11, 3, 87),
}


@pytest.mark.parametrize("document_id", DOCUMENTS)
def test_a_name_counts_differently_as_a_word_and_as_a_search(reference_corpus, document_id):
    word, possessive, compounds, search = UNITS[document_id]
    text = reference_corpus.select([document_id])
    counts = frequencies(text, intervals=False).set_index("term")["count"]
    assert counts["china"] == word
    assert counts["china's"] == possessive
    assert counts[counts.index.str.startswith("china-")].sum() == compounds
    assert len(find(text, "China")) == search
    # The same two units asked of the search.
    assert len(find(text, parse("china", compounds=False))) == word
    assert len(find(text, "china-*")) == compounds


@pytest.mark.parametrize(
    ("document_id", "query", "word", "search"),
    [
        ("sun-2024", "trust", 55, 56),
        ("sun-2024", "cooperation", 27, 28),
        ("sun-2024", "global", 150, 151),
        ("chen-2014", "us", 5, 13),
    ],
)
def test_words_inside_compounds_are_hits_but_no_words(reference_corpus, document_id, query, word, search):
    text = reference_corpus.select([document_id])
    assert frequencies(text, terms=[query], intervals=False)["count"].tolist() == [word]
    assert len(find(text, parse(query, compounds=False))) == word
    assert len(find(text, query)) == search


def test_the_pronoun_us_is_no_country(corpus):
    assert hits_by_text(corpus, parse("us", case_sensitive=True)) == [0, 0, 1, 0, 0]
    assert hits_by_text(corpus, parse("who", case_sensitive=True)) != hits_by_text(corpus, parse("who"))


def test_searches_have_the_name_they_are_given_or_their_own_text():
    query = any_of(["crisis", "crises"])
    assert named_queries({"a": query}) == {"a": query}
    assert named_queries("trust") == {"trust": "trust"} and named_queries(query) == {"crisis|crises": query}
    assert list(named_queries(["trust", query])) == ["trust", "crisis|crises"]


def test_a_query_made_by_hand_names_its_variants_itself():
    assert Query("x", (("trust", "deficit"), ("trust",))).variants == ("trust deficit", "trust")
