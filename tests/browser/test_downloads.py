"""What is downloaded under an exhibit and on the page of the report: every kind of file, by clicking."""

from dashboard.exhibits import make
from dashboard.export.formats import FORMATS, file_of
from dashboard.export.reports import REPORTS

EXPORT = ".st-key-exhibit_term_rates"


def downloaded(visit, exhibit, button: str) -> bytes:
    """The file behind a button."""
    with visit.page.expect_download() as download:
        exhibit.get_by_role("button", name=button).click()
    return download.value.path().read_bytes()


def chosen(visit, exhibit, panel: str) -> None:
    exhibit.get_by_role("radio", name=panel).click()
    visit.settle()


def test_every_kind_of_file_is_the_one_that_is_made_anywhere_else(visit, corpus):
    made = make(corpus, "term_rates", by="year")
    page = visit.open("frequencies?by=year")
    exhibit = page.locator(EXPORT)
    chosen(visit, exhibit, "Export")
    for ending, form in FORMATS.items():
        exhibit.get_by_role("radio", name=form.label, exact=True).click()
        visit.settle()
        assert downloaded(visit, exhibit, "Download ·") == file_of(corpus, made, ending), ending
    assert visit.errors == [] and visit.foreign == []


def test_sizes_make_another_file_and_letters_too_small_are_said(visit):
    page = visit.open("frequencies")
    exhibit = page.locator(".st-key-exhibit_top_terms")
    chosen(visit, exhibit, "Export")
    exhibit.get_by_role("button", name="Download ·").wait_for()
    assert not exhibit.get_by_text("few journals print").count()
    size = exhibit.get_by_label("Size on paper")
    # The list of sizes closes when the page scrolls, so it is brought into sight first.
    size.scroll_into_view_if_needed()
    visit.settle()
    size.click()
    page.get_by_role("option", name="Single column").click()
    visit.settle()
    assert b'width="89mm"' in downloaded(visit, exhibit, "Download ·")
    assert exhibit.get_by_text("few journals print").is_visible()


def test_citations_and_lines_stand_under_cite(visit):
    page = visit.open("frequencies?by=year")
    exhibit = page.locator(EXPORT)
    chosen(visit, exhibit, "Cite")
    shown = exhibit.inner_text()
    for words in ("Wilson", "Chen, Jimin", "with.by=year", "--by year", "make(corpus, 'term_rates', by='year')"):
        assert words in shown
    assert downloaded(visit, exhibit, "Download BibTeX").startswith(b"% Figure\n\n@misc{figure-term-rates")


def test_a_report_leaves_in_every_form(visit):
    page = visit.open("frequencies")
    page.locator(EXPORT).get_by_role("button", name="Add to report").click()
    visit.settle()
    page.locator(EXPORT).get_by_role("link", name="Report").click()
    visit.settle()
    for form in REPORTS.values():
        page.get_by_role("radio", name=form.label, exact=True).click()
        visit.settle()
        page.get_by_role("button", name="Make the file").click()
        with page.expect_download() as download:
            page.get_by_role("button", name=f"Download {form.label}").click()
        content = download.value.path().read_bytes()
        assert content.startswith(b"<!" if form.ending == "html" else b"PK") and len(content) > 10_000
    assert visit.errors == [] and visit.foreign == []
