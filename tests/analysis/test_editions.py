"""The bundled editions hold every word of the source files, each once and under its right role."""

import hashlib
import re
import unicodedata
from functools import cache

import pytest

from analysis import REFERENCE, Corpus, frequencies
from analysis.texts.blocks import ROLES, Block

from .tables import DOCUMENTS, SOURCES, hits_by_text, rows, terms_in_order

# The reference tokeniser, written down here a second time so that it does not depend on the package.
TOKEN = re.compile(r"(?:[a-z]\.){2,}|[^\W\d_]+(?:[-'][^\W\d_]+)*|\d+(?:[.,]\d+)*")
STRAIGHT = str.maketrans("’‘“”", "''\"\"")
DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")

# Paragraphs that a page break has cut in two: line of the first half -> line of the second.
JOINS = {
    "duan-2022": {55: 57},
    "sun-2024": {
        15: 19, 31: 35, 45: 49, 57: 63, 83: 87, 93: 97, 107: 109, 115: 121, 129: 131, 153: 157, 161: 165, 173: 179,
        185: 189, 197: 201, 207: 213, 217: 221, 227: 235, 243: 247, 265: 267, 275: 279, 287: 293, 311: 313, 323: 329,
        337: 342,
    },
}  # fmt: skip
# Words mended, dashes restored, escapes resolved: (text, line) -> (as printed, as meant, how often).
REPAIRS = {
    ("yang-2015", 10): [
        ("justice-enshrined in the UN Charter-remains", "justice—enshrined in the UN Charter—remains", 1)
    ],
    ("yang-2015", 85): [("opportu-nities", "opportunities", 1)],
    ("yang-2015", 94): [("demo-cracy", "democracy", 1)],
    ("duan-2022", 31): [(r"US\$", "US$", 2)],
}
# The marks of notes in the running text.
MARKS = {"sun-2024": re.compile("[⁰¹²³⁴-⁹]+"), "duan-2022": re.compile(r"\^?\[([1-4])\]")}
# The label before a note or reference, and the markup inside.
LABELS = {"note": re.compile(r"([⁰¹²³⁴-⁹]+|\d+) "), "reference": re.compile(r"- \[(\d)\] ")}
MARKUP = re.compile(r"[*<>]")
# Unnumbered: who wrote it and where it first stood.
SOURCE_NOTE = ("sun-2024", 17)


def tidy(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


@cache
def source_lines(document_id: str) -> dict[int, str]:
    """The lines of a source file that are not blank, by number from 1."""
    lines = (SOURCES / f"{document_id}.txt").read_text(encoding="utf-8").split("\n")
    return {number: line for number, line in enumerate(lines, start=1) if line.strip()}


def listed_lines(document_id: str) -> list[tuple[str, list[int]]]:
    """The roles of a source file with the lines listed for each."""
    listed = []
    for row in rows("source_roles.tsv"):
        if row["document_id"] != document_id:
            continue
        numbers: list[int] = []
        for part in row["lines"].split():
            first, _, last = part.partition("-")
            numbers += range(int(first), int(last or first) + 1)
        if "-" in row["lines"]:
            numbers = [number for number in numbers if number in source_lines(document_id)]
        listed.append((row["role"], numbers))
    return listed


@cache
def role_of_line(document_id: str) -> dict[int, str]:
    """The role of every line that is not blank, in order; the body gives way to any other role."""
    roles: dict[int, str] = {}
    for role, numbers in sorted(listed_lines(document_id), key=lambda listed: listed[0] != "body"):
        roles |= dict.fromkeys(numbers, role)
    return dict(sorted(roles.items()))


def mended(document_id: str, number: int) -> str:
    """A source line with its listed repairs."""
    line = source_lines(document_id)[number]
    for printed, meant, times in REPAIRS.get((document_id, number), []):
        assert line.count(printed) == times
        line = line.replace(printed, meant)
    return line


def without_marks(document_id: str, text: str) -> tuple[str, tuple[tuple[int, str], ...]]:
    """A running text freed of note marks, and the marks: (offset in the text that is left, label)."""
    kept, marks, end = "", [], 0
    for match in MARKS[document_id].finditer(text) if document_id in MARKS else ():
        kept += text[end : match.start()]
        marks.append((len(kept), match[match.lastindex or 0].translate(DIGITS)))
        end = match.end()
    return kept + text[end:], tuple(marks)


def expected_block(document_id: str, number: int, role: str) -> tuple:
    """What the edition must make of the line: role, words, label, note marks."""
    if role in LABELS and (document_id, number) != SOURCE_NOTE:
        line = mended(document_id, number)
        label = LABELS[role].match(line)
        return role, tidy(MARKUP.sub("", line[label.end() :])), label[1].translate(DIGITS), ()
    if role == "body":
        text, following = mended(document_id, number), JOINS.get(document_id, {}).get(number)
        if following:
            text += " " + mended(document_id, following)
        text, marks = without_marks(document_id, tidy(text))
        return role, text, "", marks
    return role, tidy(MARKUP.sub("", mended(document_id, number))), "", ()


def expected_blocks(document_id: str) -> list[tuple]:
    """The edition as it follows from the source file: blocks in order, the numbered notes and references last."""
    second_halves = set(JOINS.get(document_id, {}).values())
    blocks = [
        expected_block(document_id, number, role)
        for number, role in role_of_line(document_id).items()
        if number not in second_halves
    ]
    return [block for block in blocks if not block[2]] + [block for block in blocks if block[2]]


def reference_tokens(text: str) -> list[str]:
    return TOKEN.findall(text.translate(STRAIGHT).lower())


def body(corpus: Corpus, document_id: str) -> list[Block]:
    return [block for block in corpus.blocks(document_id) if block.role == "body"]


@pytest.mark.parametrize("row", rows("source_sha256.tsv"), ids=lambda row: row["file"])
def test_source_files_are_unchanged(row):
    assert hashlib.sha256((SOURCES / row["file"]).read_bytes()).hexdigest() == row["sha256"]


@pytest.mark.parametrize("document_id", DOCUMENTS)
def test_every_source_line_has_exactly_one_role(document_id):
    listed = listed_lines(document_id)
    others = [number for role, numbers in listed if role != "body" for number in numbers]
    assert len(others) == len(set(others))
    # A range may hold lines of other roles; a line named on its own may not be in two lists.
    named = {int(part) for row in rows("source_roles.tsv") for part in row["lines"].split()
             if row["document_id"] == document_id and row["role"] == "body" and "-" not in part}  # fmt: skip
    assert not named & set(others)
    assert list(role_of_line(document_id)) == list(source_lines(document_id))


@pytest.mark.parametrize("document_id", DOCUMENTS)
def test_every_character_of_the_source_stands_in_its_block(corpus, document_id):
    blocks = [(block.role, block.text, block.label, block.marks) for block in corpus.blocks(document_id)]
    assert blocks == expected_blocks(document_id)


@pytest.mark.parametrize("document_id", DOCUMENTS)
@pytest.mark.parametrize("role", ROLES)
def test_every_word_of_the_source_stands_under_its_role_in_order(corpus, document_id, role):
    """The accounting of words, without joins or blocks: nothing lost, nothing added, nothing moved."""
    of_source = []
    for number, given in role_of_line(document_id).items():
        if given == role:
            text = mended(document_id, number)
            if role in LABELS and (document_id, number) != SOURCE_NOTE:
                text = LABELS[role].sub("", text, count=1)
            if role == "body":
                text, _ = without_marks(document_id, text)
            of_source += reference_tokens(text)
    of_edition = [
        token for block in corpus.blocks(document_id) if block.role == role for token in reference_tokens(block.text)
    ]
    assert of_edition == of_source


@pytest.mark.parametrize(("document_id", "last"), [("sun-2024", 32), ("duan-2022", 4)])
def test_note_marks_and_notes_answer_each_other(corpus, document_id, last):
    marks = [label for block in body(corpus, document_id) for _, label in block.marks]
    notes = [block.label for block in corpus.blocks(document_id) if block.label]
    assert marks == notes == [str(number) for number in range(1, last + 1)]


@pytest.mark.parametrize("document_id", ["chen-2014", "yang-2015", "dong-2022"])
def test_texts_without_notes_have_no_marks_or_labels(corpus, document_id):
    assert not any(block.marks or block.label for block in corpus.blocks(document_id))


@pytest.mark.parametrize("document_id", DOCUMENTS)
def test_no_paragraph_is_cut_by_a_page_break(corpus, document_id):
    # In these texts a paragraph that does not end in closing punctuation is one that a page break has cut.
    assert [
        block.text[-40:] for block in body(corpus, document_id) if not re.search("[.:?!][”\"']?$", block.text)
    ] == []


@pytest.mark.parametrize("document_id", DOCUMENTS)
def test_each_edition_has_one_title_and_lower_headings(corpus, document_id):
    levels = [block.level for block in corpus.blocks(document_id) if block.role == "heading"]
    assert levels[0] == 1 and min(levels[1:], default=2) >= 2
    assert corpus.documents.loc[document_id, "title"] == next(
        block.text for block in corpus.blocks(document_id) if block.role == "heading"
    )


@pytest.mark.parametrize(
    ("document_id", "sections"), [("chen-2014", 0), ("yang-2015", 6), ("dong-2022", 0), ("sun-2024", 4)]
)
def test_sections_stand_right_below_the_title(corpus, document_id, sections):
    levels = [block.level for block in corpus.blocks(document_id) if block.role == "heading"]
    assert levels == [1] + [2] * sections


def test_numbered_subsections_stand_below_their_section(corpus):
    for block in corpus.blocks("duan-2022"):
        if block.role == "heading" and re.match(r"\d", block.text):
            assert block.level == (3 if re.match(r"\d\.\d ", block.text) else 2), block.text


@pytest.mark.parametrize("row", rows("reference_counts.tsv"), ids=lambda row: row["document_id"])
def test_white_space_words_of_file_and_body(corpus, row):
    source = (SOURCES / f"{row['document_id']}.txt").read_text(encoding="utf-8")
    assert len(source.split()) == int(row["file_words"])
    assert sum(len(block.text.split()) for block in body(corpus, row["document_id"])) == int(row["body_words"])


@pytest.mark.parametrize(
    ("document_id", "role", "words"),
    [("duan-2022", "abstract", 109), ("chen-2014", "boilerplate", 14), ("dong-2022", "boilerplate", 12),
     ("yang-2015", "byline", 19), ("sun-2024", "boilerplate", 239)],
)  # fmt: skip
def test_white_space_words_of_other_roles(corpus, document_id, role, words):
    assert sum(len(block.text.split()) for block in corpus.blocks(document_id) if block.role == role) == words


@pytest.mark.parametrize("row", rows("reference_counts.tsv"), ids=lambda row: row["document_id"])
def test_body_is_the_reference_body(reference_corpus, row):
    text = "\n\n".join(block.text for block in body(reference_corpus, row["document_id"]))
    assert hashlib.sha256(text.encode()).hexdigest() == row["body_sha256"]


@pytest.mark.parametrize("row", rows("reference_counts.tsv"), ids=lambda row: row["document_id"])
def test_words_are_the_reference_words(reference_corpus, row):
    tokens = reference_corpus.tokens_frame()
    words = tokens.loc[(tokens["document_id"] == row["document_id"]) & tokens["is_word"], "term"]
    assert hashlib.sha256("\n".join(words).encode()).hexdigest() == row["words_sha256"]


@pytest.mark.parametrize("row", rows("reference_counts.tsv"), ids=lambda row: row["document_id"])
def test_reference_counts_of_each_text(reference_corpus, row):
    documents = reference_corpus.documents.loc[row["document_id"]]
    assert documents["n_tokens"] == int(row["tokens"])
    assert documents["n_words"] == int(row["words"])
    assert documents["n_tokens"] - documents["n_words"] == int(row["numbers"])
    assert documents["n_paragraphs"] == int(row["paragraphs"])
    counts = frequencies(reference_corpus.select([row["document_id"]]), intervals=False)["count"]
    assert (counts > 0).sum() == int(row["types"])
    assert (counts == 1).sum() == int(row["hapaxes"])


def test_reference_counts_of_all_texts(reference_corpus):
    totals = reference_corpus.documents[["n_tokens", "n_words", "n_paragraphs"]].sum()
    assert totals.tolist() == [14_578, 14_462, 201]
    assert reference_corpus.is_word.sum() == 2_614


def test_texts_stand_in_order_of_time(corpus):
    assert corpus.documents.index.tolist() == DOCUMENTS


@pytest.mark.parametrize(
    ("document_id", "author", "year", "date", "standing", "genre"),
    [
        ("chen-2014", "Chen Jimin", 2014, "2014-09-02", "scholar", "op-ed"),
        ("yang-2015", "Yang Jiechi", 2015, None, "official", "official essay"),
        ("dong-2022", "Dong Chunling", 2022, "2022-05-10", "scholar", "op-ed"),
        ("duan-2022", "Huimin Duan", 2022, None, "scholar", "journal article"),
        ("sun-2024", "Sun Jisheng", 2024, None, "scholar", "journal article in translation"),
    ],
)
def test_metadata_of_each_text(corpus, document_id, author, year, date, standing, genre):
    row = corpus.documents.loc[document_id]
    assert (row["author"], row["year"], row["standing"], row["genre"]) == (author, year, standing, genre)
    assert row["date"] == date if date else row.isna()["date"]


def test_a_date_known_only_as_not_before_says_so(corpus):
    assert corpus.documents.loc["duan-2022", "date_certainty"] == "not before"


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("China's", "china's"),
        ("China’s", "china's"),
        ("China–U.S.", "china u.s."),
        ("China-US", "china-us"),
        ("China-U.S.", "china-u s"),
        ("U.S.-China", "u.s. china"),
        ("U.S.-led", "u.s. led"),
        ("US-led", "us-led"),
        ("win-win Win-win", "win-win win-win"),
        ("U.S.", "u.s."),
        ("2.9%", "2.9"),
        ("US$1.04", "us 1.04"),
        ("opportunities", "opportunities"),
        ("opportu-nities", "opportu-nities"),
        ("Belt and Road", "belt and road"),
        ("“Belt and Road”", "belt and road"),
        ("‘Belt and Road’", "belt and road"),
        ("co-chair", "co-chair"),
        ("don't don’t", "don't don't"),
        ("countries' countries’", "countries countries"),
        ("COVID-19", "covid 19"),
        ("9/11", "9 11"),
        ("2,500", "2,500"),
        ("21st 70th 1980s G7", "21 st 70 th 1980 s g 7"),
    ],
)
def test_what_the_reference_rule_yields(text, terms):
    corpus = Corpus.from_texts({"a": text}, tokenization=REFERENCE)
    assert terms_in_order(corpus) == terms.split()
    assert corpus.documents["n_words"].item() == sum(not term[0].isdigit() for term in terms.split())


@pytest.mark.parametrize(
    ("stray", "counts"),
    [("th", [0, 2, 0, 1, 4]), ("st", [0, 0, 0, 0, 1]), ("s", [0, 0, 1, 0, 1]), ("g", [0, 1, 0, 0, 1]),
     ("china-u", [0, 0, 1, 0, 0])],
)  # fmt: skip
def test_stray_words_are_part_of_the_reference_numbers(reference_corpus, stray, counts):
    table = frequencies(reference_corpus, terms=[stray], intervals=False).set_index("group")["count"]
    assert [table[document_id] for document_id in DOCUMENTS] == counts


@pytest.mark.parametrize(
    ("document_id", "passage"),
    [
        ("dong-2022", "It’s meaning"), ("dong-2022", "what one party side gains"), ("dong-2022", "may risk of collapse"),
        ("dong-2022", "Rather that focusing"), ("dong-2022", "Kenneth Liberthal"), ("duan-2022", "new crown epidemic"),
        ("chen-2014", "incidents ."), ("yang-2015", "[…]"),
    ],
)  # fmt: skip
def test_errors_of_the_sources_are_kept(corpus, document_id, passage):
    assert passage in corpus.text(document_id)


def test_references_do_not_count_as_body(corpus):
    # The phrase stands in a reference of duan-2022 only.
    phrase = "community with a shared future for mankind"
    assert hits_by_text(corpus, phrase) == [0, 0, 0, 0, 0]
    assert hits_by_text(corpus.select(roles=["body", "reference"]), phrase) == [0, 0, 0, 1, 0]


@pytest.mark.parametrize(
    ("document_id", "query", "whole", "in_body"),
    [
        ("sun-2024", "trust", 68, 56), ("sun-2024", "trust (deficit|deficits)", 21, 16), ("sun-2024", "China", 108, 87),
        ("sun-2024", "cooperation", 35, 28), ("duan-2022", "cooperation", 43, 34),
        ("duan-2022", "one belt (one|and one) road", 21, 16),
    ],
)  # fmt: skip
def test_whole_file_counts_more_than_the_body(corpus, document_id, query, whole, in_body):
    place = DOCUMENTS.index(document_id)
    assert hits_by_text(corpus, query)[place] == in_body
    assert hits_by_text(corpus.select(roles=list(ROLES)), query)[place] == whole
