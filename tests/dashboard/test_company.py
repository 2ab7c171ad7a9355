"""The company of a word: what is shared, what is own, the network, and that nothing in the drawings collides."""

import re
import xml.etree.ElementTree as ElementTree
from itertools import combinations

import pandas as pd
import pytest

from analysis import Corpus, OptionError, QueryError, collocates, meeting_places, stop_words
from dashboard.charts.company import SILENT, company_matrix
from dashboard.charts.network import network_radial, ring_order
from dashboard.charts.theme import DARK, LIGHT, GroupStyle
from dashboard.exhibits import make

STYLES = {
    "a": GroupStyle("Ann 2014", 0, "9 hits"),
    "b": GroupStyle("Bob ≥2022", 1, "4 hits"),
    "c": GroupStyle("Cat 2024", 2, SILENT),
}
SHARED = "shared"


@pytest.fixture
def matrix():
    rows = [(SHARED, "a", "trust", 6, 1.0, 10.0, 9.0), (SHARED, "b", "trust", 2, 1.8, 8.0, 0.1), ("a", "a", "peace", 3, 0.2, 9.0, 8.0)]  # fmt: skip
    return pd.DataFrame(
        rows, columns=["block", "group", "collocate", "together", "expected", "log_dice", "log_likelihood"]
    )


@pytest.fixture
def net():
    rows = [("word", "x", "trust", 9, 10.0, "a"), ("word", "x", "peace", 3, 9.0, ""), ("word", "x", "order", 2, 8.0, "b"), ("link", "peace", "trust", 4, 11.0, "")]  # fmt: skip
    table = pd.DataFrame(rows, columns=["kind", "first", "second", "together", "log_dice", "mostly"])
    return table.assign(expected=0.5, share=0.8)


def elements(document: str, tag: str) -> list[ElementTree.Element]:
    return [element for element in ElementTree.fromstring(document).iter() if element.tag.endswith(f"}}{tag}")]


def rows_of(document: str) -> list[str]:
    return sorted(mark.get("data-row") for mark in elements(document, "g"))


def boxes(document: str) -> list[tuple[float, float, float, float, str]]:
    """Where each line of text lies, for letters of half their size: left, top, right, bottom, text."""
    found = []
    for text in elements(document, "text"):
        size, x, y = float(text.get("font-size")), float(text.get("x")), float(text.get("y"))
        said = "".join(text.itertext())
        width = 0.49 * size * len(said) + sum(float(part.get("dx", 0)) for part in text)
        left = {"end": x - width, "middle": x - width / 2}.get(text.get("text-anchor"), x)
        found.append((left, y - 0.75 * size, left + width, y + 0.2 * size, said))
    return found


def collisions(document: str) -> list[tuple[str, str]]:
    return [
        (one[4], other[4])
        for one, other in combinations(boxes(document), 2)
        if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    ]


def beyond(document: str) -> list[str]:
    width, height = map(float, re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', document).groups())
    return [box[4] for box in boxes(document) if box[0] < -1 or box[2] > width + 1 or box[3] > height]


def test_every_row_has_a_mark_in_either_width(matrix, net):
    for drawing, table in (
        (company_matrix(matrix, STYLES, LIGHT), matrix),
        (network_radial(net, STYLES, LIGHT, node="x"), net),
    ):
        assert rows_of(drawing.wide) == rows_of(drawing.narrow) == [str(row) for row in table.index]


def test_a_dot_is_the_larger_the_closer_and_hollow_where_chance_would_do(matrix):
    first, second, own = elements(company_matrix(matrix, STYLES, LIGHT).wide, "circle")
    assert float(first.get("r")) == 10.0 and float(second.get("r")) == 5.0
    assert first.get("fill") == own.get("fill") == LIGHT.texts[0]
    assert second.get("fill") == LIGHT.ground and second.get("stroke") == LIGHT.texts[1]


def test_own_words_stand_in_the_column_of_their_group(matrix):
    first, _, own = elements(company_matrix(matrix, STYLES, DARK).wide, "circle")
    assert first.get("cx") == own.get("cx")


def test_a_group_without_a_hit_is_named_and_said(matrix):
    drawn = company_matrix(matrix, STYLES, LIGHT)
    assert f">{SILENT}<" in drawn.wide and f">{SILENT}<" in drawn.narrow


def test_no_shared_word_is_said(matrix):
    assert "No word is shared" in company_matrix(matrix.tail(1), STYLES, LIGHT).wide


def test_linked_words_stand_side_by_side(net):
    near, links = net[net["kind"] == "word"], net[net["kind"] == "link"]
    many = pd.DataFrame({"second": list("abcdefgh"), "mostly": ""})
    pairs = pd.DataFrame({"first": ["a", "b", "c", "d"], "second": ["e", "f", "g", "h"]})
    order = "".join(many["second"][row] for row in ring_order(many, pairs))
    assert all(one + other in order * 2 or other + one in order * 2 for one, other in ("ae", "bf", "cg", "dh"))
    assert sorted(ring_order(near, links)) == [0, 1, 2]


def test_a_word_has_the_colour_of_the_group_it_is_mostly_in_and_a_spread_one_is_hollow(net):
    discs = {
        mark.get("aria-label").split(",")[0]: next(part for part in mark if part.tag.endswith("circle"))
        for mark in elements(network_radial(net, STYLES, LIGHT, node="x").wide, "g")
        if ", near" in mark.get("aria-label")
    }
    assert discs["trust"].get("fill") == LIGHT.texts[0] and discs["order"].get("fill") == LIGHT.texts[1]
    assert discs["peace"].get("fill") == LIGHT.ground
    assert float(discs["trust"].get("r")) > float(discs["order"].get("r"))


def test_groups_that_share_a_colour_are_not_told_apart_by_it(net):
    several = {"a": GroupStyle("two texts", None), "b": GroupStyle("three texts", None)}
    drawn = network_radial(net, several, LIGHT, node="x").wide
    assert LIGHT.neutral not in drawn
    assert not {"two texts", "three texts"} & {box[4] for box in boxes(drawn)}


@pytest.mark.parametrize("by", ["author", "genre", "translated", "document_id"])
@pytest.mark.parametrize("query", ["cooperation", "international order", "china", "/.*tion/"])
def test_no_label_meets_another_or_leaves_the_picture(corpus, by, query):
    for exhibit in (
        make(corpus, "company", query=query, by=by, n=12),
        make(corpus, "network", query=query, by=by, n=30, together=1, window=3),
    ):
        figure = exhibit.figure()
        for form in (figure.wide, figure.narrow):
            assert collisions(form) == [] and beyond(form) == []


def test_many_groups_collide_no_more_than_few():
    own = ["apples", "pears", "plums", "figs", "dates", "limes", "nuts", "oats", "corn", "rice", "peas", "beans"]
    texts = {
        f"text on {word}": f"common trust among {word} and more trust\nnothing else was said in those days by anyone\n"
        * 3
        for word in own
    }
    exhibit = make(Corpus.from_texts(texts), "company", query="trust", by="document_id")
    drawn = exhibit.figure()
    assert sorted(exhibit.table["groups"].unique()) == [1, 12] and set(exhibit.table["block"]) >= {
        SHARED,
        "text on figs",
    }
    assert rows_of(drawn.wide) == rows_of(drawn.narrow)
    assert collisions(drawn.narrow) == [] and collisions(drawn.wide) == []


def test_the_company_is_that_of_the_analysis(corpus):
    table = make(corpus, "company").table
    direct = collocates(corpus, "cooperation", by="author", minimum_count=2, stop_words=stop_words("en"))
    merged = table.merge(direct, on=["group", "collocate"], suffixes=("", "_direct"))
    assert len(merged) == len(table)
    assert merged["together"].tolist() == merged["count"].tolist()
    assert merged["log_dice"].tolist() == merged["score"].tolist()
    yang = table[(table["group"] == "Yang Jiechi") & (table["collocate"] == "win-win")].iloc[0]
    # All eleven win-win of 2015 stand beside cooperation, which stands there 25 times.
    assert (yang["together"], yang["collocate_count"], yang["node_count"], yang["block"]) == (11, 11, 25, SHARED)


def test_shared_words_come_first_the_most_widely_shared_on_top(corpus):
    table = make(corpus, "company", n=20).table
    shared = table[table["block"] == SHARED]
    assert list(shared.index) == list(range(len(shared)))
    assert shared["groups"].is_monotonic_decreasing and shared["groups"].min() > 1
    own = table[table["block"] != SHARED]
    assert (own["block"] == own["group"]).all() and (own["together"] > own["expected"]).all()
    assert own["collocate"].is_unique


def test_a_silent_group_is_said(corpus):
    exhibit = make(corpus, "company")
    assert "Chen 2014 does not use it at all" in exhibit.reading and SILENT in exhibit.figure().wide


def test_the_node_is_not_its_own_company(corpus):
    for query, word in (("security", "security"), ("coop*", "cooperation")):
        table = make(corpus, "company", query=query, together=1, minimum_count=1, n=20).table
        assert word not in set(table["collocate"])


def test_a_click_shows_the_hits_that_have_the_word_near(corpus):
    exhibit = make(corpus, "company")
    row = exhibit.table.index[exhibit.table["collocate"] == "win-win"][0]
    lines, direct = exhibit.passages(row), meeting_places(corpus, "cooperation", "win-win")
    assert len(lines) == (direct["document_id"] == "yang-2015").sum() == 11
    assert set(lines["node"].str.lower()) == {"cooperation"} and exhibit.search(row) == "cooperation, win-win"


def test_a_wider_window_finds_more(corpus):
    narrow, wide = (make(corpus, "company", window=window, n=50).table for window in (1, 8))
    assert wide["together"].sum() > narrow["together"].sum()


def test_several_searches_are_refused(corpus):
    with pytest.raises(QueryError, match="the company of one word"):
        make(corpus, "company", query="trust, security")


def test_nothing_found_is_said(corpus):
    exhibit = make(corpus, "company", query="zeppelin")
    assert exhibit.table.empty and "0 hits" in exhibit.reading
    assert make(corpus, "network", query="zeppelin").table.empty


def test_one_group_has_a_network_but_no_comparison(corpus):
    one = corpus.select(["sun-2024"])
    with pytest.raises(OptionError, match="fewer than two"):
        make(one, "company")
    assert len(make(one, "network").table) > 5


def test_the_network_has_words_first_then_links_among_them(corpus):
    table = make(corpus, "network", n=12).table
    near, links = table[table["kind"] == "word"], table[table["kind"] == "link"]
    assert len(near) == 12 and list(near.index) == list(range(12)) and near["log_dice"].is_monotonic_decreasing
    assert set(links["first"]) | set(links["second"]) <= set(near["second"])
    assert (links["first"] < links["second"]).all() and (links["log_likelihood"] >= 3.84).all()
    assert near.set_index("second").at["belt", "mostly"] == "Huimin Duan"


def test_never_more_than_thirty_words(corpus):
    table = make(corpus, "network", query="china", n=500, together=1, minimum_count=1).table
    assert (table["kind"] == "word").sum() == 30


def test_the_network_of_one_group_is_of_its_texts_alone(corpus):
    exhibit = make(corpus, "network", group="Huimin Duan")
    direct = collocates(corpus.select(["duan-2022"]), "cooperation", stop_words=stop_words("en"))
    near = exhibit.table[exhibit.table["kind"] == "word"].merge(direct, left_on="second", right_on="collocate")
    assert near["together"].tolist() == near["count"].tolist()
    for row in (0, exhibit.table.index[-1]):
        assert set(exhibit.passages(row)["document_id"]) == {"duan-2022"}


def test_an_unknown_group_is_refused(corpus):
    with pytest.raises(OptionError, match="group must be one of"):
        make(corpus, "network", group="Nobody")
