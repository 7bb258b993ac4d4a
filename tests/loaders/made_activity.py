"""Quarterly activity reports in the layouts that people type, with the truth of each: what a loader must return."""

from __future__ import annotations

import csv
import io
import random
import re
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from model.exact import half_up

# Report year, year, period, last day, block, measure, unit, numerator, denominator, printed, recomputed, direction,
# source, reason: what is said of a measure in a period.
TruthRow = tuple[object, ...]

CODES = {"*": "suppressed", "c": "confidential", "[x]": "not available", "n/a": "not applicable or not available",
         "<5": "suppressed, fewer than 5", ":": "not available", "low": "small, rounds to 0"}  # fmt: skip
PLACES = ["Ashford", "Elmbridge", "Oakham"]
NUMBERS = ["Contacts", "Referral reasons recorded", "Contacts closed and logged", "Looked-after children",
           "CAF2s by agency",
           "Permanency: adoption", "Children in need, without those below", "No further action decisions"]  # fmt: skip
RATIOS = ["Contacts becoming referrals", "Contacts with an active CAF", "Re-referrals", "Initial assessments in time",
          "Second or subsequent plans", "Care leavers in suitable accommodation"]  # fmt: skip
PERCENTS = ["Placement stability", "Reviews held in time", "Attendance at conferences"]
RATES = ["Care applications", "Children on a plan"]
EMPTY = ["Step-down to early help", "Referrals by agency, and those below the threshold"]
BLOCKS = ("Inputs", "Processes", "Outputs")
SECTIONS = ("{}", "{:u}", "1. {}", "{} - what it is about", "Block A: {}", "{} (headline data)")
SOURCES = ["Referral Workflow", "QEC, March", "Cafcass", "Local Safeguarding Dataset"]
ARROWS = ["▲", "▼", "◄►", "Up", "Down", "Same"]
MONTHS = {"Q1": ("Apr", "Jun"), "Q2": ("Jul", "Sep"), "Q3": ("Oct", "Dec"), "Q4": ("Jan", "Mar")}
LONG = {"Apr": "April", "Jun": "June", "Jul": "July", "Sep": "September", "Oct": "October", "Dec": "December",
        "Jan": "January", "Mar": "March"}  # fmt: skip
LAST = {"Q1": (0, 6, 30), "Q2": (0, 9, 30), "Q3": (0, 12, 31), "Q4": (1, 3, 31), "year": (1, 3, 31)}
# The ways of heading a quarter; those that name its year are told apart.
UNDATED = ("{q}", "Quarter {n}", "{a}-{b}", "Qtr {n} ({a} to {b})", "{nth} quarter", "{la} to {lb}", "{q} ({a}–{b})")
DATED = (
    "{q} {fy}",
    "Quarter {n} {fy}",
    "{a} - {b} {cal}",
    "{fy} {q}",
    "{q} {short}",
    "Quarter ending {day} {lb} {cal}",
)


def years(year: int) -> str:
    return f"{year}/{(year + 1) % 100:02d}"


@dataclass
class Measure:
    """A measure with the words of its cells, by period and part."""

    block: str
    name: str
    kind: str
    source: str
    parts: list[str]
    cells: dict[tuple[str, str], str] = field(default_factory=dict)
    directions: dict[str, str] = field(default_factory=dict)


@dataclass
class Made:
    """A file, the truth of it, and the cells whose percentage is not what their numerator and denominator give."""

    content: bytes
    name: str
    truth: list[TruthRow]
    wrong: set[str]


class Report:
    """One report: its choices, its measures, its sheet."""

    def __init__(self, seed: int, *, as_text: bool = False) -> None:
        self.rng = rng = random.Random(seed)
        self.as_text = as_text
        self.year = rng.randint(2008, 2024)
        self.layout = rng.choice(["part column", "part in the name", "rows of parts", "two columns a period"])
        self.percents = rng.choice(["text", "plain"] if as_text else ["text", "plain", "format"])
        self.quarters = [f"Q{n}" for n in range(1, 5)]
        self.filled = self.quarters[: rng.randint(1, 4)]
        self.quarter_words = rng.choice(UNDATED + DATED)
        self.total = rng.choice(["", "year", "year to date"])
        self.total_first = rng.random() < 0.5
        self.has_previous = rng.random() < 0.85
        self.has_directions = rng.random() < 0.6
        self.has_sources = rng.random() < 0.7
        self.block_column = rng.choice(["every row", "merged", ""]) if not as_text else rng.choice(["every row", ""])
        self.grid: list[list[str]] = []
        self.merged: list[tuple[int, int, int, int]] = []
        self.places: dict[tuple[str, str, str, str], tuple[int, int]] = {}
        self.misprinted: set[tuple[str, str]] = set()
        self.measures = [self._measure(block, name, kind) for block, name, kind in self._names()]

    # --- What is reported ---

    def _names(self) -> list[tuple[str, str, str]]:
        rng = self.rng
        chosen = [(name, "number") for name in rng.sample(NUMBERS, 4)] + [
            (name, "ratio") for name in rng.sample(RATIOS, 4)
        ]
        chosen += [(name, "percent") for name in rng.sample(PERCENTS, 2)] + [(rng.choice(RATES), "rate")]
        chosen += [(rng.choice(EMPTY), "empty")]
        rng.shuffle(chosen)
        third = len(chosen) // 3
        return [(BLOCKS[min(place // third, 2)], name, kind) for place, (name, kind) in enumerate(chosen)]

    def _measure(self, block: str, name: str, kind: str) -> Measure:
        two = self.layout == "two columns a period"
        parts = {
            "number": ["number"], "percent": ["percent"], "rate": ["per 10,000 children"], "empty": ["number"],
            "ratio": ["numerator", "denominator"] + ["percent"] * (self.rng.random() < 0.8 or two),
        }[kind]  # fmt: skip
        measure = Measure(block, name, kind, self.rng.choice(SOURCES) if self.has_sources else "", parts)
        for period in self._filled_periods():
            self._fill(measure, period)
        if kind == "percent" and not any("%" in cell for cell in measure.cells.values()):
            # Nothing else would say that it is one.
            measure.cells[self._filled_periods()[-1], "percent"] = "50.0%"
        for quarter in self.filled if self.has_directions and kind != "empty" else []:
            measure.directions[quarter] = self.rng.choice(ARROWS)
        return measure

    def _filled_periods(self) -> list[str]:
        return ["previous"] * self.has_previous + self.filled + [self.total] * bool(self.total)

    def _fill(self, measure: Measure, period: str) -> None:
        rng = self.rng
        if measure.kind == "number":
            measure.cells[period, "number"] = self._count(rng.randint(0, 9000))
        elif measure.kind == "ratio":
            whole = rng.randint(1, 4000)
            part = rng.randint(0, whole)
            printed = Fraction(100 * part, whole)
            if rng.random() < 0.1:
                self.misprinted.add((measure.name, period))
                printed += rng.randint(5, 90)
            words = {
                "numerator": self._count(part),
                "denominator": self._count(whole),
                "percent": f"{half_up(printed)}%",
            }
            measure.cells |= {(period, name): words[name] for name in measure.parts}
        elif measure.kind == "percent":
            measure.cells[period, "percent"] = f"{rng.randint(11, 999) / 10}%"
        elif measure.kind == "rate":
            measure.cells[period, measure.parts[0]] = f"{rng.randint(10, 900) / 10}"
        for part in measure.parts:
            if (period, part) in measure.cells and measure.kind != "number" and rng.random() < 0.12:
                measure.cells[period, part] = rng.choice(["", *CODES])

    def _count(self, number: int) -> str:
        return f"{number:,}" if self.rng.random() < 0.2 else str(number)

    # --- What a loader must return ---

    def truth(self) -> list[TruthRow]:
        return [
            row
            for measure in self.measures
            for period in self._filled_periods()
            for row in [self._true(measure, period)]
        ]

    def _true(self, measure: Measure, period: str) -> TruthRow:
        year = self.year - (period == "previous")
        name = "year" if period == "previous" else period
        last = LAST.get(name) or LAST[self.filled[-1]]
        said = {part: measure.cells.get((period, part), "") for part in measure.parts}
        shown = measure.parts[-1] if measure.kind != "ratio" else "percent"
        unit = {"number": "number", "empty": "number", "rate": "per 10,000 children"}.get(measure.kind, "%")
        values = {part: _value(words) for part, words in said.items()}
        numerator, denominator = values.get("numerator"), values.get("denominator")
        given = None
        if numerator is not None and denominator is not None:
            given = float(half_up(Fraction(100 * int(numerator), int(denominator)), 2))
        order = [shown, "numerator", "denominator"]
        reason = next((CODES[said[part]] for part in order if said.get(part) in CODES), None)
        return (
            years(self.year), years(year), name, date(year + last[0], last[1], last[2]), measure.block, measure.name,
            unit, numerator, denominator, values.get(shown), given, measure.directions.get(period),
            measure.source or None, reason,
        )  # fmt: skip

    # --- How it is typed ---

    def made(self) -> Made:
        self._titles()
        columns = self._head()
        for block in BLOCKS:
            self._block(block, columns)
        wrong = {
            self._cell_name(measure, period)
            for measure in self.measures
            for period in self._filled_periods()
            if (measure.name, period) in self.misprinted and None not in self._true(measure, period)[7:11]
        }
        name = "report" if self.as_text else "report.xlsx"
        return Made(self._written(), f"{name}.csv" if self.as_text else name, self.truth(), wrong)

    def _cell_name(self, measure: Measure, period: str) -> str:
        row, column = self.places[measure.block, measure.name, period, "percent"]
        return f"{get_column_letter(column + 1)}{row + 1}"

    def _titles(self) -> None:
        rng = self.rng
        lines = ["Children’s services, quarterly report", f"{rng.choice(PLACES)} Council"]
        self.sheet_name = "Sheet1"
        if self.quarter_words in UNDATED:
            if rng.random() < 0.5 or self.as_text:
                lines.append(
                    rng.choice(
                        [f"Activity and performance {years(self.year)}", f"Financial year {self.year}-{self.year + 1}"]
                    )
                )
            else:
                self.sheet_name = f"Activity {self.year}-{(self.year + 1) % 100:02d}"
        for line in lines if rng.random() < 0.6 or self.quarter_words in UNDATED else []:
            self.grid.append([line])
        self.grid += [[] for _ in range(rng.randint(0, 2))]

    def _heading(self, period: str) -> str:
        rng, fy = self.rng, years(self.year)
        if period == "previous":
            before = years(self.year - 1)
            return rng.choice(["Previous year", before, f"Previous year {before}", "Last year", f"{before} outturn"])
        if period == "year":
            return rng.choice([fy, f"{fy} total", f"Full year {fy}"])
        if period == "year to date":
            return rng.choice(["YTD", "Year to date", f"{fy} year to date"])
        (first, last), number = MONTHS[period], period[1]
        calendar = self.year + (period == "Q4")
        nth = {"1": "1st", "2": "2nd", "3": "3rd", "4": "4th"}[number]
        short = f"{self.year % 100:02d}/{(self.year + 1) % 100:02d}"
        return self.quarter_words.format(
            q=period, n=number, a=first, b=last, la=LONG[first], lb=LONG[last], fy=fy, cal=calendar, nth=nth,
            short=short, day=LAST[period][2],
        )  # fmt: skip

    def _head(self) -> dict[tuple[str, str], int]:
        """Type the headings; returns the column of each period and part, "direction" among them."""
        rng = self.rng
        periods = ["previous"] * self.has_previous
        total = [self.total] if self.total else []
        periods += total + self.quarters if self.total_first else self.quarters + total
        upper: list[str] = []
        lower: list[str] = []
        columns: dict[tuple[str, str], int] = {}
        if self.block_column:
            columns["", "block"] = len(upper)
            upper.append(rng.choice(["Block", "Section", "Theme"]))
        columns["", "measure"] = len(upper)
        upper.append(rng.choice(["Measure", "Indicator", "Performance measure", "Description"]))
        if self.layout == "part column":
            columns["", "part"] = len(upper)
            upper.append(rng.choice(["Part", "Type", "Data", "Unit"]))
        lower += [""] * len(upper)
        own_name, two = rng.random() < 0.5, self.layout == "two columns a period"
        number, percent = rng.choice([("No.", "%"), ("Number", "%"), ("Number", "Percentage")])
        for period in periods:
            heading, start = self._heading(period), len(upper)
            columns[period, "number"] = start
            upper.append(heading)
            lower.append(number)
            if two:
                columns[period, "percent"] = len(upper)
                upper.append("")
                lower.append(percent)
            if self.has_directions and period in self.quarters:
                columns[period, "direction"] = len(upper)
                word = rng.choice(["DoT", "Direction of travel", "Trend"])
                upper.append("" if two else f"{heading} {word}" if own_name and "ending" not in heading else word)
                lower.append(word)
            if two and not self.as_text:
                self.merged.append((len(self.grid), start, len(self.grid), len(upper) - 1))
        if self.has_sources:
            columns["", "source"] = len(upper)
            upper.append(rng.choice(["Source", "Data source"]))
            lower.append("")
        self.grid += [upper, lower] if two else [upper]
        return columns

    def _block(self, block: str, columns: dict[tuple[str, str], int]) -> None:
        if not self.block_column:
            words = self.rng.choice(SECTIONS)
            self.grid.append([words.replace("{:u}", block.upper()).format(block)])
        first = len(self.grid)
        for measure in self.measures:
            if measure.block == block:
                self._type(measure, columns, is_first=len(self.grid) == first)
        if self.block_column == "merged" and len(self.grid) > first:
            self.merged.append((first, columns["", "block"], len(self.grid) - 1, columns["", "block"]))
        if self.rng.random() < 0.3 and not self.block_column:
            self.grid.append(["Commentary: figures are provisional."])

    def _type(self, measure: Measure, columns: dict[tuple[str, str], int], *, is_first: bool) -> None:
        for number, (name, part, parts) in enumerate(self._lines(measure)):
            row = [""] * (max(columns.values()) + 1)
            row[columns["", "measure"]] = name
            if self.block_column == "every row" or (self.block_column == "merged" and is_first and not number):
                row[columns["", "block"]] = measure.block
            if "part" in {role for _, role in columns} and part:
                row[columns["", "part"]] = part
            if self.has_sources and (number == 0 or self.rng.random() < 0.5):
                row[columns["", "source"]] = measure.source
            for period in [*self._filled_periods()]:
                for each in parts:
                    column = columns[
                        period, "percent" if each == "percent" and (period, "percent") in columns else "number"
                    ]
                    row[column] = measure.cells.get((period, each), "")
                    self.places[measure.block, measure.name, period, each] = (len(self.grid), column)
                if (period, "direction") in columns and number == 0:
                    row[columns[period, "direction"]] = measure.directions.get(period, "")
            self.grid.append(row)

    def _lines(self, measure: Measure) -> list[tuple[str, str, list[str]]]:
        """The rows of a measure: what stands in the column of measures, in that of parts, and the parts in the row."""
        words = {
            "numerator": self.rng.choice(["Numerator", "numerator", "Num."]),
            "denominator": self.rng.choice(["Denominator", "Denom"]),
            "percent": self.rng.choice(["%", "Percentage", "Per cent"]), "number": self.rng.choice(["Number", "No."]),
            "per 10,000 children": self.rng.choice(["per 10,000 children", "Rate per 10,000 children"]),
        }  # fmt: skip
        name, parts = measure.name, list(measure.parts)
        if self.layout == "two columns a period":
            if measure.kind == "ratio":
                return [
                    (f"{name} - numerator", "", ["numerator", "percent"]),
                    (f"{name} - denominator", "", ["denominator"]),
                ]
            return [(f"{name} (per 10,000 children)" if measure.kind == "rate" else name, "", parts)]
        self.rng.shuffle(parts)
        if self.layout == "part column":
            again = self.rng.random() < 0.7
            return [(name if again or not number else "", words[part], [part]) for number, part in enumerate(parts)]
        if self.layout == "part in the name" or measure.kind == "percent":
            shape = self.rng.choice(["{} ({})", "{} – {}", "{}: {}"]) if measure.kind != "rate" else "{} ({})"
            return [
                (name if part == "number" else shape.format(name, words[part].rstrip(".")), "", [part])
                for part in parts
            ]
        if measure.kind in ("number", "empty"):
            return [(name, "", parts)]
        return [(name, "", []), *((words[part], "", [part]) for part in parts)]

    # --- The file ---

    def _written(self) -> bytes:
        return self._csv() if self.as_text else self._xlsx()

    def _csv(self) -> bytes:
        written = io.StringIO()
        plain = self.percents == "plain"
        csv.writer(written).writerows(
            [[cell.rstrip("%") if plain and _is_percent(cell) else cell for cell in row] for row in self.grid]
        )
        return written.getvalue().encode("utf-8-sig")

    def _xlsx(self) -> bytes:
        book = Workbook()
        sheet = book.worksheets[0]
        sheet.title = self.sheet_name
        for row, cells in enumerate(self.grid, 1):
            for column, words in enumerate(cells, 1):
                if words:
                    value, form = self._cell(words)
                    sheet.cell(row, column, value).number_format = form
        for top, left, bottom, right in self.merged:
            if (top, left) != (bottom, right):
                sheet.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
        content = io.BytesIO()
        book.save(content)
        return content.getvalue()

    def _cell(self, words: str) -> tuple[object, str]:
        if _is_percent(words):
            value = float(words.rstrip("%"))
            kinds = {"text": (words, "General"), "plain": (value, "General"), "format": (value / 100, "0.0%")}
            return kinds[self.percents]
        try:
            return (words if "," in words else float(words)), "General"
        except ValueError:
            return words, "General"


def _is_percent(words: str) -> bool:
    return re.fullmatch(r"[\d.]+%", words) is not None


def _value(words: str) -> float | None:
    return None if not words or words in CODES else float(words.rstrip("%").replace(",", ""))


def made(seed: int, *, as_text: bool = False) -> Made:
    return Report(seed, as_text=as_text).made()
