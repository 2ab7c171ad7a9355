"""Word clouds: every word placed, none over another, the same each time, and never without the list."""

import re
import xml.etree.ElementTree as ElementTree

import numpy as np
import pandas as pd
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from PIL import Image, ImageDraw, ImageFont

from analysis import Corpus, OptionError, frequencies, keywords
from dashboard.charts import cloud, cloud_fonts
from dashboard.charts.cloud_pictures import Numbers, cloud_panels, one_cloud
from dashboard.charts.theme import LIGHT, GroupStyle
from dashboard.exhibits import make

STYLES = {"a": GroupStyle("Ann 2014", 0, "100 words"), "b": GroupStyle("Bob ≥2022", 1, "200 words")}
NUMBERS = Numbers("per_1000", "low", "high", "per_1000", "per 1,000 words, with 95 % interval")
LONG = ["internationalization", "trust-rebuilding-and-confidence-building", "counter-revolutionaries", "we", "a"]


def words_of(terms: list[str], weights: list[float] | None = None) -> tuple:
    weights = weights or [float(len(terms) - place) for place in range(len(terms))]
    return tuple(zip(range(len(terms)), terms, weights, strict=True))


def font_of(terms: list[str]) -> cloud.Face:
    return cloud.face(cloud.letters(terms))


@pytest.fixture
def table():
    rows = [("a", "trust & co", 3, 30.0, 10.0, 60.0), ("a", "win-win", 2, 20.0, 5.0, 53.0), ("b", "war", 1, 10.0, 2.0, 53.0), ("b", "<b>", 2, 9.0, 3.0, 35.0)]  # fmt: skip
    return pd.DataFrame(rows, columns=["group", "term", "count", "per_1000", "low", "high"])


def texts(svg: str) -> list[str]:
    return [node.text for node in ElementTree.fromstring(svg).iter() if node.tag.endswith("text")]


@pytest.mark.parametrize("width, height", [(300, 200), (120, 60), (60, 40), (900, 100)])
def test_every_word_is_placed_however_long_the_words_and_small_the_canvas(width, height):
    made = cloud.lay_out(words_of(LONG * 8), width, height, font_of(LONG))
    assert [word.row for word in made.words] == list(range(40))
    assert [word.word for word in made.words] == LONG * 8


@pytest.mark.parametrize("n", [1, 2, 100])
def test_every_word_of_a_list_is_placed(n):
    terms = [f"word{number}" for number in range(n)]
    made = cloud.lay_out(words_of(terms), 300, 200, font_of(terms))
    assert [word.word for word in made.words] == terms


def test_no_word_lies_over_another_or_beyond_the_edge():
    made = cloud.lay_out(words_of(LONG[:1] * 4 + LONG[2:] * 8), 300, 200, font_of(LONG))
    drawn = np.zeros((int(made.height) + 60, 360), int)
    for word in made.words:
        picture = Image.new("L", drawn.shape[::-1])
        font = ImageFont.truetype(font_of(LONG), round(word.size))
        ImageDraw.Draw(picture).text((word.x, word.y), word.word, fill=255, font=font, anchor="ls")
        drawn += np.asarray(picture) > 127
        assert word.box[0] >= 0 and word.box[1] >= 0 and word.box[2] <= made.width and word.box[3] <= made.height
    assert drawn.max() == 1


def test_a_heavier_word_is_never_smaller():
    sizes = [word.size for word in cloud.lay_out(words_of(LONG[2:] * 4), 300, 200, font_of(LONG)).words]
    assert sizes == sorted(sizes, reverse=True) and sizes[0] > sizes[-1] >= cloud.SMALLEST


def test_the_same_words_and_seed_give_the_same_cloud_and_another_seed_another():
    words, font = words_of(LONG * 2), font_of(LONG)
    assert cloud.lay_out(words, 300, 200, font, seed=3) == cloud.lay_out(words, 300, 200, font, seed=3)
    assert cloud.lay_out(words, 300, 200, font, seed=3) != cloud.lay_out(words, 300, 200, font, seed=4)


def test_no_words_give_an_empty_cloud():
    assert cloud.lay_out((), 300, 200, font_of([])).words == ()


def test_the_font_is_the_same_bytes_each_time():
    first = font_of(LONG)
    cloud.face.cache_clear()
    assert font_of(LONG) == first and len(first.woff) < 20_000


def test_without_brotli_a_wider_font_of_a_dependency_is_taken(monkeypatch):
    monkeypatch.setattr(cloud, "find_spec", lambda name, find=cloud.find_spec: None if name == "brotli" else find(name))
    cloud._font_file.cache_clear()
    try:
        assert cloud._font_file().name == "DejaVuSans-Bold.ttf" and cloud._font_file().exists()
    finally:
        cloud._font_file.cache_clear()


def test_the_font_is_embedded_in_either_form(table):
    drawing = cloud_panels(table, STYLES, LIGHT, NUMBERS, seed=0)
    for form in (drawing.wide, drawing.narrow):
        assert '@font-face{font-family:"Parallax Cloud";font-weight:600;src:url("data:font/woff;base64,' in form


@pytest.mark.parametrize("draw", [cloud_panels, one_cloud])
def test_each_word_answers_a_click_in_the_cloud_and_in_the_list(table, draw):
    drawing = draw(table, STYLES, LIGHT, NUMBERS, seed=0)
    for form in (drawing.wide, drawing.narrow):
        for row, term in enumerate(table["term"]):
            assert len(re.findall(f'data-row="{row}"', form)) == 2
            assert texts(form).count(term) == 2


def test_a_word_has_its_groups_colour(table):
    form = one_cloud(table, STYLES, LIGHT, NUMBERS, seed=0).wide
    colours = {node.text: node.get("fill") for node in ElementTree.fromstring(form).iter() if node.tag.endswith("text") and float(node.get("font-size", 0)) > 20}  # fmt: skip
    assert colours["win-win"] == LIGHT.texts[0] and colours["war"] == LIGHT.texts[1]


@pytest.mark.parametrize("groups", [1, 2, 4, 5, 12])
def test_any_number_of_groups_fits_the_width(table, groups):
    many = pd.concat([table.head(2).assign(group=str(number)) for number in range(groups)], ignore_index=True)
    styles = {str(number): GroupStyle(f"Text {number}", number) for number in range(groups)}
    form = cloud_panels(many, styles, LIGHT, NUMBERS, seed=0).wide
    shifts = [float(shift) for shift in re.findall(r"translate\(([\d.]+) ", form)]
    assert "0 0 840" in form and max(shifts) < 700
    assert texts(form).count("trust & co") == 2 * groups


def test_a_cloud_a_group_holds_its_most_frequent_words(corpus):
    exhibit = make(corpus, "word_cloud", n=15)
    direct = frequencies(corpus, by="author", minimum_count=3, stop_words=exhibit.options.stop_words(), intervals=False)
    assert list(exhibit.table["term"]) == list(
        direct[direct["count"] > 0].groupby("group", sort=False).head(15)["term"]
    )
    assert exhibit.table["low"].notna().all()
    assert "Dong 2022 security (33.7)" in exhibit.reading and "long words look bigger" in exhibit.reading


def test_every_word_of_the_table_stands_in_either_form(corpus):
    exhibit = make(corpus, "word_cloud", n=60)
    drawing = exhibit.figure()
    for form in (drawing.wide, drawing.narrow):
        assert {int(row) for row in re.findall(r'data-row="(\d+)"', form)} == set(exhibit.table.index)


def test_ties_stand_in_alphabetical_order(corpus):
    table = make(corpus, "word_cloud").table
    for _, rows in table.groupby("group", sort=False):
        assert list(rows["term"]) == list(rows.sort_values(["count", "term"], ascending=[False, True])["term"])


def test_the_comparison_gives_each_word_to_the_group_that_overuses_it_most(corpus):
    table = make(corpus, "word_cloud", which="comparison", stop_list="none").table
    assert table["term"].is_unique and (table["log_likelihood"] > 0).all()
    tested = keywords(corpus, by="author", measure="log_likelihood", minimum_count=3).set_index(["term", "group"])
    for row in table.itertuples():
        assert row.log_likelihood == tested.loc[row.term, "log_likelihood"].max()


def test_the_shared_words_are_those_of_all_groups_by_their_lowest_rate(corpus):
    table = make(corpus, "word_cloud", which="commonality", n=60).table
    rates = frequencies(corpus, by="author", terms=table["term"], intervals=False).pivot(index="term", columns="group", values="per_1000")  # fmt: skip
    assert (rates.min(axis=1) > 0).all() and len(table) == 26
    assert list(table["least_per_1000"]) == list(rates.min(axis=1).reindex(table["term"]))
    assert table["least_per_1000"].is_monotonic_decreasing
    assert (table["low"] <= table["least_per_1000"]).all() and (table["least_per_1000"] <= table["high"]).all()


def test_one_text_has_a_cloud_but_nothing_to_compare():
    one = Corpus.from_texts({"a": "Trust is trust. Trust is good. Win-win is good.\n\nTrust is trust."})
    cloud_of_one = make(one, "word_cloud", minimum_count=1, stop_list="none", by="document_id")
    assert "win-win" in texts(cloud_of_one.figure().wide)
    for which in ("comparison", "commonality"):
        with pytest.raises(OptionError, match="group"):
            make(one, "word_cloud", which=which, minimum_count=1, stop_list="none")


def test_no_word_left_is_said_in_one_sentence(corpus):
    with pytest.raises(OptionError, match="Lower the minimum count"):
        make(corpus, "word_cloud", minimum_count=10_000)


def test_titles_name_the_column_compared(corpus):
    assert make(corpus, "word_cloud", n=5).title == "Which words fill each text?"
    assert make(corpus, "word_cloud", n=5, by="year").title == "Which words fill each year?"


# --- letters that the font of the pages lacks ---


@pytest.fixture
def chinese_font(tmp_path, monkeypatch):
    """A computer whose only font has the letters of 和平, the alphabet, and no others."""
    glyphs = {ord(letter): f"g{ord(letter)}" for letter in "和平abcdefghijklmnopqrstuvwxyz-'"}
    pen = TTGlyphPen(None)
    for place in ((0, 0), (0, 700), (900, 700), (900, 0)):
        (pen.lineTo if place != (0, 0) else pen.moveTo)(place)
    pen.closePath()
    outline, builder = pen.glyph(), FontBuilder(1000)
    names = [".notdef", *glyphs.values()]
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap(glyphs)
    builder.setupGlyf(dict.fromkeys(names, outline))
    builder.setupHorizontalMetrics(dict.fromkeys(names, (1000, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Test", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    builder.save(tmp_path / "NotoSansCJK-Regular.ttf")
    monkeypatch.setattr(cloud_fonts, "FOLDERS", (str(tmp_path),))
    cloud_fonts._system_fonts.cache_clear()
    yield
    cloud_fonts._system_fonts.cache_clear()
    cloud.face.cache_clear()


def test_a_font_of_the_computer_is_taken_for_letters_that_the_usual_one_lacks(chinese_font):
    assert cloud.words_without_letters(["和平", "peace"]) == []
    laid = cloud.lay_out([(0, "和平", 5.0), (1, "peace", 3.0)], 300, 200, font_of(["和平", "peace"]))
    left, _, right, _ = laid.words[0].box
    assert right - left == pytest.approx(2 * laid.words[0].size, rel=0.1)


def test_words_in_letters_of_the_usual_font_never_look_at_others(chinese_font):
    usual = cloud._font_file()
    assert cloud_fonts.font_for("peace Détente мир ειρήνη", usual) == usual


def test_letters_that_no_font_has_are_told_instead_of_drawn_as_boxes(chinese_font):
    texts = {"a": "和平赤字 和平 发展赤字 发展", "b": "和平 赤字 发展"}
    with pytest.raises(OptionError, match=r"No font of this computer has the letters of .*赤字.*Noto Sans"):
        make(Corpus.from_texts(texts), "word_cloud", by="document_id", minimum_count=1)
