"""The lexical profile: measures side by side, along the texts, readability, and every sentence."""

import re

import numpy as np
import pandas as pd
import pytest

from analysis import (
    AnalysisError,
    Corpus,
    CorpusError,
    OptionError,
    diversity_intervals,
    fair_diversity,
    readability_scores,
    sentence_counts,
)
from analysis.diversity import MEASURES
from analysis.readability import MEASURES as FORMULAE
from dashboard.charts.diversity_along import along_lines
from dashboard.charts.measure_panels import Panel, measure_panels
from dashboard.charts.sentence_stacks import sentence_stacks
from dashboard.charts.theme import DARK, LIGHT, GroupStyle
from dashboard.exhibits import make, reading_ease
from dashboard.exhibits.diversity import GLOSSES, NAMES
from dashboard.exhibits.groups import listed
from dashboard.exhibits.sentence_lengths import MOST_DOTS

from .visiting import figures, open_page, words

STYLES = {"a": GroupStyle("Ann 2014", 0), "b": GroupStyle("Bob ≥2022", 1)}
RICHEST, TTR = (
    Panel("m", "M", "counts something", "richer"),
    Panel("m", "M", "a ratio", "richer", warning="do not rank"),
)


@pytest.fixture
def values() -> pd.DataFrame:
    rows = [("a", "m", 0.6, 0.5, 0.7, "0.60"), ("b", "m", 0.9, np.nan, np.nan, "0.90")]
    table = pd.DataFrame(rows, columns=["group", "measure", "value", "low", "high", "shown"])
    return table.assign(shown_low="0.50", shown_high="0.70", note="")


def places(svg: str) -> list[float]:
    """Where the dots stand, from left to right as they are drawn."""
    return [float(x) for x in re.findall(r'<circle cx="([\d.]+)"', svg)]


def test_a_row_a_group_with_its_value_its_interval_and_the_way_to_richer(values):
    drawing = measure_panels(values, STYLES, LIGHT, panels=[RICHEST], foot="how to read it")
    for svg in (drawing.wide, drawing.narrow):
        assert 'data-row="0"' in svg and 'data-row="1"' in svg
        assert all(text in svg for text in ("Ann 2014", "Bob ≥2022", "0.60", "0.90", "richer →", "how to read it"))
        assert "95 % interval 0.50 to 0.70" in svg and svg.count('stroke-width="3"') == 1
        low, high = places(svg)
        assert low < high


def test_a_turned_axis_puts_lower_values_further_right(values):
    turned = Panel("m", "M", "", "richer", turned=True)
    low, high = places(measure_panels(values, STYLES, LIGHT, panels=[turned], foot="").wide)
    assert low > high


def test_what_must_not_rank_is_hollow_grey_and_says_so(values):
    svg = measure_panels(values, STYLES, DARK, panels=[TTR], foot="").wide
    assert "do not rank" in svg and DARK.warning in svg and "richer →" not in svg
    dots = re.findall(r"<circle[^>]*/>", svg)
    assert all(f'fill="{DARK.panel}"' in dot and f'stroke="{DARK.muted}"' in dot for dot in dots)


def test_a_second_value_is_a_small_ring_or_the_end_of_a_dotted_line(values):
    table = values.assign(other=[0.8, 0.95])
    assert measure_panels(table, STYLES, LIGHT, panels=[RICHEST], foot="").wide.count("<circle") == 4
    apart = measure_panels(table, STYLES, LIGHT, panels=[TTR], foot="").wide
    assert apart.count("<circle") == 2 and apart.count("stroke-dasharray") == 2


def test_a_row_without_a_value_says_so_and_can_still_be_clicked(values):
    table = values.assign(value=[0.6, np.nan], note=["", "The window needs 100 words."])
    svg = measure_panels(table, STYLES, LIGHT, panels=[RICHEST], foot="").wide
    assert "no value" in svg and "The window needs 100 words." in svg and "nan" not in svg.lower()
    nothing = measure_panels(values.assign(value=np.nan, low=np.nan), STYLES, LIGHT, panels=[RICHEST], foot="")
    assert "nan" not in nothing.wide.lower()


def test_badges_stand_behind_the_values(values):
    assert "65% kept" in measure_panels(values.assign(badge="65% kept"), STYLES, LIGHT, panels=[RICHEST], foot="").wide


@pytest.mark.parametrize("low, high", [(0.757, 0.87), (10, 35), (-3, 2.2), (1500, 1501), (0.0179, 0.0228), (0, 1)])
def test_the_axis_has_two_to_eight_round_ticks_inside(values, low, high):
    table = values.assign(value=[low, high], low=np.nan, high=np.nan)
    svg = measure_panels(table, STYLES, LIGHT, panels=[RICHEST], foot="").wide
    ticks = [float(text) for text in re.findall(r'font-size="11.5"[^>]*>([-\d.]+)<', svg)]
    assert 2 <= len(ticks) <= 8 and len(set(ticks)) == len(ticks)
    room = 0.05 * (high - low)
    assert all(low - room <= tick <= high + room for tick in ticks)


def test_long_names_are_cut_and_take_two_panels_a_line(values):
    styles = {"a": GroupStyle("journal article in translation", 0), "b": STYLES["b"]}
    svg = measure_panels(values, styles, LIGHT, panels=[RICHEST] * 3, foot="").wide
    assert "journal article in tran…" in svg and "journal article in translation:" in svg


def test_a_point_a_stretch_with_the_poorest_in_figures():
    rows = [("a", 0, 10, 6, 0.6, 0.7), ("a", 5, 10, 8, 0.8, 0.7), ("b", 0, 10, 9, 0.9, 0.9)]
    table = pd.DataFrame(rows, columns=["group", "first", "window", "types", "ttr", "mean"])
    fig = along_lines(table, STYLES, LIGHT, words={"a": 15, "b": 10})
    assert [list(trace.customdata) for trace in fig.data] == [[0, 1], [2]]
    assert list(fig.data[0].x) == [5, 10] and list(fig.layout.xaxis.range) == [0, 15]
    assert {"6", "9"} <= {note.text for note in fig.layout.annotations}
    assert fig.layout.yaxis.range == fig.layout.yaxis2.range
    assert {trace.mode for trace in fig.data} == {"lines+markers"}


@pytest.fixture
def stacked() -> tuple[pd.DataFrame, pd.DataFrame]:
    table = pd.DataFrame({"group": list("aaab"), "words": [3, 5, 3, 9], "sentence": "x"})
    rows = [("a", 3, 3.0, 3.0, 5.0, 3.0, 4.0), ("b", 1, 9.0, np.nan, np.nan, 9.0, 9.0)]
    columns = ["group", "sentences", "median", "low", "high", "lower_quartile", "upper_quartile"]
    return table, pd.DataFrame(rows, columns=columns)


def test_sentences_of_one_length_are_stacked_and_none_is_lost(stacked):
    dots = [trace for trace in sentence_stacks(*stacked, STYLES, LIGHT).data if trace.customdata is not None]
    assert [list(trace.y) for trace in dots] == [[0, 0, 1], [0]]
    assert [list(trace.customdata) for trace in dots] == [[0, 1, 2], [3]]


def test_median_and_middle_half_are_labelled_without_an_interval_where_there_is_none(stacked):
    notes = [note.text for note in sentence_stacks(*stacked, STYLES, LIGHT).layout.annotations]
    assert notes == ["<b>median 3</b> [3–5], middle half 3–4", "<b>median 9</b>, middle half 9–9"]


def test_names_in_a_sentence():
    assert [listed(list("abc")[:n]) for n in range(4)] == ["", "a", "a and b", "a, b and c"]


# The counter-test: a view that ranks by the plain type–token ratio has Sun last, and fails.


def test_the_robust_measures_put_sun_first_and_duan_last_where_the_plain_ratio_puts_sun_last(corpus):
    table = make(corpus, "diversity").table.set_index(["measure", "group"])["value"]
    for measure in ("mattr", "mtld", "hdd"):
        assert (table[measure].idxmax(), table[measure].idxmin()) == ("Sun Jisheng", "Huimin Duan")
    assert table["ttr"].idxmin() == "Sun Jisheng"


def test_the_reading_ranks_by_the_robust_measures_and_warns_of_the_plain_ratio(corpus):
    reading = make(corpus, "diversity").reading
    assert (
        "Sun 2024 has the richest vocabulary (0.72, 95.6, 0.85, 120) and Duan ≥2022 the poorest (0.59, 44.3" in reading
    )
    assert (
        "ranks Sun 2024 last (0.23) only because it is the longest text" in reading and "do not rank by it" in reading
    )
    assert "MATTR, MTLD, HD-D" in reading and len(reading) < 380


def test_the_plain_ratio_stands_apart_and_last_with_its_warning(corpus):
    exhibit = make(corpus, "diversity", measures=("ttr", "mtld"))
    svg = exhibit.figure().wide
    assert svg.index("MTLD") < svg.index("Type–token ratio (TTR)") < svg.index("falls with length: do not rank")
    assert exhibit.table.loc[exhibit.table["measure"] == "ttr", ["low", "high"]].isna().all(axis=None)


def test_alone_too_the_plain_ratio_does_not_rank(corpus):
    exhibit = make(corpus, "diversity", measures=("ttr",))
    assert "do not rank" in exhibit.reading and "richest" not in exhibit.reading
    assert "do not rank" in exhibit.figure().wide
    other = make(corpus, "diversity", measures=("rttr",))
    assert "Length-fair" in other.reading and "depends on length: do not rank" in other.figure().wide


def test_the_numbers_are_those_printed_elsewhere(reference_corpus):
    """Two other programs, under their tokenisation."""
    values = make(reference_corpus, "diversity", by="document_id").table.set_index(["measure", "group"])["value"]
    assert values["mattr", "duan-2022"] == pytest.approx(0.595875, abs=1e-6)
    assert values["mtld", "sun-2024"] == pytest.approx(95.498495, abs=1.5)
    assert values["mtld", "duan-2022"] == pytest.approx(42.514798, abs=1.5)
    assert round(values["hdd", "sun-2024"], 3) == 0.851 and round(values["ttr", "sun-2024"], 2) == 0.24


def test_the_table_is_that_of_the_analysis(corpus):
    table, direct = make(corpus, "diversity").table, diversity_intervals(corpus, by="author")
    both = table.merge(direct, on=["group", "measure"], suffixes=("", "_direct"))
    assert len(both) == 25
    for column in ("value", "low", "high"):
        pd.testing.assert_series_equal(both[column], both[f"{column}_direct"], check_names=False)


def test_the_plain_ratio_at_equal_length_is_its_mean_over_all_windows_as_long_as_the_shortest(corpus):
    rows = make(corpus, "diversity").table.query("measure == 'ttr'").set_index("group")
    terms = corpus.select(["dong-2022"]).words.term.tolist()
    mean = np.mean([len(set(terms[start : start + 742])) / 742 for start in range(len(terms) - 741)])
    assert rows.at["Dong Chunling", "other"] == pytest.approx(mean)
    assert rows.at["Chen Jimin", "other"] == rows.at["Chen Jimin", "value"] and (rows["window"] == 742).all()


def test_at_equal_length_even_the_plain_ratio_puts_sun_first_and_each_place_says_how_often_it_holds(corpus):
    exhibit = make(corpus, "diversity", fair=True)
    direct = fair_diversity(corpus, by="author").set_index(["item", "group"])
    table = exhibit.table.set_index(["measure", "group"])
    assert table["value"]["ttr"].idxmax() == "Sun Jisheng"
    for key in direct.index:
        assert (
            table.at[key, "value"] == direct.at[key, "fair_value"] and table.at[key, "holds"] == direct.at[key, "holds"]
        )
    assert "65% kept" in exhibit.figure().wide and "do not rank" not in exhibit.figure().wide
    assert (
        "even the type–token ratio puts Sun 2024 first (0.47; whole, it stood at place 5 of 5 with 0.23)"
        in exhibit.reading
    )
    assert "windows of 742 running words, 500 draws" in exhibit.receipt.brief()


def test_a_place_not_quite_always_kept_is_not_said_to_be_always_kept(corpus):
    exhibit = make(corpus, "diversity", fair=True, measures=("mtld",))
    duan = exhibit.table.set_index("group").loc["Huimin Duan"]
    assert 0.995 <= duan["holds"] < 1 and "&gt;99% kept" in exhibit.figure().wide


def test_a_click_shows_where_a_group_repeats_itself_and_where_it_does_not(corpus):
    exhibit = make(corpus, "diversity")
    row = exhibit.table.query("measure == 'mattr' and group == 'Huimin Duan'").index[0]
    lines = exhibit.passages(row)
    assert set(lines["document_id"]) == {"duan-2022"}
    assert lines["remark"].iloc[0] == "42 of 100 words differ" and lines["remark"].iloc[3] == "80 of 100 words differ"
    assert "Belt and Road" in lines["left"].iloc[0]


def test_every_measure_has_a_name_and_a_line_on_what_it_counts():
    assert set(NAMES) == set(GLOSSES) == set(MEASURES) and set(reading_ease.GLOSSES) == set(FORMULAE)


@pytest.mark.parametrize("name", ["diversity", "readability"])
def test_no_or_an_unknown_measure_is_refused(corpus, name):
    with pytest.raises(OptionError, match="choose one or more"):
        make(corpus, name, measures=())
    with pytest.raises(OptionError, match="measures must be one of"):
        make(corpus, name, measures=("beauty",))


def test_along_the_text_the_poorest_stretch_is_found_and_opened(corpus):
    exhibit = make(corpus, "diversity_along")
    assert "Duan ≥2022 repeats itself most: of 100 words in a row only 42 are different" in exhibit.reading
    lines = exhibit.passages(exhibit.table["types"].idxmin())
    assert len(lines) == 1 and lines["remark"].iloc[0] == "42 of 100 words differ"


def test_a_window_longer_than_a_text_leaves_it_out_and_longer_than_all_is_refused(corpus):
    exhibit = make(corpus, "diversity_along", window=1000)
    assert "Chen 2014" in exhibit.reading.split("Too short")[1] and len(exhibit.figure().data) == 4
    with pytest.raises(OptionError, match="shorter window"):
        make(corpus, "diversity_along", window=9000)


def test_readability_is_that_of_the_analysis_and_shown_in_whole_numbers_only(corpus):
    exhibit = make(corpus, "readability")
    direct = readability_scores(corpus, by="author").set_index(["group", "measure"])["value"]
    assert (exhibit.table.set_index(["group", "measure"])["value"].reindex(direct.index) == direct).all()
    shown = re.findall(r'font-size="13"[^>]*text-anchor="end"[^>]*>([^<]+)<', exhibit.figure().wide)
    assert len(shown) == 30 and all(text.isdigit() for text in shown)
    assert (
        "Chen 2014 easiest, at about grade 14, university reading, and Duan ≥2022 hardest, at about grade 19"
        in exhibit.reading
    )
    assert not re.search(r"\d\.\d", exhibit.reading)


def test_groups_of_one_grade_are_not_told_apart(corpus):
    """16.9 and 17.0 are both 17: their dots stand under each other."""
    exhibit = make(corpus, "readability", measures=("flesch_kincaid",))
    dots = dict(zip(exhibit.table["group"], places(exhibit.figure().wide), strict=True))
    assert dots["Sun Jisheng"] == dots["Yang Jiechi"] > dots["Chen Jimin"]


def test_a_click_on_a_formula_shows_the_sentences_it_finds_hardest(corpus):
    exhibit = make(corpus, "readability")
    row = exhibit.table.query("measure == 'flesch_kincaid' and group == 'Sun Jisheng'").index[0]
    lines = exhibit.passages(row)
    assert len(lines) == 10 and set(lines["document_id"]) == {"sun-2024"}
    assert "Paris Agreement" in lines["right"].iloc[0] and lines["remark"].iloc[0] == "64 words"


def test_every_sentence_is_a_dot_that_opens_it(corpus):
    exhibit = make(corpus, "sentence_lengths")
    assert len(exhibit.table) == len(sentence_counts(corpus)) == 584
    line = exhibit.passages(583).iloc[0]
    assert line["left"] + line["node"] + line["right"] == exhibit.table.at[583, "sentence"]
    assert "Duan ≥2022 have 32 [29–37] words or more, of Chen 2014 19 [16–22]" in exhibit.reading


def test_a_large_corpus_shows_some_sentences_evenly_and_says_so():
    big = Corpus.from_texts({"a": "One two three. " * (MOST_DOTS + 500), "b": "One two. Three."})
    exhibit = make(big, "sentence_lengths", by="document_id")
    assert exhibit.table["group"].value_counts().to_dict() == {"a": MOST_DOTS // 2, "b": 2}
    assert f"{MOST_DOTS // 2 + 2:,} of them drawn" in exhibit.receipt.brief()


SMALL = {
    "one text": {"a": "One two three. Four five six seven."},
    "twins": {"a": "trust is work. " * 40, "b": "trust is work. " * 40},
    "no latin letters": {"a": "中国外交政策。合作共赢。", "b": "和平发展"},
    "an empty text": {"a": "one two three four. five six. " * 30, "b": "", "c": "12 13"},
    "twelve texts": {f"A very long name of an author, number {n}": "one two. three\n" * (9 + n) for n in range(12)},
}


@pytest.mark.parametrize("fair", [False, True])
@pytest.mark.parametrize("texts", SMALL.values(), ids=SMALL)
def test_any_corpus_gets_a_picture_and_a_sentence(texts, fair):
    small = Corpus.from_texts(texts)
    for name, options in (("diversity", {"fair": fair}), ("diversity_along", {}), ("readability", {}), ("sentence_lengths", {})):  # fmt: skip
        by = {} if name == "diversity_along" else {"by": "document_id"}
        try:
            exhibit = make(small, name, **by, **options)
        except AnalysisError as error:
            assert str(error).endswith(".")
            continue
        assert exhibit.reading.endswith(".") and "nan" not in exhibit.reading.split()
        figure = exhibit.figure()
        assert "NaN" not in (figure.wide if hasattr(figure, "wide") else figure.to_json())
        for row in exhibit.table.index[:3]:
            exhibit.passages(row)


def test_one_group_is_not_ranked(corpus):
    alone = corpus.select(["sun-2024"])
    for fair in (False, True):
        assert "nothing to rank" in make(alone, "diversity", fair=fair).reading


def test_equal_groups_are_not_ranked():
    twins = Corpus.from_texts(SMALL["twins"])
    assert "equally rich" in make(twins, "diversity", by="document_id").reading
    assert "all alike" in make(twins, "readability", by="document_id").reading


def test_a_corpus_without_sentences_is_refused():
    with pytest.raises(CorpusError, match="no sentence"):
        make(Corpus.from_texts({"a": "和平"}), "sentence_lengths")


# The page.


def test_the_controls_of_the_page_change_its_figures():
    app = open_page("profile")
    before, readings = figures(app), words(app)
    app.slider(key="along_window").set_value(200).run()
    assert figures(app)[0] != before[0] and figures(app)[1] == before[1]
    app.pills(key="measures").set_value(["mtld"]).run()
    assert "By MTLD, which holds" in words(app) and "By MTLD, which holds" not in readings
    app.pills(key="formulae").set_value(["smog"]).run()
    assert "SMOG finds" in words(app) and not app.exception


def test_no_measure_chosen_gives_one_sentence_and_keeps_the_last_view():
    app = open_page("profile")
    app.pills(key="measures").set_value([]).run()
    assert not app.exception and "No measure is chosen" in words(app) and "Below stands the last view" in words(app)


def test_the_length_fair_switch_of_the_sidebar_reaches_the_page():
    app = open_page("profile")
    app.toggle(key="fair").set_value(True).run()
    assert "Cut to 742 words each" in words(app) and not app.exception
