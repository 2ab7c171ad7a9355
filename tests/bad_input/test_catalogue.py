"""Every file of the catalogue, through the processes that read what visitors bring along."""

import itertools
import re
import threading

import pytest

from analysis import CorpusError
from analysis.texts.guard import FileReaders
from analysis.texts.reading import shown_name

from . import docx_files, encoding_files, html_files, name_files, pdf_files, table_files, text_files, zip_files
from .case import Case

KINDS = (encoding_files, text_files, docx_files, pdf_files, html_files, table_files, zip_files, name_files)
CASES = [case for kind in KINDS for case in kind.CASES]
# No answer may take longer, whatever the file.
SECONDS = 25


@pytest.fixture(scope="module")
def readers():
    with FileReaders(2) as readers:
        yield readers


def answer(readers: FileReaders, case: Case, content: bytes):
    """What the case is answered with, a read or a sentence; None where there is no answer in time."""
    answers = []

    def read() -> None:
        try:
            answers.append(readers.read(case.name, content, case.choices))
        except CorpusError as error:
            answers.append(str(error))

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    reader.join(SECONDS)
    return answers[0] if answers else None


def is_one_clear_sentence(told: str, name: str) -> bool:
    known = told.startswith(shown_name(name)) and told.endswith((".", "!", "?")) and "\n" not in told
    return known and not re.search(
        r"Traceback|Error\b|Exception|0x[0-9a-f]{6}|\.py\b|/(?:usr|home|work|tmp)/", told[len(name) :]
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: repr(case.name[:60]))
def test_a_file_gets_the_answer_it_must_get(readers, case):
    told = answer(readers, case, case.make())
    assert told is not None, "no answer in time"
    if case.refused:
        assert isinstance(told, str) or (told.question and not told.drafts), "was read"
        sentence = told if isinstance(told, str) else told.question
        assert is_one_clear_sentence(sentence, case.name) and case.says in sentence
        return
    assert not isinstance(told, str), told
    words = " ".join(line.text for draft in told.drafts for line in draft.lines)
    assert [word for word in case.words if word not in words] == []
    assert [word for word in case.lacks if word in words] == []
    assert len(told.drafts) == case.texts
    notices = " ".join(itertools.chain(told.notices, *(draft.notices for draft in told.drafts)))
    assert case.notice in notices


def test_there_are_enough_of_them_and_each_stands_once():
    names = [case.name for case in CASES]
    assert len(names) >= 120 and len(set(names)) == len(names)
