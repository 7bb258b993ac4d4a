"""The tables of years in a file: published figures to compare with, and the quarterly activity report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from loaders.children.likenames import are_peoples
from loaders.dates.quarters import may_hold_quarters
from loaders.files.cells import quoted
from loaders.files.grid import Sheet, top_of
from loaders.problems import Problems
from loaders.quarterly.activity import read_activity, read_long_activity
from loaders.quarterly.activityhead import ActivityHead, find_activity
from loaders.quarterly.activitylist import find_long_activity, may_be_long_activity
from loaders.quarterly.bynames import is_by_names, measures_of
from loaders.releases.published import read_published
from loaders.releases.publishedhead import Published, may_be_published, published_sheets
from loaders.words.sheetnames import is_guidance_sheet
from model.tables import ACTIVITY, BENCHMARK

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


def read_years(sheets: Sequence[Sheet], file_name: str, problems: Problems) -> YearsRead:
    """Find and read the tables of years among a file's sheets."""
    years = YearsRead()
    # Most files hold none, and say so at once: what their sheets have in common is looked at once for all of them.
    cells, told = top_of(sheets)
    if may_be_published(told):
        _add_published(published_sheets(sheets), years, problems)
    if not (may_be_long_activity(told) or may_hold_quarters(told, cells)):
        return years
    others = [one for one in sheets if not (one.hidden or is_guidance_sheet(one.name) or one.name in years.sheets)]
    found = [
        head for one in others if (head := find_long_activity(one) or find_activity(one)) and not is_by_names(head)
    ]
    _add_reports(found, file_name, years, problems)
    return years


def _add_published(found: Sequence[Published], years: YearsRead, problems: Problems) -> None:
    if not found:
        return
    frame, counts = read_published(found, problems)
    if len(frame):
        years.tables[BENCHMARK.name] = frame
    for one, rows in zip(found, counts, strict=True):
        years.read.append((one.sheet.name, BENCHMARK.name, one.row + 1, one.columns if rows else {}, rows))


def _add_reports(found: Sequence[ActivityHead], file_name: str, years: YearsRead, problems: Problems) -> None:
    """Add the reports; of two of one year the first counts."""
    frames: list[pd.DataFrame] = []
    of_year: dict[str, str] = {}
    for head in found:
        if are_peoples(measures_of(head)):
            place = (head.last, head.named["measure"])
            problems.add("activity_of_people", sheet=head.sheet.name, place=place)
            years.read.append((head.sheet.name, ACTIVITY.name, head.last + 1, {}, 0))
            continue
        read = read_long_activity if head.is_list else read_activity
        rows = 0
        for year, frame in read(head, file_name, problems).groupby("report_year"):
            other = of_year.setdefault(str(year), head.sheet.name)
            if other == head.sheet.name:
                frames.append(frame)
                rows += len(frame)
            else:
                problems.add("activity_same_year", sheet=head.sheet.name, year=str(year), other=quoted(other))
        columns = {head.headings[column]: told for column, told in head.told.items()}
        years.read.append((head.sheet.name, ACTIVITY.name, head.last + 1, columns, rows))
    if frames:
        years.tables[ACTIVITY.name] = pd.concat(frames, ignore_index=True)
