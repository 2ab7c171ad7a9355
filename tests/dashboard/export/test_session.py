"""A session as one file: it opens with the same fingerprint and report, and whatever is wrong with it is one sentence."""

import io
import json
import random
import zipfile
from datetime import date

import numpy as np
import pandas as pd
import pytest

from analysis import REFERENCE, Corpus
from dashboard import __version__
from dashboard.exhibits import make
from dashboard.export import session
from dashboard.export.errors import ExportError
from dashboard.export.report import added, compose, kept, noted
from dashboard.export.session import Session, pack, unpack

SETTINGS = {"terms": "trust, “peace” <b>", "texts": ["chen-2014", "sun-2024"], "top_n": 20, "fair": True, "share": 0.1}


@pytest.fixture(scope="module")
def basket(corpus):
    pair = make(corpus.select(["sun-2024", "chen-2014"]), "term_rates", terms="peace", compounds=False)
    return noted(added(added((), kept(make(corpus, "trends"))), kept(pair)), 1, "See ¶ 3 — 重要 😀\nand more")


@pytest.fixture(scope="module")
def content(corpus, basket):
    return pack(Session(corpus, basket, SETTINGS, "A report"))


def members(content: bytes) -> dict[str, object]:
    """The JSON files of a session, read by zipfile and json."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: json.loads(archive.read(name)) for name in archive.namelist()}


def zipped(files: dict[str, object], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of these files; what is not bytes is written as JSON."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, value in files.items():
            archive.writestr(name, value if isinstance(value, bytes) else json.dumps(value))
    return made.getvalue()


def changed(content: bytes, **parts: object) -> bytes:
    """The same session with other parts in session.json."""
    files = members(content)
    return zipped(files | {"session.json": files["session.json"] | parts})


def refusal(content: bytes) -> str:
    with pytest.raises(ExportError) as error:
        unpack(content)
    return str(error.value)


def test_what_was_packed_comes_back(corpus, basket, content):
    opened = unpack(content)
    assert opened.corpus.fingerprint == corpus.fingerprint and opened.corpus.name == corpus.name
    assert opened.corpus.documents.equals(corpus.documents) and opened.corpus.ranks == corpus.ranks
    assert opened.basket == basket and opened.settings == SETTINGS
    assert opened.title == "A report" and opened.version == __version__


def test_the_report_of_an_opened_session_has_the_same_tables(corpus, basket, content):
    opened = unpack(content)
    pairs = zip(
        compose(opened.corpus, opened.basket, "").entries, compose(corpus, basket, "").entries, strict=True
    )  # fmt: skip
    for again, before in pairs:
        assert again.exhibit.table.equals(before.exhibit.table) and again.note == before.note


def test_the_same_session_gives_the_same_bytes_whatever_the_order_of_its_settings(corpus, basket, content):
    assert pack(Session(corpus, basket, dict(reversed(SETTINGS.items())), "A report")) == content


def test_the_file_is_a_zip_of_two_json_files_without_a_clock(corpus, content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        assert [member.date_time for member in archive.infolist()] == [(1980, 1, 1, 0, 0, 0)] * 2
    files = members(content)
    assert files["session.json"]["corpus"]["fingerprint"] == corpus.fingerprint
    assert [text["document_id"] for text in files["texts.json"]] == list(corpus.documents.index)


def test_roles_tokenisation_and_odd_metadata_keep_the_fingerprint():
    metadata = {"author": ["A", "B"], "year": [2001, 2002], "when": [date(2001, 5, 4), None], "score": [np.nan, 0.1]}
    texts = {"a": "It’s China’s peace.", "b": "War \u2028 and 和平."}
    made = Corpus.from_texts(texts, pd.DataFrame(metadata, index=list(texts)), REFERENCE, name="Ö / <b>")
    made = made.select(roles=("body", "note"))
    opened = unpack(pack(Session(made))).corpus
    assert opened.fingerprint == made.fingerprint and opened.name == "Ö / <b>"
    assert opened.roles == ("body", "note") and opened.tokenization == REFERENCE


def test_settings_that_no_control_can_hold_are_left_out(corpus):
    settings = {"chart": {"selection": []}, "file": object(), "wild": float("nan"), "texts": ("a", "b")}
    assert unpack(pack(Session(corpus, settings=settings))).settings == {"texts": ["a", "b"]}


@pytest.mark.parametrize(
    "wrong, sentence",
    [
        (b"", "empty"),
        (b"# A text\n", "no session of Parallax"),
        (b"PK\x03\x04 but no more", "damaged or cut off"),
        (zipped({}), "no session of Parallax"),
        (zipped({"word/document.xml": b"<w/>"}), "no session of Parallax"),
        (zipped({f"{n}.json": 1 for n in range(50)} | {"session.json": {}}), "no session of Parallax"),
        (zipped({"session.json": b"{"}), "session.json is no JSON"),
        (zipped({"session.json": b"[" * 100_000}), "session.json is no JSON"),
        (zipped({"session.json": b'{"format": 1, "title": "\\ud800"}'}), "session.json is no JSON"),
        (zipped({"session.json": [1]}), "names no format"),
        (zipped({"session.json": {"format": "1"}}), "names no format"),
        (zipped({"session.json": {"format": True}}), "names no format"),
        (zipped({"session.json": {"format": 1}}), "damaged or cut off"),
        (zipped({"session.json": {"format": 1}, "texts.json": []}), "corpus"),
        (zipped({"session.json": {"format": 1}, "texts.json": []}, zipfile.ZIP_LZMA), "no session of Parallax"),
        (zipped({"../session.json": {"format": 1}}), "no session of Parallax"),
    ],
)
def test_what_is_no_session_is_refused_in_one_sentence(wrong, sentence):
    assert sentence in refusal(wrong)


def test_a_file_from_a_newer_parallax_names_it(content):
    assert f"Parallax 9.1, which is newer than this one ({__version__})" in refusal(
        changed(content, format=2, parallax="9.1")
    )


@pytest.mark.parametrize(
    "part, value",
    [
        ("basket", {"a": 1}),
        ("basket", [1]),
        ("basket", [{"name": 3}]),
        ("basket", [{"name": "trends", "options": {"terms": {}}}]),
        ("basket", [{"name": "trends", "options": {}, "documents": [1]}]),
        ("basket", [{"name": "trends", "options": {}, "note": None}]),
        ("settings", []),
        ("settings", {"a": {"b": 1}}),
        ("settings", {"a" * 999: 1}),
        ("title", 7),
        ("parallax", None),
        ("corpus", None),
        ("corpus", {"name": "x", "roles": "body", "tokenization": {}}),
        ("corpus", {"name": "x", "roles": ["body"], "tokenization": {"eval": "1"}}),
    ],
)
def test_json_of_the_wrong_shape_names_the_place(content, part, value):
    assert refusal(changed(content, **{part: value})).startswith(f"This session cannot be read ({part}"[:28])


@pytest.mark.parametrize(
    "about, sentence",
    [
        ({"roles": ["body", "prose"]}, "roles must be one of"),
        ({"tokenization": {"case": "upper"}}, "case must be one of"),
        ({"fingerprint": "0" * 64}, "not those it was saved with"),
        ({"roles": ["body", "note"]}, "not those it was saved with"),
    ],
)
def test_a_corpus_that_does_not_fit_is_refused(content, about, sentence):
    corpus = members(content)["session.json"]["corpus"]
    assert sentence in refusal(changed(content, corpus=corpus | about))


def test_a_text_that_was_changed_afterwards_is_noticed(content):
    files = members(content)
    files["texts.json"][0]["blocks"][-1]["text"] += "!"
    assert "not those it was saved with" in refusal(zipped(files))


@pytest.mark.parametrize(
    "block",
    [7, {"role": "prose", "text": ""}, {"role": "body"}, {"role": "body", "text": "", "marks": [[1]]}, {"role": "body", "text": "", "level": "1"}],
)  # fmt: skip
def test_a_block_of_the_wrong_shape_is_refused(content, block):
    files = members(content)
    files["texts.json"][2]["blocks"][0] = block
    assert "text 3" in refusal(zipped(files))


def test_an_exhibit_that_this_version_does_not_know_is_kept_for_the_report_to_say_so(content, corpus):
    entries = [
        {"name": "hologram", "options": {"depth": [1, 2]}},
        {"name": "trends", "options": {"terms": "peace", "colour": "red"}},
        {"name": "trends", "options": {"terms": ["peace"]}},
    ]
    opened = unpack(changed(content, basket=entries))
    assert [entry.name for entry in opened.basket] == ["hologram", "trends", "trends"]
    assert opened.basket[2].options == {"terms": "peace"}
    with pytest.raises(ExportError, match=r"Number 1 of the report \(hologram\) cannot be made"):
        compose(corpus, opened.basket, "")
    with pytest.raises(ExportError, match="has no option 'colour'"):
        compose(corpus, opened.basket[1:], "")


def test_a_file_that_unpacks_to_too_much_is_refused_before_it_is_unpacked(content, monkeypatch):
    monkeypatch.setattr(session, "MOST_BYTES", 50_000)
    assert "unpacks to more than" in refusal(content)


def test_a_file_of_too_many_small_values_is_refused_before_they_are_made(content, monkeypatch):
    monkeypatch.setattr(session, "MOST_VALUES", 1000)
    assert "too many values" in refusal(zipped(members(content) | {"texts.json": [[]] * 2000}))


def test_a_cut_file_is_always_refused_in_one_sentence(content):
    for length in range(0, len(content), 97):
        assert "\n" not in refusal(content[:length])


def test_a_file_with_a_changed_byte_is_refused_or_opens_as_it_was(content, corpus, basket):
    chance, refused = random.Random(5), 0
    ends = [*range(60), *range(len(content) - 200, len(content))]
    for place in ends + [chance.randrange(len(content)) for _ in range(120)]:
        flipped = bytearray(content)
        flipped[place] ^= 1 << chance.randrange(8)
        try:
            opened = unpack(bytes(flipped))
        except ExportError:
            refused += 1
        else:
            assert opened.corpus.fingerprint == corpus.fingerprint and opened.basket == basket
    assert refused > 200
