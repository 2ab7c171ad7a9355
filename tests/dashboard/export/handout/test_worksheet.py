"""The worksheet of every exhibit: questions that have one right answer, and that the table holds."""

import re

import pandas as pd
import pytest

from analysis import Corpus
from dashboard.exhibits import EXHIBITS, make
from dashboard.export.handout.excerpts import three_passages
from dashboard.export.handout.handout import Figure, Passages, Question, Task, Text
from dashboard.export.handout.questions import MOST
from dashboard.export.handout.worksheet import handout_of_exhibit
from dashboard.words import without_marks

each_exhibit = pytest.mark.parametrize("name", EXHIBITS)


@pytest.fixture(scope="module")
def worksheets(corpus, exhibits):
    """The worksheet of an exhibit with its usual options, made once."""
    made = {}

    def of(name):
        if name not in made:
            made[name] = handout_of_exhibit(corpus, exhibits[name])
        return made[name]

    return of


def parts(handout, kind):
    return [item for item in handout.items if isinstance(item, kind)]


def asked(handout, beginning: str) -> Question:
    return next(question for question in parts(handout, Question) if question.prompt.startswith(beginning))


@each_exhibit
def test_every_exhibit_has_a_worksheet_with_figure_question_passages_caution_and_task(worksheets, exhibits, name):
    made = worksheets(name)
    assert [figure.exhibit for figure in parts(made, Figure)] == [exhibits[name]]
    assert 1 <= len(parts(made, Question)) <= MOST + 1
    (passages,) = parts(made, Passages)
    assert 1 <= len(passages.passages) <= 3
    assert parts(made, Text)[-1].heading.startswith("Beware: ")
    assert isinstance(made.items[-1], Task)
    assert made.receipt == exhibits[name].receipt.text()


@each_exhibit
def test_no_question_is_without_its_key_and_none_without_sense(worksheets, name):
    for question in parts(worksheets(name), Question):
        words = f"{question.prompt} {question.key}"
        assert question.key and question.prompt.endswith(("?", ".")), question
        assert not re.search(r"\bnan\b|None|\{|\}|\.\.|  |“”", words), question
        assert len(set(question.answers)) == len(question.answers) != 1
        if question.answers:
            assert question.key.startswith(question.answers), question


@each_exhibit
def test_passages_are_short_enough_and_what_was_found_is_marked(worksheets, name):
    (passages,) = parts(worksheets(name), Passages)
    assert all(len(quote.text) <= 430 for quote in passages.passages)
    assert any(marked for quote in passages.passages for _, marked in quote.pieces())
    assert all("".join(words for words, _ in quote.pieces()) == quote.text for quote in passages.passages)


@each_exhibit
def test_a_passage_whose_text_is_asked_for_does_not_tell_it(worksheets, name):
    (passages,) = parts(worksheets(name), Passages)
    riddle = any("Which one do you think?" in question.prompt for question in parts(worksheets(name), Question))
    assert all(bool(quote.who) != riddle for quote in passages.passages)


def test_the_key_of_the_highest_is_that_of_the_table(worksheets, exhibits):
    table = exhibits["term_rates"].table
    best = table[table["term"] == "trust"].nlargest(1, "per_1000").iloc[0]
    key = asked(worksheets("term_rates"), "Which text uses “trust” most often").key
    assert best["group"] == "Chen Jimin" and key.startswith("Chen 2014. ")
    assert f"{best['per_1000']:.1f} per 1,000 words, {best['count']} hits" in key


def test_the_key_of_an_interval_is_that_of_the_table(worksheets, exhibits):
    table = exhibits["term_rates"].table
    row = table[(table["term"] == "security") & (table["group"] == "Dong Chunling")].iloc[0]
    key = asked(worksheets("term_rates"), "Between which values does the interval of “security” in Dong 2022").key
    assert key.startswith(f"From about {row['low']:.1f} to about {row['high']:.1f};")


def test_the_key_names_all_groups_without_a_hit(worksheets):
    key = asked(worksheets("term_rates"), "Where is there not a single hit of “international order”").key
    assert key.startswith("Chen 2014 and Duan ≥2022. No hit is no proof")


def test_overlapping_intervals_are_not_to_be_ranked(worksheets):
    question = asked(worksheets("obligation"), "Find the two highest values")
    assert question.key.startswith(
        "Yes, so these two should not be ranked. Sun 2024 70% [46% to 88%] and Duan ≥2022 50%"
    )


def test_a_log_ratio_is_told_as_so_many_times(worksheets, exhibits):
    question = asked(worksheets("keywords"), "About how many times as often")
    name, word = re.search(r"does (.+) use “(.+)”", question.prompt).groups()
    table = exhibits["keywords"].table
    row = table[(table["term"] == word) & (table["group"] == "Yang Jiechi")].iloc[0]
    assert name == "Yang 2015"
    assert question.key.startswith(f"About {2 ** row['log_ratio']:.0f} times")


def test_a_distance_is_least_for_the_most_alike(corpus):
    for measure, column in (("jensen_shannon", "idxmin"), ("cosine", "idxmax")):
        exhibit = make(corpus, "similarity", measure=measure)
        row = exhibit.table.loc[getattr(exhibit.table["value"], column)()]
        key = asked(handout_of_exhibit(corpus, exhibit), "Which of these pairs is most alike").key
        assert f"Their value is {row['value']:.2f}" in key


def test_intervals_that_are_not_drawn_are_not_asked_about(corpus):
    heat, dots = (handout_of_exhibit(corpus, make(corpus, "topic_shares", view=view)) for view in ("heat", "dots"))
    assert not any("interval" in question.prompt for question in parts(heat, Question))
    assert any("interval" in question.prompt for question in parts(dots, Question))
    assert "interval" in dots.introduction and "interval" not in heat.introduction


def test_the_highest_is_not_asked_for_where_two_are(two_alike):
    made = handout_of_exhibit(two_alike, make(two_alike, "term_rates", terms="peace"))
    assert not any(
        "most often" in question.prompt or "interval" in question.prompt for question in parts(made, Question)
    )


def test_one_text_alone_is_not_compared(corpus):
    alone = corpus.select(["sun-2024"])
    made = handout_of_exhibit(alone, make(alone, "term_rates"))
    prompts = [question.prompt for question in parts(made, Question)]
    assert prompts == ["Which of these stands highest in Sun 2024?"]


def test_a_table_without_rows_asks_nothing(corpus):
    exhibit = make(corpus, "concordance", query="zeppelin")
    made = handout_of_exhibit(corpus, exhibit)
    assert parts(made, Question) == [] == parts(made, Passages)


def test_groups_of_other_kinds_are_called_by_their_names(corpus):
    made = handout_of_exhibit(corpus, make(corpus, "term_rates", by="year"))
    assert asked(made, "Which year uses “trust” most often").answers == ("2014", "2015", "2022", "2024")


def test_passages_are_of_different_texts_where_they_can_be(corpus, exhibits):
    assert len({quote.who for quote in three_passages(corpus, exhibits["keywords"])}) == 3


def test_the_same_exhibit_gives_the_same_worksheet(corpus, exhibits):
    one, two = (handout_of_exhibit(corpus, exhibits["keywords"]) for _ in range(2))
    assert one == two


def test_words_of_the_glossary_lose_their_marks():
    assert without_marks(r"*the* above *trust deficit*, *d*\*") == "the above trust deficit, d*"


@pytest.fixture(scope="module")
def two_alike() -> Corpus:
    """Two texts of the same words."""
    text = "Peace is made by many hands.\n" * 9
    return Corpus.from_texts({"a": text, "b": text}, pd.DataFrame({"author": ["A", "B"], "year": [1, 2]}, ["a", "b"]))
