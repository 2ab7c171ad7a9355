"""Set phrases in a real browser: a band answers the keyboard."""

from dashboard.exhibits import make


def test_a_band_answers_the_keyboard(visit, corpus):
    table = make(corpus, "formulae").table
    row = table[(table["term"] == "the belt and road initiative") & (table["group"] == "Huimin Duan")].iloc[0]
    page = visit.open("common_ground?ground=Set+phrases")
    band = page.get_by_role("button", name="the belt and road initiative, Duan ≥2022: 8 times, carried")
    band.scroll_into_view_if_needed()
    band.focus()
    page.keyboard.press("Enter")
    visit.settle()
    assert page.locator(".passage").count() == row["count"] == 8
    assert page.locator(".passage b").first.inner_text().lower() == "the belt and road initiative"
