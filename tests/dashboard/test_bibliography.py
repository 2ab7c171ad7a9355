"""The bibliography: every work that a measure names is there in full, and nothing else."""

import re

import pytest

from dashboard import glossary
from dashboard.exhibits import make
from dashboard.glossary.bibliography import Work, in_order, named_in, reference, works

# Sources that name no work, because there is none to name.
WITHOUT = {"rate", "range", "random_spread"}
YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


def prose(entry: glossary.Entry) -> str:
    return " ".join([entry.source, entry.question, entry.reading, entry.caveat])


@pytest.mark.parametrize("name", sorted(set(glossary.MEASURES) - WITHOUT))
def test_every_source_leads_to_its_works_with_the_same_surnames_and_years(name):
    source = glossary.MEASURES[name].source
    named = named_in(source)
    assert [str(work.year) for work in named if work.year] == YEAR.findall(source)
    for work in named:
        assert work.authors[0].split(",")[0] in source
    assert named


@pytest.mark.parametrize("name", sorted(WITHOUT))
def test_a_source_without_a_work_has_no_year_either(name):
    assert named_in(glossary.MEASURES[name].source) == [] and not YEAR.search(glossary.MEASURES[name].source)


@pytest.mark.parametrize("name", glossary.MEASURES)
def test_a_work_of_several_authors_named_beside_a_measure_is_in_the_bibliography(name):
    entry = glossary.MEASURES[name]
    for named in re.findall(r"\w+ (?:et al\.|& \w+) \d{4}", entry.reading + entry.caveat):
        assert named_in(named), named


def test_no_work_is_there_for_nothing(corpus):
    said = [prose(entry) for entry in glossary.MEASURES.values()] + [make(corpus, "tree").reading]
    named = {work.key for text in said for work in named_in(text)}
    assert set(works()) - named == set()


@pytest.mark.parametrize("key", works())
def test_a_work_has_what_its_kind_needs(key):
    work = works()[key]
    needed = {
        "article": [work.journal, work.volume],
        "book": [work.publisher, work.address],
        "incollection": [work.booktitle, work.publisher, work.editors],
        "inproceedings": [work.booktitle],
        "phdthesis": [work.school],
        "techreport": [work.institution, work.number],
        "misc": [work.howpublished],
    }
    assert all([work.title, work.authors, *needed[work.kind]])
    assert all(re.fullmatch(r"[^,]+, [^,]+", name) for name in work.authors + work.editors)
    assert not work.doi or re.fullmatch(r"10\.\d{4,9}/\S+", work.doi)
    assert work.year is None or key.endswith(str(work.year))


def test_a_year_alone_or_the_last_of_several_authors_is_another_work():
    assert [work.key for work in named_in("Pedersen & Bruce 1996")] == ["pedersen-bruce1996"]
    assert [work.key for work in named_in("Pedersen 1996")] == ["pedersen1996"]
    assert named_in("Hanks 1990; Benjamini 2001; Eder 20150") == []
    assert [work.key for work in named_in("as Eder (2015) and Biber et al. 1999 say")] == ["eder2015", "biber1999"]


def test_a_reference_reads_as_journals_print_it():
    told = {key: reference(works()[key]) for key in ("gries2008", "church1991", "daille1994", "mullen")}
    assert told["gries2008"] == (
        "Gries, Stefan Th. 2008. Dispersions and adjusted frequencies in corpora. International Journal of Corpus "
        "Linguistics 13(4). 403–437. https://doi.org/10.1075/ijcl.13.4.02gri"
    )
    assert told["church1991"].startswith("Church, Kenneth Ward, William Gale, Patrick Hanks & Donald Hindle. 1991. ")
    assert "In Uri Zernik (ed.), Lexical Acquisition" in told["church1991"]
    assert told["daille1994"].endswith("Paris: Université Paris 7, doctoral dissertation.")
    assert told["mullen"].startswith("Mullen, Lincoln. n.d. textreuse")


def test_a_list_of_references_is_sorted_without_regard_to_accents_and_has_each_work_once():
    keys = ["roder2015", "salton1975", "rychly2008", "roder2015", "benzecri1973"]
    ordered = [work.key for work in in_order(works()[key] for key in keys)]
    assert ordered == ["benzecri1973", "roder2015", "rychly2008", "salton1975"]


def test_a_work_without_author_or_year_still_reads():
    assert reference(Work("x", "misc", "A title\nin two lines?")) == "A title in two lines? n.d."
    assert (
        reference(Work("x", "misc", "Title", ("A, B",), 2015, "date inferred")) == "A, B. 2015 (date inferred). Title."
    )


def test_of_several_measures_that_an_option_chooses_among_only_the_chosen_is_behind_an_exhibit(corpus):
    def behind(name, **options):
        exhibit = make(corpus, name, **options)
        return glossary.measures_behind(name, exhibit.options, exhibit.table)

    assert behind("similarity") == ["jensen_shannon"]
    assert behind("similarity", measure="cosine", fair=True) == ["cosine", "length_fair"]
    assert behind("tree") == ["tree_support", "burrows_delta"]
    assert behind("topic_words") == ["nmf", "stability"]
    assert behind("diversity", measures=("mattr",)) == ["mattr", "halves"]
    assert behind("readability", measures=("smog",)) == ["smog", "bootstrap"]
    assert behind("top_terms") == ["rate", "bootstrap", "wilson"]
