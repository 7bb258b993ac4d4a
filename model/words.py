"""Words for numbers, dates and lists, as a person would write them in a report."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from model.exact import Number, shortest

# As the Analysis Function asks of the title of a chart.
MOST_WORDS_IN_TITLE = 15

_NUMBERS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")

# Not by strftime: its month names follow the language of the machine.
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def number_words(number: int) -> str:
    """One to twelve in words, other numbers in figures: "six", "15", "1,294"."""
    return _NUMBERS[number] if 1 <= number <= 12 else f"{number:,}"


def month_words(day: date) -> str:
    """The month of a date: "February 2013"."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def day_words(day: date) -> str:
    """The date in full: "28 February 2013"."""
    return f"{day.day} {month_words(day)}"


def months_apart(earlier: date, later: date) -> int:
    """How many months lie from one to the other."""
    return (later.year - earlier.year) * 12 + later.month - earlier.month


def count_words(number: int, one: str, many: str | None = None) -> str:
    """A number and what is counted: "no team", "one team", "six teams", "1,294 children"."""
    noun = one if number <= 1 else many or f"{one}s"
    return f"{'no' if number == 0 else number_words(number)} {noun}"


def figure_words(value: Number, one: str, many: str | None = None, places: int = 0) -> str:
    """A figure as it is shown, and what is counted: "1 child", "1,294 children", "0.5 posts"."""
    figure = shortest(value, places)
    return f"{figure} {one if figure == '1' else many or f'{one}s'}"


def all_words(number: int, noun: str = "teams") -> str:
    """Every one of so many: "all six teams", "both teams"; one alone has no such word and is "the one team"."""
    if number == 1:
        return f"the one {noun.removesuffix('s')}"
    return f"both {noun}" if number == 2 else f"all {number_words(number)} {noun}"


def listed(names: Sequence[str]) -> str:
    """Names in a row: "North 1", "North 1 and North 2", "North 1, North 2 and South 1"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def named(names: Sequence[str], one: str = "team", most: int = 6) -> str:
    """The names in a row, or only how many there are where the row would be long: "15 teams"."""
    return listed(names) if len(names) <= most else count_words(len(names), one)


def sentence(text: str) -> str:
    """The text with a capital at the start and a full stop at the end."""
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith('.') else '.'}"


def first_short(*options: str) -> str:
    """The first option that is short enough for a title, as a sentence; the last of them if none is."""
    short = (text for text in options if len(text.split()) <= MOST_WORDS_IN_TITLE)
    return sentence(next(short, options[-1]))
