"""The Department for Education's files on the children's social work workforce: figures to compare with, no month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from loaders.files.cells import Kind, number, plain_number, quoted, text
from loaders.files.grid import Place, cell_name
from loaders.problems import Problems
from loaders.releases.publishedhead import Published
from loaders.releases.publishedlacks import say_lacking
from loaders.releases.publishedplaces import Named, rows_of
from model.benchmark import MEASURES
from model.exact import exact
from model.tables import BENCHMARK, conform

_Key = tuple[int | None, str, str, str]

# A published average is rounded, and so are the cases and the FTE that it is made from.
_TOLERANCE = exact("0.1")
_COLUMNS = ["year", "level", "place", "code", "region", "measure", "value", "reason"]


def read_published(found: Sequence[Published], problems: Problems) -> tuple[pd.DataFrame, list[int]]:
    """The tables of published figures as one, a row a place, year and measure, and how many places each sheet gave.

    What is odd is among the problems. A sheet with a figure that an earlier one has, of another release perhaps, is
    not read. The release is the latest year of all.
    """
    readings = [_Reading(one, problems) for one in found]
    known: set[_Key] = set()
    rows: list[tuple[object, ...]] = []
    counts: list[int] = []
    passed: list[str] = []
    for reading in readings:
        keys = reading.keys
        if known & keys:
            passed.append(reading.sheet.name)
            counts.append(0)
            continue
        known |= keys
        rows += reading.run()
        counts.append(len({key[:3] for key in keys}))
    if passed:
        problems.add("published_releases", sheet=found[0].sheet.name, names=", ".join(map(quoted, passed)))
    say_lacking(found, problems)
    frame = pd.DataFrame(rows, columns=_COLUMNS)
    release = str(frame["year"].max()) if len(frame) else ""
    return conform(frame.assign(release=release), BENCHMARK), counts


class _Reading:
    def __init__(self, found: Published, problems: Problems) -> None:
        self._found, self.sheet, self._problems = found, found.sheet, problems
        self._rows = rows_of(found)
        self._reasons: Counter[str] = Counter()
        self._fractions = self._of_fractions()

    @property
    def keys(self) -> set[_Key]:
        """Year, level, place and measure of every figure."""
        return {
            (one.year or each.year, one.level, one.name.casefold(), each.measure)
            for one in self._rows.named
            for each in self._found.figures
        }

    def _of_fractions(self) -> dict[str, Place]:
        """The first cell of each rate whose figures, without a sign or a format, are all at most 1: 0.172 for 17.2%."""
        told: dict[str, list[tuple[float, Place]]] = {}
        for each in self._found.figures:
            for one in self._rows.named if each.measure.endswith("_rate") else ():
                place = (one.row, each.column)
                cell = self.sheet.at(*place)
                value = None if isinstance(cell, str) and "%" in cell else number(cell)[0]
                if value and place not in self.sheet.percents:
                    told.setdefault(each.measure, []).append((value, place))
        return {name: values[0][1] for name, values in told.items() if max(values)[0] <= 1}

    def _say_fractions(self) -> None:
        for name, place in self._fractions.items():
            value = number(self.sheet.at(*place))[0] or 0
            read = {"value": plain_number(value), "read": f"{plain_number(value * 100)}%"}
            words = {"label": MEASURES[name].label.lower(), **read}
            self._problems.add("published_fractions", sheet=self.sheet.name, place=place, words=words)

    def run(self) -> list[tuple[object, ...]]:
        self._say_unread()
        self._say_fractions()
        seen: dict[tuple[int | None, str, str], int] = {}
        read: list[tuple[object, ...]] = []
        for one in self._rows.named:
            other = seen.setdefault((one.year, one.level, one.name.casefold()), one.row)
            if other == one.row:
                read.extend(self._read(one))
            else:
                self._say_twice(one, other)
        if self._reasons:
            told = ", ".join(f"{count:,} {reason}" for reason, count in self._reasons.most_common())
            self._problems.add("published_missing", sheet=self.sheet.name, n=f"{self._reasons.total():,}", told=told)
        return read

    def _say_unread(self) -> None:
        """Columns whose year or measure, and rows whose place or year, cannot be told."""
        for code, columns in (
            ("published_no_year", self._found.undated),
            ("published_no_measure", self._found.unnamed),
        ):
            if columns:
                words = {"headings": ", ".join(quoted(self.sheet.at(self._found.row, one)) for one in columns[:6])}
                self._problems.add(code, sheet=self.sheet.name, place=(self._found.row, columns[0]), words=words)
        places = self._found.places
        column = next(places[name] for name in ("level", "year", "council", "area", "region") if name in places)
        for row in self._rows.unclear:
            self._problems.add("published_row_unclear", sheet=self.sheet.name, place=(row, column))

    def _say_twice(self, one: Named, other: int) -> None:
        places = self._found.places
        column = next(places[name] for name in ("council", "area", "region", "level") if name in places)
        words = {
            "place_name": one.name,
            "year": str(one.year or "the same years"),
            "other": cell_name(other, column),
        }
        self._problems.add("published_twice", sheet=self.sheet.name, place=(one.row, column), words=words)

    def _read(self, one: Named) -> Iterator[tuple[object, ...]]:
        values: dict[tuple[str, int], tuple[float | None, int]] = {}
        for each in self._found.figures:
            value, reason = self._figure(one.row, each.column, each.measure)
            year = one.year or each.year or 0
            values[each.measure, year] = value, each.column
            yield (year, one.level, one.name, one.code, one.region, each.measure, value, reason or None)
        for year in sorted({year for _, year in values}):
            self._check(one, year, {name: given for (name, of), given in values.items() if of == year})

    def _figure(self, row: int, column: int, name: str) -> tuple[float | None, str]:
        cell = self.sheet.at(row, column)
        signed = isinstance(cell, str) and cell.strip().endswith("%")
        value, kind, reason = number(cell.strip().removesuffix("%") if isinstance(cell, str) else cell)
        if value is not None and ((row, column) in self.sheet.percents or (name in self._fractions and not signed)):
            value = round(value * 100, 6)
        if kind is Kind.MISSING:
            reason = f"{reason} ({text(cell)})"
            self._reasons[reason] += 1
        elif kind in (Kind.DATE, Kind.UNREADABLE) or (value is not None and not 0 <= value <= MEASURES[name].most):
            words = {"cell_quoted": quoted(cell), "label": MEASURES[name].label}
            self._problems.add(
                "published_unreadable", sheet=self.sheet.name, place=(row, column), found=text(cell)[:60], words=words
            )
            return None, "not a figure that can be read"
        return value, reason

    def _check(self, one: Named, year: int, values: Mapping[str, tuple[float | None, int]]) -> None:
        """Cases divided by case-holding FTE must give the published average."""
        printed, cases, fte = (values.get(name, (None, 0))[0] for name in ("caseload", "cases", "case_holders_fte"))
        if printed is None or cases is None or not fte:
            return
        average = exact(cases) / exact(fte)
        if abs(average - exact(printed)) > _TOLERANCE:
            words = {"place_name": one.name, "year": str(year), "value": plain_number(printed)}
            self._problems.add(
                "published_disagrees",
                sheet=self.sheet.name,
                place=(one.row, values["caseload"][1]),
                words=words,
                average=f"{float(average):,.2f}",
            )
