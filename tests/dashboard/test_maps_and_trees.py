"""The map of groups and words, its labels, the tree of groups, and what stands behind their marks."""

import xml.etree.ElementTree as ElementTree
from itertools import combinations

import pandas as pd
import pytest

from analysis import AnalysisError, Corpus, closest_passages, stop_words, tree
from analysis.correspondence import correspondence
from dashboard.charts.map import correspondence_map
from dashboard.charts.map_labels import Box, Label, leader, place_labels, text_width
from dashboard.charts.theme import LIGHT, GroupStyle
from dashboard.charts.tree import tree_drawing
from dashboard.exhibits import make

STYLES = {"a": GroupStyle("Ann 2014", 0, "100 words"), "b": GroupStyle("Bob ≥2022", 1), "c": GroupStyle("Cy 2024", 2)}
# The most frequent words of the five texts that are no function words, and how often each stands in them.
COUNTS = {"global": 206, "international": 166, "countries": 157, "china": 139, "development": 97, "cooperation": 95,
          "security": 83, "world": 82, "trust": 67, "economic": 66, "road": 65, "new": 60, "belt": 59, "governance": 52,
          "united": 51, "relations": 49, "mutual": 44, "common": 42, "order": 42, "major": 40, "system": 38, "nations": 36,
          "trade": 36, "states": 34, "community": 33}  # fmt: skip


@pytest.fixture
def points():
    rows = [("group", "a", 50, -1.0, 0.2, 0.9), ("group", "b", 40, 1.0, -0.1, 0.3), ("term", "trust", 9, -1.2, 0.1, 0.8),
            ("term", "<b>", 8, 1.1, 0.3, 0.2), ("term", "war", 7, 1.1, 0.31, 0.9)]  # fmt: skip
    return pd.DataFrame(rows, columns=["kind", "name", "count", "axis_1", "axis_2", "quality"])


@pytest.fixture
def joins():
    rows = [("#1", "a", "b", "a|b", 0.5, 2, 0.65), ("#2", "#1", "c", "a|b|c", 1.0, 3, 1.0)]
    return pd.DataFrame(rows, columns=["node", "left", "right", "members", "height", "size", "support"])


def elements(document: str, tag: str) -> list[ElementTree.Element]:
    return [element for element in ElementTree.fromstring(document).iter() if element.tag.endswith(tag)]


def texts(document: str) -> list[str]:
    return [element.text for element in elements(document, "text")]


def crowd() -> list[Label]:
    """Sixty points in a small room, some in one place."""
    places = [(60 + (number * 37) % 240, 40 + (number * 53) % 160) for number in range(55)] + [(150, 100)] * 5
    return [Label(x, y, "word" * (1 + number % 3), 13, 3) for number, (x, y) in enumerate(places)]


def test_labels_never_collide_and_stay_in_their_room():
    room = Box(0, 0, 500, 260)
    labels = crowd()
    boxes = place_labels(labels, room)
    placed = [(label, box) for label, box in zip(labels, boxes, strict=True) if box]
    assert len(placed) > 30 and all(room.holds(box) for _, box in placed)
    assert not any(one.meets(other) for (_, one), (_, other) in combinations(placed, 2))
    for label, box in placed:
        assert not any(box.meets(other.disc) for other in labels if other is not label)
        assert not any(other.crosses(*leader(label, box)) for _, other in placed if other is not box)


def test_labels_stand_in_the_same_place_each_time():
    assert place_labels(crowd(), Box(0, 0, 500, 260)) == place_labels(crowd(), Box(0, 0, 500, 260))


def test_a_label_alone_stands_right_of_its_point_and_where_there_is_no_room_there_is_none():
    label = Label(50, 50, "trust", 13, 3)
    (box,) = place_labels([label], Box(0, 0, 200, 100))
    assert box.left > 50 and box.top < 50 < box.bottom
    assert place_labels([label], Box(40, 40, 60, 60)) == [None]


def test_the_width_of_a_label_grows_with_its_letters():
    assert text_width("will", 10) < text_width("mmmm", 10) < text_width("合作合作", 10)


def test_the_map_has_a_mark_for_every_point_and_large_ones_in_their_colours(points):
    drawing = correspondence_map(points, [0.6, 0.3], STYLES, LIGHT)
    for document in (drawing.wide, drawing.narrow):
        rows = {element.get("data-row") for element in elements(document, "g") if element.get("data-row")}
        assert rows == {"0", "1", "2", "3", "4"}
        discs = {disc.get("stroke"): disc for disc in elements(document, "circle") if float(disc.get("r")) > 5}
        assert set(discs) == {LIGHT.texts[0], LIGHT.texts[1]}
        # Ann is well shown, Bob is not.
        assert discs[LIGHT.texts[0]].get("fill") == LIGHT.texts[0] and discs[LIGHT.texts[1]].get("fill") == LIGHT.ground
    assert "axis 1: 60% of all differences (inertia) →" in texts(drawing.wide)


def test_a_unit_of_the_map_is_as_long_across_as_upwards(points):
    drawing = correspondence_map(points, [0.6, 0.3], STYLES, LIGHT)
    at = [(float(disc.get("cx")), float(disc.get("cy"))) for disc in elements(drawing.wide, "circle")][::-1]
    across = (at[1][0] - at[0][0]) / 2.0
    assert (at[1][1] - at[0][1]) / 0.3 == pytest.approx(across, abs=0.5)


def test_words_badly_shown_are_hollow_and_slanted(points):
    drawing = correspondence_map(points, [0.6, 0.3], STYLES, LIGHT)
    slanted = [element.text for element in elements(drawing.wide, "text") if element.get("font-style") == "italic"]
    assert slanted == ["<b>"] and "Hollow" in texts(drawing.wide)[0]


def test_with_one_axis_the_map_is_a_line(points):
    drawing = correspondence_map(points.assign(axis_2=float("nan")), [1.0], STYLES, LIGHT)
    assert len({disc.get("cy") for disc in elements(drawing.wide, "circle")}) == 1
    assert not any("axis 2" in text for text in texts(drawing.wide)) and "nan" not in drawing.wide


def test_the_map_holds_the_counts_and_the_coordinates_of_another_program(reference_corpus):
    exhibit = make(reference_corpus, "correspondence", terms=", ".join(COUNTS), by="document_id")
    terms = exhibit.table[exhibit.table["kind"] == "term"].set_index("name")
    assert terms["count"].to_dict() == COUNTS
    sun = exhibit.table.set_index("name").loc["sun-2024", ["axis_1", "axis_2"]].abs()
    assert sun.tolist() == pytest.approx([0.24883, 0.26618], abs=6e-6)
    assert "total inertia 0.514" in exhibit.receipt.text()


@pytest.mark.parametrize("kind", ["symmetric", "asymmetric"])
def test_the_map_is_that_of_the_analysis(corpus, kind):
    table = make(corpus, "correspondence", map=kind).table
    pd.testing.assert_frame_equal(table, correspondence(corpus, by="author", stop_words=stop_words("en"), map=kind))


def test_the_reading_of_the_map_gives_the_axes_and_what_is_badly_shown(corpus):
    reading = make(corpus, "correspondence").reading
    assert "Left to right (53% of all differences) Duan ≥2022 is set apart, by belt, road, one" in reading
    assert "Upwards (25% of all differences) Dong 2022" in reading
    assert "Hollow, since less than half of their distance is shown: Chen 2014, Yang 2015, 8 of 25 words." in reading


def test_behind_a_word_stand_all_its_sentences_and_behind_a_text_those_of_the_words_it_uses_more(corpus):
    exhibit = make(corpus, "correspondence")
    row = {name: index for index, name in exhibit.table["name"].items()}
    assert set(exhibit.passages(row["trust"])["node"].str.lower()) == {"trust"}
    lines = exhibit.passages(row["Huimin Duan"])
    assert set(lines["document_id"]) == {"duan-2022"}
    assert list(dict.fromkeys(lines.head(12)["node"].str.lower())) == ["belt", "road", "one"]
    # Chen uses security less than the others, wherever the map puts the two.
    assert "security" not in exhibit.remark(row["Chen Jimin"]) and "mutual" in exhibit.remark(row["Chen Jimin"])


def test_chosen_words_that_no_text_has_are_named_and_a_single_word_is_refused(corpus):
    exhibit = make(corpus, "correspondence", terms="Trust, order, zeppelin")
    assert "without a hit: zeppelin" in exhibit.reading and "zeppelin" not in exhibit.table["name"].tolist()
    with pytest.raises(AnalysisError, match="two words or more"):
        make(corpus, "correspondence", terms="trust")


def test_texts_that_use_words_alike_have_no_map():
    twins = Corpus.from_texts({"a": "trust among nations", "b": "trust among nations"})
    with pytest.raises(AnalysisError, match="nothing to map"):
        make(twins, "correspondence", by="document_id")


def test_a_tree_has_a_mark_for_every_join_and_support_at_all_but_the_root(joins):
    drawing = tree_drawing(joins, STYLES, LIGHT, distance="Delta", draws=200)
    for document in (drawing.wide, drawing.narrow):
        assert [group.get("data-row") for group in elements(document, "g") if group.get("data-row")] == ["1", "0"]
        assert "65%" in texts(document) and "100%" not in texts(document)
        assert [text for text in texts(document) if text in ("Ann 2014", "Bob ≥2022", "Cy 2024")] == [
            "Ann 2014",
            "Bob ≥2022",
            "Cy 2024",
        ]
    assert "found again in 65 of 100 draws" in " ".join(texts(drawing.wide))
    assert "distance of the join: Delta →" in texts(drawing.wide)


def test_weak_branches_are_dashed_and_sure_ones_are_not(joins):
    weak, sure = (
        tree_drawing(joins.assign(support=[share, 1.0]), STYLES, LIGHT, distance="", draws=200).wide
        for share in (0.65, 0.9)
    )
    assert weak.count("stroke-dasharray") == 3 and "stroke-dasharray" not in sure


def test_a_join_stands_at_its_height(joins):
    drawing = tree_drawing(joins, STYLES, LIGHT, distance="Delta", draws=200)
    upright = [
        line
        for line in elements(drawing.wide, "line")
        if line.get("x1") == line.get("x2") and line.get("stroke-width") in ("1.6", "2.4")
    ]
    zero = float(elements(drawing.wide, "circle")[0].get("cx"))
    root, first = (float(line.get("x1")) - zero for line in upright)
    assert first / root == pytest.approx(0.5, abs=0.001)


def test_a_tree_without_draws_or_of_two_groups_has_no_support(joins):
    two = tree_drawing(joins.head(1), {"a": STYLES["a"], "b": STYLES["b"]}, LIGHT, distance="", draws=200)
    undrawn = tree_drawing(joins.assign(support=float("nan")), STYLES, LIGHT, distance="", draws=0)
    assert "%" not in "".join(texts(two.wide)) and "nan" not in undrawn.wide


def test_the_tree_is_that_of_the_analysis(corpus):
    exhibit = make(corpus, "tree", measure="jensen_shannon", linkage="complete")
    pd.testing.assert_frame_equal(
        exhibit.table, tree(corpus, by="author", measure="jensen_shannon", linkage="complete")
    )


def test_the_reading_of_the_tree_warns_of_weak_branches_and_short_texts(corpus):
    reading = make(corpus, "tree").reading
    assert (
        "Yang 2015 and Sun 2024, at 1.00, found again in 56 of 100 draws" in reading
        and "Do not build on the dashed" in reading
    )
    assert (
        "Illustration only: 4 of 5 groups are shorter than the 5,000 words a text that Eder (2015) asks for." in reading
    )


def test_behind_a_join_stand_the_closest_passages_of_its_two_branches(corpus):
    exhibit = make(corpus, "tree")
    lines = exhibit.passages(0)
    best = closest_passages(corpus.select(["yang-2015", "sun-2024"]), n=1).iloc[0]
    assert lines["document_id"].tolist()[:2] == ["yang-2015", "sun-2024"]
    assert lines["paragraph"].tolist()[:2] == [best["paragraph"], best["other_paragraph"]]
    assert lines["node"].iloc[1] == "international relations based on the purposes and principles of the UN Charter"
    assert all(corpus.text(line.document_id)[line.start : line.end] == line.node for line in lines.itertuples())
    root = exhibit.passages(exhibit.table.index[-1])["document_id"]
    assert all("chen-2014" in pair for pair in zip(root[::2], root[1::2], strict=True))


def test_behind_a_join_without_common_wording_stands_a_shared_word():
    texts_ = {"a": "peace and order\nsome trust", "b": "we want peace\nno war", "c": "trade road belt\nend"}
    exhibit = make(Corpus.from_texts(texts_), "tree", by="document_id", measure="jensen_shannon")
    assert set(exhibit.passages(0)["node"]) == {"peace"} and "No 5 words in a row" in exhibit.remark(0)
