"""The labels of measures that stand before figures in a row, as where teams are side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from loaders.files.cells import text
from loaders.files.grid import Sheet
from loaders.layouts.header import DATES, FIGURES
from loaders.teams.rows import is_summary, is_total
from loaders.teams.waitingnames import is_waiting
from loaders.words.vocabulary import meaning_of

MOST_ROWS = 300
MEASURES = FIGURES - {"part"}
_KNOWN = MEASURES | {*DATES, "year", "area", "kind", "team", "part"}
# In running text before the first figure: a section ("Workforce") and the measure's own label.
_MOST_LABELS = 2


def may_have_labels(sheet: Sheet) -> bool:
    """Whether any column has two different measures, told without going through the rows one by one."""
    end = sheet.filled_rows[:MOST_ROWS][-1] + 1 if sheet.filled_rows else 0
    for column in sheet.columns:
        said = {meaning_of(text(cell)) for cell in set(column[:end]) if isinstance(cell, str) and cell}
        if len(said & MEASURES) > 1:
            return True
    return False


def labels_of(sheet: Sheet) -> dict[int, dict[int, str]]:
    """For each row the known labels before its first figure, by their columns."""
    found: dict[int, dict[int, str]] = {}
    for row in sheet.filled_rows[:MOST_ROWS]:
        labels = {column: text(cell) for column, cell in _leading(sheet, row)}
        known = {column: label for column, label in labels.items() if meaning_of(label) in _KNOWN}
        # A label with nothing beside it is a title.
        if known and any(cell != "" for cell in sheet.rows[row][min(known) + 1 :]):
            found[row] = known
    return found


def _leading(sheet: Sheet, row: int) -> Iterator[tuple[int, str]]:
    seen = 0
    for column, cell in enumerate(sheet.rows[row]):
        if cell == "":
            continue
        if not isinstance(cell, str) or seen == _MOST_LABELS:
            return
        seen += 1
        yield column, cell


def label_column(labelled: Mapping[int, Mapping[int, str]]) -> int | None:
    """The column that names two different measures or more, one of them no total: that is a row of other tables too."""
    measures: dict[int, set[str]] = {}
    sure: Counter[int] = Counter()
    for labels in labelled.values():
        for column, label in labels.items():
            name = meaning_of(label)
            if name in MEASURES:
                measures.setdefault(column, set()).add(name)
                sure[column] += not (is_total(label) or is_waiting(label) or is_summary(label))
    likely = [column for column, names in measures.items() if len(names) > 1 and sure[column]]
    return max(likely, key=lambda column: (len(measures[column]), -column), default=None)
