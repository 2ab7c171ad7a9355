"""Common ground: words used alike, set phrases in the order of time, silences that tell or may only be shortness."""

import xml.etree.ElementTree as ElementTree
from collections import Counter

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from analysis import Corpus, OptionError, QueryError, formula_counts, lockwords, query_silences, silences, stop_words
from dashboard.charts.bands import Scale, lane
from dashboard.charts.formulae import ALL, formulae_bands, places
from dashboard.charts.lockwords import lockwords_dot
from dashboard.charts.silences import asked_dot, silences_dot
from dashboard.charts.theme import LIGHT, GroupStyle
from dashboard.exhibits import make

from .visiting import open_page

STYLES = {"a": GroupStyle("Ann 2014", 0, "100 words"), "b": GroupStyle("Bob 2015", 1), "c": GroupStyle("Cat 2024", 2)}


# Words used alike


def rates(*rows):
    columns = ["term", "group", "count", "words", "per_1000", "low", "high", "mean_per_1000", "total", "lowest_per_1000", "highest_per_1000", "p_value"]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def test_dots_stand_at_multiples_of_the_mean_rate_and_the_band_reaches_from_lowest_to_highest():
    table = rates(("x", "a", 1, 100, 10.0, 5.0, 30.0, 20.0, 4, 10.0, 30.0, 0.5), ("x", "b", 3, 100, 30.0, 20.0, 40.0, 20.0, 4, 10.0, 30.0, 0.5))  # fmt: skip
    band, first, second = lockwords_dot(table, STYLES, LIGHT).data
    assert list(first.x) == [0.5] and list(second.x) == [1.5]
    assert (band.base[0], band.base[0] + band.x[0]) == (0.5, 1.5)
    assert list(first.error_x.array) == [1.0] and "10.00 per 1,000 words" in first.text[0]
    assert first.y[0] < second.y[0]


def test_a_word_that_is_not_used_alike_is_marked_in_words_and_colour():
    row = ("x", "a", 1, 100, 10.0, 5.0, 30.0, 10.0, 1, 10.0, 10.0)
    alike, unequal = (lockwords_dot(rates((*row, p)), STYLES, LIGHT).layout.yaxis.ticktext[0] for p in (0.4, 0.001))
    assert "unequal" not in alike and "p 0.40" in alike
    assert "p 0.001: unequal" in unequal and LIGHT.warning in unequal


def test_the_locked_words_are_those_of_the_analysis(corpus):
    table = make(corpus, "lockwords", n=4).table
    direct = lockwords(corpus, by="author", stop_words=stop_words(), minimum_count=20).head(4)
    assert table["term"].unique().tolist() == direct["term"].tolist() and len(table) == 20
    assert table.groupby("term", sort=False)["per_1000"].max().tolist() == direct["highest_per_1000"].tolist()
    assert direct["term"].tolist()[0] == "china"


def test_no_word_in_common_is_said():
    apart = Corpus.from_texts({"a": "one two", "b": "three four"})
    exhibit = make(apart, "lockwords", by="document_id", minimum_count=1, stop_list="none")
    assert exhibit.table.empty and exhibit.reading.startswith("0 words stand in all 2 groups")
    exhibit.figure()


# Set phrases


def phrase(counts, statuses, times=(2014.0, 2015.0, 2024.0)):
    rows = [("a phrase", ALL, sum(counts), "shared", float("nan"), "Ann · Cat")]
    rows += [("a phrase", group, *rest, "Ann · Cat") for group, *rest in zip("abc", counts, statuses, times, strict=True)]  # fmt: skip
    return pd.DataFrame(rows, columns=["term", "group", "count", "status", "time", "in_groups"])


def shapes(table):
    """The forms along the band, the hit areas around them left out."""
    scale = Scale({"a": 0.0, "b": 100.0, "c": 200.0}, lambda amount: 4.0 * amount, 40.0, True)
    tree = ElementTree.fromstring(f"<g>{''.join(lane(table.iloc[1:], scale, 0.0, STYLES, LIGHT, 'count'))}</g>")
    return Counter(element.tag for element in tree.iter() if element.get("opacity") != "0"), tree


def test_a_coined_phrase_begins_with_a_disc_and_a_carried_one_goes_on_as_a_bar():
    found, tree = shapes(phrase([2, 1, 0], ["coined", "carried", "dropped"]))
    assert found["circle"] == 1 and found["rect"] == 1
    assert tree.find(".//circle").get("fill") == LIGHT.texts[0]
    assert {element.get("data-row") for element in tree.iter("g")} - {None} == {"1", "2", "3"}


def test_a_rested_phrase_is_a_dotted_line_through_a_hollow_mark():
    _, tree = shapes(phrase([1, 0, 1], ["coined", "rested", "carried"]))
    assert [element.get("stroke-dasharray") for element in tree.iter("line")] == ["1.5 4"]
    assert [element.get("fill") for element in tree.iter("circle")] == [LIGHT.texts[0], LIGHT.ground]


def test_nothing_is_drawn_before_a_phrase_is_coined():
    found, tree = shapes(phrase([0, 0, 2], ["not yet", "not yet", "coined"]))
    assert found["path"] == found["line"] == 0
    assert {element.get("data-row") for element in tree.iter("g")} - {None} == {"3"}


def test_columns_stand_in_order_and_further_apart_where_more_years_lie_between():
    at = places("abc", [2014.0, 2015.0, 2024.0], 0.0, 100.0)
    assert at["a"] == 0 and at["c"] == pytest.approx(100) and 30 < at["b"] < 40
    unknown = places("abc", [float("nan")] * 3, 0.0, 100.0)
    assert list(unknown.values()) == [0, 50, 100]
    assert places("a", [2014.0], 0.0, 100.0) == {"a": 50.0} and places([], [], 0.0, 1.0) == {}


def test_a_drawing_is_well_formed_whatever_the_words():
    table = phrase([1, 0, 1], ["coined", "rested", "carried"]).assign(term="<b> & “x” " * 12)
    drawing = formulae_bands(table, STYLES, LIGHT)
    for markup in (drawing.wide, drawing.narrow):
        ElementTree.fromstring(markup)
        assert "<b>" not in markup and markup.count("data-row") == 4


def test_many_groups_have_their_labels_turned_upwards():
    groups = {f"g{number}": GroupStyle(f"Author {number}", number) for number in range(12)}
    rows = [("p", ALL, 12, "shared", 0.0, "x")] + [("p", group, 1, "carried", 2000.0 + n, "x") for n, group in enumerate(groups)]  # fmt: skip
    table = pd.DataFrame(rows, columns=["term", "group", "count", "status", "time", "in_groups"])
    assert formulae_bands(table, groups, LIGHT).wide.count("rotate(-90") == 12


def test_the_counts_of_the_phrases_are_those_of_the_analysis(corpus):
    table = make(corpus, "formulae").table
    terms = table["term"].unique().tolist()
    direct = formula_counts(corpus, terms, by="author").set_index(["group", "term"])
    mine = table[table["group"] != ALL]
    assert len(mine) == 5 * len(terms)
    for row in mine.itertuples():
        assert table.at[row.Index, "count"] == direct.at[(row.group, row.term), "count"]
        assert row.status == direct.at[(row.group, row.term), "status"]


def test_the_shared_future_is_coined_in_2022_and_carried_six_times_in_2024(corpus):
    table = make(corpus, "formulae", variants=True, n=30, by="document_id").table
    counts = table[table["term"] == "a community with a shared future"].set_index("group")
    assert counts["count"].to_dict() == {ALL: 7, "chen-2014": 0, "yang-2015": 0, "dong-2022": 1, "duan-2022": 0, "sun-2024": 6}  # fmt: skip
    assert counts.at["dong-2022", "status"] == "coined" and counts.at["sun-2024", "status"] == "carried"
    assert counts.at[ALL, "in_groups"] == "Dong 2022 · Sun 2024"


def test_phrases_inside_a_phrase_are_shown_on_request(corpus):
    few, all_of_them = (make(corpus, "formulae", n=30, variants=variants).table["term"].unique() for variants in (False, True))  # fmt: skip
    assert not any(f" {one} " in f" {other} " for one in few for other in few if one != other)
    assert "the purposes and principles of the un charter" in all_of_them
    assert "the purposes and principles of the un charter" not in few


def test_the_words_shared_by_grammar_alone_are_listed_with_the_warning(corpus):
    exhibit = make(corpus, "formulae", n=30)
    row = exhibit.table[(exhibit.table["term"] == "its own security in the") & (exhibit.table["group"] == ALL)].iloc[0]
    assert row["in_groups"] == "Chen 2014 · Dong 2022" and "proves no borrowing" in exhibit.reading


def test_the_name_of_a_phrase_leads_to_all_its_passages(corpus):
    exhibit = make(corpus, "formulae")
    table = exhibit.table
    whole = table.index[table["group"] == ALL][0]
    assert set(exhibit.passages(whole)["document_id"]) == {"chen-2014", "yang-2015", "sun-2024"}


def test_years_alone_put_the_columns_in_order():
    texts = {"late": "we must keep world peace and order", "early": "we must keep world peace and unity"}
    corpus = Corpus.from_texts(texts, pd.DataFrame({"year": [2020, 2001]}, index=["late", "early"]))
    table = make(corpus, "formulae", by="document_id").table
    assert table["group"].tolist()[:3] == [ALL, "early", "late"]


def test_no_phrase_in_common_is_said_and_an_impossible_thickness_refused(corpus):
    apart = Corpus.from_texts({"a": "one two", "b": "three four"})
    exhibit = make(apart, "formulae", by="document_id")
    assert exhibit.table.empty and exhibit.reading.startswith("0 phrases of 5 words or more")
    exhibit.figure()
    with pytest.raises(OptionError, match="thickness must be one of: count, per_1000"):
        make(corpus, "formulae", thickness="width")


# Silences


def test_a_silence_that_tells_is_full_and_one_that_may_be_shortness_hollow():
    columns = ["group", "term", "reference_count", "reference_groups", "reference_per_1000", "words", "expected", "highest_per_1000", "p_value", "q_value", "telling"]  # fmt: skip
    rows = [("a", "x", 50, 2, 9.0, 1000, 9.0, 2.99, 0.001, 0.01, True), ("a", "y", 9, 2, 1.0, 1000, 1.0, 2.99, 0.4, 0.9, False)]  # fmt: skip
    fig = silences_dot(pd.DataFrame(rows, columns=columns), STYLES, LIGHT)
    assert list(fig.data[0].marker.color) == [LIGHT.texts[0], LIGHT.ground]
    assert fig.layout.shapes[0].x0 == 2.99
    assert "the silence tells" in fig.data[0].text[0] and "only be too short" in fig.data[0].text[1]


def test_the_silences_are_those_of_the_analysis(corpus):
    exhibit = make(corpus, "silences", n=3)
    direct = silences(corpus, by="author", stop_words=stop_words())
    direct = direct[direct["reference_groups"] >= 2].groupby("group", sort=False).head(3)
    pd.testing.assert_frame_equal(exhibit.table, direct.reset_index(drop=True))
    assert (exhibit.table["group"] + " " + exhibit.table["term"]).tolist()[0] == "Chen Jimin global"


def test_behind_a_silence_stand_the_sentences_of_the_others(corpus):
    exhibit = make(corpus, "silences")
    row = exhibit.table.index[(exhibit.table["group"] == "Huimin Duan") & (exhibit.table["term"] == "trust")][0]
    lines = exhibit.passages(row)
    assert len(lines) == exhibit.table.at[row, "reference_count"] and "duan-2022" not in set(lines["document_id"])


def test_two_groups_have_one_other_each():
    text = "trust among nations\n" * 9
    pair = Corpus.from_texts({"a": text, "b": text.replace("trust", "power")})
    table = make(pair, "silences", by="document_id").table
    assert table["term"].tolist() == ["power", "trust"]


def test_an_absent_phrase_is_answered_with_what_was_to_be_expected(corpus):
    exhibit = make(corpus, "asked_silences", terms="trust deficit")
    table = exhibit.table.set_index("group")
    assert table["hits"].tolist() == [1, 0, 0, 0, 16]
    direct = query_silences(corpus, "trust deficit", by="author").set_index("group")
    for group in direct.index:
        for column in ("expected", "highest_per_1000"):
            assert table.at[group, column] == direct.at[group, column]
    assert "Yang 2015: 3.5 expected, up to 1.2 per 1,000" in exhibit.reading
    assert exhibit.reading.endswith("The silence of Yang 2015 tells something.")


def test_a_phrase_that_stands_nowhere_is_answered_too(corpus):
    exhibit = make(corpus, "asked_silences", terms="zeppelin")
    assert exhibit.reading.startswith("“zeppelin” stands in none of the texts; 14,462 words without a hit still allow a rate of up to 0.21")  # fmt: skip
    # The bound needs no hits elsewhere, so it is that of any other silence of the same group.
    silent = make(corpus, "asked_silences", terms="trust deficit").table
    assert exhibit.table["highest_per_1000"].tolist()[1:4] == pytest.approx(silent["highest_per_1000"].tolist()[1:4])
    assert exhibit.passages(0).empty and exhibit.figure().data
    assert all("nan" not in text for trace in exhibit.figure().data for text in trace.text or [])


def test_a_word_that_all_use_is_no_silence(corpus):
    assert "stands in every group, 166 times" in make(corpus, "asked_silences", terms="china", compounds=False).reading


def test_a_silent_row_leads_to_the_others_and_a_speaking_one_to_its_own(corpus):
    exhibit = make(corpus, "asked_silences", terms="trust deficit")
    assert set(exhibit.passages(1)["document_id"]) == {"chen-2014", "sun-2024"}
    assert set(exhibit.passages(4)["document_id"]) == {"sun-2024"}


def test_each_search_has_its_own_block(corpus):
    exhibit = make(corpus, "asked_silences", terms="zeppelin, trust deficit")
    fig = asked_dot(exhibit.table, {group: STYLES["a"] for group in exhibit.table["group"]}, LIGHT)
    heights = list(fig.layout.yaxis.tickvals)
    assert heights == [1, 2, 3, 4, 5, 7, 8, 9, 10, 11]
    with pytest.raises(QueryError, match="Type one or more words"):
        make(corpus, "asked_silences", terms=" ")


# The page


def open_part(part: str) -> AppTest:
    app = open_page("common_ground")
    app.segmented_control(key="ground").set_value(part).run()
    assert not app.exception and not app.error
    return app


def said(app: AppTest) -> str:
    return "\n".join(element.value for element in [*app.markdown, *app.caption, *app.info]).replace("\\", "")


def test_the_controls_of_the_words_change_the_picture():
    app = open_part("words")
    before = app.get("plotly_chart")[0].proto.spec
    app.slider(key="lock_n").set_value(5).run()
    assert app.get("plotly_chart")[0].proto.spec != before


@pytest.mark.parametrize(
    "key, value", [("phrase_words", 4), ("phrase_groups", 3), ("phrase_n", 5), ("phrase_band", "per_1000"), ("phrase_all", True)]
)  # fmt: skip
def test_the_controls_of_the_phrases_change_the_picture(corpus, key, value):
    option = {"phrase_words": "shortest", "phrase_groups": "minimum_groups", "phrase_n": "n", "phrase_band": "thickness", "phrase_all": "variants"}[key]  # fmt: skip
    assert make(corpus, "formulae", **{option: value}).figure() != make(corpus, "formulae").figure()


def test_a_phrase_of_ones_own_is_answered_on_the_page():
    app = open_part("silences")
    app.text_input(key="missed").set_value("zeppelin").run()
    assert "stands in none of the texts; 14,462 words" in said(app)
    app.slider(key="silent_groups").set_value(4).run()
    assert "in at least 4 of the other groups" in said(app)


def test_one_text_alone_has_nothing_in_common():
    app = open_part("phrases")
    app.pills(key="texts").set_value(["sun-2024"]).run()
    assert not app.exception and "fewer than two" in app.info[0].value.replace("\\", "")
