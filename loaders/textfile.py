"""What is to be said of a text file and of no workbook: its decimal commas, and rows that commas cut."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.files.decimalcommas import say_decimal_commas
from loaders.files.grid import Sheet
from loaders.layouts.found import Found
from loaders.overlong import refuse_overlong
from loaders.problems import Problems


def check_text(sheets: Sequence[Sheet], tables: Sequence[Found], problems: Problems) -> None:
    """Say it of the one sheet of a text file; of others nothing."""
    if any(sheet.is_text for sheet in sheets):
        say_decimal_commas(sheets, problems)
        refuse_overlong(tables, problems)
