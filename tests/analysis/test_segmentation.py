"""Chinese: its words, both ways of writing it, and what is done where nothing is installed for it."""

import subprocess
import sys
from pathlib import Path

import pytest

from analysis import REFERENCE, Corpus, OptionError, Tokenization, find, frequencies, needs_segmentation
from analysis import segmentation as module
from analysis.segmentation import chinese_words, notices, segmenter, simplified

SIMPLIFIED = """构建人类命运共同体是中国外交的总目标，需要各国携手合作、共同努力。
面对和平赤字、发展赤字、安全赤字、治理赤字和信任赤字，国际社会应当加强沟通与协调。
习近平主席提出全球发展倡议、全球安全倡议和全球文明倡议。
中国坚持合作共赢，反对单边主义和霸权主义，推动建设新型国际关系。
中美关系的健康稳定发展符合两国人民的根本利益，也是国际社会的普遍期待。
讲好中国故事，传播好中国声音，提升国际话语权。"""
TRADITIONAL = """構建人類命運共同體是中國外交的總目標，需要各國攜手合作、共同努力。
面對和平赤字、發展赤字、安全赤字、治理赤字和信任赤字，國際社會應當加強溝通與協調。
習近平主席提出全球發展倡議、全球安全倡議和全球文明倡議。
中國堅持合作共贏，反對單邊主義和霸權主義，推動建設新型國際關係。
中美關係的健康穩定發展符合兩國人民的根本利益，也是國際社會的普遍期待。
講好中國故事，傳播好中國聲音，提升國際話語權。"""


@pytest.fixture
def nothing_installed(monkeypatch):
    monkeypatch.setattr(module, "find_spec", lambda name: None)


def both(**options) -> Corpus:
    return Corpus.from_texts({"s": SIMPLIFIED, "t": TRADITIONAL}, tokenization=Tokenization(**options))


def terms(corpus: Corpus, document: str) -> list[str]:
    frame = corpus.tokens_frame()
    return frame.loc[frame["document_id"] == document, "term"].tolist()


def test_words_of_a_sentence():
    found = terms(both(), "s")
    assert found[:12] == "构建 人类 命运 共同体 是 中国 外交 的 总 目标 需要 各国".split()
    assert {"习近平", "信任", "赤字", "倡议", "霸权主义", "话语权"} <= set(found)


def test_both_ways_of_writing_are_cut_alike():
    corpus = both()
    assert [simplified(term) for term in terms(corpus, "t")] == terms(corpus, "s")
    assert "國際" in corpus.terms and "国际" in corpus.terms


def test_made_simplified_both_have_the_same_terms_and_the_text_stays():
    corpus = both(script="simplified")
    assert terms(corpus, "t") == terms(corpus, "s")
    assert corpus.text("t") == TRADITIONAL.replace("\n", "\n\n") and "國際" in corpus.forms
    counts = frequencies(corpus, by="document_id", intervals=False).pivot(index="term", columns="group", values="count")
    assert (counts["s"] == counts["t"]).all()


@pytest.mark.parametrize("options", [{}, {"script": "simplified"}, {"chinese": "characters"}])
def test_offsets_stay_those_of_the_text(options):
    corpus = both(**options)
    for row in corpus.tokens_frame().itertuples():
        assert corpus.text(row.document_id)[row.start : row.end] == row.form


@pytest.mark.parametrize("options", [{}, {"chinese": "characters"}])
@pytest.mark.parametrize(
    "typed", ["人类命运共同体", "命运共同体", "信任赤字", "全球 安全倡议", "国际社会|话语权", "习近平主席", "合作共赢"]
)
def test_a_search_needs_not_know_where_words_end(typed, options):
    corpus = Corpus.from_texts({"s": SIMPLIFIED}, tokenization=Tokenization(**options))
    wanted = sum(SIMPLIFIED.count(part.replace(" ", "")) for part in typed.split("|"))
    hits = find(corpus, typed)
    assert len(hits) == wanted > 0
    stream, text = corpus.tokens, corpus.text("s")
    for first, length in zip(hits.position, hits.length, strict=True):
        assert text[stream.start[first] : stream.end[first + length - 1]] in typed.replace(" ", "").split("|")


def test_a_search_in_one_way_of_writing_finds_the_other_only_where_it_is_made_the_same():
    assert len(find(both(), "国际社会")) == 2
    assert len(find(both(script="simplified"), "國際社會")) == len(find(both(script="simplified"), "国际社会")) == 4


def test_a_search_crosses_no_paragraph_and_needs_all_its_characters():
    corpus = Corpus.from_texts({"a": "我们坚持和平\n赤字不是目的"})
    assert len(find(corpus, "和平赤字")) == 0
    assert len(find(corpus, "和平发展")) == 0
    assert len(find(corpus, "中")) == 0


def test_a_search_of_one_character_many_times_comes_to_an_end():
    corpus = Corpus.from_texts({"a": "人人人人人 " * 50 + "人" * 400})
    # Six hundred and fifty of them; a space between words parts no phrase.
    assert len(find(corpus, "人" * 100)) == 6


def test_latin_words_and_numbers_stand_apart_from_chinese():
    corpus = Corpus.from_texts({"a": "2024年WTO成员国"})
    assert terms(corpus, "a") == ["2024", "年", "wto", "成员国"]


def test_a_selector_of_a_shape_stays_with_its_character():
    corpus = Corpus.from_texts({"a": "葛\U000e0100城国家"})
    assert corpus.tokens_frame()["form"].str.cat() == "葛\U000e0100城国家"
    assert "国家" in corpus.forms


def test_without_the_libraries_each_character_counts_and_everything_says_so(nothing_installed):
    corpus = both(script="simplified")
    assert terms(corpus, "t")[:4] == ["構", "建", "人", "類"]
    assert "Chinese in characters, characters as written" in corpus.describe_tokens()
    (notice,) = notices([SIMPLIFIED])
    assert "character by character" in notice and "requirements-chinese.txt" in notice
    assert simplified("國") == "國" and segmenter() == "characters"


def test_the_receipt_and_the_fingerprint_tell_how_chinese_was_treated(monkeypatch):
    corpora = [both(), both(chinese="characters"), both(script="simplified")]
    assert len({corpus.fingerprint for corpus in corpora}) == len({corpus.describe_tokens() for corpus in corpora}) == 3
    monkeypatch.setattr(module, "find_spec", lambda name: None)
    assert both().fingerprint not in {corpora[0].fingerprint, corpora[2].fingerprint}
    assert both().fingerprint_under(corpora[0].chinese_rule) == corpora[0].fingerprint


def test_texts_without_chinese_have_the_fingerprint_they_always_had(corpus):
    assert corpus.fingerprint.startswith("7e7c0ea09b9f")
    assert corpus.select(tokenization=REFERENCE).fingerprint.startswith("b8c9eb7a581c")
    assert corpus.chinese_rule == "" and "Chinese" not in corpus.describe_tokens()


def test_the_libraries_are_not_loaded_for_texts_without_chinese():
    code = (
        "import sys; from analysis import *; c = Corpus.from_texts({'a': 'Détente — мир, 평화, สันติภาพ'}); c.stop_list;"
        "find(c, 'мир'); assert not {'rjieba', 'opencc'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2])


def test_notices_are_for_the_scripts_that_are_there():
    assert notices(["English only", ""]) == []
    assert notices([SIMPLIFIED]) == []
    assert "kanji" in notices(["人類運命共同体の構築"])[0]
    assert "Thai" in notices(["สันติภาพ"])[0]
    assert needs_segmentation([SIMPLIFIED]) and not needs_segmentation(["peace", "人類運命共同体の構築"])


def test_a_conversion_is_as_long_as_the_text():
    assert len(simplified(TRADITIONAL)) == len(TRADITIONAL)
    assert simplified(TRADITIONAL) == SIMPLIFIED
    assert chinese_words("") == []


@pytest.mark.parametrize("options", [{"chinese": "letters"}, {"script": "traditional"}])
def test_an_impossible_option_is_refused(options):
    with pytest.raises(OptionError, match="must be one of"):
        Tokenization(**options)
