"""The page of one's own texts: files in, sentences for those that cannot be read, and the comparison of all others."""

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.pages import PAGES

from ..visiting import open_page, words

CHEN = "Mutual trust is not easy, as everybody knows. It takes time.\n\nTrust and peace make security for all of us.\n"
YANG = "Cooperation brings peace to every country. War brings nothing but loss.\n\nPeace takes time and patience.\n"


def brought(*files: tuple[str, bytes]) -> AppTest:
    app = open_page("own_texts")
    app.file_uploader[0].set_value([(name, content, "text/plain") for name, content in files]).run()
    return app


def two_texts() -> AppTest:
    return brought(("chen_2014_trust.txt", CHEN.encode()), ("yang_2015_peace.txt", YANG.encode()))


def button(app: AppTest, label: str):
    return next(button for button in app.button if label in button.label)


def said(app: AppTest) -> str:
    return "\n".join(element.value for element in [*app.error, *app.warning, *app.info, *app.success]).replace("\\", "")


def test_files_are_listed_with_their_words():
    app = two_texts()
    assert not app.exception and not app.error
    table = app.dataframe[0].value
    assert table["text"].tolist() == ["chen_2014_trust", "yang_2015_peace"]
    assert table["words that count"].tolist() == [20, 16]


def test_a_file_that_cannot_be_read_gets_a_sentence_and_the_others_load():
    app = brought(("chen_2014.txt", CHEN.encode()), ("empty.txt", b""), ("program.exe", b"MZ\0\0"))
    assert not app.exception
    assert [line.partition(" ")[0].replace("\\", "") for line in (error.value for error in app.error)] == [
        "empty.txt",
        "program.exe",
    ]
    assert app.dataframe[0].value["text"].tolist() == ["chen_2014"]


def test_the_same_file_twice_counts_once_and_is_said():
    app = brought(("a.txt", CHEN.encode()), ("b.txt", CHEN.encode()))
    assert app.dataframe[0].value["text"].tolist() == ["a"] and "holds the same as a.txt" in said(app)


def test_a_pasted_text_is_taken_in():
    app = open_page("own_texts")
    app.text_input[0].set_value("Pasted 2020")
    app.text_area[0].set_value(CHEN)
    button(app, "Add this text").click().run()
    assert app.dataframe[0].value["text"].tolist() == ["Pasted 2020"]


def test_comparing_leads_every_page_to_them_and_one_click_leads_back(corpus):
    app = two_texts()
    button(app, "Compare these 2 texts").click().run()
    assert not app.exception
    app.switch_page(PAGES["frequencies"].file).run()
    assert app.pills(key="texts").options == ["Chen 2014", "Yang 2015"] and "your own texts" in words(app)
    app.button(key="back").click().run()
    assert len(app.pills(key="texts").options) == len(corpus.documents)


def test_the_five_sources_can_be_tried():
    app = open_page("own_texts")
    button(app, "Try it").click().run()
    assert not app.exception and len(app.dataframe[0].value) == 5


@pytest.mark.parametrize("panel", ["What counts", "Author, year, title"])
def test_every_panel_opens(panel):
    app = two_texts()
    app.segmented_control(key="own_panel").set_value(panel).run()
    assert not app.exception and not app.error


def test_a_table_asks_for_its_column_and_reads_it():
    table = "name,first,second\nA,Trust takes time and patience.,Peace is made by many hands.\nB,War is no order.,No order is war.\n"
    app = brought(("speeches.csv", table.encode()))
    column = next(box for box in app.selectbox if box.label == "Column of the texts")
    column.set_value("second").run()
    assert not app.exception and app.dataframe[0].value["words that count"].tolist() == [6, 4]


def test_what_a_visitor_brings_no_other_sees():
    two_texts()
    stranger = open_page("own_texts")
    assert len(stranger.dataframe) == 0 and "chen_2014_trust" not in words(stranger)


SIMPLIFIED = "构建人类命运共同体是中国外交的总目标。\n\n各国携手合作，共同努力，维护世界和平与发展。\n"
TRADITIONAL = "構建人類命運共同體是中國外交的總目標。\n\n各國攜手合作，共同努力，維護世界和平與發展。\n"


def test_chinese_is_counted_as_chosen():
    app = brought(("a_2020.txt", SIMPLIFIED.encode()), ("b_2020.txt", TRADITIONAL.encode()))
    in_words = app.dataframe[0].value["words that count"].tolist()
    app.segmented_control(key="own_chinese").set_value("characters").run()
    assert not app.exception
    in_characters = app.dataframe[0].value["words that count"].tolist()
    assert in_words[0] < in_characters[0] == in_characters[1] == sum("一" <= sign <= "鿿" for sign in SIMPLIFIED)


def test_both_ways_of_writing_chinese_are_one_where_that_is_chosen():
    app = brought(("a_2020.txt", SIMPLIFIED.encode()), ("b_2020.txt", TRADITIONAL.encode()))
    app.toggle(key="own_script").set_value(True).run()
    button(app, "Compare these 2 texts").click().run()
    corpus = app.session_state["own_corpus"]
    assert not app.exception and {"中国", "人类"} <= set(corpus.terms) and "中國" not in corpus.terms
    assert corpus.languages == ("zh",) and corpus.stop_list == "zh"


def test_nothing_is_asked_about_chinese_where_there_is_none():
    app = two_texts()
    assert "own_chinese" not in app.session_state


def test_chinese_in_a_menu_of_the_page_asks_nothing():
    app = open_page("own_texts")
    button(app, "Try it").click().run()
    assert "own_chinese" not in app.session_state
