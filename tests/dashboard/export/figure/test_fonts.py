"""Breaking lines by the widths of the embedded faces."""

import base64
import io

import pytest
from fontTools.ttLib import TTFont
from PIL import ImageFont

from dashboard.export.figure import fonts


def test_a_line_is_as_wide_as_another_program_measures_it():
    rule = next(rule for rule in fonts.embedded("").splitlines() if '"Source Sans"' in rule and "weight:400" in rule)
    font = TTFont(io.BytesIO(base64.b64decode(rule.split("base64,")[1].split('"')[0])))
    font.flavor = None
    font.save(plain := io.BytesIO())
    text = "The global trust deficit, 2014–2024"
    measured = ImageFont.truetype(io.BytesIO(plain.getvalue()), 200).getlength(text) / 200
    assert fonts.width(text, 1) == pytest.approx(measured, rel=0.005)


def test_no_line_is_wider_than_its_room_and_no_word_is_lost():
    text = (
        "Most frequent, per 1,000 words: Chen 2014 china (14.8); an-extraordinarily-long-word-without-any-blank-in-it."
    )
    lines = fonts.wrapped(text, 90, 12)
    assert all(fonts.width(line, 12) <= 90 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_no_words_are_one_empty_line():
    assert fonts.wrapped("", 90, 12) == [""]


def test_without_the_files_nothing_is_embedded_and_lines_still_break(monkeypatch):
    monkeypatch.setattr(fonts, "font_file", lambda face: None)
    fonts._advances.cache_clear()
    try:
        assert fonts.embedded("abc") == ""
        assert len(fonts.wrapped("several words that need room", 60, 12)) > 1
    finally:
        fonts._advances.cache_clear()


def test_letters_that_a_face_lacks_or_that_leave_no_mark_make_no_face():
    usual = fonts.embedded("")
    assert fonts.embedded("汉\n\u2009\u202e") == usual
    assert fonts.embedded("ж汉").count("@font-face") > usual.count("@font-face")
