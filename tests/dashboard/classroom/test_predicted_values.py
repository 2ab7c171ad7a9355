"""What a class predicts: values with their own limits, and shares in per cent."""

import pytest

from dashboard.classroom.lesson_file import read_lesson
from dashboard.classroom.prediction import axis_end, predicted_values, unit_of
from dashboard.classroom.staging import said_on

FRONT = "---\ntitle: A\nquestion: B\nminutes: 20\n---\n"
REST = """
::: notice
- One.
:::

# Read

::: sentences
find: trust
:::

# Beware

::: caveat
C
:::

# Now

::: task
D
:::
"""


@pytest.fixture
def predicted(corpus):
    def values(fence):
        lesson = read_lesson("a", f"{FRONT}# Q\n\n::: question\nB\n:::\n\n# P\n\n::: predict {fence}\n:::\n{REST}")
        said = said_on(corpus, lesson, 1)
        return predicted_values(lesson.screens[1], said), unit_of(said, lesson.screens[1].prediction.column), said

    return values


def test_hits_have_no_limits_for_those_of_the_table_are_of_the_rates(predicted):
    hits, unit, _ = predicted("term_rates\nterms: china\npredict: count")
    assert unit == "hits" and hits[["low", "high"]].isna().all(axis=None)
    rates, unit, said = predicted("term_rates\nterms: china\npredict: per_1000")
    assert unit == "hits per 1,000 words"
    assert rates["low"].tolist() == said.exhibit.table["low"].tolist()


def test_shares_are_predicted_in_per_cent_of_a_hundred_at_most(predicted):
    shares, unit, said = predicted("topic_shares\nn_topics: 3\nrows: topic=3\npredict: share")
    table = said.exhibit.table[said.exhibit.table["topic"] == 3]
    assert shares["value"].tolist() == (table["share"] * 100).tolist()
    assert unit.endswith("in per cent") and shares["high"].max() > 74
    assert axis_end(shares, unit) == 100
