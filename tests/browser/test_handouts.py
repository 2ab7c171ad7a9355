"""A worksheet and a claim card, made and downloaded under an exhibit."""

from dashboard.exhibits import make
from dashboard.export.handout.claims import FromRow, FromSearch, claim_card
from dashboard.export.handout.handouts import HANDOUTS
from dashboard.export.handout.worksheet import handout_of_exhibit

from .test_downloads import EXPORT, chosen, downloaded


def test_the_files_are_those_that_are_made_anywhere_else(visit, corpus):
    exhibit = make(corpus, "term_rates")
    shown = visit.open("frequencies?by=author").locator(EXPORT)
    chosen(visit, shown, "Export")
    shown.get_by_role("radio", name="Worksheet (DOCX)").click()
    visit.settle()
    worksheet = HANDOUTS["docx"].make(handout_of_exhibit(corpus, exhibit))
    assert downloaded(visit, shown, "Download worksheet") == worksheet
    chosen(visit, shown, "Claim")
    field, search = shown.get_by_label("Your claim"), shown.get_by_label("Search", exact=True)
    field.fill("So it is.")
    field.press("Control+Enter")
    visit.settle()
    search.fill("trust deficit")
    search.press("Enter")
    visit.settle()
    card = claim_card(corpus, exhibit, "So it is.", for_=FromRow(0), against=FromSearch("trust deficit"))
    assert downloaded(visit, shown, "Download claim card") == HANDOUTS["html"].make(card.handout())
    assert visit.errors == [] and visit.foreign == []
