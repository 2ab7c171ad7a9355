"""The printable page, read back by an HTML parser."""

import re
from dataclasses import replace

import pytest
from lxml import html

from dashboard.export.handout import pictures
from dashboard.export.handout.handout import Figure, Handout, Marking, Passages, Question, Quote, Statement, Task, Text
from dashboard.export.handout.page import page

HOSTILE = '</style><script>alert(1)</script><img src=x onerror=alert(2)> {{ 7*7 }} &amp; "q" \u202e \x00'


def parsed(handout, **how):
    return html.fromstring(page(handout, **how))


def words(root, path):
    return [re.sub(r"\s+", " ", found.text_content()).strip() for found in root.xpath(path)]


def test_parts_stand_in_their_order(small, drawn):
    root = parsed(small)
    assert words(root, "//h1") == ["A lesson"]
    assert words(root, "//h2") == ["To begin", "Read", "A lesson"]
    assert words(root, '//p[@class="prompt"]') == ["1Which one?", "2How many?", "3Write."]
    assert words(root, '//ul[contains(@class, "answers")]/li') == ["first", "second"]
    assert [len(found) for found in root.xpath('//div[@class="lines"]')] == [2, 5]
    assert words(root, '//div[@class="passage"]//b') == ["A", "trust", "B"]
    assert words(root, "//figcaption") == ["Figure 1. How much does each text use these words?"]
    assert words(root, '//p[@class="receipt"]') == ["the receipt"]


def test_the_key_is_a_part_of_its_own_with_the_numbers_of_the_questions(small, drawn):
    root = parsed(small)
    assert [item.get("value") for item in root.xpath('//section[@class="key"]//li')] == ["1", "2"]
    assert words(root, '//section[@class="key"]//li/p[2]') == ["KEY-ONE", "KEY-TWO"]
    style = root.findtext(".//style")
    assert ".key { break-before: page" in style


def test_the_file_without_key_does_not_hold_it(small, drawn):
    content = page(small, key=False)
    assert b"KEY-" not in content and b"Key, for the teacher" not in content


def test_the_caption_tells_the_reading_only_where_it_may(small, drawn, exhibits):
    told = replace(small, items=(Figure(exhibits["term_rates"]),))
    assert exhibits["term_rates"].reading in words(parsed(told), "//figcaption")[0]
    assert exhibits["term_rates"].reading not in words(parsed(small), "//figcaption")[0]


def test_nothing_runs_and_nothing_is_asked_of_a_network(small, drawn):
    root, content = parsed(small), page(small).decode()
    assert not root.xpath("//script | //link | //iframe | //a")
    assert root.xpath("//img/@src")[0].startswith("data:image/svg+xml;base64,")
    assert "default-src 'none'" in root.xpath("//meta[@http-equiv]/@content")[0]
    assert not re.findall(r"(?:src|href|url)\s*[=(]\s*[\"']?https?:", content)


def test_words_of_others_are_never_markup(drawn):
    items = (
        Text(HOSTILE, (HOSTILE,)), Passages(HOSTILE, (Quote(HOSTILE, HOSTILE, HOSTILE, ((3, 9),)),), HOSTILE),
        Question(HOSTILE, (HOSTILE, "no"), key=HOSTILE), Task(HOSTILE), Statement(HOSTILE), Marking(HOSTILE),
    )  # fmt: skip
    content = page(Handout(HOSTILE, HOSTILE, items, HOSTILE, HOSTILE))
    root = html.fromstring(content)
    assert not root.xpath("//script | //img")
    assert content.count(b"</style>") == 1 and b"\x00" not in content and b"{{ 7*7 }}" in content


def test_without_a_browser_the_table_takes_the_place_of_a_chart(small, no_browser, exhibits):
    root = parsed(small)
    assert not root.xpath("//img")
    assert len(root.xpath("//figure//tbody/tr")) == 24
    assert words(root, "//figure//tbody/tr[1]/td")[:2] == ["Chen Jimin", "trust"]
    assert "Rows 1–24 of 25" in words(root, "//figure/p")[0]


def test_a_drawing_needs_no_browser_and_is_on_white(exhibits, no_browser):
    made = pictures.svg(exhibits["modality"])
    assert pictures.can_be_drawn(exhibits["modality"])
    assert b"#FFFFFF" in made and b"#FBFAF7" not in made


def test_the_margin_of_a_figure_is_cut_in_scale(exhibits):
    shape = re.search(
        rb'width="([\d.]+)mm" height="([\d.]+)mm" viewBox="24 24 ([\d.]+) ([\d.]+)"', pictures.svg(exhibits["modality"])
    )
    across, down, width, height = map(float, shape.groups())
    assert across / width == pytest.approx(183 / 880, rel=1e-3) == pytest.approx(down / height, rel=1e-2)


def test_the_same_handout_gives_the_same_bytes(small, drawn):
    assert page(small) == page(small)
