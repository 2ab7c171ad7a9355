"""The page on which a text is held against the others: one of them first, then one that is pasted."""

from dashboard import cache
from dashboard.exhibits import make
from dashboard.exhibits.belonging import PASTED
from dashboard.pages import PAGES
from dashboard.pasted import with_pasted

from ..analysis.test_belonging import SOUP
from .own_texts.test_page import button
from .visiting import open_page, words


def test_the_page_opens_with_one_of_the_texts_held_against_the_others(corpus):
    app = open_page("belongs")
    assert not app.exception and make(corpus, "belonging", document_id="chen-2014").reading in words(app).replace(
        "\\", ""
    )


def test_a_pasted_text_is_held_against_the_others_and_can_be_left_again():
    app = open_page("belongs")
    app.text_area(key="pasted_words").set_value(SOUP)
    button(app, "See where it belongs").click().run()
    assert not app.exception and "Strange to all" in words(app) and "words were pasted" in words(app)
    button(app, "Back to these texts").click().run()
    assert "Strange to all" not in words(app)


def test_a_pasted_text_that_is_too_short_is_refused_in_words():
    app = open_page("belongs")
    app.text_area(key="pasted_words").set_value("Five words are too few.")
    button(app, "See where it belongs").click().run()
    assert not app.exception and "fewer than 50 words" in " ".join(info.value for info in app.info)


def test_what_is_pasted_stays_on_its_page_and_in_its_visit(corpus):
    app = open_page("belongs")
    app.text_area(key="pasted_words").set_value(SOUP)
    button(app, "See where it belongs").click().run()
    assert "onions" not in str(app.query_params)
    app.switch_page(PAGES["frequencies"].file).run()
    assert len(app.pills(key="texts").options) == len(corpus.documents)
    assert not cache._is_bundled(with_pasted(corpus, SOUP))
    assert PASTED not in words(open_page("belongs"))
