"""Own texts until they are a corpus: taken in, corrected by hand, described, taken out."""

import pytest

from analysis import Corpus, CorpusError
from analysis.texts.lines import Draft, lines_of
from analysis.texts.reading import Read
from dashboard.own_texts.collection import Collection, SourceFile, collection_of


def source(name: str, text: str, **metadata: object) -> SourceFile:
    draft = Draft(name, lines_of(text), metadata=metadata)
    return SourceFile(name, text.encode(), Read((draft,)))


@pytest.fixture
def collection() -> Collection:
    made = Collection()
    made.add(source("a.txt", "Trust takes time and patience.\n\nPeace is made by many hands.", author="A", year="2001"))
    made.add(source("b.txt", "War takes no time at all, they say.", author="B", year="circa 1990"))
    return made


def test_texts_become_a_corpus_under_the_name_given(collection):
    collection.name = "Speeches"
    corpus = collection.corpus()
    assert (corpus.name, corpus.documents.index.tolist()) == ("Speeches", ["a", "b"])
    assert corpus.documents["n_words"].tolist() == [11, 8]


def test_two_texts_of_one_name_are_both_kept(collection):
    collection.add(source("a.txt", "Another text of the same name."))
    assert list(collection.texts) == ["a", "b", "a (2)"]


def test_a_role_given_by_hand_decides_what_counts(collection):
    collection.texts["a"].corrections[1] = "note"
    assert collection.corpus().documents["n_words"].tolist() == [5, 8]
    collection.texts["a"].corrections.clear()
    assert collection.corpus().documents["n_words"].tolist() == [11, 8]


def test_what_is_not_counted_is_kept(collection):
    collection.texts["a"].corrections[1] = "note"
    assert [block.role for block in collection.corpus().blocks("a")] == ["body", "note"]


def test_years_that_are_none_are_told_and_kept_as_no_year(collection):
    corpus = collection.corpus()
    assert corpus.documents["year"].isna().tolist() == [False, True]
    assert len(corpus.problems) == 1 and "circa 1990" in corpus.problems[0]


def test_metadata_that_was_edited_counts(collection):
    collection.describe({"b": {"author": "Bee", "year": "1990", "party": "y"}, "nobody": {"author": "N"}})
    documents = collection.corpus().documents
    assert documents.loc["b", ["author", "year", "party"]].tolist() == ["Bee", 1990, "y"]
    assert documents.loc["a", "author"] == "A"


def test_a_text_without_running_text_is_left_out_and_said(collection):
    collection.texts["b"].corrections[0] = "boilerplate"
    corpus = collection.corpus()
    assert corpus.documents.index.tolist() == ["a"]
    assert any("“b” has no running text" in problem for problem in corpus.problems)


def test_without_a_word_that_counts_there_is_no_corpus(collection):
    for text in collection.texts.values():
        text.corrections.update(dict.fromkeys(range(len(text.draft.lines)), "note"))
    with pytest.raises(CorpusError, match="No text has a word that counts"):
        collection.corpus()


def test_texts_are_taken_out_with_their_files(collection):
    collection.remove(["a"])
    assert list(collection.texts) == ["b"] and [file.name for file in collection.files] == ["b.txt"]


def test_what_is_read_again_takes_the_place_of_what_was_read_before(collection):
    file = collection.files[0]
    again = Read((Draft("a.txt", lines_of("Read in another way.")),))
    collection.read_again(file, again, file.choices)
    assert sorted(collection.texts) == ["a", "b"]
    assert collection.texts["a"].draft.lines[0].text == "Read in another way."


def test_the_bundled_texts_stand_beside_where_that_is_wanted(collection, corpus):
    collection.with_bundled = True
    both = collection.corpus(corpus)
    assert set(both.documents.index) == {"a", "b", *corpus.documents.index}
    assert set(collection.texts) == {"a", "b"}


def test_a_rule_switched_off_changes_what_counts():
    made = Collection()
    made.add(
        source(
            "a.txt",
            "A Title of a Text\n\nTrust takes time and patience, and so does everything else in life.\n\nNotes\n\n1 See Chen (2014), p. 5.\n\n2 See Yang (2015), p. 7.",
        )
    )
    from analysis.texts.roles import RULES

    with_rules = made.corpus().documents["n_words"].iloc[0]
    made.off = set(RULES)
    assert made.corpus().documents["n_words"].iloc[0] > with_rules


def test_a_corpus_from_a_file_can_be_corrected_as_well(corpus):
    made = collection_of(corpus)
    again = made.corpus()
    assert isinstance(again, Corpus) and again.documents["n_words"].equals(corpus.documents["n_words"])
    assert again.fingerprint == corpus.fingerprint
    number = next(place for place, block in enumerate(corpus.blocks("sun-2024")) if block.role == "body")
    made.texts["sun-2024"].corrections[number] = "note"
    assert made.corpus().documents.loc["sun-2024", "n_words"] < corpus.documents.loc["sun-2024", "n_words"]


def test_a_file_that_is_taken_out_of_its_field_goes_with_its_texts(collection):
    file = source("c.txt", "A third text with some words.")
    file.file_id = "7"
    collection.add(file)
    collection.forget_file("7")
    assert list(collection.texts) == ["a", "b"] and len(collection.files) == 2


def test_how_far_the_words_are_found_is_told(collection):
    told = []
    collection.corpus(progress=lambda what, share: told.append((what, share)))
    assert told == [("Words found", 1.0)]
