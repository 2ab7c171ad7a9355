"""How hard is a text to read, by the length of its sentences and words? Formulae for English."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from .corpus import Corpus
from .errors import AnalysisError, require_one_of
from .languages import language_name
from .measure import Measure
from .metadata import group_documents
from .result import from_rows
from .sentences import sentence_starts
from .syllables import syllables
from .tokens import REFERENCE, is_number

READABILITY_DTYPES = {
    "group": "str", "measure": "str", "value": "float64", "words": "int64", "sentences": "int64",
    "words_per_sentence": "float64", "syllables_per_word": "float64", "note": "str",
}  # fmt: skip
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")


@dataclass(frozen=True)
class Counts:
    """What the formulae count in a text.

    complex_words: words of three or more syllables; characters: letters, figures and punctuation, no white space;
    letters: the letters of the words.
    """

    words: int = 0
    sentences: int = 0
    syllables: int = 0
    complex_words: int = 0
    characters: int = 0
    letters: int = 0


@dataclass(frozen=True)
class Readability(Measure):
    """A readability formula.

    harder: the direction of a harder text, "higher" or "lower"; minimum_sentences: below them it has no value.
    """

    harder: Literal["higher", "lower"] = "higher"
    minimum_sentences: int = 1


def count_text(text: str) -> Counts:
    """Count words, sentences and syllables of a text, each line a paragraph.

    Words are the tokens of the corpus in Latin letters, numbers left out; a compound (win-win) is one word.
    A sentence without a word is none. Syllables by the rules of `syllables`.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    found = [_words(line) for line in lines]
    words = [word for in_line in found for _, word in in_line]
    lengths = [syllables(word) for word in words]
    return Counts(
        words=len(words),
        sentences=sum(_sentences(line, in_line) for line, in_line in zip(lines, found, strict=True)),
        syllables=sum(lengths),
        complex_words=sum(length >= 3 for length in lengths),
        characters=sum(len("".join(line.split())) for line in lines),
        letters=sum(letter.isalpha() for word in words for letter in word),
    )


def flesch(counts: Counts) -> float:
    """Flesch Reading Ease: 206.835 − 1.015·words/sentences − 84.6·syllables/words. Source: Flesch 1948."""
    return 206.835 - 1.015 * counts.words / counts.sentences - 84.6 * counts.syllables / counts.words


def flesch_kincaid(counts: Counts) -> float:
    """Flesch–Kincaid grade: .39·words/sentences + 11.8·syllables/words − 15.59. Source: Kincaid et al. 1975."""
    return 0.39 * counts.words / counts.sentences + 11.8 * counts.syllables / counts.words - 15.59


def gunning_fog(counts: Counts) -> float:
    """Gunning's Fog index: .4·(words/sentences + 100·complex words/words), no complex word excepted.

    Gunning left out names, compounds and words made long by -es, -ed or -ing; other programs leave out a list of easy
    words, and so give lower values. Source: Gunning 1952.
    """
    return 0.4 * (counts.words / counts.sentences + 100 * counts.complex_words / counts.words)


def smog(counts: Counts) -> float:
    """SMOG grade: 1.0430·√(30·complex words/sentences) + 3.1291, for 30 sentences or more. Source: McLaughlin 1969."""
    return 1.0430 * (30 * counts.complex_words / counts.sentences) ** 0.5 + 3.1291


def automated_readability(counts: Counts) -> float:
    """Automated Readability Index: 4.71·characters/words + .5·words/sentences − 21.43. Source: Senter & Smith 1967."""
    return 4.71 * counts.characters / counts.words + 0.5 * counts.words / counts.sentences - 21.43


def coleman_liau(counts: Counts, *, letter_coefficient: float = 0.0588) -> float:
    """Coleman–Liau index: .0588·L − .296·S − 15.8, L letters and S sentences a hundred words.

    letter_coefficient: as published; some programs take .058. Source: Coleman & Liau 1975.
    """
    return (100 * letter_coefficient * counts.letters - 29.6 * counts.sentences) / counts.words - 15.8


_GRADE, _SCHOOL = "about 0 to 20", "a school year more: harder to read"

MEASURES = {
    "flesch": Readability(
        "Flesch Reading Ease", flesch, "about 0 to 100", "higher: easier to read", "Flesch 1948", harder="lower"
    ),
    "flesch_kincaid": Readability("Flesch–Kincaid grade", flesch_kincaid, _GRADE, _SCHOOL, "Kincaid et al. 1975"),
    "gunning_fog": Readability("Gunning Fog", gunning_fog, _GRADE, _SCHOOL, "Gunning 1952"),
    "smog": Readability("SMOG", smog, "above 3", _SCHOOL, "McLaughlin 1969", minimum_sentences=30),
    "automated_readability": Readability("ARI", automated_readability, _GRADE, _SCHOOL, "Senter & Smith 1967"),
    "coleman_liau": Readability("Coleman–Liau", coleman_liau, _GRADE, _SCHOOL, "Coleman & Liau 1975"),
}


def score(name: str, text: str, **options: float) -> float:
    """The formula `name` (a key of MEASURES) of a text; NaN where `note` says that there is no value.

    options: those of the formula. AnalysisError for an unknown name or what is no text.
    """
    require_one_of("measure", name, MEASURES)
    return _value(name, count_text(_checked(text)), **options)


def note(name: str, text: str) -> str:
    """Why the formula `name` has no value for a text, in one sentence; empty where it has one."""
    require_one_of("measure", name, MEASURES)
    return _reason(name, count_text(_checked(text)))


def readability_scores(corpus: Corpus, *, by: str = "document_id") -> pd.DataFrame:
    """How hard is each group of texts to read, by the formulae for English prose?

    by: any metadata column, "document_id" or "corpus". Only the roles counted in the corpus are read.
    A row a group and formula: group, measure, value (Flesch: points, higher is easier; the others: years of school in
    the United States, higher is harder), words, sentences, words_per_sentence, syllables_per_word, note (why there is
    no value). In the order of the groups and of MEASURES. Compare values of one program only, and whole grades: textstat,
    which splits sentences at the stops of U.S. and reads US as us, gives up to 5 points more Flesch and up to 2 grades
    less on the five bundled texts. Not for other languages. OptionError for an unknown column.
    """
    groups = group_documents(corpus.documents, by)
    rows = []
    for number, label in enumerate(groups.labels):
        members = corpus.documents.index[groups.of_document == number]
        counts, refused = count_text(_counted_text(corpus, members)), _not_english(corpus, members)
        rows += [_row(label, name, counts, refused) for name in MEASURES]
    return from_rows(rows, READABILITY_DTYPES)


def _not_english(corpus: Corpus, members: pd.Index) -> str:
    """Why texts have no value: none of them is in English, as far as their languages can be told."""
    spoken = {corpus.language_of[document] for document in members} - {""}
    if not spoken or "en" in spoken:
        return ""
    return f"The formulae are for English; this is {' and '.join(map(language_name, sorted(spoken)))}."


def _words(line: str) -> list[tuple[int, str]]:
    """The words of a line, and where they begin."""
    tokens = ((start, line[start:end]) for start, end in REFERENCE.spans(line))
    words = [(start, token) for start, token in tokens if not is_number(token) and _LATIN.search(token)]
    # In a line of capitals nothing tells initials from words.
    return [(start, word.lower()) for start, word in words] if line.isupper() else words


def _sentences(line: str, words: list[tuple[int, str]]) -> int:
    """Sentences of a line that hold a word."""
    sentence = np.searchsorted(sentence_starts(line), [start for start, _ in words], side="right")
    return len(np.unique(sentence))


def _checked(text: str) -> str:
    if not isinstance(text, str):
        raise AnalysisError(f"Readability needs a text, not {type(text).__name__}.")
    return text


def _value(name: str, counts: Counts, **options: float) -> float:
    return float("nan") if _reason(name, counts) else float(MEASURES[name].function(counts, **options))


def _reason(name: str, counts: Counts) -> str:
    if not counts.words:
        return "There is no word in Latin letters."
    needed = MEASURES[name].minimum_sentences
    if counts.sentences < needed:
        return f"{MEASURES[name].label} needs {needed} sentences; the text has {counts.sentences}."
    return ""


def _counted_text(corpus: Corpus, documents: Iterable[str]) -> str:
    blocks = (block for document_id in documents for block in corpus.blocks(document_id))
    return "\n".join(block.text for block in blocks if block.role in corpus.roles)


def _row(group: str, name: str, counts: Counts, refused: str) -> dict[str, object]:
    return {
        "group": group,
        "measure": name,
        "value": np.nan if refused else _value(name, counts),
        "words": counts.words,
        "sentences": counts.sentences,
        "words_per_sentence": counts.words / counts.sentences if counts.sentences else np.nan,
        "syllables_per_word": counts.syllables / counts.words if counts.words else np.nan,
        "note": refused or _reason(name, counts),
    }
