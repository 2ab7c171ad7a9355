"""The passages behind a number."""

import re

import numpy as np
import pytest

from analysis import AnalysisError, Corpus, OptionError, QueryError, any_of, concordance, find, lexicon
from analysis.sentences import sentence_starts
from analysis.texts.blocks import Block, Text

COLUMNS = [
    "document_id", "paragraph", "position", "start", "end", "left", "node", "right", "variant", "quoted",
]  # fmt: skip


@pytest.fixture(scope="module")
def small() -> Corpus:
    return Corpus(
        [
            Text(
                "b",
                (
                    Block("heading", "On trust"),
                    Block("body", "They said: “Trust is good.” Control, though, is better. So be it!"),
                    Block("note", "No trust here."),
                    Block("body", "Trust, again: mutual\u00a0trust."),
                ),
                {"year": 2024},
            ),
            Text("a", (Block("body", "Mutual trust"),), {"year": 2014}),
        ]
    )


def lines(corpus: Corpus, query: str, **options: object) -> list[tuple[str, str, str]]:
    table = concordance(corpus, query, **options)
    return list(zip(table["left"], table["node"], table["right"], strict=True))


def test_every_hit_stands_in_its_sentence(small):
    assert lines(small, "trust") == [
        ("Mutual ", "trust", ""),
        ("They said: “", "Trust", " is good.”"),
        ("", "Trust", ", again: mutual\u00a0trust."),
        ("Trust, again: mutual\u00a0", "trust", "."),
    ]


def test_rows_stand_in_order_of_time_and_text(small):
    table = concordance(small, "trust")
    assert table["document_id"].tolist() == ["a", "b", "b", "b"]
    assert table["position"].tolist() == find(small, "trust").position.tolist() == sorted(table["position"])


def test_paragraphs_are_counted_in_the_document_from_one(small):
    assert concordance(small, "trust")["paragraph"].tolist() == [1, 1, 2, 2]
    more = small.select(roles=["heading", "body", "note"])
    assert concordance(more, "trust")["paragraph"].tolist() == [1, 1, 2, 3, 4, 4]


def test_a_hit_across_sentences_brings_both(small):
    assert lines(small, "good control") == [("They said: “Trust is ", "good.” Control", ", though, is better.")]


@pytest.mark.parametrize(
    ("context", "line"),
    [
        (0, ("", "Control", "")),
        (1, ("good.” ", "Control", ", though")),
        (2, ("is good.” ", "Control", ", though, is")),
        (5, ("They said: “Trust is good.” ", "Control", ", though, is better. So be")),
        (99, ("They said: “Trust is good.” ", "Control", ", though, is better. So be it")),
    ],
)
def test_so_many_words_on_each_side(small, context, line):
    assert lines(small, "control", context=context) == [line]


def test_a_phrase_has_its_words_on_each_side(small):
    assert lines(small, "is good control", context=1) == [("Trust ", "is good.” Control", ", though")]


def test_words_never_come_from_another_paragraph(small):
    assert lines(small, "so", context=50)[0][2] == " be it"
    assert lines(small, "again", context=50)[0][0] == "Trust, "
    # A word of another document is as far away as one of another paragraph.
    assert lines(small, "mutual", context=50)[0] == ("", "Mutual", " trust")


@pytest.mark.parametrize("context", ["sentence", 0, 3, 40])
@pytest.mark.parametrize(
    "query", ["trust", "the", "trust deficit|mutual trust", "U.S.", "china's", "win-win cooperation"]
)
def test_a_line_is_a_piece_of_the_text_as_written(corpus, reference_corpus, query, context):
    table = concordance(reference_corpus, query, context=context)
    assert len(table) == len(find(reference_corpus, query)) > 0
    for row in table.itertuples():
        text = corpus.text(row.document_id)
        assert text[row.start : row.end] == row.node
        assert text[row.start - len(row.left) : row.end + len(row.right)] == row.left + row.node + row.right
        assert "\n" not in row.left + row.node + row.right


@pytest.mark.parametrize("query", ["security", "belt and road", "we"])
def test_a_sentence_line_is_whole_sentences_of_its_block(corpus, query):
    for row in concordance(corpus, query).itertuples():
        blocks = dict(zip(corpus.block_starts(row.document_id), corpus.blocks(row.document_id), strict=True))
        begin = row.start - len(row.left)
        block_start = max(start for start in blocks if start <= begin)
        text = blocks[block_start].text
        starts = sentence_starts(text)
        assert begin - block_start in starts
        end = row.end + len(row.right) - block_start
        assert text[end:].strip() == "" or end + 1 in starts


def test_paragraph_numbers_lead_to_the_paragraph(corpus):
    for row in concordance(corpus, "must").itertuples():
        paragraphs = [block.text for block in corpus.blocks(row.document_id) if block.role == "body"]
        assert row.left + row.node + row.right in paragraphs[row.paragraph - 1]


def test_families_have_passages_too(corpus):
    table = concordance(corpus, any_of(["will"], ["political will"]))
    assert len(table) == 42
    assert not table["left"].str.endswith("political ").any()


def test_columns_are_fixed_and_an_empty_result_has_them(small):
    assert concordance(small, "trust").columns.tolist() == COLUMNS
    nothing = concordance(small, "nowhere")
    assert nothing.columns.tolist() == COLUMNS and len(nothing) == 0
    assert concordance(Corpus.from_texts({"a": ""}), "trust").columns.tolist() == COLUMNS


def test_a_width_can_be_a_number_of_numpy(small):
    assert concordance(small, "trust", context=np.int64(2)).equals(concordance(small, "trust", context=2))


def test_a_search_that_cannot_be_read_is_refused(small):
    with pytest.raises(QueryError):
        concordance(small, "(a")


def test_a_negative_width_is_refused(small):
    with pytest.raises(OptionError, match="context must be at least 0"):
        concordance(small, "trust", context=-1)


def test_an_unknown_context_is_refused(small):
    with pytest.raises(AnalysisError, match="sentence"):
        concordance(small, "trust", context="paragraph")


@pytest.fixture(scope="module")
def lined_up() -> Corpus:
    return Corpus.from_texts({"a": "zeal for trust now\nmore trust Also here\ntrust\nfair trust also then"})


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("text", [1, 2, 3, 4]),
        ("R1", [3, 2, 4, 1]),
        ("L1", [3, 4, 1, 2]),
        (("R1", "R2"), [3, 2, 4, 1]),
        (("R1", "L1"), [3, 4, 2, 1]),
        (["L2"], [2, 3, 4, 1]),
        ("node", [1, 2, 3, 4]),
        ("R9", [1, 2, 3, 4]),
        ((), [1, 2, 3, 4]),
        ([], [1, 2, 3, 4]),
    ],
)
def test_lines_are_sorted_by_the_words_around(lined_up, sort, order):
    assert concordance(lined_up, "trust", sort=sort)["paragraph"].tolist() == order


def test_sorting_agrees_with_a_slow_sort(corpus):
    lines = concordance(corpus, "trust", context=3, sort=("R1", "R2", "L1"))
    right = [re.findall(r"[\w.'’-]+", words.lower())[:2] for words in lines["right"]]
    # Words with marks inside are cut differently by hand, so only plain ones are compared.
    plain = [words for words in right if all(word.isalpha() for word in words)]
    assert len(plain) > 40 and plain == sorted(plain)


@pytest.mark.parametrize("sort", ["R0", "M1", "right", ("R1", "x"), ""])
def test_an_unknown_place_to_sort_by_is_refused(lined_up, sort):
    with pytest.raises(OptionError, match="R1 to R9"):
        concordance(lined_up, "trust", sort=sort)


def test_a_line_knows_its_variant(corpus):
    lines = concordance(corpus, lexicon("concepts")["community of shared destiny"].query)
    counts = lines.groupby(["document_id", "variant"]).size()
    assert counts.loc[("yang-2015", "community of common destiny")] == 2
    assert counts.loc[("duan-2022", "community of human destiny")] == 4
    assert counts.loc[("sun-2024", "community with a shared future")] == 6
    assert counts.loc[("sun-2024", "community of shared future")] == 1


def test_the_phrases_of_a_typed_search_are_its_variants(corpus):
    lines = concordance(corpus, "(global|international) order")
    assert set(lines["variant"]) == {"global order", "international order"}
