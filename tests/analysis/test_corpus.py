"""The Corpus: a table of documents, a lexicon and a stream of tokens."""

import numpy as np
import pandas as pd
import pytest

from analysis import (
    REFERENCE,
    Corpus,
    CorpusError,
    OptionError,
    Tokenization,
    concordance,
    frequencies,
    keywords,
    load_corpus,
    query_frequencies,
)
from analysis.texts.blocks import Block, Text

from .tables import DOCUMENTS, TEXTS, terms_in_order

TEN = {"a": "Trust is good. Control is better.\nTrust China’s 2,500 words.", "b": "No trust."}


@pytest.fixture(scope="module")
def ten() -> Corpus:
    return Corpus.from_texts(TEN)


def same_tables(one: pd.DataFrame, other: pd.DataFrame) -> bool:
    pd.testing.assert_frame_equal(one.reset_index(drop=True), other.reset_index(drop=True))
    return True


# --- the stream ---


def test_tokens_stand_in_running_order(ten):
    assert terms_in_order(ten) == "trust is good control is better trust china 2,500 words no trust".split()


def test_forms_are_as_written_and_terms_as_counted(ten):
    assert ten.forms.tolist() == sorted(
        ["Trust", "is", "good", "Control", "better", "China’s", "2,500", "words", "No", "trust"]
    )
    assert ten.terms.tolist() == ["2,500", "better", "china", "control", "good", "is", "no", "trust", "words"]
    assert [ten.terms[term] for term in ten.term_of_form] == [ten.tokenization.term(form) for form in ten.forms]


def test_numbers_are_tokens_but_no_words(ten):
    assert ten.is_word.tolist() == [term != "2,500" for term in ten.terms]
    assert ten.documents[["n_tokens", "n_words", "n_paragraphs"]].values.tolist() == [[10, 9, 2], [2, 2, 1]]


def test_documents_paragraphs_and_sentences_begin_at_tokens(ten):
    assert ten.tokens.document_starts.tolist() == [0, 10, 12]
    assert ten.tokens.paragraph_starts.tolist() == [0, 6, 10, 12]
    assert ten.tokens.sentence_starts.tolist() == [0, 3, 6, 10, 12]
    assert len(ten.tokens) == 12


def test_every_token_knows_its_paragraph_and_document(ten):
    assert ten.tokens.paragraph.tolist() == [0] * 6 + [1] * 4 + [2] * 2
    assert ten.tokens.document_of_paragraph.tolist() == [0, 0, 1]
    some = np.array([11, 0, 6, 9])
    assert ten.tokens.paragraph_of(some).tolist() == [2, 0, 1, 1]
    assert ten.tokens.document_of(some).tolist() == [1, 0, 0, 0]
    assert ten.tokens.end_of(some).tolist() == ten.tokens.end[some].tolist()


@pytest.mark.parametrize("tokenization", [Tokenization(), REFERENCE, Tokenization(case="keep")])
def test_offsets_give_back_the_forms(corpus, tokenization):
    corpus = corpus.select(tokenization=tokenization)
    stream = corpus.tokens
    for number, document_id in enumerate(corpus.documents.index):
        text = corpus.text(document_id)
        tokens = slice(stream.document_starts[number], stream.document_starts[number + 1])
        written = [text[start:end] for start, end in zip(stream.start[tokens], stream.end[tokens], strict=True)]
        assert written == corpus.forms[stream.form[tokens]].tolist()


def test_types_of_the_arrays(ten):
    stream = ten.tokens
    assert {stream.form.dtype, stream.start.dtype, stream.end.dtype, ten.term_of_form.dtype} == {np.dtype("int32")}
    starts = (stream.document_starts, stream.paragraph_starts, stream.sentence_starts)
    assert {array.dtype for array in starts} == {np.dtype("int64")}


@pytest.mark.parametrize(
    "name", ["form", "start", "letters", "end", "document_starts", "paragraph_starts", "sentence_starts"]
)  # fmt: skip
def test_the_stream_is_read_only(ten, name):
    with pytest.raises(ValueError, match="read-only"):
        getattr(ten.tokens, name)[0] = 1


@pytest.mark.parametrize(
    "array",
    [
        lambda corpus: corpus.forms, lambda corpus: corpus.terms, lambda corpus: corpus.term_of_form,
        lambda corpus: corpus.is_word, lambda corpus: corpus.words_by_paragraph,
        lambda corpus: corpus.counts_by_paragraph.data, lambda corpus: corpus.tokens.paragraph,
        lambda corpus: corpus.tokens.document_of_paragraph,
    ],
    ids=["forms", "terms", "term_of_form", "is_word", "words_by_paragraph", "counts_by_paragraph", "paragraph",
         "document_of_paragraph"],
)  # fmt: skip
def test_what_is_derived_is_read_only(ten, array):
    assert not array(ten).flags.writeable


def test_words_and_counts_by_paragraph(ten):
    assert ten.words_by_paragraph.tolist() == [6, 3, 2]
    assert ten.n_paragraphs == 3
    counts = ten.counts_by_paragraph.toarray()
    trust = ten.terms.tolist().index("trust")
    assert counts[:, trust].tolist() == [1, 1, 1]
    assert counts.sum(axis=1).tolist() == [6, 4, 2]


def test_counts_by_paragraph_add_up_to_the_stream(corpus):
    totals = np.bincount(corpus.term_of_form[corpus.tokens.form], minlength=len(corpus.terms))
    assert (corpus.counts_by_paragraph.sum(axis=0) == totals).all()
    assert corpus.words_by_paragraph.sum() == corpus.documents["n_words"].sum()


def test_the_long_table_has_a_row_a_token(ten):
    table = ten.tokens_frame()
    assert table.columns.tolist() == [
        "document_id", "paragraph", "sentence", "form", "term", "is_word", "start", "end",
    ]  # fmt: skip
    assert len(table) == 12
    assert table.iloc[8].tolist() == ["a", 1, 2, "2,500", "2,500", False, 49, 54]
    assert table.iloc[11].tolist() == ["b", 2, 3, "trust", "trust", True, 3, 8]


# --- texts and blocks ---


def test_a_text_is_its_blocks_parted_by_an_empty_line(ten):
    assert ten.text("a") == "Trust is good. Control is better.\n\nTrust China’s 2,500 words."
    assert ten.block_starts("a") == [0, 35]


def test_block_starts_lead_to_the_blocks(corpus):
    for document_id in corpus.documents.index:
        text, blocks = corpus.text(document_id), corpus.blocks(document_id)
        for start, block in zip(corpus.block_starts(document_id), blocks, strict=True):
            assert text[start : start + len(block.text)] == block.text


@pytest.mark.parametrize("ask", [Corpus.text, Corpus.blocks, Corpus.block_starts])
def test_an_unknown_document_is_answered_with_those_there_are(ten, ask):
    with pytest.raises(CorpusError, match="no text 'c'; there are a, b"):
        ask(ten, "c")


def test_two_texts_of_one_name_are_refused():
    with pytest.raises(CorpusError, match="'a'"):
        Corpus([Text("a", ()), Text("a", ())])


def test_only_blocks_of_the_chosen_roles_are_counted():
    blocks = (Block("heading", "One two"), Block("body", "three"), Block("note", "four five six"))
    text = Text("a", blocks)
    assert terms_in_order(Corpus([text])) == ["three"]
    assert terms_in_order(Corpus([text], roles=["note", "body"])) == ["three", "four", "five", "six"]
    # What is not counted stays in the text.
    assert Corpus([text]).text("a") == "One two\n\nthree\n\nfour five six"


def test_a_block_without_a_token_is_no_paragraph():
    corpus = Corpus([Text("a", (Block("body", "one"), Block("body", "* * *"), Block("body", "two")))])
    assert corpus.documents["n_paragraphs"].item() == 2
    assert corpus.tokens.start.tolist() == [0, 12]


def test_an_unknown_role_is_refused(ten):
    with pytest.raises(OptionError, match="body, heading, abstract"):
        ten.select(roles=["footer"])


def test_the_order_of_roles_does_not_matter(corpus):
    assert corpus.select(roles=["abstract", "body"]).roles == corpus.select(roles=["body", "abstract"]).roles


# --- select ---


def test_select_keeps_only_the_documents_named(corpus):
    smaller = corpus.select(["sun-2024", "chen-2014"])
    assert smaller.documents.index.tolist() == ["chen-2014", "sun-2024"]
    assert smaller.documents["n_words"].tolist() == [742, 8125]
    assert corpus.documents.index.tolist() == DOCUMENTS


def test_a_selected_text_keeps_its_place_in_the_whole(corpus):
    assert corpus.select(["sun-2024"]).ranks["sun-2024"] == corpus.ranks["sun-2024"] == 4
    assert corpus.select(["sun-2024", "dong-2022"]).select(["sun-2024"]).ranks["sun-2024"] == 4


def test_select_forgets_words_of_other_texts(corpus):
    assert "snowden" in corpus.terms
    assert "snowden" not in corpus.select(["sun-2024"]).terms


@pytest.mark.parametrize("documents", [["yang-2015"], ["sun-2024", "chen-2014", "dong-2022"], DOCUMENTS, []])
def test_selected_texts_are_those_that_would_be_read_alone(corpus, documents):
    selected = corpus.select(documents)
    alone = Corpus([text for text in corpus.texts() if text.document_id in documents], name=corpus.name)
    assert selected.forms.tolist() == alone.forms.tolist() and selected.terms.tolist() == alone.terms.tolist()
    for name, array in vars(alone.tokens).items():
        assert np.array_equal(array, getattr(selected.tokens, name)), name
    assert selected.documents.equals(alone.documents)
    assert selected.fingerprint == alone.fingerprint


def test_a_text_without_words_can_be_selected():
    corpus = Corpus.from_texts({"a": "One. Two.", "b": "", "c": "Two three."})
    assert corpus.select(["b", "c"]).tokens_frame()["form"].tolist() == ["Two", "three"]
    assert corpus.select(["b"]).documents["n_words"].tolist() == [0]


def test_select_of_an_unknown_document_is_refused(corpus):
    with pytest.raises(CorpusError, match="'nobody-1999'"):
        corpus.select(["chen-2014", "nobody-1999"])


def test_select_keeps_name_problems_and_options():
    corpus = Corpus([Text("a", (Block("body", "one"),))], name="Five", problems=["x.md is empty."], roles=["note"])
    again = corpus.select(tokenization=REFERENCE)
    assert (again.name, again.problems, again.roles) == ("Five", ("x.md is empty.",), ("note",))
    assert again.tokenization == REFERENCE


def test_switching_on_the_abstract_adds_it_to_one_text_only(corpus):
    more = corpus.select(roles=["body", "abstract"])
    abstract = next(block.text for block in corpus.blocks("duan-2022") if block.role == "abstract")
    assert len(abstract.split()) == 109
    added = more.documents["n_words"] - corpus.documents["n_words"]
    words = sum(not abstract[start].isdigit() for start, _ in Tokenization().spans(abstract))
    assert added.to_dict() == {document_id: words * (document_id == "duan-2022") for document_id in DOCUMENTS}
    assert (more.documents["n_paragraphs"] - corpus.documents["n_paragraphs"]).tolist() == [0, 0, 0, 1, 0]


# --- the fingerprint ---

EDITION = Text("a", (Block("body", "Mutual trust"), Block("note", "See below", label="1")), {"author": "Chen Jimin"})
FINGERPRINT = Corpus([EDITION]).fingerprint


def edition(words: str = "Mutual trust", role: str = "body", **metadata: object) -> Text:
    return Text("a", (Block(role, words), EDITION.blocks[1]), {"author": "Chen Jimin"} | metadata)


@pytest.mark.parametrize(
    "changed",
    [
        Corpus([edition("Mutual trusT")]),
        Corpus([edition("Mutual trust.")]),
        Corpus([edition(author="Chen Jiming")]),
        Corpus([edition(year=2014)]),
        Corpus([edition(role="abstract")]),
        Corpus([Text("a", (EDITION.blocks[0], Block("note", "See below", label="2")), EDITION.metadata)]),
        Corpus([Text("b", EDITION.blocks, EDITION.metadata)]),
        Corpus([EDITION], tokenization=REFERENCE),
        Corpus([EDITION], tokenization=Tokenization(case="keep")),
        Corpus([EDITION], roles=["body", "note"]),
        Corpus([EDITION, Text("z", ())]),
        Corpus([]),
    ],
    ids=["letter", "stop", "author", "year", "role of a block", "label", "name", "possessives", "case", "roles",
         "text more", "text less"],
)  # fmt: skip
def test_the_fingerprint_changes_with(changed):
    assert changed.fingerprint != FINGERPRINT


@pytest.mark.parametrize(
    "same",
    [
        lambda: Corpus([edition()]),
        lambda: Corpus([EDITION]).select(),
        lambda: Corpus([EDITION, Text("z", ())]).select(["a"]),
        lambda: Corpus([EDITION], tokenization=REFERENCE).select(tokenization=Tokenization()),
        lambda: Corpus([EDITION], roles=["note"]).select(roles=["body"]),
    ],
    ids=["made again", "select nothing", "text more and less", "option there and back", "role there and back"],
)
def test_the_fingerprint_changes_with_nothing_else(same):
    assert same().fingerprint == FINGERPRINT


def test_the_fingerprint_of_the_bundled_texts_is_the_same_each_time(corpus):
    again = load_corpus(TEXTS)
    assert again.fingerprint == corpus.fingerprint
    assert len(corpus.fingerprint) == 64


def test_the_fingerprint_knows_every_single_text(corpus):
    fingerprints = {corpus.select([document_id]).fingerprint for document_id in DOCUMENTS}
    assert len(fingerprints | {corpus.fingerprint}) == 6


# --- from_texts ---


def test_a_mapping_makes_a_corpus():
    corpus = Corpus.from_texts({"a": "One two", "b": "Three"}, name="Two")
    assert corpus.documents["n_words"].to_dict() == {"a": 2, "b": 1}
    assert (corpus.name, repr(corpus)) == ("Two", "<Corpus 'Two': 2 texts, 3 words>")


@pytest.mark.parametrize("as_index", [True, False])
def test_metadata_come_as_a_table_of_their_own(as_index):
    documents = pd.DataFrame({"document_id": ["a", "b"], "author": ["A", "B"], "year": [2024, 2014]})
    documents = documents.set_index("document_id") if as_index else documents
    corpus = Corpus.from_texts({"a": "One", "b": "Two"}, documents)
    assert corpus.documents.index.tolist() == ["b", "a"]
    assert corpus.documents["author"].tolist() == ["B", "A"]


def test_a_data_frame_brings_texts_and_metadata():
    frame = pd.DataFrame({"text": ["One two", "Three"], "author": ["A", "B"], "year": [2024, 2014]}, index=["a", "b"])
    corpus = Corpus.from_texts(frame)
    assert corpus.documents.loc["a", ["author", "year", "n_words"]].tolist() == ["A", 2024, 2]
    assert "text" not in corpus.documents.columns


def test_documents_without_metadata_are_there_all_the_same():
    corpus = Corpus.from_texts({"a": "One", "b": "Two"}, pd.DataFrame({"author": ["A"]}, index=["a"]))
    assert corpus.documents["author"].to_dict() == {"a": "A", "b": "b"}


def test_a_tokenisation_is_handed_on():
    assert "china's" in Corpus.from_texts({"a": "China’s"}, tokenization=REFERENCE).terms


@pytest.mark.parametrize(
    ("texts", "documents", "says"),
    [
        ({"a": "One"}, pd.DataFrame({"author": ["X"]}, index=["x"]), "no text: x"),
        ({"a": 1}, None, "'a' is no string"),
        ({"a": None}, None, "'a' is no string"),
        (pd.DataFrame({"words": ["One"]}, index=["a"]), None, "no column 'text'"),
    ],
)
def test_what_cannot_be_a_corpus_says_why(texts, documents, says):
    with pytest.raises(CorpusError, match=says):
        Corpus.from_texts(texts, documents)


def test_a_table_with_two_texts_of_one_name_is_refused():
    with pytest.raises(CorpusError, match="'a'"):
        Corpus.from_texts(pd.DataFrame({"text": ["One two", "Three"]}, index=["a", "a"]))


def test_metadata_with_two_rows_of_one_name_are_refused():
    with pytest.raises(CorpusError, match="'a'"):
        Corpus.from_texts({"a": "One"}, pd.DataFrame({"author": ["A", "B"]}, index=["a", "a"]))


@pytest.mark.parametrize("texts", [{}, {"a": ""}, {"a": "", "b": " \n"}, {"a": "2014 2,500"}])
def test_a_corpus_without_words_is_no_failure(texts):
    corpus = Corpus.from_texts(texts)
    assert len(corpus.documents) == len(texts)
    assert corpus.documents["n_words"].sum() == 0
    assert len(corpus.tokens_frame()) == len(corpus.tokens)


# --- what must not matter ---


def test_the_order_in_which_texts_are_given_does_not_matter(corpus):
    texts = {document_id: corpus.text(document_id) for document_id in DOCUMENTS}
    metadata = corpus.documents[["author", "year", "date"]]
    one = Corpus.from_texts(texts, metadata)
    other = Corpus.from_texts(dict(reversed(texts.items())), metadata.iloc[::-1])
    assert one.fingerprint == other.fingerprint
    assert same_tables(one.tokens_frame(), other.tokens_frame())
    assert same_tables(frequencies(one, draws=50), frequencies(other, draws=50))
    assert same_tables(keywords(one), keywords(other))


@pytest.mark.parametrize("name", ["0", "a0", "z"])
def test_an_empty_text_changes_no_other_number(name):
    texts = {"a": "trust trust china\nthe trust", "b": "the win-win china", "c": "the the"}
    one, more = Corpus.from_texts(texts), Corpus.from_texts(texts | {name: ""})
    for table in (
        lambda corpus: frequencies(corpus, draws=50),
        lambda corpus: query_frequencies(corpus, ["trust", "the china"], draws=50),
        lambda corpus: keywords(corpus).drop(columns="n_texts"),
    ):
        of_more = table(more)
        assert same_tables(table(one), of_more[of_more["group"] != name])
    assert same_tables(concordance(one, "trust"), concordance(more, "trust"))
    assert more.documents.loc[name, ["n_tokens", "n_words", "n_paragraphs"]].tolist() == [0, 0, 0]


def test_texts_do_not_influence_each_other(corpus):
    for document_id in DOCUMENTS:
        alone = terms_in_order(corpus.select([document_id]))
        table = corpus.tokens_frame()
        assert table.loc[table["document_id"] == document_id, "term"].tolist() == alone


def test_the_texts_read_out_of_a_corpus_make_the_same_corpus(corpus):
    again = Corpus(corpus.texts(), name=corpus.name)
    assert again.fingerprint == corpus.fingerprint and again.documents.equals(corpus.documents)
    assert [text.document_id for text in corpus.texts()] == list(corpus.documents.index)
