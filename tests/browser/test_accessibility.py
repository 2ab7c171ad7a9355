"""What a checker of accessibility finds on each page, beyond two rules that Streamlit's own menu breaks."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from dashboard.pages import PAGES

from .test_pages import address, wait_for_picture

# The menu's sections stand as lists in lists without items of their own.
STREAMLITS_OWN = {"list", "listitem"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_no_barrier_of_our_own(visit, name, scheme):
    visit.page.emulate_media(color_scheme=scheme)
    page = visit.open(address(name))
    wait_for_picture(visit, name)
    found = Axe().run(page).response["violations"]
    ours = {
        rule["id"]: [node["html"][:160] for node in rule["nodes"][:3]]
        for rule in found
        if rule["id"] not in STREAMLITS_OWN
    }
    assert ours == {}
