"""The time axis in a real browser: an event answers a click."""


def test_a_click_on_the_label_of_an_event_shows_the_sentence_that_names_it(visit):
    page = visit.open("trends")
    page.wait_for_selector(".textpoint")
    visit.settle()
    box = page.locator(".textpoint").filter(has_text="Gaza conflict").bounding_box()
    page.mouse.click(box["x"] + box["width"] * 0.7, box["y"] + box["height"] / 2)
    visit.settle()
    page.wait_for_selector(".passage")
    assert page.locator(".passage b").all_inner_texts() == ["outbreak of the Gaza conflict"]
