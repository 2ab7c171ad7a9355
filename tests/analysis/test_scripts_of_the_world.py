"""Words of every script: whole letters, exact offsets, terms that meet what a reader types."""

import random
import unicodedata
from itertools import pairwise

import pytest

from analysis import Corpus, Tokenization, concordance, find
from analysis.scripts import has_unspaced, is_japanese


def forms(text: str) -> list[str]:
    return [text[start:end] for start, end in Tokenization().spans(text)]


def terms(text: str) -> list[str]:
    return [Tokenization().term(form) for form in forms(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("विश्व शांति और सहयोग।", ["विश्व", "शांति", "और", "सहयोग"]),
        ("اَلسَّلامُ عَلَيكُم، ١٢٬٣٤٥٫٦", ["اَلسَّلامُ", "عَلَيكُم", "١٢٬٣٤٥٫٦"]),
        ("می\u200cخواهم خانه\u200cها\u200c را", ["می\u200cخواهم", "خانه\u200cها", "را"]),
        ("র\u200d্যাব", ["র\u200d্যাব"]),
        ('צה"ל בית־ספר ארה״ב ג׳ורג׳', ['צה"ל', "בית־ספר", "ארה״ב", "ג׳ורג"]),
        ('אמר "שלום" לו', ["אמר", "שלום", "לו"]),
        (unicodedata.normalize("NFD", "Cộng đồng"), [unicodedata.normalize("NFD", word) for word in ("Cộng", "đồng")]),
        ("ที่มีอนาคต ร่วมกัน", ["ที่มีอนาคต", "ร่วมกัน"]),
        ("oʼzbek col·lega a·b", ["oʼzbek", "col·lega", "a", "b"]),
        ("በሰላም፡ኢትዮጵያ", ["በሰላም", "ኢትዮጵያ"]),
        ("한국의 외교", ["한국의", "외교"]),
        ("U.S.–Việt Nam’s 2,500 mục", ["U.S.", "Việt", "Nam’s", "2,500", "mục"]),
        ("人類運命共同体の構築、コミュニティー・センター", ["人類運命共同体", "の", "構築", "コミュニティー", "センター"]),
        ("\u0301 ZWJ\u200d", ["ZWJ"]),
    ],
)  # fmt: skip
def test_tokens_of_a_script(text, found):
    assert forms(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("İstanbul istanbul ışık", ["istanbul", "istanbul", "ışık"]),
        ("ΚΟΣΜΟΣ κόσμος", ["κοσμος", "κόσμος"]),
        ("Straße STRASSE", ["straße", "strasse"]),
        ("МИР", ["мир"]),
        ("مـــرحبا", ["مرحبا"]),
        (unicodedata.normalize("NFD", "Détente Việt"), ["détente", "việt"]),
    ],
)
def test_terms_of_a_script(text, found):
    assert terms(text) == found


def letters_of_all_kinds(seed: int) -> str:
    """Random Unicode, thick with what is hard: marks, joiners, Han, kana, Thai, signs, spaces, lone halves of pairs."""
    draw = random.Random(seed)
    ranges = [
        (0x20, 0x7F), (0xA0, 0x250), (0x300, 0x370), (0x5D0, 0x6FF), (0x900, 0x980), (0xE00, 0xE80), (0x2000, 0x2070),
        (0x3000, 0x3100), (0x4E00, 0x4F00), (0xAC00, 0xAD00), (0xFE00, 0xFE10), (0xD800, 0xDFFF), (0x1F600, 0x1F650),
        (0x20000, 0x20100), (0xE0100, 0xE01F0), (0, 0x10FFFF),
    ]  # fmt: skip
    return "".join(chr(draw.randint(*draw.choice(ranges))) for _ in range(400))


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("chinese", ["words", "characters"])
def test_whatever_the_text_tokens_are_in_order_hold_all_letters_and_have_a_term(seed, chinese):
    text, tokenization = letters_of_all_kinds(seed), Tokenization(chinese=chinese)
    spans = tokenization.spans(text)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    inside = {place for start, end in spans for place in range(start, end)}
    assert not [letter for place, letter in enumerate(text) if letter.isalpha() and place not in inside]
    for start, end in spans:
        term = tokenization.term(text[start:end])
        assert term == tokenization.term(term) == unicodedata.normalize("NFC", term)


@pytest.mark.parametrize("seed", range(3))
def test_the_offsets_of_a_corpus_give_its_forms_whatever_the_text(seed):
    corpus = Corpus.from_texts({"a": letters_of_all_kinds(seed).encode("utf-8", "replace").decode()})
    text = corpus.text("a")
    assert all(text[row.start : row.end] == row.form for row in corpus.tokens_frame().itertuples())


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("a" * 2**20, 1),
        ("".join("a" + "\u0301\u0327" * 15 for _ in range(9_000)), 1),
        ("a" + "\u200d" * 300_000, 1),
        ("e\u0301" + "-'" * 200_000, 1),
        ("א\"" * 100_000, 1),
        ("U." * 100_000 + "é\u0301", 2),
        ("あ" * 200_000, 1),
        ("\u0301" * 200_000, 0),
    ],
    ids=["one letter", "marks", "joiners", "hyphens", "quotes", "stops", "kana", "marks alone"],
)  # fmt: skip
def test_hostile_text_is_read_in_one_go(text, number):
    # A rule that goes back over what it read would not come to an end here.
    assert len(Tokenization().spans(text)) == number


@pytest.mark.parametrize("typed", ["é", "e\u0301", "É", "E\u0301"])
@pytest.mark.parametrize("written", ["détente é", "détente e\u0301"])
def test_a_letter_is_found_however_its_accent_is_written(typed, written):
    corpus = Corpus.from_texts({"a": written})
    assert len(find(corpus, typed)) == 1


def test_words_of_other_scripts_are_found_and_shown():
    corpus = Corpus.from_texts({"hi": "विश्व शांति और सहयोग। शांति ही मार्ग है।", "he": 'צה"ל הגיב. לפי צה"ל, כן.'})
    assert len(concordance(corpus, "शांति")) == 2
    assert len(find(corpus, "शां*")) == 2
    assert len(concordance(corpus, "صلح|שלום|הגיב")) == 1


def test_a_text_that_quotes_kana_is_no_japanese():
    assert is_japanese("人類運命共同体の構築を推進する")
    assert not is_japanese("他说：“の”是日语里最常见的一个字，意思相当于汉语里的“的”。")
    assert has_unspaced("สันติภาพ") and not has_unspaced("peace 和平")
