"""The sheet of blind passages: it asks what the page asks, and only its key gives anything away."""

from dashboard.classroom.passage_sheet import passage_sheet
from dashboard.exhibits.blind import blind_round
from dashboard.export.handout.handout import Passages, Question

LABELS = ("Chen 2014", "Yang 2015", "Dong 2022", "Duan ≥2022", "Sun 2024")


def test_the_sheet_holds_the_passages_of_the_round_each_with_its_boxes(corpus):
    sheet, passages = passage_sheet(corpus, 6, 3), blind_round(corpus, 6, 3)
    shown = [item.passages[0].text for item in sheet.items if isinstance(item, Passages)]
    asked = [item for item in sheet.items if isinstance(item, Question) and item.answers]
    assert shown == [passage.text for passage in passages]
    assert [question.answers for question in asked] == [LABELS] * 6


def test_the_key_names_text_paragraph_words_and_the_machines_guess(corpus):
    sheet, passages = passage_sheet(corpus, 5, 3), blind_round(corpus, 5, 3)
    keys = [item.key for item in sheet.items if isinstance(item, Question) and item.answers]
    for key, passage in zip(keys, passages, strict=True):
        assert f"paragraph {passage.paragraph}." in key and passage.telling[0].written in key
        assert "The machine said" in key and ("right." in key) == passage.known
        assert ("Words that mislead" in key) == bool(passage.misleading)


def test_nothing_but_the_key_gives_an_answer_away(corpus):
    sheet = passage_sheet(corpus, 5, 3)
    told = [sheet.introduction, *(getattr(item, "heading", "") + getattr(item, "prompt", "") for item in sheet.items)]
    assert not any(label in words for label in LABELS for words in told)


def test_another_column_is_asked_for_by_its_own_name(corpus):
    sheet = passage_sheet(corpus, 5, 1, by="year")
    assert "tick its year" in sheet.introduction and "1 of 4" in sheet.introduction
    assert sheet.items[1].answers == ("2014", "2015", "2022", "2024")
    assert sheet.receipt.count("round 1 of 5 passages by year") == 1
