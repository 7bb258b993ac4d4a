"""A heading in two rows: what a group heading and the text below it say together.

A group may change what stands below it: "FTE" under "Vacancies" is no FTE in post, and the ages under "Children
allocated" are not all the children. Such a column is not read; what is lost by that is said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from loaders.files.cells import Kind, number
from loaders.words.cumulative import is_cumulative
from loaders.words.missing import missing_reason
from loaders.words.vocabulary import GROUPS, MEANINGS, is_named, meaning_of, plain, words_of
from model.tables import FLOWS

_FIGURE_KINDS = ("fte", "count", "number", "average")
_CHILDREN = ("allocated", "children", "active", "caseload")
_FTE = ("fte_case_holding", "fte_in_post", "fte_established", "fte", "workers", "headcount")
# Any one column of these is enough, so that another one that is lost stops no file.
_ALIKE = (_FTE, _CHILDREN, ("unallocated", "service_unallocated"))

# What says whose and of when a row is, whatever count stands over it.
_OF_ROWS = ("team", "area", "kind", "month", "date", "as_at", "year", "quarter", "measure")

_CHANGING = frozenset().union(
    *(
        GROUPS[kind]
        for kind in ("changing", "of_agency", "of_grades", "of_posts_without_cases", "of_no_social_workers")
    ),
    GROUPS["of_others"] - {"worker", "workers", "staff", "posts", "post", "capacity", "fte"},
)

# A line with one of these is that of a whole report, whatever else it names.
_OF_TITLES = frozenset({"report", "reports", "return", "summary", "bulletin", "dashboard"})


@dataclass(frozen=True)
class Split:
    """A heading over several columns none of which is the whole: what it means, its text, and its columns' headings."""

    name: str
    group: str
    columns: tuple[int, ...]
    by_type: bool

    def is_needed(self, columns: Mapping[str, int]) -> bool:
        """Whether no other column gives anything like it, so that the file cannot do without."""
        if self.name == "unallocated" and self.by_type:
            return False
        others = {name for name, column in columns.items() if column not in self.columns}
        return any(self.name in names and others.isdisjoint(names) for names in _ALIKE)


@dataclass(frozen=True)
class TwoRows:
    """The headings of two rows by their columns; ``changed`` are those that mean another thing without their group.

    ``doubted`` has the groups, by column, that are not understood and left out.
    """

    headings: dict[int, str]
    changed: tuple[int, ...] = ()
    splits: tuple[Split, ...] = ()
    doubted: Mapping[int, str] = field(default_factory=dict)


def two_rows(upper: Sequence[str], lower: Sequence[str]) -> TwoRows:
    """One heading for each column from a row of groups and the row below it, both equally long; "" is a blank."""
    spans = _spans(upper, lower)
    groups = {above for above in upper if above}
    if len(groups) == 1 and _is_over_names(upper, lower):
        return TwoRows({column: below for column, below in enumerate(lower) if below})
    # One line alone is a title, or "Agency" over the FTE next to it, and over no more than that.
    alone = len(groups) == 1 and any(map(is_changing, groups))
    titled = len(groups) < 2 and not alone
    headings: dict[int, str] = {}
    changed = []
    for span in spans:
        start = span[0]
        # What stands over the names of teams is a title of the whole table.
        title = titled or _is_of_words(upper[start]) or (_is_of_words(lower[start]) and not _is_figure(upper[start]))
        for column in span:
            below = lower[column]
            beyond = alone and column != start and meaning_of(below) not in (*_FTE, *FLOWS)
            headings[column] = joined(upper[start], below, title=title or beyond)
            if below and headings[column] != below and _is_figure(below) and not meaning_of(headings[column]):
                changed.append(column)
    beneath = _is_beneath(upper, lower)
    changed = changed if beneath else []
    doubted = {
        column: upper[_start(spans, column)] for column in changed if _is_alone(column, changed, lower, headings)
    }
    doubted = {column: group for column, group in doubted.items() if not _is_known(group)}
    headings.update({column: lower[column] for column in doubted})
    changed = [column for column in changed if column not in doubted]
    splits = [split for span in spans if beneath and (split := _split(span, upper, lower, headings))]
    return TwoRows({column: said for column, said in headings.items() if said}, tuple(changed), tuple(splits), doubted)


def _is_over_names(upper: Sequence[str], lower: Sequence[str]) -> bool:
    """Whether the only line above begins over the first column, of no figures: it is a title, whatever it says.

    Over figures, or over names itself as "Team" over "Name" is, it may be a group of them.
    """
    first = next((column for column, above in enumerate(upper) if above), 0)
    begins = not any(lower[:first]) and bool(lower[first])
    return begins and not _is_figure(lower[first]) and not _is_of_words(upper[first])


def joined(group: str, below: str, *, title: bool = False) -> str:
    """What a group heading and the text below it are as one; the text alone where the group changes nothing of it."""
    if not group or not below or is_named(below):
        return below or group
    if meaning_of(below) in _OF_ROWS and _is_figure(group):
        # "Team" below the title "Open cases at 30 April 2024" is the team.
        return below
    # "Established" below "Staffing (FTE)".
    of_kind = meaning_of(group) == "fte" and meaning_of(f"FTE {below}") in _FTE[:3]
    for both in (f"{group} {below}", f"{below} {group}", *((f"FTE {below}",) if of_kind else ())):
        if name := meaning_of(both):
            return below if title and name == meaning_of(below) else both
    if words_of(below) in GROUPS["whole"] and _is_figure(group):
        return group
    name = meaning_of(below)
    if is_cumulative(group) and not title:
        # What is open at a day is not added up, whatever stands over it.
        return f"{group} {below}" if name in FLOWS else below
    if name == "part" and meaning_of(group) in _CHILDREN:
        return below
    if title or (name and _is_of_words(below)) or is_neutral(group, of_flow=name in FLOWS):
        return below
    return f"{group} {below}"


def is_neutral(group: str, *, of_flow: bool = False) -> bool:
    """Whether a group heading changes nothing of what stands below it: "Workforce", "Children at 31 May 2024"."""
    known = GROUPS["neutral"] | GROUPS["of_flows"] if of_flow else GROUPS["neutral"]
    # A number or a single letter only says which section it is.
    return all(word in known or len(word) == 1 or any(map(str.isdigit, word)) for word in words_of(group).split())


def without_whole(heading: str) -> str:
    """The group of a heading that says that it is all of it: "FTE" of "FTE Total"."""
    group, _, last = heading.rpartition(" ")
    return group if group and words_of(last) in GROUPS["whole"] else heading


def _start(spans: Sequence[Sequence[int]], column: int) -> int:
    return next(span[0] for span in spans if column in span)


def _is_known(group: str) -> bool:
    """Whether a group has a word that makes another thing of a figure, so that it is not merely unknown."""
    return is_cumulative(group) or not _CHANGING.isdisjoint(words_of(group).split()) or bool(meaning_of(group))


def _is_alone(column: int, changed: Sequence[int], lower: Sequence[str], headings: Mapping[int, str]) -> bool:
    """Whether no other column gives the figure that one gives without its group: else the group tells the two apart."""
    name = meaning_of(lower[column])
    others = [meaning_of(lower[one]) for one in changed if one != column]
    return name != "part" and name not in [*others, *(meaning_of(said) for said in headings.values())]


def is_changing(line: str) -> bool:
    """Whether a line can only be a section that makes another thing of a figure: "Agency staff", "Vacancies".

    For what may as well be a title or a remark, of which most words are not known.
    """
    if is_cumulative(line):
        return True
    words = words_of(line).split()
    if not _OF_TITLES.isdisjoint(words):
        return False
    known = GROUPS["changing"] | GROUPS["neutral"]
    return not GROUPS["changing"].isdisjoint(words) and all(word in known for word in words)


def _spans(upper: Sequence[str], lower: Sequence[str]) -> list[list[int]]:
    """The columns of each group: it reaches right, over the columns that have none of their own."""
    spans: list[list[int]] = []
    group = ""
    for column, (above, below) in enumerate(zip(upper, lower, strict=True)):
        if spans and group and below and above in ("", group):
            spans[-1].append(column)
        elif above or below:
            spans.append([column])
            group = above
        else:
            group = ""
    return spans


def _is_beneath(upper: Sequence[str], lower: Sequence[str]) -> bool:
    """Whether the two rows are one heading: the lower one is no row of figures, and names no team below "Team"."""
    if any(missing_reason(below) or number(below)[1] is not Kind.UNREADABLE for below in filter(None, lower)):
        return False
    names = [column for column, above in enumerate(upper) if _is_of_words(above)]
    if names:
        return all(not lower[column] or _is_of_words(lower[column]) for column in names)
    return any(map(_is_of_words, lower))


def _split(
    span: Sequence[int], upper: Sequence[str], lower: Sequence[str], headings: Mapping[int, str]
) -> Split | None:
    group = upper[span[0]]
    name = meaning_of(group)
    if not name or not _is_figure(group) or any(_is_read(headings[column], name) for column in span):
        return None
    texts = {lower[column] for column in span if lower[column]}
    if len(texts) < 2 and {"percent", "plusminus"}.isdisjoint(plain(" ".join(texts)).split()):
        return None
    by_type = any(meaning_of(said) == "part" for said in texts)
    return Split(name, group, tuple(span), by_type)


def _is_read(heading: str, name: str) -> bool:
    """Whether a column is read as a figure of the kind that its group names."""
    said = meaning_of(heading)
    if said == "part":
        return name in _CHILDREN
    return bool(said) and _is_figure(heading)


def _is_figure(heading: str) -> bool:
    name = meaning_of(heading)
    return bool(name) and MEANINGS[name or ""].kind in _FIGURE_KINDS


def _is_of_words(heading: str) -> bool:
    name = meaning_of(heading)
    return bool(name) and MEANINGS[name or ""].kind not in _FIGURE_KINDS
