"""The game on the screen: a passage at once, an answer, what betrays it, the score, and the same round from a link."""

import pytest

from dashboard.exhibits.blind import blind_round

from .visiting import open_page, words


def buttons(app, label):
    return [button for button in app.button if button.label.replace("\\", "") == label]


def press(app, label):
    buttons(app, label)[0].click().run()
    assert not app.exception
    return app


@pytest.fixture(scope="module")
def played(corpus):
    """A round of five from a link, each answered with Sun 2024: the page after each step."""
    app = open_page("whose_passage", round="3", round_n="5")
    seen = [words(app)]
    for number in range(5):
        seen.append(words(press(app, "Sun 2024")))
        seen.append(words(press(app, "See the score" if number == 4 else "Next passage")))
    return app, seen, blind_round(corpus, 5, 3)


def test_the_page_opens_on_a_passage_and_says_how_the_machine_guesses(played):
    _, seen, _ = played
    assert "Passage 1 of 5" in seen[0] and "Whose passage is it?" in seen[0]
    assert "naive Bayes" in seen[0] and "round of 5 passages by author" in seen[0]


def test_an_answer_is_followed_by_the_truth_the_words_and_the_machine(played):
    _, seen, passages = played
    for said, passage in zip(seen[1:-1:2], passages, strict=True):
        right = passage.group == "Sun Jisheng"
        assert ("Right: Sun 2024" in said) == right and (", not Sun 2024" in said) != right
        assert f"**{passage.telling[0].written}** ×" in said
        assert f"sure: **{'right' if passage.known else 'wrong'}**" in said


def test_the_score_counts_both_and_names_chance(played):
    app, seen, passages = played
    you = sum(passage.group == "Sun Jisheng" for passage in passages)
    machine = sum(passage.known for passage in passages)
    assert [metric.value for metric in app.metric] == [f"{you} of 5", f"{machine} of 5"]
    assert "1 of 5" in seen[-1] and len(app.dataframe[0].value) == 5


def test_after_the_score_comes_the_same_round_or_another():
    app = open_page("whose_passage", round="3", round_n="5")
    for number in range(5):
        press(press(app, "Chen 2014"), "See the score" if number == 4 else "Next passage")
    assert "Passage 1 of 5" in words(press(app, "The same again"))
    app = press(app, "Another round")
    assert app.number_input(key="round").value == 4 and "Passage 1 of 5" in words(app)


def test_groups_of_another_column_are_asked_for(corpus):
    app = open_page("whose_passage", by="year")
    assert "Which year?" in words(app) and buttons(app, "2022") and not buttons(app, "Sun 2024")


def test_the_machine_is_judged_on_its_own_part():
    app = open_page("whose_passage", passage_part="How good is the machine?")
    assert not app.exception and "184 of 221 passages" in words(app)


def test_one_text_alone_gives_one_sentence():
    app = open_page("whose_passage", texts="Sun 2024")
    assert not app.exception and "fewer than two" in app.info[0].value.replace("\\", "")
