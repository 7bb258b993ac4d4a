"""Which column is the FTE of those who are in post, where more than one counts staff or none says what it counts.

Established FTE counts posts that nobody fills. Beside it another column of staff is read as in post where its words
say so, and else asked about: averages are never taken over established FTE without a word about that column.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping, Sequence

from loaders.files.cells import number, quoted
from loaders.files.grid import cell_name
from loaders.layouts.found import Found
from loaders.layouts.kinds import holds_kind, numbers_in
from loaders.problems import Problems
from loaders.teams.fteparts import counts_all_with_agency
from loaders.words.vocabulary import GROUPS, plain, words_of

_OTHERS = frozenset().union(
    *(
        GROUPS[kind]
        for kind in ("of_posts_without_cases", "of_no_social_workers", "not_counted", "of_grades", "of_agency")
    )
)
_IN_USE = ("fte_case_holding", "fte_in_post")
# In post may be more than established: agency staff above the establishment.
_MOST_ABOVE = 2
_MOST_ASKED = 6


def choose_fte(found: Found, figures: MutableMapping[str, int], rows: Sequence[int], problems: Problems) -> list[int]:
    """Add the columns of FTE and of people that headings leave open to ``figures``; the columns asked about instead.

    ``rows`` are those of the teams. A column "Social workers" with halves in it is FTE; whole numbers are people,
    and no FTE is made from them.
    """
    columns = found.header.columns
    if "fte" in columns and "fte_in_post" not in figures:
        _take(found, figures, "fte_in_post", columns["fte"], problems)
    workers = columns.get("workers", columns.get("worker"))
    fractional = workers is not None and any(not value.is_integer() for value in numbers_in(found, workers, rows))
    if workers is not None and fractional:
        _take_fractional(found, figures, workers, problems)
    asked = []
    if "fte_established" in figures and not _has_in_use(figures):
        asked = _look_beside(found, figures, rows, problems)
    if workers is not None and not fractional and "headcount" not in figures:
        figures["headcount"] = workers
        _say_people(found, figures, workers, problems)
    return asked


def _has_in_use(figures: Mapping[str, int]) -> bool:
    return any(name in figures for name in _IN_USE)


def _take(found: Found, figures: MutableMapping[str, int], name: str, column: int, problems: Problems) -> None:
    figures[name] = column
    problems.add("fte_basis_unsaid", heading=quoted(found.header.headings[column]))


def _take_fractional(found: Found, figures: MutableMapping[str, int], column: int, problems: Problems) -> None:
    if _is_of_holders(found, column) and "fte_case_holding" not in figures:
        figures["fte_case_holding"] = column
    elif not _has_in_use(figures):
        _take(found, figures, "fte_in_post", column, problems)


def _is_of_holders(found: Found, column: int) -> bool:
    return "caseholding" in plain(found.header.headings[column]).split()


def _say_people(found: Found, figures: Mapping[str, int], column: int, problems: Problems) -> None:
    """Whole numbers of workers are people; that is asked where no FTE is given, or only a worse one for averages."""
    taken = next((figures[name] for name in (*_IN_USE, "fte_established") if name in figures), None)
    if taken is None:
        _say("people_or_fte", found, column, problems)
    elif not _has_in_use(figures) or ("fte_case_holding" not in figures and _is_of_holders(found, column)):
        _say("people_or_fte_beside", found, column, problems, fte=_where(found, taken))


def _look_beside(found: Found, figures: MutableMapping[str, int], rows: Sequence[int], problems: Problems) -> list[int]:
    """Take the column beside established FTE that is called in post, if there is one; else ask of those that may be."""
    staff = list(_staff_columns(found, figures["fte_established"], rows))
    called = [column for column in staff if _is_called_in_post(found, column)]
    fractional = [column for column in called if any(not one.is_integer() for one in numbers_in(found, column, rows))]
    if len(called) == 1 and fractional:
        _take(found, figures, "fte_in_post", called[0], problems)
        return []
    if len(staff) > _MOST_ASKED:
        return []
    for column in staff:
        established = _where(found, figures["fte_established"])
        _say("staff_beside_established", found, column, problems, fte=established)
    return staff


def _is_called_in_post(found: Found, column: int) -> bool:
    return set(plain(found.header.headings[column]).split()) <= GROUPS["called_in_post"]


def _staff_columns(found: Found, established: int, rows: Sequence[int]) -> Iterator[int]:
    """The columns that are not read and may give staff: by a word of theirs, or by fractions that can be FTE."""
    for column in found.header.unread:
        words = set(words_of(found.header.headings[column]).split())
        whole = counts_all_with_agency(found.header.headings[column])
        if not (whole or _OTHERS.isdisjoint(words)) or not holds_kind(found, column, "number"):
            continue
        values = numbers_in(found, column, rows)
        fractional = any(not value.is_integer() for value in values) and GROUPS["of_others"].isdisjoint(words)
        said = not GROUPS["of_staff"].isdisjoint({*words, *plain(found.header.headings[column]).split()})
        if any(values) and (said or fractional) and _can_be_staff(found, column, established, rows):
            yield column


def _can_be_staff(found: Found, column: int, established: int, rows: Sequence[int]) -> bool:
    """Whether no team has more than twice its established FTE in a column."""
    pairs = ((number(found.cell(row, column))[0], number(found.cell(row, established))[0]) for row in rows)
    known = [(one, other) for one, other in pairs if one is not None and other]
    return bool(known) and all(0 <= one <= _MOST_ABOVE * other for one, other in known)


def _say(code: str, found: Found, column: int, problems: Problems, **words: str) -> None:
    place = (found.header.last, column)
    problems.add(code, sheet=found.sheet.name, place=place, heading=_where(found, column), words=words)


def _where(found: Found, column: int) -> str:
    place = found.sheet.true((found.header.last, column))
    return f"{quoted(found.header.headings[column])} (cell {cell_name(*place)})"
