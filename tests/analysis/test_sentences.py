"""Where sentences begin."""

import pytest

from analysis.sentences import sentence_starts


def sentences(text: str) -> list[str]:
    starts = sentence_starts(text)
    return [text[start:end].strip() for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


@pytest.mark.parametrize(
    "expected",
    [
        ["One sentence."],
        ["One.", "Two.", "Three."],
        ["Is it so?", "It is!", "Well…", "Then so be it."],
        ["“Trust is good.”", "Control is better."],
        ["He said “yes.”", "“No,” she said."],
        ["(It was so.)", "Now it is not."],
        ["It rose to 2.9% in 2023.", "Then it fell."],
        ["It was 2015.", "3 of them went."],
        ["No stop at the end"],
        ["Mr. Wang met Dr. Li and Gen. Wu."],
        ["See No. 4, Vol. 2, pp. 8 and Fig. 3 of it."],
        ["Chen Jimin, Ph.D. Candidate, wrote it."],
        ["W. J. Burns and B. Ki-moon spoke."],
        ["They met on Jan. 5 and Sept. 9 of that year."],
        ["The U.S. President spoke."],
        ["It concerns the U.S.", "The rest is silent."],
        ["He left the U.S.", "China stayed."],
        ["It was so. it went on."],
        ["Rates, e.g. of growth, i.e. not of trust, cf. above."],
        ["Éire is an island.", "Österreich is not."],
        ["世界很大。", "我们很小。"],
        ["«Oui.»", "« Non. »", "¿No?", "¡Sí!", "Ärger."],
        ["Москва.", "Он живёт на ул. ленина и в г. москве."],
    ],
    ids=lambda expected: " | ".join(expected)[:40],
)  # fmt: skip
def test_sentences_of_a_paragraph(expected):
    gap = "" if "。" in expected[0] else " "
    assert sentences(gap.join(expected)) == expected


@pytest.mark.parametrize(
    "expected",
    [
        ["他说：“和平！”", "对吗？！", "要合作；", "也要共赢。"],
        ["「平和。」", "と言った。"],
        ["هل هذا صحيح؟", "نعم."],
        ["یہ امن ہے۔", "وہ جنگ ہے۔"],
        ["शांति है।", "सहयोग है॥", "मार्ग"],
        ["ကမ္ဘာ။", "ငြိမ်းချမ်း။"],
        ["ሰላም።", "ነው።"],
        ["增长２．９％．", "然后下降．"],
    ],
    ids=lambda expected: expected[0],
)
def test_full_stops_of_other_scripts_need_no_space(expected):
    assert sentences("".join(expected)) == expected
    assert sentences(" ".join(expected)) == expected


@pytest.mark.parametrize("abbreviation", ["vol.", "no.", "fig.", "art."])
def test_an_abbreviation_in_small_letters_ends_no_sentence(abbreviation):
    text = f"It stands in {abbreviation} 2 of the work."
    assert sentences(text) == [text]


@pytest.mark.parametrize("text", ["", " ", "\u00a0"])
def test_an_empty_text_has_no_sentence(text):
    assert sentence_starts(text) == []


def test_a_closing_mark_at_the_end_opens_no_sentence():
    assert sentence_starts("One. ") == [0]
    assert sentence_starts("一。") == [0]


def test_starts_rise_from_the_first_letter_on(corpus):
    for document_id in corpus.documents.index:
        for block in corpus.blocks(document_id):
            starts = sentence_starts(block.text)
            assert starts[0] == 0 and starts == sorted(set(starts)) and starts[-1] < len(block.text)


@pytest.mark.parametrize(
    ("document_id", "opening", "number"),
    [("chen-2014", "China-US relations have gone", 6), ("dong-2022", "It is reflected mainly", 1)],
)
def test_sentences_of_known_paragraphs(corpus, document_id, opening, number):
    text = next(block.text for block in corpus.blocks(document_id) if block.text.startswith(opening))
    assert len(sentence_starts(text)) == number, sentences(text)
