"""What is said of the columns of a table that nothing is read from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from loaders.files.cells import quoted
from loaders.files.grid import cell_name
from loaders.layouts.found import Found
from loaders.problems import Problems
from loaders.staff.personnames import forename_columns
from loaders.words.cumulative import is_cumulative
from loaders.words.vocabulary import MEANINGS, words_of
from model.tables import FLOWS

_CAME_OR_WENT = {
    word
    for name in FLOWS
    for spelling in MEANINGS[name].spellings
    for word in words_of(spelling).split()
    if len(word) > 4 and word.endswith("s")
} - {"cases", "workers", "works"}


def say_unread(found: Found, problems: Problems, columns: Iterable[int] | None = None) -> None:
    """Name the columns of a list, or of a table of the service, that are not read: ``columns``, or those not known."""
    unread = sorted(unread_of(found) if columns is None else columns)
    names = ", ".join(quoted(found.header.headings[column]) for column in unread[:12])
    if names:
        problems.add("columns_not_read", sheet=found.sheet.name, names=names)


def unread_of(found: Found) -> list[int]:
    """The columns of a list that are not known; a worker's first name is."""
    return sorted(set(found.header.unread) - set(forename_columns(found)))


def without_cumulative(found: Found, flows: Mapping[str, int], problems: Problems) -> dict[str, int]:
    """The columns of what came and went, by name, without those that are added up over months; each of them is said.

    A heading says so of its own column, a title or the name of the sheet of all.
    """
    for column in found.header.unread:
        told = found.header.headings[column]
        if is_cumulative(told) and any(word in _CAME_OR_WENT for word in words_of(told).split()):
            words = {"heading": _where(found, column)}
            problems.add("cumulative_flow", sheet=found.sheet.name, place=(found.header.last, column), words=words)
    lines = [*found.titles, *([] if found.sheet.is_text else [found.sheet.name])]
    line = next(filter(is_cumulative, lines), None)
    if line is None or not flows:
        return dict(flows)
    first = min(flows.values())
    words = {"line": quoted(line), "names": ", ".join(quoted(found.header.headings[one]) for one in flows.values())}
    problems.add("cumulative_flows", sheet=found.sheet.name, place=(found.header.last, first), words=words)
    return {}


def say_doubted(found: Found, problems: Problems) -> None:
    """Ask of figures below a group heading that is not understood whether they are what their own heading says."""
    for column, group in found.header.doubted.items():
        words = {"heading": _where(found, column), "group": quoted(group)}
        place = (found.header.last, column)
        problems.add("group_not_understood", sheet=found.sheet.name, place=place, words=words)


def _where(found: Found, column: int) -> str:
    place = found.sheet.true((found.header.last, column))
    return f"{quoted(found.header.headings[column])} (cell {cell_name(*place)})"
