"""The tables of years in a file: published figures to compare with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from loaders.cells import quoted
from loaders.grid import Sheet
from loaders.problems import Problems
from loaders.published import published_sheets, read_published
from model.tables import BENCHMARK

# A sheet's name, the table read from it, the row of its headings, heading to column, and how many rows came of it.
SheetTold = tuple[str, str, int, Mapping[str, str], int]


@dataclass(frozen=True)
class YearsRead:
    """The tables of years that a file has, and how each sheet of them was understood; empty if it has none."""

    tables: dict[str, pd.DataFrame] = field(default_factory=dict)
    read: list[SheetTold] = field(default_factory=list)

    @property
    def sheets(self) -> set[str]:
        """The names of the sheets that hold them, and therefore no teams."""
        return {sheet for sheet, *_ in self.read}


def read_years(sheets: Sequence[Sheet], problems: Problems) -> YearsRead:
    """Find and read the tables of years among a file's sheets."""
    years = YearsRead()
    found = published_sheets(sheets)
    for place, one in enumerate(found):
        if place:
            first, name = found[0].sheet.name, quoted(one.sheet.name)
            problems.add("published_releases", sheet=first, names=name)
            years.read.append((one.sheet.name, BENCHMARK.name, one.row + 1, {}, 0))
        else:
            frame = read_published(one, problems)
            years.tables[BENCHMARK.name] = frame
            rows = len(frame.drop_duplicates(["year", "level", "place"]))
            years.read.append((one.sheet.name, BENCHMARK.name, one.row + 1, one.columns, rows))
    return years
