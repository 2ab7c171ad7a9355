"""Citations of an exhibit: figure, software, corpus, texts, method."""

import pandas as pd
import pytest
from pybtex.database import parse_string

from analysis import Corpus
from dashboard import __version__, __year__
from dashboard.exhibits import EXHIBITS, make
from dashboard.export import cite
from dashboard.export.cited_texts import cited_texts


def read(corpus, exhibit):
    return parse_string(cite.bibtex(corpus, exhibit), "bibtex").entries


@pytest.fixture(scope="module")
def keywords(corpus):
    return make(corpus, "keywords", by="year")


def test_the_text_has_the_five_parts_in_order(corpus, keywords):
    text = cite.text(corpus, keywords)
    heads = [block.splitlines()[0] for block in text.split("\n\n")]
    assert heads == ["Figure:", "Software:", "Corpus:", "Texts:", "Method:"]


def test_the_figure_is_cited_with_title_version_corpus_and_command(corpus, keywords):
    figure = cite.text(corpus, keywords).splitlines()[1]
    assert figure.startswith(f"Parallax. {__year__}. {keywords.title}")
    assert f"Parallax {__version__}" in figure and corpus.name in figure and corpus.fingerprint[:12] in figure
    assert "python -m dashboard export keywords --by year" in figure


def test_the_corpus_is_cited_with_its_whole_fingerprint_and_a_selection_says_so(corpus, keywords):
    assert corpus.fingerprint in cite.text(corpus, keywords) and "5 texts, 14,462 words" in cite.text(corpus, keywords)
    two = corpus.select(["chen-2014", "sun-2024"])
    text = cite.text(two, make(two, "keywords"))
    assert two.fingerprint in text and "2 of its 5 texts" in text and "Yang" not in text.split("Texts:")[1]


def test_the_texts_are_cited_with_their_doubts(corpus, keywords):
    lines = cite.text(corpus, keywords).split("Texts:\n")[1].split("\n\n")[0].splitlines()
    starts = [line.split(". ")[:2] for line in lines]
    assert starts == [
        ["Chen, Jimin", "2014"], ["Yang, Jiechi", "2015 (date inferred)"], ["Dong, Chunling", "2022"],
        ["Duan, Huimin", "n.d., not before 2022"], ["Sun, Jisheng", "2024 (date certain for the Chinese original)"],
    ]  # fmt: skip
    assert "[venue inferred], 2014-09-02" in lines[0] and "[venue" not in lines[1]
    assert "10.16619/j.cnki.rmltxsqy.2024.08.002" in lines[4]


def test_the_doi_of_another_edition_is_not_given_as_that_of_the_text(corpus, keywords):
    assert "doi" not in read(corpus, keywords)["text-sun-2024"].fields


def test_the_method_names_the_works_behind_the_chosen_measure(corpus):
    def keys(name, **options):
        return [work.key for work in cite.method(make(corpus, name, **options))]

    assert keys("similarity") == ["lin1991"]
    assert keys("similarity", measure="burrows_delta") == ["argamon2008", "burrows2002"]
    assert keys("company") == ["dunning1993", "rychly2008"]
    assert "eder2015" in keys("tree") and "koplenig2019" in keys("keywords", fair=True)


@pytest.mark.parametrize("name", EXHIBITS)
def test_every_exhibit_is_cited_the_same_twice_and_read_back(corpus, name):
    exhibit = make(corpus, name)
    assert cite.bibtex(corpus, exhibit) == cite.bibtex(corpus, exhibit)
    entries = read(corpus, exhibit)
    kinds = [key.split("-")[0] for key in entries]
    assert kinds[:8] == ["figure", "parallax", "corpus", *["text"] * 5]
    assert [*entries][8:] == [work.key for work in cite.method(exhibit)]
    assert entries["text-duan-2022"].fields["year"] == "n.d., not before 2022"


def test_two_figures_of_one_kind_are_two_entries(corpus):
    first, second = (next(iter(read(corpus, make(corpus, "top_terms", n=n)))) for n in (5, 6))
    assert first != second


def test_a_corpus_of_bare_texts_is_cited():
    bare = Corpus.from_texts({"one & two": "a word and a word", "信任": "a word more", "信": "and more"})
    entries = read(bare, make(bare, "top_terms", by="document_id", minimum_count=1))
    assert [key for key in entries if key.startswith("text")] == ["text-one-two", "text", "text-2"]
    assert entries["text-one-two"].fields["title"] == r"{one \& two}" and not entries["text-one-two"].persons
    assert "one & two. n.d." in cite.text(bare, make(bare, "top_terms", by="document_id", minimum_count=1))


def test_authors_are_parted_where_the_text_says_how():
    documents = pd.DataFrame(
        {
            "author": ["Chen, Jimin; Yang, Jiechi", "Huimin Duan", "Huimin Duan", "People and Power"],
            "short_name": [None, None, "Duan", "PP"],
            "doi": [None, "https://doi.org/10.1000/xyz.", None, None],
        },
        index=list("abcd"),
    )
    corpus = Corpus.from_texts(dict.fromkeys("abcd", "some words"), documents)
    works = {work.key: work for work in cited_texts(corpus)}
    assert [works[f"text-{key}"].authors for key in "abcd"] == [
        ("Chen, Jimin", "Yang, Jiechi"), ("Huimin Duan",), ("Duan, Huimin",), ("People and Power",),
    ]  # fmt: skip
    assert works["text-b"].doi == "10.1000/xyz"
