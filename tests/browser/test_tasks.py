"""Ten tasks that a newcomer has, each done from the Overview in at most three clicks (typing is no click)."""

import re

import pytest

from dashboard.exhibits import make

MOST_CLICKS = 3


class Newcomer:
    """A visitor on the Overview whose clicks are counted."""

    def __init__(self, visit) -> None:
        self.visit, self.page, self.clicks = visit, visit.open(), 0

    def click(self, target) -> None:
        self.clicks += 1
        assert self.clicks <= MOST_CLICKS
        target.click()
        self.visit.settle()

    def go(self, title: str) -> None:
        self.click(self.page.locator("[data-testid=stSidebarNav]").get_by_role("link", name=title, exact=True))
        self.page.locator(".main-svg, .root svg").first.wait_for()

    def labels(self, key: str) -> list[str]:
        """What stands in the picture of an exhibit."""
        return self.page.locator(f".st-key-exhibit_{key} svg text").all_text_contents()

    def words(self) -> str:
        return self.page.locator("[data-testid=stMain]").inner_text()


@pytest.fixture
def newcomer(visit):
    return Newcomer(visit)


def test_who_uses_trust_most_and_how_sure_that_is(newcomer):
    newcomer.go("Frequencies")
    assert "“trust” is most frequent in Chen 2014: 12.1 [3.4–23.3] per 1,000 words" in newcomer.words()


def test_three_sentences_with_trust_deficit_by_sun(newcomer):
    newcomer.page.mouse.move(900, 500)
    newcomer.page.mouse.wheel(0, 900)
    mark = newcomer.page.get_by_role("button", name=re.compile("^trust deficit, Sun 2024: "))
    mark.wait_for()
    newcomer.click(mark)
    passages = newcomer.page.locator(".passage")
    assert passages.count() == 16
    assert {words.lower() for words in newcomer.page.locator(".passage b").all_inner_texts()} <= {
        "trust deficit",
        "trust deficits",
    }
    assert set(newcomer.page.locator(".passage .who").all_inner_texts()) == {"Sun 2024"}


def test_ten_most_distinctive_words_of_each_author_with_the_size_of_the_effect(newcomer, corpus):
    newcomer.go("Distinctiveness")
    table = make(corpus, "keywords").table
    assert table.groupby("group").size().min() >= 10 and table["log_ratio"].notna().all()
    labels = set(newcomer.labels("keywords"))
    assert all(set(rows["term"][:10]) <= labels for _, rows in table.groupby("group"))


def test_security_over_the_years_on_a_true_time_axis(newcomer):
    newcomer.go("Trends")
    field = newcomer.page.get_by_label("Words and phrases, parted by commas", exact=True)
    newcomer.click(field)
    field.fill("security")
    field.press("Enter")
    newcomer.visit.settle()
    labels = " ".join(newcomer.labels("trends"))
    assert "security per 1,000 words" in labels and all(str(year) in labels for year in range(2014, 2025))


def test_topics_by_author_with_a_passage(newcomer):
    newcomer.go("Topics")
    assert newcomer.page.locator(".passage").count() >= 4
    assert "Huimin Duan" in newcomer.words() or "Duan ≥2022" in newcomer.words()


def test_set_phrases_that_two_authors_share_and_which_authors_they_are(newcomer):
    newcomer.go("Common ground")
    newcomer.click(newcomer.page.get_by_text("Set phrases", exact=True))
    drawn = newcomer.page.locator(".st-key-exhibit_formulae [data-row]")
    drawn.first.wait_for()
    names = " ".join(drawn.evaluate_all("marks => marks.map(mark => mark.getAttribute('aria-label'))"))
    assert "un charter" in names and "Yang 2015" in names and "Sun 2024" in names


def test_one_concept_through_its_variants(newcomer):
    newcomer.go("Concepts")
    assert "“community of human destiny” 4 in Duan ≥2022" in newcomer.words()


def test_should_and_must_by_author_though_one_has_no_must(newcomer):
    newcomer.go("Concepts")
    newcomer.click(newcomer.page.get_by_text("Modality", exact=True))
    newcomer.page.locator(".st-key-exhibit_obligation svg").first.wait_for()
    drawn = newcomer.page.locator(".st-key-exhibit_obligation [data-row]")
    names = " ".join(drawn.evaluate_all("marks => marks.map(mark => mark.getAttribute('aria-label'))"))
    assert "Chen 2014" in names and "nan" not in names.lower() and newcomer.visit.errors == []


def test_a_vector_file_with_legend_title_and_method(newcomer, corpus, tmp_path):
    newcomer.go("Frequencies")
    save = newcomer.page.locator(".st-key-exhibit_term_rates").get_by_role("button", name="Save SVG")
    with newcomer.page.expect_download() as download:
        newcomer.click(save)
    download.value.save_as(tmp_path / "picture.svg")
    words = (tmp_path / "picture.svg").read_text(encoding="utf-8")
    for part in (make(corpus, "term_rates").title, "Chen 2014", "hits per 1,000 words", "95 % paragraph bootstrap"):
        assert part in words


def test_the_exact_view_is_reopened_from_its_address(newcomer):
    newcomer.go("Frequencies")
    newcomer.click(newcomer.page.locator("[data-testid=stSidebar]").get_by_text("year", exact=True))
    before, address = newcomer.words(), newcomer.page.url
    newcomer.page.goto(address)
    newcomer.visit.settle()
    newcomer.page.locator(".main-svg").first.wait_for()
    newcomer.visit.settle()
    assert newcomer.words() == before
