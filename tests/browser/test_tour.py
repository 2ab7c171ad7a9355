"""The guided tour in a real browser: from its offer to its end, each step pointing at something in sight."""

import pytest

from dashboard.tour import STEPS

# The ring has come to rest in sight, below the bar or, on what stands beside the page, next to it.
POINTS = """(number) => {
  const bar = [...document.querySelectorAll("*")].map(e => e.shadowRoot?.querySelector(".bar")).find(Boolean);
  const ring = document.getElementById("tour-ring");
  if (!bar || !ring || ring.style.display === "none" || !bar.textContent.startsWith(`${number} of 7`)) return false;
  const a = bar.getBoundingClientRect(), b = ring.getBoundingClientRect();
  const apart = b.top >= a.bottom || b.right <= a.left;
  const seen = Math.min(b.bottom, innerHeight) - Math.max(b.top, 0) >= Math.min(b.height, 250);
  const before = ring.dataset.before;
  ring.dataset.before = `${b.top} ${b.bottom}`;
  return apart && seen && b.width > 30 && b.left >= 0 && b.right <= innerWidth && before === ring.dataset.before;
}"""


@pytest.mark.parametrize("who, width, height", [("visit", 1280, 720), ("phone", 390, 844)])
def test_the_tour_leads_from_its_offer_to_its_end_and_always_points_at_what_is_in_sight(request, who, width, height):
    visit = request.getfixturevalue(who)
    page = visit.page
    page.set_viewport_size({"width": width, "height": height})
    visit.open()
    page.evaluate("localStorage.removeItem('parallax.tour')")
    visit.open()
    page.get_by_role("button", name="Take the tour").click()
    for number, step in enumerate(STEPS, 1):
        page.get_by_role("region", name=f"step {number} of 7").get_by_text(step.title).wait_for()
        visit.settle()
        page.wait_for_function(POINTS, arg=number, polling=500)
        assert page.evaluate("document.activeElement.shadowRoot?.activeElement?.className") == "bar"
        assert f"tour={number}" in page.url
        page.get_by_role("button", name="Finish" if number == len(STEPS) else "Next", exact=True).click()
    page.locator("#tour-ring").wait_for(state="detached")
    visit.open()
    assert page.get_by_text("First time here?").count() == 0 or page.get_by_text("First time here?").is_hidden()
    assert visit.errors == [] and visit.foreign == []
    assert page.locator("[data-testid=stException]").count() == 0


def test_a_reload_keeps_the_step_and_escape_ends_the_tour(visit):
    page = visit.open("trends?tour=5")
    bar = page.get_by_role("region", name="step 5 of 7")
    bar.wait_for()
    page.reload()
    visit.settle()
    bar.wait_for()
    page.keyboard.press("Escape")
    bar.wait_for(state="detached")
    page.wait_for_function("!location.search.includes('tour')")
    visit.open("trends")
    assert bar.count() == 0 and visit.errors == []
