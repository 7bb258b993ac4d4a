"""Nothing of a list of people stays in memory once it is read: what was looked up by its text is forgotten."""

from __future__ import annotations

from loaders import datewords, likeness, mapping, measures, monthhead, months, rows, vocabulary

_REMEMBERED = (
    vocabulary.squeezed,
    vocabulary.plain,
    vocabulary.meaning_of,
    vocabulary.casework_field,
    vocabulary.names_people,
    rows.is_total,
    rows.is_waiting,
    rows.is_summary,
    rows.kind_of_named,
    datewords.said_in,
    months.from_text,
    months.only_one,
    monthhead.is_month_text,
    measures.measure_of,
    likeness.alike,
    mapping.heading_key,
)


def forget_texts() -> None:
    """Empty every memory that is kept by the text of a cell."""
    for remembered in _REMEMBERED:
        remembered.cache_clear()
