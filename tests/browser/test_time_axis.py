"""The time axis in a real browser: labels in real type never meet, and an event answers a click."""

import pytest

# Pairs of words of the first chart whose boxes overlap, and words that stand out of it.
COLLISIONS = """() => {
  const chart = document.querySelector('.js-plotly-plot'), frame = chart.getBoundingClientRect()
  const words = [...chart.querySelectorAll('text')].filter(text => text.textContent.trim())
    .map(text => [text.textContent, text.getBoundingClientRect()]).filter(([, box]) => box.width > 0)
  const found = words.filter(([, box]) => box.right > frame.right + 1 || box.left < frame.left - 1).map(([text]) => [text])
  words.forEach(([one, a], place) => words.slice(place + 1).forEach(([other, b]) => {
    if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 2 && b.top < a.bottom - 2) found.push([one, other])
  }))
  return found
}"""
OWN = "trend_own=2014-09+Some+event+of+my+own;2024-12-30+The+last+one+of+the+year"


@pytest.mark.parametrize("address", ["trends", f"trends?{OWN}", "trends?trend_of=topics", "trends?trend_events=false"])
def test_no_label_of_the_time_axis_meets_another(visit, phone, address):
    for visitor in (visit, phone):
        page = visitor.open(address)
        page.wait_for_selector(".js-plotly-plot .point")
        visitor.settle()
        assert page.evaluate(COLLISIONS) == []


def test_a_click_on_the_label_of_an_event_shows_the_sentence_that_names_it(visit):
    page = visit.open("trends")
    page.wait_for_selector(".textpoint")
    visit.settle()
    box = page.locator(".textpoint").filter(has_text="Gaza conflict").bounding_box()
    page.mouse.click(box["x"] + box["width"] * 0.7, box["y"] + box["height"] / 2)
    visit.settle()
    page.wait_for_selector(".passage")
    assert page.locator(".passage b").all_inner_texts() == ["outbreak of the Gaza conflict"]
