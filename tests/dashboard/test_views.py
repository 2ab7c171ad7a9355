"""Every page run by Streamlit's own test runner: no exception, and the numbers on screen are the analysis's."""

import pytest

from analysis import OptionError, query_frequencies
from dashboard import glossary
from dashboard.exhibits import make
from dashboard.export import cite
from dashboard.pages import PAGES

from .visiting import figures, open_page, words


@pytest.fixture(scope="module")
def pages():
    return {name: open_page(name) for name in PAGES}


@pytest.mark.parametrize("name", PAGES)
def test_every_page_opens_without_an_exception(pages, name):
    assert not pages[name].exception
    assert not pages[name].error


@pytest.mark.parametrize(
    "name", sorted(set(PAGES) - {"read", "methods", "report", "exhibit", "lessons", "live_class", "own_texts"})
)
def test_every_page_of_results_opens_with_a_reading_and_a_receipt(pages, name):
    assert "corpus 7e7c0ea09b9f" in words(pages[name]) or "Parallax 0.1.0" in words(pages[name])


@pytest.mark.parametrize(
    "name", ["frequencies", "distinctiveness", "topics", "trends", "profile", "similarity", "dispersion", "concordance"]
)
def test_every_page_of_results_opens_with_a_finished_figure(pages, name):
    assert figures(pages[name]) and pages[name].get("plotly_chart")[0].proto.alt


def test_the_overview_shows_the_five_findings_with_their_numbers(pages):
    text = words(pages["overview"])
    for number in (
        "33.7 per 1,000 words in Dong",
        "12.1 per 1,000 words in 2014",
        "6.9 in 2024",
        "5:0, 12:2, 7:1, 1:1, 6:14",
    ):
        assert number in text


def test_the_rates_on_screen_are_those_of_the_analysis(pages, corpus):
    figure = figures(pages["frequencies"])[0]
    shown = {}
    for trace in figure["data"]:
        for row, text in zip(_values(trace["customdata"]), trace["text"], strict=True):
            shown[int(row)] = text
    table = make(corpus, "term_rates").table
    direct = query_frequencies(corpus, ["trust"], by="author").set_index("group")
    for row, text in shown.items():
        if table.at[row, "term"] == "trust":
            assert f"{direct.at[table.at[row, 'group'], 'per_1000']:.2f} per 1,000 words" in text


def _values(encoded):
    """Plotly sends numbers as base64; rows are small whole numbers."""
    if isinstance(encoded, list):
        return encoded
    import base64

    import numpy as np

    return np.frombuffer(base64.b64decode(encoded["bdata"]), np.dtype(encoded["dtype"])).tolist()


def test_the_table_on_screen_is_the_exhibits_table(corpus):
    app = open_page("trends")
    app.segmented_control(key="trends_more").set_value("Table").run()
    shown = app.dataframe[0].value
    # Events are rows as well, without a rate.
    assert shown["per_1000"].dropna().tolist() == make(corpus, "trends").table["per_1000"].tolist()


def test_the_method_explains_each_measure_and_gives_the_whole_receipt(corpus):
    app = open_page("distinctiveness")
    app.segmented_control(key="keywords_more").set_value("Method").run()
    assert "Conservative Log Ratio" in words(app) and "sun-2024 8,125 words" in words(app)


def test_cite_gives_the_references_and_a_file_for_reference_managers(corpus):
    app = open_page("similarity")
    app.segmented_control(key="similarity_more").set_value("Cite").run()
    shown = [code.value for code in app.code]
    assert not app.exception and shown[0] == cite.text(corpus, make(corpus, "similarity"))
    assert [button.proto.label for button in app.get("download_button")] == ["Download BibTeX"]


def test_the_methods_page_gives_the_works_of_a_measure_in_full():
    app = open_page("methods", section="Who keeps company")
    references = [expander.markdown[0].value.replace("\\", "") for expander in app.expander]
    assert not app.exception and len(references) == len(glossary.SECTIONS["Who keeps company"])
    assert "A lexicographer-friendly association score. In Petr Sojka & Aleš Horák (eds.)" in references[0]


def test_a_changed_search_changes_the_figure():
    app = open_page("trends")
    app.text_input(key="trend_terms").set_value("crisis|crises").run()
    assert "crisis|crises" in words(app) and not app.exception


@pytest.mark.parametrize(
    "key, exhibit, option, value",
    [
        ("node_window", "company", "window", 3),
        ("node_meetings", "company", "together", 4),
        ("node_n", "company", "n", 4),
        ("net_meetings", "network", "together", 6),
        ("net_n", "network", "n", 6),
    ],
)
def test_each_slider_of_the_company_of_a_word_changes_its_reading_or_its_table(corpus, key, exhibit, option, value):
    app = open_page("company")
    app.slider(key=key).set_value(value).run()
    app.segmented_control(key=f"{exhibit}_more").set_value("Table").run()
    wanted = make(corpus, exhibit, **{option: value}).table
    assert not app.exception and app.dataframe[0].value["log_dice"].tolist() == wanted["log_dice"].tolist()
    assert len(wanted) != len(make(corpus, exhibit).table)


def test_the_network_of_one_text_follows_the_choice_and_another_column_has_its_own_choice():
    app = open_page("company")
    app.segmented_control(key="net_author").set_value("Sun Jisheng").run()
    assert not app.exception and "The company of “cooperation” in Sun 2024" in words(app)
    app.segmented_control(key="by").set_value("year").run()
    assert not app.exception and not app.warning and "“cooperation” in all texts" in words(app)


def test_the_barcode_takes_several_searches_and_one_width_for_all(corpus):
    app = open_page("dispersion")
    before = figures(app)[0]
    app.toggle(key="bar_same").set_value(True).run()
    assert figures(app)[0]["layout"]["xaxis"]["title"]["text"] == "place in the text"
    app.text_input(key="bar_terms").set_value("must, should, trust, win-win").run()
    assert not app.exception and len(figures(app)[0]["data"]) == 20 > len(before["data"])
    app.segmented_control(key="even_author").set_value("Sun Jisheng").run()
    assert not app.exception and "Which words of Sun 2024 come in bursts?" in words(app)


def test_the_pair_on_the_page_follows_its_menus(corpus):
    app = open_page("distinctiveness")
    app.selectbox(key="target_author").set_value("Chen Jimin").run()
    assert "Chen 2014 against the rest, word by word" in words(app)
    app.selectbox(key="reference_author").set_value("Yang Jiechi").run()
    assert not app.exception and "Chen 2014 against Yang 2015, word by word" in words(app)
    # Both parts of the page share the two menus.
    app.segmented_control(key="part").set_value("shift").run()
    assert not app.exception and "What makes Chen 2014 differ from Yang 2015?" in words(app)


def test_a_group_against_itself_gives_one_sentence_and_keeps_the_last_view():
    app = open_page("distinctiveness")
    app.selectbox(key="reference_author").set_value("Sun Jisheng").run()
    assert not app.exception and "cannot be compared with itself" in app.info[0].value.replace("\\", "")
    assert "Sun 2024 against the rest" in words(app) and "Below stands the last view" in words(app)


def test_another_column_or_other_texts_leave_a_valid_pair():
    app = open_page("distinctiveness")
    app.selectbox(key="target_author").set_value("Chen Jimin").run()
    app.segmented_control(key="by").set_value("year").run()
    assert not app.exception and not app.warning and "2024 against the rest, word by word" in words(app)
    app.segmented_control(key="by").set_value("author").run()
    app.pills(key="texts").set_value(["dong-2022", "sun-2024"]).run()
    assert not app.exception and "Sun 2024 against the rest" in words(app)


def test_an_address_with_an_unknown_group_gives_one_sentence_and_the_usual_view():
    app = open_page("distinctiveness", target_author="Nobody 1999")
    assert "The address asks for “Nobody 1999”" in app.warning[0].value.replace("\\", "")
    assert not app.exception and "Sun 2024 against the rest" in words(app)


@pytest.mark.parametrize(
    "part, key, value, sentence",
    [
        ("scatter", "scatter_n", 10, ""),
        ("shift", "shift_n", 10, "The 10 words drawn make"),
        ("agreement", "agreement_n", 20, ""),
    ],
)
def test_each_slider_of_distinctiveness_changes_its_figure(part, key, value, sentence):
    app = open_page("distinctiveness")
    app.segmented_control(key="part").set_value(part).run()
    before = figures(app)[1:]
    app.slider(key=key).set_value(value).run()
    assert not app.exception and sentence in words(app) and (part == "shift" or figures(app)[1:] != before)


def test_the_length_fair_switch_changes_keyness_and_tfidf():
    app = open_page("distinctiveness")
    app.segmented_control(key="part").set_value("tfidf").run()
    app.toggle(key="fair").set_value(True).run()
    assert not app.exception and words(app).count("Cut 100 times to 742 running words") == 2


def test_a_link_opens_the_view_it_was_copied_from():
    app = open_page("frequencies", terms="peace", by="year")
    assert app.text_input(key="terms").value == "peace"
    assert "“peace” is most frequent in 2015" in words(app)


@pytest.mark.parametrize(
    "search, sentence", [("(a", "opens a bracket"), ("", "Type one or more words"), ("@nothing", "There is no family")]
)
def test_a_search_that_cannot_be_read_gives_one_sentence_and_keeps_the_last_view(search, sentence):
    app = open_page("frequencies")
    app.text_input(key="terms").set_value(search).run()
    assert not app.exception and sentence in app.info[0].value.replace("\\", "")
    assert "Below stands the last view" in words(app)
    assert len(figures(app)) == 2


def test_fewer_texts_make_fewer_groups():
    app = open_page("distinctiveness")
    app.pills(key="texts").set_value(["chen-2014", "sun-2024"]).run()
    assert len({trace["name"] for trace in figures(app)[0]["data"]}) == 2


def test_one_text_alone_gets_a_sentence_instead_of_a_comparison():
    app = open_page("distinctiveness")
    app.pills(key="texts").set_value(["sun-2024"]).run()
    assert not app.exception and "fewer than two" in app.info[0].value.replace("\\", "")


def test_no_text_chosen_means_all_texts():
    app = open_page("trends")
    app.pills(key="texts").set_value([]).run()
    assert not app.exception and "Chen 2014" in words(app)


def test_more_topics_than_the_texts_allow_give_one_sentence(corpus):
    small = corpus.select(["chen-2014"])
    with pytest.raises(OptionError, match="too many for 10 paragraphs"):
        make(small, "topic_shares", n_topics=15)


def test_the_reading_page_marks_and_counts_hits():
    app = open_page("read", text="Sun 2024", find="trust deficit")
    assert "16 hits marked" in words(app)


def test_a_text_that_cannot_be_read_is_named_on_the_page_and_the_others_are_shown(tmp_path, monkeypatch):
    from dashboard import cache

    for file in cache.TEXTS.glob("*"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "dong-2022.md").write_text("no front matter here", encoding="utf-8")
    (tmp_path / "duan-2022.md").write_bytes(b"---\nauthor: X\n---\n\xff\xfe")
    (tmp_path / "yang-2015.md").unlink()
    (tmp_path / "empty.md").touch()
    monkeypatch.setattr(cache, "TEXTS", tmp_path)
    app = open_page("trends")
    said = [warning.value.replace("\\", "") for warning in app.warning]
    assert not app.exception and len(said) == 4
    assert sorted(sentence.split()[0] for sentence in said) == [
        "dong-2022.md",
        "duan-2022.md",
        "empty.md",
        "yang-2015.md",
    ]
    assert "Chen 2014" in words(app) and "Sun 2024" in words(app)


def test_a_folder_without_any_text_gives_one_sentence(tmp_path, monkeypatch):
    from dashboard import cache

    monkeypatch.setattr(cache, "TEXTS", tmp_path / "nowhere")
    app = open_page("overview")
    assert not app.exception and "There is no folder" in app.error[0].value


@pytest.mark.parametrize(
    "name, query, title",
    [
        ("clouds", {"cloud": "what parts them"}, "Which words part each text from the rest?"),
        ("clouds", {"cloud": "what all share"}, "Which words does every text use?"),
        ("frequencies", {"terms_as": "heat map"}, "How much does each text use these words?"),
        ("frequencies", {"n_gram": "Two words"}, "Which two words in a row does each text use most?"),
        ("frequencies", {"top_as": "heat map"}, "How much does each text use the most frequent terms?"),
    ],
)
def test_a_control_of_clouds_and_frequencies_changes_what_is_shown(pages, name, query, title):
    app = open_page(name, **query)
    assert not app.exception and title in words(app)
    assert words(app) != words(pages[name])


def test_equal_length_is_shown_on_frequencies(pages):
    app = open_page("frequencies", fair="true")
    assert "500 draws" in words(app) and "500 draws" not in words(pages["frequencies"])
