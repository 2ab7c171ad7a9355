"""Rules on texts they were not made with: no line of running text is dropped, and most of the rest is found."""

import pytest

from analysis.texts.lines import lines_of
from analysis.texts.roles import give_roles

from ...conftest import DATA

FILES = sorted((DATA / "raw_texts").glob("*.tsv"))


def told(file) -> tuple[str, list[str]]:
    """A raw text and the true role of each of its lines."""
    rows = [line.split("\t") for line in file.read_text(encoding="utf-8").splitlines()]
    return "\n".join(row[-1] for row in rows), [row[0] for row in rows if len(row) == 2]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_line_of_running_text_is_dropped(file):
    text, roles = told(file)
    found = give_roles(lines_of(text))
    dropped = [(line.text, line.rule) for line, role in zip(found, roles, strict=True) if role == "body" != line.role]
    assert dropped == []


def test_most_other_lines_are_found_and_most_with_their_role():
    pairs = [
        (role, line.role)
        for file in FILES
        for line, role in zip(give_roles(lines_of(told(file)[0])), told(file)[1], strict=True)
        if role != "body"
    ]
    found = sum(given != "body" for _, given in pairs)
    assert found >= 0.9 * len(pairs) and sum(role == given for role, given in pairs) >= 0.85 * len(pairs)


def test_lines_of_a_column_are_one_paragraph():
    text, _ = told(DATA / "raw_texts" / "wrapped_novel.tsv")
    lines = give_roles(lines_of(text))
    assert sum(line.role == "body" and not line.joins for line in lines) == 5
