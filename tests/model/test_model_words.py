"""Numbers, dates and lists in words."""

from datetime import date

import pytest
from every_row import every_row
from hypothesis import given
from hypothesis import strategies as st
from made_services import few

from model import words


@pytest.mark.unit
@every_row(("number", "text"), [(1, "one"), (12, "twelve"), (13, "13"), (1294, "1,294"), (0, "0")])
def test_small_numbers_are_words(number, text):
    # Given a number, when it is written, then one to twelve are words and the rest are figures.
    assert words.number_words(number) == text


@pytest.mark.unit
def test_dates_are_written_in_full():
    # Given a day, when it is written, then its month has a name and there is no nought before the day.
    assert words.day_words(date(2013, 2, 28)) == "28 February 2013"
    assert words.day_words(date(2012, 9, 3)) == "3 September 2012"
    assert words.month_words(date(2012, 12, 31)) == "December 2012"


@pytest.mark.unit
@pytest.mark.parametrize(
    ("number", "text"), [(0, "no child"), (1, "one child"), (2, "two children"), (76, "76 children")]
)
def test_a_count_takes_the_right_noun(number, text):
    # Given a number of children, when they are counted in words, then one is a child.
    assert words.count_words(number, "child", "children") == text


@pytest.mark.unit
@every_row(
    ("value", "places", "text"),
    [
        ("0.99", 0, "1 child"),
        ("1.04", 1, "1 child"),
        ("0.4", 0, "0 children"),
        (1294, 0, "1,294 children"),
        ("1.5", 1, "1.5 children"),
    ],
)
def test_a_figure_takes_the_noun_of_what_is_shown(value, places, text):
    # Given a figure, when it is shown with what it counts, then 1 as shown is a child and all else are children.
    assert words.figure_words(value, "child", "children", places) == text


@pytest.mark.unit
def test_names_are_put_in_a_row():
    # Given names, when they are listed, then the last is joined by "and" and a long row is only counted.
    assert words.listed([]) == ""
    assert words.listed(["A"]) == "A"
    assert words.listed(["A", "B", "C"]) == "A, B and C"
    assert words.named(["A", "B"]) == "A and B"
    assert words.named(list("ABCDEFG")) == "seven teams"


@pytest.mark.unit
def test_a_sentence_starts_and_ends_as_one():
    # Given a text, when it is made a sentence, then only its first letter and its end change.
    assert words.sentence("five of six teams are over 25") == "Five of six teams are over 25."
    assert words.sentence("North 1 is over.") == "North 1 is over."


@pytest.mark.functional
@few
@given(st.lists(st.integers(1, 30), min_size=1, max_size=5))
def test_the_first_text_short_enough_is_taken(lengths):
    # Given texts of some lengths, when a title is chosen, then it is the first of at most 15 words, else the last.
    options = [" ".join([f"w{index}"] * length) for index, length in enumerate(lengths)]
    chosen = words.first_short(*options)
    short = [index for index, length in enumerate(lengths) if length <= words.MOST_WORDS_IN_TITLE]
    assert chosen.lower().startswith(f"w{short[0] if short else len(lengths) - 1}")
