"""Nothing of a list of people stays in memory once it is read: what was looked up by its text is forgotten.

Some of it is of use from sheet to sheet and no further: that is forgotten after every file.
"""

from __future__ import annotations

from loaders import mapping
from loaders.children import likenames
from loaders.dates import baremonths, datewords, months, periods
from loaders.layouts import measures, monthhead
from loaders.staff import nobody, personnames
from loaders.teams import comparisons, rows, staffrows, waitingnames
from loaders.words import likeness, vocabulary

_REMEMBERED = (
    vocabulary.squeezed,
    vocabulary.plain,
    vocabulary.meaning_of,
    vocabulary.casework_field,
    vocabulary.names_people,
    rows.is_total,
    waitingnames.is_waiting,
    rows.is_summary,
    rows.kind_of_named,
    staffrows.is_staff,
    comparisons.compared_team,
    datewords.said_in,
    months.from_text,
    months.only_one,
    monthhead.is_month_text,
    baremonths.is_bare_month,
    periods.month_in_text,
    periods.of_period,
    measures.measure_of,
    likeness.alike,
    mapping.heading_key,
    nobody.nobody_of,
)


_OF_ONE_FILE = (
    vocabulary.words_of,
    vocabulary.is_case_heading,
    personnames.is_named_like_person,
    likenames.is_surely_somebodys,
    likenames.may_be_somebodys,
)


def forget_texts() -> None:
    """Empty every memory that is kept by the text of a cell."""
    for remembered in _REMEMBERED:
        remembered.cache_clear()


def forget_file() -> None:
    """Empty what is remembered within one file only."""
    for remembered in _OF_ONE_FILE:
        remembered.cache_clear()
