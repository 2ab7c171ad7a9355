"""Lines of a PDF page become paragraphs, words that a line's end cuts are whole, heads and feet are told apart."""

import pytest

from analysis.texts.pdf_layout import PageLine, Vocabulary, joined_lines, margins


def page(*texts: str, number: int = 1, left: tuple[float, ...] = (), sizes: tuple[float, ...] = ()) -> list[PageLine]:
    """A page of these lines, 14 points apart from the top."""
    return [
        PageLine(
            text, number, left[place] if left else 60.0, 700 - 14.0 * place, sizes[place] if sizes else 11.0,
            (700 - 14 * place) / 792, place,
        )
        for place, text in enumerate(texts)
    ]  # fmt: skip


def paragraphs(lines: list[PageLine]) -> list[str]:
    return [line.text for line in joined_lines(lines, Vocabulary.of([lines]))]


FULL = "The river was wide and slow that year and every house along"


def test_lines_of_one_paragraph_are_joined_and_a_short_closed_line_ends_it():
    lines = page(FULL, FULL, "the bank had lost its floor.", FULL, "It took all summer.")
    assert paragraphs(lines) == [f"{FULL} {FULL} the bank had lost its floor.", f"{FULL} It took all summer."]


def test_an_indent_begins_a_paragraph_where_the_last_one_was_closed():
    lines = page(FULL, f"{FULL}.", FULL, FULL, left=(60, 60, 78, 60))
    assert len(paragraphs(lines)) == 2


def test_larger_letters_are_a_line_of_their_own():
    lines = page("The Flood", FULL, FULL, sizes=(18, 11, 11))
    assert paragraphs(lines)[0] == "The Flood"


def test_a_soft_hyphen_at_a_lines_end_joins_its_word():
    assert paragraphs(page("There were many opportu\u00ad", "nities for all of them.")) == [
        "There were many opportunities for all of them."
    ]


@pytest.mark.parametrize(
    "elsewhere, word",
    [
        ("The opportunities were few.", "opportunities"),
        ("Nothing else is said of it.", "opportunities"),
        ("It is opportu-nities to us.", "opportu-nities"),
    ],
)
def test_a_hyphen_at_a_lines_end_stays_only_where_the_text_tells_so(elsewhere, word):
    lines = page("There were many opportu-", "nities for all of them.", elsewhere)
    assert f"many {word} for" in paragraphs(lines)[0]


def test_two_words_that_stand_by_themselves_keep_their_hyphen():
    lines = page("They spoke of a win-", "win game, and every win was a", "win of them all.")
    assert "a win-win game" in paragraphs(lines)[0]


def test_a_word_that_a_page_cuts_keeps_a_hyphen_that_is_seen():
    assert paragraphs(page("There were many opportu\u00ad")) == ["There were many opportu-"]


def test_small_letters_at_the_foot_are_a_note():
    lines = page(*[FULL] * 40, "* From a letter to the council.", sizes=(*[11.0] * 40, 8.0))
    assert [line.role for line in joined_lines(lines, Vocabulary.of([lines]))][-1] == "note"


def test_heads_that_come_again_and_page_numbers_are_furniture_and_other_lines_are_not():
    pages = [
        [
            PageLine("Journal of Floods", number, 60, 760, 9, 0.96, 0),
            PageLine(f"{FULL} {number}", number, 60, 400, 11, 0.5, 1),
            PageLine(str(number), number, 300, 20, 9, 0.03, 2),
        ]
        for number in (1, 2, 3)
    ]
    assert {line.text for line in margins(pages)} == {"Journal of Floods", "1", "2", "3"}


def test_the_next_column_goes_on_where_the_last_line_is_not_closed():
    first, second = page(FULL, FULL), page("the bank had lost its floor.")
    lines = [*first, PageLine(second[0].text, 1, 320, 700, 11, 0.88, 2)]
    assert paragraphs(lines) == [f"{FULL} {FULL} the bank had lost its floor."]
