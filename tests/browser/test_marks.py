"""A click on a mark of every exhibit shows the sentences that the analysis has for it; all in the dark theme."""

import pytest

from dashboard.exhibits import EXHIBITS, make
from dashboard.exhibits.base import Exhibit
from dashboard.passages import MAX_PASSAGES

from .barriers import barriers
from .marks import click_a_mark, expected_passages, shown_passages

# Where each exhibit can be seen: address, the key it has there, and the options it is shown with.
SEEN: dict[str, tuple[str, str, dict]] = {
    "timeline": ("", "timeline", {}),
    "finding": ("", "finding_trust", {"which": "trust"}),
    "confounds": ("frequencies?differs=true", "confounds", {}),
    "top_terms": ("frequencies", "top_terms", {}),
    "term_heatmap": ("frequencies?top_as=heat+map", "term_heatmap", {}),
    "word_cloud": ("clouds", "word_cloud", {}),
    "term_rates": ("frequencies", "term_rates", {}),
    "keywords": ("distinctiveness", "keywords", {}),
    "distinctive_terms": ("distinctiveness?part=TF-IDF", "distinctive_terms", {}),
    "keyness_scatter": ("distinctiveness", "keyness_scatter", {}),
    "word_shift": ("distinctiveness?part=What+makes+the+difference", "word_shift", {}),
    "agreement": ("distinctiveness?part=Do+the+methods+agree%3F", "agreement", {}),
    "lockwords": ("common_ground", "lockwords", {}),
    "formulae": ("common_ground?ground=Set+phrases", "formulae", {}),
    "silences": ("common_ground?ground=Silences", "silences", {}),
    "asked_silences": ("common_ground?ground=Silences", "asked_silences", {}),
    "topic_shares": ("topics", "topic_shares", {}),
    "topic_words": ("topics", "topic_words", {}),
    "topic_passages": ("topics", "topic_passages", {"topic": 1}),
    "topic_search": ("topics?topics_search=true", "topic_search", {}),
    "trends": ("trends", "trends", {}),
    "topic_trends": ("trends?trend_of=topics", "topic_trends", {}),
    # Before the families: a click on one of them shows its own variants.
    "concept_variants": ("concepts", "concept_variants", {}),
    "concepts": ("concepts", "concepts", {}),
    "modality": ("concepts?concept_view=Modality", "modality", {}),
    "obligation": ("concepts?concept_view=Modality", "obligation", {}),
    "actors": ("concepts?concept_view=Actors", "actors", {}),
    "similarity": ("similarity", "similarity", {}),
    "correspondence": ("similarity?like_view=Map", "correspondence", {}),
    "tree": ("similarity?like_view=Tree", "tree", {}),
    "company": ("company", "company", {}),
    "network": ("company", "network", {}),
    "barcode": ("dispersion", "barcode", {}),
    "evenness": ("dispersion", "evenness", {}),
    "diversity": ("profile", "diversity", {}),
    "diversity_along": ("profile", "diversity_along", {}),
    "readability": ("profile", "readability", {}),
    "sentence_lengths": ("profile", "sentence_lengths", {}),
    "concordance": ("concordance", "concordance", {}),
    "advice": ("fit", "advice", {}),
    "belonging": ("belongs", "belonging", {"document_id": "chen-2014"}),
    "attribution": ("whose_passage?passage_part=How+good+is+the+machine%3F", "attribution", {}),
    "attribution_confidence": ("whose_passage?passage_part=How+good+is+the+machine%3F", "attribution_confidence", {}),
    "parallels": (
        "read?beside=Sun+2024",
        "parallels_chen-2014_sun-2024_phrase",
        {"first": "chen-2014", "second": "sun-2024"},
    ),
}


def test_every_exhibit_is_clicked():
    assert set(SEEN) == set(EXHIBITS)


@pytest.mark.parametrize("address", dict.fromkeys(address for address, _, _ in SEEN.values()))
def test_a_click_on_a_mark_shows_the_sentences_of_the_analysis_and_in_the_dark_there_is_no_barrier(
    visit, corpus, address
):
    visit.page.emulate_media(color_scheme="dark")
    page = visit.open(address)
    for name, (seen_at, key, options) in SEEN.items():
        if seen_at == address:
            exhibit = make(corpus, name, **options)
            row = clicked(visit, key, exhibit)
            shown, expected = shown_passages(page, key), expected_passages(exhibit.passages(row))
            assert shown[:MAX_PASSAGES] == expected[:MAX_PASSAGES], name
    assert barriers(page) == {}
    assert visit.errors == [] and visit.foreign == []


def clicked(visit, key: str, exhibit: Exhibit) -> int:
    """Click a mark that has sentences: the row of the table that it stands for."""
    visit.page.locator(f".st-key-exhibit_{key}").scroll_into_view_if_needed()
    visit.settle()
    row = click_a_mark(visit.page, key, lambda row: row in exhibit.table.index and len(exhibit.passages(row)) > 0)
    visit.settle()
    return row
