"""The glossary: a text for every measure, whole and readable."""

import re

import pytest

from dashboard import glossary
from dashboard.exhibits import EXHIBITS

NAMES = [name for registry in glossary.REGISTRIES for name in registry]


def test_no_two_measures_have_one_name():
    assert len(NAMES) == len(set(NAMES))
    assert sum(len(section) for section in glossary.SECTIONS.values()) == len(glossary.MEASURES)


@pytest.mark.parametrize("registry", glossary.REGISTRIES, ids=lambda registry: next(iter(registry)))
def test_every_registry_entry_has_its_text(registry):
    assert set(registry) <= set(glossary.MEASURES)
    for name, measure in registry.items():
        entry = glossary.MEASURES[name]
        assert (entry.label, entry.range, entry.direction, entry.source) == (
            measure.label, measure.range, measure.direction, measure.source,
        )  # fmt: skip


@pytest.mark.parametrize("name", glossary.MEASURES)
def test_an_entry_is_whole(name):
    entry = glossary.MEASURES[name]
    assert all([entry.label, entry.formula, entry.reading, entry.caveat, entry.source, entry.range, entry.direction])
    # A question, or for a variant of the measure before it the point in which it differs.
    assert entry.question.endswith(("?", "."))
    assert entry.reading.endswith((".", "*")) and entry.caveat.endswith(".")


@pytest.mark.parametrize("name", glossary.MEASURES)
def test_an_entry_has_typographic_quotes_and_a_formula_that_closes_what_it_opens(name):
    entry = glossary.MEASURES[name]
    prose = entry.question + entry.reading + entry.caveat
    assert not re.search("[\"']", prose)
    assert len(re.findall(r"(?<!\\){", entry.formula)) == len(re.findall(r"(?<!\\)}", entry.formula))
    assert entry.formula.count(r"\left") - entry.formula.count(r"\leftarrow") == entry.formula.count(r"\right")


@pytest.mark.parametrize("name", EXHIBITS)
def test_every_exhibit_names_its_measures(name):
    assert set(glossary.FOR_EXHIBIT[name]) <= set(glossary.MEASURES)
