"""The game by keyboard alone: digits answer, the arrow leads on."""


def test_a_round_is_played_by_the_keyboard_and_the_telling_words_are_marked(visit):
    page = visit.open("whose_passage?round=3&round_n=5")
    page.locator(".root span").first.wait_for()
    assert page.locator("mark").count() == 0
    for number in range(1, 6):
        page.get_by_text(f"Passage {number} of 5").wait_for()
        page.keyboard.press(str(number))
        page.locator("mark.telling").first.wait_for()
        visit.settle()
        page.keyboard.press("ArrowRight")
        visit.settle()
    page.get_by_text("Chance alone is right in 1 of 5").wait_for()
    assert "round=3" in page.url and visit.errors == [] and visit.foreign == []


def test_a_passage_is_opened_in_its_text(visit):
    page = visit.open("whose_passage?round=3&round_n=5")
    page.keyboard.press("1")
    page.get_by_text("Read on in Duan").click()
    visit.settle()
    page.locator(".root .block").first.wait_for()
    assert "text=Duan" in page.url and "at=" in page.url
