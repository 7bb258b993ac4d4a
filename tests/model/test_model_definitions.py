"""What the words on the screen mean: complete, each once, and in plain words."""

from __future__ import annotations

import re

import pytest
from every_row import every_row

from model.definitions import DEFINITIONS

pytestmark = pytest.mark.unit

SAYINGS = [text for each in DEFINITIONS for text in (each.term, each.meaning, each.formula, each.source)]


def definition(start: str):
    (found,) = [each for each in DEFINITIONS if each.term.lower().startswith(start)]
    return found


@every_row(
    "term",
    [
        "case",
        "allocated and unallocated",
        "average caseload",
        "service average",
        "full-time equivalent",
        "optimum",
        "children over the optimum",
        "change in demand",
        "posts needed",
        "where posts go",
        "forecast of children",
        "read from the months",
        "who is at work",
        "span of control",
        "rounding",
        "missing",
    ],
)
def test_every_word_of_the_pages_is_explained_once(term):
    assert definition(term).meaning


def test_no_term_is_explained_twice():
    terms = [each.term.lower() for each in DEFINITIONS]
    assert len(set(terms)) == len(terms)


def test_meanings_are_whole_sentences():
    for each in DEFINITIONS:
        assert each.meaning[0].isupper(), each.term
        assert each.meaning.endswith("."), each.term


@every_row(
    ("term", "parts"),
    [
        ("average caseload", ["allocated children", "÷", "FTE"]),
        ("service average", ["sum of children", "÷", "sum of FTE"]),
        ("children over the optimum", ["optimum × FTE"]),
        ("change in demand", ["½", "D₁ − D₀", "1/F₁ − 1/F₀"]),
        ("posts needed", ["⌈", "optimum", "FTE"]),
        ("span of control", ["÷ Team Managers"]),
    ],
)
def test_what_is_worked_out_shows_how(term, parts):
    assert [part for part in parts if part not in definition(term).formula] == []


@pytest.mark.parametrize("term", ["average caseload", "service average", "optimum", "span of control"])
def test_what_somebody_else_laid_down_names_them(term):
    assert definition(term).source


def test_nothing_is_said_in_program_words():
    words = re.compile(r"\b(none|nan|null|dataframe|parse|boolean|string|column|integer|float)\b|!", re.IGNORECASE)
    assert [text for text in SAYINGS if words.search(text)] == []
