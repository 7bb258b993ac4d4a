"""What the numbers of an activity report say, in sentences: the headlines of each block.

The same report gives the same sentences. Each has the keys of the lines and columns that it rests on.
"""

from __future__ import annotations

from dataclasses import dataclass

from model.activity_figures import SAME, UP, Figure, share_of_change, value_words
from model.activity_lines import Line
from model.activity_periods import PREVIOUS, YEAR
from model.activity_report import Column, Report
from model.exact import percentage, shown
from model.front_door import funnel
from model.ratio import PERCENT
from model.words import count_words, first_short, sentence

MOST_OF_A_BLOCK = 6
# The order in which headlines are told: what must be none, what is worse, what is better, then what is known.
_BREACH, _UNACCOUNTED, _WORSE, _BETTER, _JUDGED, _MOVED, _KNOWN = range(7)
_BEFORE = {"quarter": "the quarter before", "two months": "the two months before", "month": "the month before"}

# The key of a line and of a column.
Cell = tuple[str, str]


@dataclass(frozen=True)
class Headline:
    """A sentence about a block, without its full stop, and the cells of the report that it rests on."""

    text: str
    cells: tuple[Cell, ...]
    rank: int

    @property
    def sentence(self) -> str:
        """The whole sentence."""
        return sentence(self.text)


def headlines(report: Report, block: str, of: Column | None = None) -> list[Headline]:
    """The headlines of a block in a period, else in the latest, the most telling first, six at most; none without a
    figure."""
    column = of or report.latest
    if column is None:
        return []
    found = [told for line in report.lines if line.block == block and (told := _headline(report, line, column))]
    if block == "Inputs":
        found = _unaccounted(report, column) + found
    return sorted(found, key=lambda told: told.rank)[:MOST_OF_A_BLOCK]


def title(report: Report, block: str, of: Column | None = None) -> str:
    """The first headline of a block, short enough for a title; says so where the block has no figure."""
    told, column = headlines(report, block, of), of or report.latest
    period = when(report, column) if column else report.year
    return first_short(told[0].text if told else f"No figure of {block.lower()} is known for {period}")


def overview(report: Report, of: Column | None = None) -> str:
    """How many measures got better and worse in a period, else in the latest, as a title."""
    column = of or report.latest
    if column is None:
        return first_short(f"No figure is known yet for {report.year}")
    words = [told.word for line in report.lines if (told := report.direction(line, column)) and line.polarity]
    better, worse = words.count("better"), words.count("worse")
    period = when(report, column)
    if not words:
        return first_short(f"{period}: no measure can be compared with {_before(report, column)} yet")
    return first_short(
        f"{period}: {count_words(better, 'measure')} got better and {count_words(worse, 'measure')} worse"
    )


def when(report: Report, column: Column) -> str:
    """The period of a column with its year: "Q3 2012/13"."""
    return column.label if column.key == YEAR else f"{column.label} {report.year}"


def _before(report: Report, column: Column) -> str:
    return "the year before" if column.key == YEAR else _BEFORE[report.kind]


def _headline(report: Report, line: Line, column: Column) -> Headline | None:
    figure = report.at(line, column)
    if figure is None or figure.value is None or line.split:
        return None
    here = (line.key, column.key)
    known = f"{line.called}: {value_words(figure.value, figure.unit)}{_of(figure)}"
    if line.indicator and line.indicator.zero_tolerance:
        text = f"{known}; there must be none" if figure.value else f"{line.called}: none"
        return Headline(text, (here,), _BREACH if figure.value else _JUDGED)
    went, before = report.direction(line, column), report.before(line, column)
    if went is None or before is None:
        return Headline(known, (here,), _JUDGED if line.polarity else _KNOWN)
    cells = (here, (line.key, _column_before(report, column)))
    rank = {"worse": _WORSE, "better": _BETTER}.get(went.word, _JUDGED if line.polarity else _MOVED)
    return Headline(_moved(line, figure, before, went.arrow, went.word, _before(report, column)), cells, rank)


def _moved(line: Line, now: Figure, before: Figure, arrow: str, word: str, earlier_when: str) -> str:
    value, earlier = (value_words(figure.value or 0, figure.unit) for figure in (now, before))
    if arrow == SAME:
        return f"{line.called} stayed at {value}, as {earlier_when}"
    share = share_of_change(now, before) if not line.polarity and now.unit == "number" else ""
    by = f" by {share.lstrip('+−')}" if share else ""
    judged = f": {word}" if word else ""
    return f"{line.called} {'rose' if arrow == UP else 'fell'}{by} to {value} from {earlier} {earlier_when}{judged}"


def _of(figure: Figure) -> str:
    """What a percentage is of, in brackets."""
    if figure.unit != PERCENT or figure.numerator is None or figure.denominator is None:
        return ""
    return f" ({shown(figure.numerator, 0)} of {shown(figure.denominator, 0)})"


def _column_before(report: Report, column: Column) -> str:
    """The key of the column that one is compared with; the year before's last period has none, and is its year's."""
    place = report.columns.index(column)
    return PREVIOUS if column.key == YEAR or place < 2 else report.columns[place - 1].key


def _unaccounted(report: Report, column: Column) -> list[Headline]:
    """The contacts that are neither referrals nor closed, or that are counted twice."""
    contacts = funnel(report, column)[0]
    left, number = contacts.unaccounted, contacts.number
    if left is None or not number:
        return []
    keys = ("contacts", "contacts_becoming_referrals", *contacts.explained_by)
    cells = tuple((key, column.key) for key in keys if key in report.by_key)
    if left > 0:
        many = f"{shown(left, 0)} of {shown(number, 0)} contacts ({percentage(left, number)}%)"
        text = f"{many} neither became referrals nor were closed"
        return [Headline(text, cells, _UNACCOUNTED)]
    if left < 0:
        text = f"Referrals and closed contacts are {shown(-left, 0)} more than all {shown(number, 0)} contacts"
        return [Headline(text, cells, _UNACCOUNTED)]
    return []
