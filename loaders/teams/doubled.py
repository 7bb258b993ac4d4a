"""Columns that are there twice, or of which only parts are there: two for one thing, and one heading over several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.files.cells import quoted
from loaders.layouts.columnheading import heading, say_of_column
from loaders.layouts.found import Found
from loaders.layouts.header import FIGURES
from loaders.problems import Problems
from model.tables import FLOWS


def refuse_doubled(found: Found, rows: Sequence[int], problems: Problems) -> None:
    """Two columns for one thing: fine if they say the same, an error if not. Only headings are quoted."""
    for name, column in differing_columns(found, rows):
        if name not in FLOWS:
            one, other = heading(found, found.header.columns[name]), heading(found, column)
            say_of_column("two_columns", found, column, problems, one=one, other=other)
    for split in found.header.splits:
        code = "split_heading" if split.is_needed(found.header.columns) else "split_left_out"
        names = ", ".join(quoted(found.header.headings[column]) for column in split.columns)
        say_of_column(code, found, split.columns[0], problems, group=quoted(split.group), names=names)


def differing_columns(found: Found, rows: Sequence[int]) -> Iterator[tuple[str, int]]:
    """The columns for what another column is for that differ from it in some row, each with the name of it."""
    for name, column in found.header.doubled:
        first = found.header.columns[name]
        if any(found.cell(row, first) != found.cell(row, column) for row in rows):
            yield name, column


def refuse_doubled_figures(found: Found, problems: Problems) -> None:
    """The same for a list of workers or a table of the service, in which two columns of words may well differ."""
    doubled = tuple((name, column) for name, column in found.header.doubled if name in FIGURES)
    refuse_doubled(replace(found, header=replace(found.header, doubled=doubled)), found.rows, problems)
