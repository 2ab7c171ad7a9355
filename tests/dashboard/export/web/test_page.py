"""A page read back by an HTML parser: words, table and passages of every exhibit, and nothing that runs or asks."""

import json
import math
import re

import pandas as pd
import pytest
from lxml import html

from analysis import Corpus
from dashboard.charts.drawing import Drawing
from dashboard.exhibits import EXHIBITS, make
from dashboard.exhibits.base import whereabouts
from dashboard.exhibits.columns import columns_of
from dashboard.export.errors import ExportError
from dashboard.export.report import Entry, Report
from dashboard.export.web import page
from dashboard.export.web.evidence import MOST_A_ROW, evidence

HOSTILE = '</script><script>alert(1)</script><img src=x onerror=alert(2)> %{x} {{ 7*7 }} \u202eabc &amp; "q" \u2028'

# Fewer passages than usual, so that all pages are made in seconds, and so that some tables have more rows than that.
MOST = 80


@pytest.fixture(scope="module")
def pages(exhibits, corpus):
    """Every exhibit's page, parsed when it is first asked for."""
    made = {}

    def parsed(name):
        if name not in made:
            made[name] = html.fromstring(page.exhibit_page(corpus, exhibits[name]))
        return made[name]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(page, "MOST_A_PAGE", MOST)
        yield parsed


def words(element) -> str:
    return re.sub(r"\s+", " ", element.text_content()).strip()


def rows(root, figure: str = "figure-1"):
    return root.xpath(f'//article[@id="{figure}"]//tr[@data-row]')


def carried(root, kind: str, figure: str = "figure-1"):
    (script,) = root.xpath(f'//article[@id="{figure}"]//script[@class="{kind}"]')
    return json.loads(script.text)


def agrees(cell, value) -> bool:
    """Does a cell hold this value of the table, in full?"""
    text = cell.get("title") or cell.text_content()
    if value is None or value != value or str(value) == "<NA>":
        return text == "–"
    if isinstance(value, str):
        return text == value
    if str(value) in ("True", "False"):
        return text == str(value)
    return float(text) == float(value)


each_exhibit = pytest.mark.parametrize("name", EXHIBITS)


@each_exhibit
def test_a_page_has_title_reading_and_receipt(pages, exhibits, name):
    root, exhibit = pages(name), exhibits[name]
    assert words(root.find(".//h1")) == exhibit.title == root.findtext(".//title")
    assert exhibit.reading == root.findtext(".//figcaption")
    assert exhibit.receipt.text() in [words(found) for found in root.xpath('//p[@class="receipt"]')]


@each_exhibit
def test_every_row_and_column_of_the_table_is_there_in_full(pages, exhibits, name):
    root, table = pages(name), exhibits[name].table
    assert root.xpath("//th/@data-column") == list(table.columns)
    told = columns_of(name, table.columns).values()
    assert [words(found) for found in root.xpath("//th")][1:] == [column.label for column in told]
    assert [words(found) for found in root.xpath("//dd")] == [column.help for column in told]
    shown = rows(root)
    assert [int(row.get("data-row")) for row in shown] == list(table.index)
    for row, values in zip(shown, table.itertuples(index=False), strict=True):
        cells = row.findall("td")[1:]
        assert all(agrees(cell, value) for cell, value in zip(cells, values, strict=True))


@each_exhibit
def test_a_row_carries_the_first_of_its_passages_and_their_number(pages, exhibits, name):
    exhibit, data = exhibits[name], carried(pages(name), "passage-data")
    each = min(MOST_A_ROW, max(1, MOST // len(exhibit.table)))
    assert [total is None for _, total, _, _ in data["rows"]] == [row >= MOST for row in exhibit.table.index]
    for row in exhibit.table.index[:MOST][:: max(1, len(exhibit.table) // 6)]:
        lines = exhibit.passages(row)
        _, total, kept, remark = data["rows"][row]
        assert (total, len(kept), remark) == (len(lines), min(each, len(lines)), exhibit.remark(row))
        found = [data["passages"][number][1:] for number in kept]
        assert found == [[whereabouts(line), line.left, line.node, line.right] for line in lines.head(each).itertuples()]  # fmt: skip


@each_exhibit
def test_the_picture_is_the_exhibits_own(pages, exhibits, name):
    root, figure = pages(name), exhibits[name].figure()
    if isinstance(figure, Drawing):
        texts = ["".join(found.itertext()) for found in html.fromstring(figure.wide).iter("text")]
        assert [found.text_content() for found in root.xpath('//div[@class="wide"]//text')] == texts
        assert not root.xpath('//script[@class="chart-data"]') and "Plotly.js" not in html.tostring(root).decode()
    else:
        assert carried(root, "chart-data") == json.loads(figure.to_json())


@each_exhibit
def test_a_page_says_how_to_make_it_again(pages, exhibits, name):
    root, exhibit = pages(name), exhibits[name]
    link, command, python = root.xpath('//details[@class="again"]//*[self::a or self::code]')
    assert f"show={name}" in link.get("href") and command.text.startswith(f"python -m dashboard export {name}")
    assert f"make(corpus, {name!r}" in python.text
    assert root.xpath('//meta[@name="parallax:figure-1:fingerprint"]/@content') == [exhibit.receipt.fingerprint]
    assert json.loads(root.xpath('//meta[@name="parallax:figure-1:options"]/@content')[0])["exhibit"] == name


@pytest.mark.parametrize("name", ["timeline", "term_rates"])
def test_a_page_loads_nothing_and_its_policy_allows_nothing(pages, name):
    root = pages(name)
    assert not root.xpath("//link | //iframe | //object | //embed | //form | //script[@src] | //img")
    (policy,) = root.xpath('//meta[@http-equiv="Content-Security-Policy"]/@content')
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "http" not in policy and "unsafe-eval" not in policy and policy.count("unsafe-inline") == 1


def test_the_same_exhibit_gives_the_same_bytes(corpus, exhibits):
    for name in ("finding", "term_rates"):
        assert page.exhibit_page(corpus, exhibits[name]) == page.exhibit_page(corpus, make(corpus, name))


def test_a_report_has_contents_notes_every_figure_and_the_texts(corpus, exhibits):
    chosen = ("timeline", "term_rates", "concepts", "obligation")
    entries = [Entry(corpus, exhibits[name], f"Note on <{name}>.\nSecond line.") for name in chosen]
    one = corpus.select(["sun-2024"])
    made = page.report_page(Report("Trust & <doubt>", (*entries, Entry(one, alone := make(one, "term_rates")))))
    root = html.fromstring(made)
    assert words(root.find(".//h1")) == "Trust & <doubt>"
    anchors = root.xpath("//nav//a/@href")
    assert anchors == ["#figure-1", "#figure-2", "#figure-3", "#figure-4", "#figure-5", "#texts"]
    assert all(root.xpath(f'//*[@id="{anchor[1:]}"]') for anchor in anchors)
    assert [words(found) for found in root.xpath("//h2")][1:] == [
        *(f"Figure {number} {exhibits[name].title}" for number, name in enumerate(chosen, start=1)), f"Figure 5 {alone.title}", "The texts",
    ]  # fmt: skip
    assert [found.text_content().strip() for found in root.xpath('//div[@class="note"]')] == [entry.note for entry in entries]  # fmt: skip
    assert made.count(b"plotly.js v") == 1
    assert [len(rows(root, f"figure-{number}")) for number in (1, 2, 3, 4)] == [len(exhibits[name].table) for name in chosen]  # fmt: skip
    texts = [words(found) for found in root.xpath('//section[@id="texts"]//tbody/tr')]
    assert len(texts) == 5 and "Sun Jisheng" in texts[-1] and "8,125" in texts[-1]
    assert f"5 texts · corpus {corpus.fingerprint[:12]}" in words(root.xpath('//section[@id="texts"]')[0])


def test_a_report_without_charts_carries_no_chart_library(corpus, exhibits):
    made = page.report_page(Report("Small", (Entry(corpus, exhibits["timeline"]), Entry(corpus, exhibits["finding"]))))
    assert len(made) < 400_000 and b"plotly.js v" not in made


def test_an_empty_report_is_refused():
    with pytest.raises(ExportError, match="add an exhibit"):
        page.report_page(Report("Nothing", ()))


def test_where_rows_are_many_each_keeps_fewer_passages_and_the_rest_none(corpus, exhibits):
    rates = exhibits["term_rates"]
    kept = evidence(corpus, rates, most=50)
    assert max(len(row.kept) for row in kept.rows) == 2 and max(row.total for row in kept.rows) > 2
    few = evidence(corpus, rates, most=10)
    assert [row.total is None for row in few.rows] == [row >= 10 for row in range(len(rates.table))]


def test_a_passage_of_many_rows_is_carried_once(corpus, exhibits):
    found = evidence(corpus, exhibits["top_terms"], most=MOST)
    assert len(set(found.passages)) == len(found.passages) <= sum(len(row.kept) for row in found.rows)


def hostile_corpus() -> Corpus:
    paragraph = f"Trust {HOSTILE} and trust again, said the <b>author</b>. Nothing more was said of security."
    texts = {f"text-{number}": "\n\n".join([paragraph] * 9) for number in (1, 2)}
    documents = {
        "author": [f"A {HOSTILE}", "B"],
        "title": [HOSTILE, "</title><script>x"],
        "year": [2001, 2002],
    }
    return Corpus.from_texts(texts, pd.DataFrame(documents, index=pd.Index(texts, name="document_id")))


@pytest.mark.parametrize("name", ["timeline", "term_rates", "concordance"])
def test_words_of_a_text_stay_words(name):
    corpus = hostile_corpus()
    options = {"query": "trust"} if name == "concordance" else {}
    exhibit = make(corpus, name, **options)
    report = Report(HOSTILE, (Entry(corpus, exhibit, f"{HOSTILE} half a letter: \ud800"),))
    for made in (page.exhibit_page(corpus, exhibit), page.report_page(report)):
        root = html.fromstring(made)
        assert not root.xpath("//img | //*[@onerror]")
        running = [script for script in root.xpath("//script") if script.get("type") != "application/json"]
        assert len(running) == 1 + (not isinstance(exhibit.figure(), Drawing))
        assert any(
            HOSTILE.split(" ")[0] in passage[3] + passage[4] for passage in carried(root, "passage-data")["passages"]
        )
        assert "49" not in words(root.find(".//h1"))


def test_numbers_too_small_for_their_column_do_not_look_like_nothing(pages):
    cells = pages("keywords").xpath("//tr[@data-row]/td[@class='number'][@title]")
    assert cells and all(math.isclose(float(cell.get("title")), 0) or float(cell.text.replace("−", "-").replace(",", "")) for cell in cells)  # fmt: skip
