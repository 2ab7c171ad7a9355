"""The table behind a chart: a row that is ticked shows its sentences, which needs no mark to be hit."""

from dashboard.exhibits import make

from .marks import expected_passages, shown_passages


def test_a_ticked_row_shows_its_sentences(visit, corpus):
    exhibit = make(corpus, "term_rates", terms="trust deficit")
    page = visit.open("frequencies?terms=trust+deficit")
    page.locator(".st-key-exhibit_term_rates").get_by_text("Table", exact=True).click()
    visit.settle()
    table = page.locator(".st-key-exhibit_term_rates [data-testid=stDataFrame]")
    table.wait_for()
    visit.settle()
    table.scroll_into_view_if_needed()
    box = table.bounding_box()
    row = int(exhibit.table.index[exhibit.table["group"] == "Sun Jisheng"][0])
    # The head of the table, then the rows, each 35 pixels high; the first column holds the ticks.
    page.mouse.click(box["x"] + 18, box["y"] + 35 * (row + 1.5))
    visit.settle()
    assert shown_passages(page, "term_rates") == expected_passages(exhibit.passages(row))
