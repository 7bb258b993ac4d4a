"""Workers in columns of their own beside the FTE that is read: of agencies, seniors, newly qualified ones.

Whether they are in that FTE no heading says, and nothing is added up; so it is said what was taken and what was not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from loaders.files.cells import number, quoted
from loaders.files.grid import cell_name
from loaders.layouts.found import Found
from loaders.layouts.kinds import holds_kind
from loaders.problems import Problems
from loaders.words.groups import without_whole
from loaders.words.vocabulary import GROUPS, plain, words_of

_BASES = ("fte_case_holding", "fte_in_post", "fte_established")
# FTE is rounded where it is typed.
_TOLERANCE = 0.051


def say_parts_of_fte(found: Found, figures: Mapping[str, int], problems: Problems, besides: Sequence[int] = ()) -> None:
    """Warn of workers beside the FTE in post or established: if they hold cases, averages are without them.

    ``figures`` has the column of each figure that is read. Case-holding FTE has them all in it. Of the columns
    ``besides`` something else is said.
    """
    name = next((name for name in _BASES if name in figures), None)
    if name is None or name == "fte_case_holding" or not (found.header.unread or "asye" in found.header.columns):
        return
    taken = figures[name]
    _say_other_posts(found, taken, problems)
    agency = [column for column in agency_columns(found) if not _is_within(found, column, taken)]
    others = [one for one in _grade_columns(found) if not (_is_within(found, one, taken) or one in besides)]
    if not (agency or others) or _is_sum(found, taken, [*agency, *others]):
        return
    for column in agency:
        words = {"heading": _where(found, column), "fte": _where(found, taken)}
        problems.add("agency_left_out", sheet=found.sheet.name, place=(found.header.last, column), words=words)
    if others and not _is_sum(found, taken, others):
        _say_others(found, taken, others, problems)


def _say_other_posts(found: Found, taken: int, problems: Problems) -> None:
    """Warn where the FTE taken is that of managers or family workers too, by the columns that add up to it."""
    others = [one for one in _counting(found) if not GROUPS["of_posts_without_cases"].isdisjoint(_words(found, one))]
    if not others:
        return
    known = [found.header.columns[name] for name in ("fte", *_BASES) if name in found.header.columns]
    beside = [*(one for one in known if one != taken), *_grade_columns(found), *agency_columns(found)]
    for parts in ([*beside, *others], [*_grade_columns(found), *others]):
        if len(parts) > len(others) and _adds_up(found, taken, parts):
            names = ", ".join(_where(found, column) for column in sorted(parts))
            words = {"fte": _where(found, taken), "names": names}
            problems.add("fte_of_other_posts", sheet=found.sheet.name, place=(found.header.last, taken), words=words)
            return


def agency_columns(found: Found) -> list[int]:
    """The columns that count workers of agencies and are not read: "Agency FTE", "Locum SWs"; no rate, no cost."""
    return [column for column in _counting(found) if _counts_agency(found.header.headings[column])]


def counts_all_with_agency(heading: str) -> bool:
    """Whether a heading is of more than agency workers: "SW FTE (incl. locums)", "FTE perm + agency"."""
    words = words_of(heading).split()
    return not GROUPS["of_agency"].isdisjoint(words) and not GROUPS["beside_agency"].isdisjoint(words)


def _counts_agency(heading: str) -> bool:
    return not GROUPS["of_agency"].isdisjoint(words_of(heading).split()) and not counts_all_with_agency(heading)


def _grade_columns(found: Found) -> list[int]:
    """The columns that count social workers of some grade, or FTE of any kind, and are not read."""
    return [
        column
        for column in _counting(found)
        if _counts_grade(_words(found, column), plain(found.header.headings[column]).split())
    ]


def _counts_grade(words: Sequence[str], made_plain: Sequence[str]) -> bool:
    others = GROUPS["of_posts_without_cases"] | GROUPS["of_no_social_workers"]
    if not others.isdisjoint(words) or _counts_agency(" ".join(words)):
        return False
    return "fte" in made_plain or not GROUPS["of_grades"].isdisjoint(words)


def _counting(found: Found) -> Iterator[int]:
    """The columns that are read as no figure and have a number above 0 of something that may be workers."""
    asye = found.header.columns.get("asye")
    for column in sorted({*found.header.unread, *(() if asye is None else (asye,))}):
        counted = GROUPS["not_counted"].isdisjoint(_words(found, column)) and holds_kind(found, column, "number")
        if counted and any((number(cell)[0] or 0) > 0 for cell in found.column(column)):
            yield column


def _is_within(found: Found, column: int, taken: int) -> bool:
    """Whether a heading says that what it counts is in the FTE taken: a part below its group, or "of which agency"."""
    told, whole = found.header.headings[column], found.header.headings[taken]
    group = without_whole(whole)
    below = found.header.first < found.header.last or group != whole
    return (below and told.startswith(f"{group} ")) or {"which", "whom"}.intersection(_words(found, column)) != set()


def _is_sum(found: Found, taken: int, parts: Sequence[int]) -> bool:
    """Whether the FTE taken is that of other columns added up in every row that has it, "SW FTE" perhaps among them."""
    plainest = found.header.columns.get("fte", taken)
    return _adds_up(found, taken, parts) or (plainest != taken and _adds_up(found, taken, [plainest, *parts]))


def _adds_up(found: Found, taken: int, parts: Sequence[int]) -> bool:
    known = [(value, row) for row in found.rows if (value := number(found.cell(row, taken))[0]) is not None]
    return bool(known) and all(
        abs(value - sum(number(found.cell(row, part))[0] or 0 for part in parts)) <= _TOLERANCE for value, row in known
    )


def _say_others(found: Found, taken: int, others: Sequence[int], problems: Problems) -> None:
    names = ", ".join(_where(found, column) for column in others)
    words = {"names": names, "fte": _where(found, taken), "stand": "stand" if len(others) > 1 else "stands"}
    problems.add("fte_parts_left_out", sheet=found.sheet.name, place=(found.header.last, others[0]), words=words)


def _words(found: Found, column: int) -> list[str]:
    return words_of(found.header.headings[column]).split()


def _where(found: Found, column: int) -> str:
    place = found.sheet.true((found.header.last, column))
    return f"{quoted(found.header.headings[column])} (cell {cell_name(*place)})"
