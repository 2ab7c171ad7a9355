"""Reading: the concordance's order and filters, and two texts side by side."""

import re

import pytest

from analysis import Corpus, OptionError, concordance, formula_places
from dashboard import cache
from dashboard.charts.parallels import parallel_strips
from dashboard.charts.theme import LIGHT, GroupStyle
from dashboard.exhibits import concordances, make
from dashboard.exhibits.concordances import ROLE_NAMES, SORTS


@pytest.mark.parametrize("sort", SORTS)
def test_lines_stand_in_the_order_asked_for(corpus, sort):
    table = make(corpus, "concordance", query="trust", sort=sort).table
    direct = concordance(corpus, "trust", sort=sort if sort in ("text", "node") else [sort, "node"])
    assert table["start"].tolist() == direct["start"].tolist()


def test_the_first_word_to_the_right_rises_down_the_lines(corpus):
    lines = make(corpus, "concordance", query="trust", sort="R1", context="line").table["right"]
    words = [found[1].lower() for line in lines if (found := re.match(r"\W*([\w-]+)", line))]
    assert words == sorted(words) and len(set(words)) > 10


@pytest.mark.parametrize("query, all_hits, quoted", [("should", 6, 3), ("must", 14, 1), ("we", 6, 4)])
def test_quotations_can_be_left_out_or_shown_alone(corpus, query, all_hits, quoted):
    sun = corpus.select(["sun-2024"])
    counts = [len(make(sun, "concordance", query=query, voice=voice).table) for voice in ("all", "quoted", "own")]
    assert counts == [all_hits, quoted, all_hits - quoted]


def test_notes_headings_and_the_rest_can_be_searched(corpus):
    sun = corpus.select(["sun-2024"])
    counts = {role: len(make(sun, "concordance", query="trust", role=role).table) for role in ROLE_NAMES}
    assert counts["body"] == 56 and counts["everything"] == 68
    assert sum(counts.values()) - counts["everything"] == 68


def test_a_line_knows_the_role_of_its_block(corpus):
    table = make(corpus, "concordance", query="trust", role="everything").table
    assert {"body", "heading", "note"} <= set(table["role"])


def test_aligned_lines_hold_so_many_words_on_each_side(corpus):
    line = make(corpus, "concordance", query="trust deficit", context="line").table.iloc[5]
    assert all(0 < len(re.findall(r"\w+", line[side])) <= 16 for side in ("left", "right"))


@pytest.mark.parametrize("option", [{"sort": "R9x"}, {"voice": "loud"}, {"role": "margin"}])
def test_an_order_or_filter_that_does_not_exist_is_refused_with_what_there_is(corpus, option):
    with pytest.raises(OptionError, match="must be one of"):
        make(corpus, "concordance", query="trust", **option)


def test_a_shared_phrase_leads_to_its_places_in_both_texts(corpus):
    exhibit = make(corpus, "parallels", first="yang-2015", second="sun-2024")
    row = exhibit.table.iloc[0]
    assert row["link"] == "based on the purposes and principles of the un charter"
    places = formula_places(corpus.select(["yang-2015", "sun-2024"]), row["link"])
    assert exhibit.passages(0)["start"].tolist() == places["start"].tolist()
    for text, start, end in (("yang-2015", "start", "end"), ("sun-2024", "other_start", "other_end")):
        assert corpus.text(text)[row[start] : row[end]].lower().startswith("based on the purposes")


def test_a_shared_topic_leads_to_a_passage_in_either_text(corpus):
    exhibit = make(corpus, "parallels", first="dong-2022", second="sun-2024", via="topic")
    assert len(exhibit.table) > 3
    assert exhibit.passages(0)["document_id"].tolist() == ["dong-2022", "sun-2024"]


def test_texts_without_a_common_phrase_are_told_so():
    strangers = Corpus.from_texts({"a": "one two three four five", "b": "six seven eight nine ten"})
    exhibit = make(strangers, "parallels")
    assert exhibit.table.empty and "share no phrase" in exhibit.reading


@pytest.mark.parametrize(
    "texts, words", [(("sun-2024", "sun-2024"), "two different texts"), (("nobody", ""), "must be one of")]
)
def test_only_two_different_texts_can_stand_side_by_side(corpus, texts, words):
    with pytest.raises(OptionError, match=words):
        make(corpus, "parallels", first=texts[0], second=texts[1])


def test_one_text_has_nothing_beside_it(corpus):
    with pytest.raises(OptionError, match="one text only"):
        make(corpus.select(["sun-2024"]), "parallels")


def test_a_link_without_room_is_cut_with_a_sign(corpus):
    table = make(corpus, "parallels", first="yang-2015", second="sun-2024").table.assign(link="word " * 40)
    styles = {text: GroupStyle(text, rank) for rank, text in enumerate(corpus.documents.index)}
    drawing = parallel_strips(table, "yang-2015", "sun-2024", styles, LIGHT)
    assert "…" in drawing.wide and "…" in drawing.narrow


@pytest.fixture
def few_lines(monkeypatch):
    """As if ten lines were more than anybody reads."""
    monkeypatch.setattr(concordances, "MOST_LINES", 10)


def test_of_very_many_hits_an_even_choice_is_listed_and_all_are_counted(corpus, few_lines):
    whole = concordance(corpus, "trust")
    exhibit = make(corpus, "concordance", query="trust")
    step = -(-len(whole) // 10)
    assert exhibit.table["start"].tolist() == whole["start"].tolist()[::step]
    assert f"{len(whole)} hits" in exhibit.reading and f"every {step}th" in exhibit.reading
    assert f"every {step}th of {len(whole)} hits in the table" in exhibit.receipt.settings
    labels = exhibit.figure().layout.yaxis.ticktext
    assert sum(int(label.rpartition(" ")[2]) for label in labels) == len(whole)


@pytest.mark.parametrize("sort", ["text", "R1"])
def test_all_lines_can_be_read_page_by_page_however_many(corpus, few_lines, sort):
    whole = make(corpus, "concordance", query="peace", sort=sort).table
    lines = cache.lines(corpus, query="trust", sort=sort)
    direct = concordance(corpus, "trust", sort=sort if sort == "text" else ["R1", "node"])
    assert lines.total == len(direct) > 10 >= len(whole)
    read = [lines.some(first, 20) for first in range(0, lines.total, 20)]
    assert [start for page in read for start in page["start"]] == direct["start"].tolist()
    assert set(read[0]["role"]) == {"body"}


def test_lines_of_one_voice_are_those_of_the_table(corpus, few_lines):
    table = make(corpus, "concordance", query="trust", voice="own").table
    lines = cache.lines(corpus, query="trust", voice="own")
    assert lines.total == len(table) and lines.some(0, 5)["start"].tolist() == table["start"].tolist()[:5]
    assert cache.lines(corpus, query="") is None
