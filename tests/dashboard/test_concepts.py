"""Families, their variants, modal verbs and actors: pictures from small tables, numbers against the published ones."""

import csv
import xml.etree.ElementTree as ElementTree

import pandas as pd
import pytest

from analysis import Corpus, OptionError, lexicon, lexicon_names, query_frequencies, variant_frequencies
from dashboard.charts.concepts import rates_heatmap
from dashboard.charts.multiples import rate_multiples
from dashboard.charts.shares import share_dots
from dashboard.charts.theme import DARK, LIGHT, GroupStyle
from dashboard.exhibits import make
from dashboard.exhibits.concepts import lexicon_labels
from dashboard.exhibits.modality import MODALS

from ..conftest import ROOT
from .visiting import figures, open_page, words

TEXTS = ["chen-2014", "yang-2015", "dong-2022", "duan-2022", "sun-2024"]
STYLES = {"a": GroupStyle("Ann 2014", 0, "100 words"), "b": GroupStyle("Bob ≥2022", 1, "2,000 words")}


@pytest.fixture
def rates():
    rows = [("a", "trust", 3, 100, 30.0, 10.0, 60.0), ("b", "trust", 0, 2000, 0.0, 0.0, 1.9), ("a", "war", 0, 100, 0.0, 0.0, 37.0), ("b", "war", 1, 2000, 0.5, 0.1, 2.8)]  # fmt: skip
    return pd.DataFrame(rows, columns=["group", "term", "count", "words", "per_1000", "low", "high"])


def counts(exhibit) -> dict[str, list[int]]:
    """Hits by term in the order of the groups."""
    return exhibit.table.groupby("term", sort=False)["count"].agg(list).to_dict()


def shades(table: pd.DataFrame, **options) -> list[list[float]]:
    return rates_heatmap(table, STYLES, LIGHT, **options).data[0].z.tolist()


def test_no_hit_is_a_bare_zero_and_told_from_one_hit(rates):
    heat, targets, *numbers = rates_heatmap(rates, STYLES, LIGHT).data
    assert sorted(text for trace in numbers for text in trace.text) == ["0", "0", "0.5 (1)", "30.0 (3)"]
    assert heat.z[0][1] == heat.z[1][0] == 0 and heat.z[1][1] > 0.14
    assert "no hit in 2,000 words" in targets.hovertext[1] and "click" not in targets.hovertext[1]
    assert "95 % interval 10.00 to 60.00" in targets.hovertext[0]


def test_the_deepest_shade_is_the_highest_rate_of_the_map_or_of_its_row(rates):
    assert shades(rates)[0][0] == 1 and shades(rates)[1][1] < 0.3
    assert shades(rates, rows_alone=True)[1][1] == 1


def test_a_table_without_any_hit_is_drawn_all_the_same(rates):
    empty = rates.assign(count=0, per_1000=0.0)
    assert shades(empty) == [[0, 0], [0, 0]] and shades(empty, rows_alone=True) == [[0, 0], [0, 0]]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_numbers_stand_out_from_pale_and_from_deep_cells(rates, theme):
    numbers = rates_heatmap(rates, STYLES, theme).data[2:]
    assert {tuple(trace.text): trace.textfont.color for trace in numbers} == {
        ("30.0 (3)",): theme.ground, ("0", "0", "0.5 (1)"): theme.ink,
    }  # fmt: skip
    assert all(trace.unselected.textfont.color == trace.textfont.color for trace in numbers)


def text_of(document: str) -> list[str]:
    return [element.text for element in ElementTree.fromstring(document).iter() if element.tag.endswith("text")]


def rows_of(document: str) -> set[str]:
    return {element.get("data-row") for element in ElementTree.fromstring(document).iter()} - {None}


def test_small_multiples_have_a_panel_a_term_and_a_mark_a_row(rates):
    drawing = rate_multiples(rates, STYLES, LIGHT)
    for form in (drawing.wide, drawing.narrow):
        assert rows_of(form) == {"0", "1", "2", "3"}
        assert {"trust", "war", "Ann 2014", "30.0 (3)", "0", "0.5 (1)"} <= set(text_of(form))


def test_panels_share_a_scale_unless_each_has_its_own(rates):
    shared, own = (text_of(rate_multiples(rates, STYLES, LIGHT, own_scale=own).wide) for own in (False, True))
    assert shared.count("50") == 2 and own.count("50") == 1


def test_a_long_name_of_a_panel_is_broken_not_cut(rates):
    long = rates.assign(term=rates["term"].replace("war", "World Health Organization"))
    assert {"World Health", "Organization"} <= set(text_of(rate_multiples(long, STYLES, LIGHT).narrow))


def test_long_names_of_groups_are_told_apart_on_a_phone(rates):
    styles = {"a": GroupStyle("journal article", 0), "b": GroupStyle("journal article in translation", 1)}
    drawing = rate_multiples(rates, styles, LIGHT)
    assert {"journal article", "in translation"} <= set(text_of(drawing.narrow))
    assert {"journal article in", "translation"} <= set(text_of(drawing.wide))


def test_a_group_without_words_has_a_dash_for_a_rate(rates):
    void = rates.assign(words=[100, 0, 100, 0], per_1000=[30.0, None, 0.0, None], low=None, high=[60, None, 37, None])
    void["low"] = [10.0, None, 0.0, None]
    drawn = rate_multiples(void, STYLES, LIGHT).wide
    assert text_of(drawn).count("–") == 2 and "nan" not in drawn


def test_a_share_without_any_hit_is_said_not_divided():
    nan = float("nan")
    table = pd.DataFrame({"group": ["a", "b"], "first": [3, 0], "second": [1, 0], "share": [0.25, nan], "low": [0.01, nan], "high": [0.8, nan]})  # fmt: skip
    drawing = share_dots(table, STYLES, LIGHT, first="should", second="must")
    for form in (drawing.wide, drawing.narrow):
        assert {"3 : 1", "0 : 0", "neither word"} <= set(text_of(form))
        assert rows_of(form) == {"0", "1"} and "nan" not in form


def test_every_family_has_its_published_counts(corpus):
    lines = (ROOT / "tests/data/family_counts.tsv").read_text(encoding="utf-8").splitlines()
    rows = list(csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t"))
    for name in {row["lexicon"] for row in rows}:
        shown = counts(make(corpus, "concepts", lexicon=name, n=100))
        for row in rows:
            if row["lexicon"] == name and row["family"] in shown:
                assert shown[row["family"]] == [int(row[text]) for text in TEXTS], row["family"]


def test_the_map_equals_the_analysis(corpus):
    table = make(corpus, "concepts", n=5, by="year").table
    queries = {name: lexicon("concepts")[name].query for name in dict.fromkeys(table["term"])}
    pd.testing.assert_frame_equal(table, query_frequencies(corpus, queries, by="year").sort_values("term", key=lambda terms: terms.map(list(queries).index), kind="stable").reset_index(drop=True))  # fmt: skip


def test_the_families_that_differ_most_are_shown_in_the_order_asked_for(corpus):
    shown = {order: list(dict.fromkeys(make(corpus, "concepts", n=8, order=order).table["term"])) for order in ("peak", "difference", "lexicon")}  # fmt: skip
    assert shown["difference"][:3] == ["security", "Belt and Road", "global"]
    assert set(shown["peak"]) == set(shown["difference"]) == set(shown["lexicon"])
    names = list(lexicon("concepts"))
    assert shown["lexicon"] == sorted(shown["lexicon"], key=names.index)
    assert shown["peak"].index("trust") < shown["peak"].index("security") < shown["peak"].index("Belt and Road")


def test_families_can_be_chosen_by_letters_of_a_name_or_a_variant(corpus):
    assert "major powers" in counts(make(corpus, "concepts", contains="Great Power"))
    with pytest.raises(OptionError, match="contains 'zeppelin'"):
        make(corpus, "concepts", contains="zeppelin")


def test_every_lexicon_is_offered_under_a_name():
    assert set(lexicon_labels()) == set(lexicon_names()) and next(iter(lexicon_labels())) == "concepts"


def test_one_text_alone_has_nothing_to_be_compared_with(corpus):
    with pytest.raises(OptionError, match="nothing to compare"):
        make(corpus.select(["sun-2024"]), "concepts")


def test_texts_without_any_family_are_told_so():
    strangers = Corpus.from_texts({"a": "apples and pears", "b": "plums"})
    with pytest.raises(OptionError, match="stands in these texts"):
        make(strangers, "concepts", by="document_id")
    with pytest.raises(OptionError, match="is named in these texts"):
        make(strangers, "actors", by="document_id")
    variants = make(strangers, "concept_variants", by="document_id")
    assert "None of the 4 names" in variants.reading and not variants.figure().data
    assert "0 hits" in make(strangers, "obligation", by="document_id").reading
    assert "None of the 8 modal verbs" in make(strangers, "modality", by="document_id").reading


def test_one_idea_goes_by_successive_names(corpus):
    exhibit = make(corpus, "concept_variants")
    assert counts(exhibit) == {
        "community of common destiny": [0, 2, 0, 0, 0],
        "community with a shared future": [0, 0, 1, 0, 6],
        "community of human destiny": [0, 0, 0, 4, 0],
        "community of shared future": [0, 0, 0, 0, 1],
    }
    assert "Together 14 hits in 4 of 5 groups; Sun 2024 uses more than one name." in exhibit.reading


@pytest.mark.parametrize("family", ["Belt and Road", "United States", "hedges"])
def test_variants_add_up_to_their_family_and_lead_to_their_own_sentences(corpus, family):
    exhibit = make(corpus, "concept_variants", family=family)
    lexicons = [lexicon(name) for name in lexicon_names()]
    query = next(families[family].query for families in lexicons if family in families)
    assert exhibit.table["count"].sum() == variant_frequencies(corpus, query)["count"].sum()
    for row in exhibit.table.itertuples():
        lines = exhibit.passages(row.Index)
        assert len(lines) == row.count and set(lines["variant"]) <= {row.term}


def test_an_unknown_family_is_refused(corpus):
    with pytest.raises(OptionError, match="family must be one of"):
        make(corpus, "concept_variants", family="nothing")


def test_the_modal_verbs_have_their_published_counts(corpus):
    assert counts(make(corpus, "modality")) == {
        "must": [0, 2, 1, 1, 14], "should": [5, 12, 7, 1, 6], "need to": [0, 4, 2, 0, 3], "will": [3, 10, 8, 9, 12],
        "can": [1, 3, 5, 3, 12], "may": [1, 1, 1, 0, 2], "could": [1, 0, 0, 0, 1], "would": [0, 0, 1, 0, 1],
    }  # fmt: skip
    assert set(MODALS) <= set(lexicon("modality"))


def test_should_gives_way_to_must(corpus):
    exhibit = make(corpus, "obligation")
    assert list(zip(exhibit.table["should"], exhibit.table["must"], strict=True)) == [(5, 0), (12, 2), (7, 1), (1, 1), (6, 14)]  # fmt: skip
    assert "14 of 20 cases, 70%" in exhibit.reading and "4 of 29, 14% (Fisher’s exact p = 0.00009" in exhibit.reading
    # Printed tables of the exact interval: 0 of 5 reaches to .522, 14 of 20 from .457 to .881.
    assert exhibit.table["high"][0] == pytest.approx(0.5218, abs=1e-4)
    assert (exhibit.table["low"][4], exhibit.table["high"][4]) == pytest.approx((0.4572, 0.8811), abs=1e-4)


def test_without_quotations_the_words_of_others_are_left_out(corpus):
    shares = make(corpus, "obligation", quotations=False)
    assert list(shares.table[["should", "must"]].iloc[-1]) == [3, 13]
    assert len(shares.passages(4)) == 16 and not shares.passages(4)["quoted"].any()
    rates = make(corpus, "modality", quotations=False)
    assert counts(rates)["should"] == [5, 12, 7, 1, 3] and "left out" in rates.receipt.brief()


def test_a_group_with_neither_word_has_no_share():
    texts = Corpus.from_texts({"a": "we must and we should", "b": "peace"})
    exhibit = make(texts, "obligation", by="document_id")
    assert exhibit.table["share"].isna().tolist() == [False, True] and "neither word" in exhibit.figure().wide
    assert exhibit.passages(1).empty and "nan" not in exhibit.reading


@pytest.mark.parametrize("by, compared", [("author", True), ("year", True), ("genre", False), ("corpus", False)])
def test_a_latest_group_is_compared_only_where_groups_follow_each_other_in_time(corpus, by, compared):
    assert ("Fisher" in make(corpus, "obligation", by=by).reading) == compared


def test_the_actors_have_their_published_rates(corpus):
    exhibit = make(corpus, "actors")
    rates_of = exhibit.table.groupby("term", sort=False)["per_1000"].agg(list)
    assert [round(rate, 1) for rate in rates_of["China"]] == [17.5, 15.0, 14.7, 11.7, 10.7]
    assert [round(rate, 2) for rate in rates_of["United States"]] == [26.95, 0.81, 8.64, 2.03, 7.26]
    assert counts(exhibit)["United Nations"] == [0, 8, 1, 6, 25] and len(rates_of) == 8
    assert list(rates_of.index[:2]) == ["China", "United States"]


def test_only_the_part_that_is_shown_is_made():
    app = open_page("concepts")
    assert len(figures(app)) == 2 and "Should it" not in words(app)
    app.segmented_control(key="concept_view").set_value("Modality").run()
    assert not app.exception and not figures(app) and "Sun 2024 6:14" in words(app)
    app.toggle(key="no_quotes").set_value(True).run()
    assert "Sun 2024 3:13" in words(app)
    app.segmented_control(key="concept_view").set_value("Actors").run()
    assert not app.exception and "27.0 (Chen 2014)" in words(app)


@pytest.mark.parametrize("control", ["lexicon", "concept_has", "concept_n", "concept_order", "concept_shade", "family"])
def test_every_control_changes_a_figure(control):
    app = open_page("concepts")
    before = figures(app)
    kind, value = {
        "lexicon": (app.segmented_control, "actors"), "concept_has": (app.text_input, "order"), "concept_n": (app.slider, 9),
        "concept_order": (app.segmented_control, "difference"), "concept_shade": (app.segmented_control, "row"),
        "family": (app.selectbox, "Belt and Road"),
    }[control]  # fmt: skip
    kind(key=control).set_value(value).run()
    assert not app.exception and figures(app) != before


def test_a_link_opens_a_family():
    app = open_page("concepts", family="Belt and Road")
    assert "Which names does “Belt and Road” go by?" in words(app)
