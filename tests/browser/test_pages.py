"""The dashboard as its user sees it, in a real browser."""

from . import rest

# What stands last on the pages that open without a chart.
PICTURES = {
    "read": ".root .block",
    "methods": ".katex",
    "report": "[data-testid=stFileUploader]",
    "own_texts": "[data-testid=stFileUploader]",
    "exhibit": "[data-testid=stPageLink]",
    "whose_passage": ".root span",
    "lessons": "[data-testid=stPageLink]",
    "live_class": ".st-key-live_first",
}


def address(name: str) -> str:
    return "" if name == "overview" else name


def wait_for_picture(visit, name: str) -> None:
    visit.page.locator(PICTURES.get(name, ".main-svg, .root svg")).first.wait_for()


def test_the_sidebar_does_not_cover_a_phone(phone):
    page = phone.open("trends")
    assert page.locator("h1").is_visible()
    assert page.locator("[data-testid=stSidebar]").get_attribute("aria-expanded") in (None, "false")


def test_a_click_on_a_drawing_shows_its_sentences_and_a_sentence_opens_its_text(visit):
    page = visit.open()
    page.mouse.move(900, 500)
    page.mouse.wheel(0, 500)
    mark = page.get_by_role("button", name="global, Sun 2024: 18.6 per 1,000 words, 151 hits")
    mark.click()
    visit.settle()
    assert page.locator(".passage").count() == 20
    assert page.locator(".passage b").first.inner_text().lower() == "global"
    page.locator(".passage").nth(2).click()
    visit.settle()
    here = page.locator("mark.here")
    here.wait_for()
    assert "text=Sun+2024" in page.url and here.inner_text().lower() == "global"
    box = here.bounding_box()
    assert 0 < box["y"] < 900


def test_a_click_on_a_dot_shows_its_sentences(visit):
    page = visit.open("frequencies?terms=trust+deficit")
    page.wait_for_selector(".main-svg")
    page.locator(".scatterlayer .trace:last-child .point").first.click(force=True)
    visit.settle()
    page.wait_for_selector(".passage")
    assert page.locator(".passage").count() == 16
    assert set(page.locator(".passage .who").all_inner_texts()) == {"Sun 2024"}


def test_a_click_anywhere_in_a_heat_map_cell_shows_its_passages(visit):
    page = visit.open("topics")
    page.wait_for_selector(".nsewdrag")
    visit.settle()
    clicked = page.locator(".st-key-exhibit_topic_shares .passage")
    # Before each of them in the cell of another text, so that the passages are those of this click.
    for across, who in (
        (0.45, "Dong 2022"),
        (0.9, "Sun 2024"),
        (0.5, "Dong 2022"),
        (0.1, "Chen 2014"),
        (0.58, "Dong 2022"),
    ):
        box = page.locator(".nsewdrag").first.bounding_box()
        page.mouse.click(box["x"] + box["width"] * across, box["y"] + box["height"] * 5.5 / 8)
        clicked.filter(has_text=who).first.wait_for()
        # Two clicks within a third of a second are one double click, which takes a choice back.
        rest.wait(page, frames=30)
        assert set(clicked.locator(".who").all_inner_texts()) == {who}


def test_a_click_on_a_pair_names_its_words_and_one_on_a_join_its_closest_passages(visit):
    page = visit.open("similarity")
    page.wait_for_selector(".nsewdrag")
    visit.settle()
    box = page.locator(".nsewdrag").first.bounding_box()
    # On the number of Yang and Sun, the second cell of the last of four rows.
    page.mouse.click(box["x"] + box["width"] * 0.375, box["y"] + box["height"] * 0.875)
    visit.settle()
    page.wait_for_selector(".passage")
    assert {node.lower() for node in page.locator(".passage b").all_inner_texts()} == {"peace"}
    assert "peace (5.3 and 2.1)" in page.locator("[data-testid=stMain]").inner_text()
    page = visit.open("similarity?like_view=Tree")
    page.locator("[data-row='0'] text").first.click()
    visit.settle()
    page.wait_for_selector(".passage")
    assert page.locator(".passage .who").all_inner_texts()[:2] == ["Yang 2015", "Sun 2024"]


def test_the_keyboard_reaches_a_mark_of_a_drawing(visit):
    page = visit.open()
    mark = page.get_by_role("button", name="Read Chen Jimin").first
    mark.focus()
    page.keyboard.press("Enter")
    visit.settle()
    page.wait_for_selector(".passage")
    assert page.locator(".passage .who").all_inner_texts() == ["Chen 2014"]


def test_the_choice_of_texts_stays_from_page_to_page(visit):
    page = visit.open("trends?by=year")
    page.locator("[data-testid=stSidebar]").get_by_text("Chen 2014").click()
    visit.settle()
    page.locator("[data-testid=stSidebar]").get_by_text("Concordance").click()
    visit.settle()
    assert "Chen 2014" not in page.locator("[data-testid=stMain]").inner_text()


def test_a_search_with_markup_is_shown_as_typed(visit):
    page = visit.open("concordance?find=%3Cimg+src%3Dx+onerror%3D%22document.title%3D%27hit%27%22%3E")
    assert page.title() != "hit"
    assert visit.foreign == []


def test_dark_mode_draws_on_a_dark_ground(browser, server):
    context = browser.new_context(color_scheme="dark", viewport={"width": 1280, "height": 720})
    page = context.new_page()
    page.goto(server.url)
    page.wait_for_selector(".root svg")
    assert page.locator(".root svg rect").first.get_attribute("fill") == "#14171B"
    context.close()


def test_the_server_answers_on_this_machine_only(server):
    import socket

    with socket.socket() as probe:
        probe.settimeout(2)
        address = socket.gethostbyname(socket.gethostname())
        if not address.startswith("127."):
            assert probe.connect_ex((address, server.port)) != 0
    assert server.process.poll() is None


def test_a_click_on_a_collocate_shows_where_it_meets_the_word_and_both_are_marked_in_the_text(visit):
    page = visit.open("company")
    page.get_by_role("button", name="win-win, Yang 2015: 11 meetings").click()
    visit.settle()
    page.wait_for_selector(".passage")
    assert page.locator(".passage").count() == 11
    assert set(page.locator(".passage b").all_inner_texts()) == {"cooperation"}
    page.locator(".passage").first.click()
    visit.settle()
    page.locator("mark.here").wait_for()
    assert {"cooperation", "win-win"} <= {word.lower() for word in page.locator("mark").all_inner_texts()}


def test_a_click_on_a_stroke_of_the_barcode_shows_its_one_sentence(visit):
    page = visit.open("dispersion")
    page.wait_for_selector(".main-svg")
    page.locator(".scatterlayer .point").nth(30).click(force=True)
    visit.settle()
    page.wait_for_selector(".passage")
    assert page.locator(".passage .who").all_inner_texts() == ["Sun 2024"]
    assert page.locator(".passage b").first.inner_text().lower() == "trust"


def test_a_click_on_a_family_shows_its_sentences_and_opens_it_into_its_names(visit):
    page = visit.open("concepts?concept_has=belt")
    page.wait_for_selector(".nsewdrag")
    visit.settle()
    box = page.locator(".nsewdrag").first.bounding_box()
    page.mouse.click(box["x"] + box["width"] * 0.7, box["y"] + box["height"] / 2)
    visit.settle()
    assert set(page.locator(".passage .who").all_inner_texts()) == {"Duan ≥2022"}
    page.get_by_text("Which names does “Belt and Road” go by?").wait_for()
    assert "family=Belt+and+Road" in page.url
