"""Vacant posts by post title, beside those who are in post under the same title, without names.

Both are of a list of workers: what it does not list is not known, and is not taken for 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import pandas as pd

from model.caseload import Tables
from model.exact import exact, shown
from model.service import ServiceMonth
from model.words import count_words, first_short

_NOT_SAID = "Post title not given"


@dataclass(frozen=True)
class Title:
    """A post title: the people in such posts and their FTE, the posts that are vacant and theirs.

    FTE is ``None`` where one of the people, or of the posts, has none on file.
    """

    role: str
    people: int
    in_post: Fraction | None
    posts: int
    vacant: Fraction | None


def by_title(tables: Tables, service: ServiceMonth) -> list[Title]:
    """The titles in the month's counted teams, those with most vacant first; none where no vacant post is listed."""
    workers, vacant = (_here(tables[name], service) for name in ("worker_caseload", "vacant_post"))
    if vacant.empty:
        return []
    called: dict[str, str] = {}
    for role in [*vacant["role"], *workers["role"]]:
        called.setdefault(role.casefold(), role)
    found = [_title(role, _of(workers, key), _of(vacant, key)) for key, role in called.items()]
    return sorted(found, key=lambda title: (-(title.vacant or 0), -title.posts, title.role))


def _here(frame: pd.DataFrame, service: ServiceMonth) -> pd.DataFrame:
    teams = [team.team for team in service.counted]
    here = frame[(frame["month"] == pd.Timestamp(service.month)) & frame["team"].isin(teams)]
    return here.assign(role=here["role"].fillna(_NOT_SAID))


def _of(frame: pd.DataFrame, key: str) -> pd.DataFrame:
    return frame[frame["role"].str.casefold() == key]


def _title(role: str, workers: pd.DataFrame, vacant: pd.DataFrame) -> Title:
    return Title(role, len(workers), _sum(workers["fte"]), int(vacant["posts"].sum()), _sum(vacant["fte"]))


def _sum(values: pd.Series) -> Fraction | None:
    return None if values.isna().any() else sum((exact(float(value)) for value in values), Fraction(0))


def title(found: Sequence[Title]) -> str:
    """Which title has most vacant posts, as a title."""
    first, posts = found[0], sum(each.posts for each in found)
    if first.vacant is None:
        return f"The list of workers names {count_words(posts, 'vacant post')}"
    of = (
        "" if first.in_post is None else f" beside {shown(first.in_post)} in post" if first.people else ", none in post"
    )
    return first_short(
        f"Most vacant: {first.role}, {shown(first.vacant)} FTE{of}", f"Most vacant: {first.role}"
    ).rstrip(".")


def against_established(found: Sequence[Title], service: ServiceMonth) -> str:
    """How what is listed as vacant compares with established posts less those in post, in a sentence; "" if unknown."""
    listed = (
        None if any(each.vacant is None for each in found) else sum((each.vacant or 0 for each in found), Fraction(0))
    )
    if listed is None or service.established is None or service.in_post is None:
        return ""
    gap = max(service.established - service.in_post, Fraction(0))
    return (
        f"The list of workers names {shown(listed)} FTE of vacant posts; established posts less those in post come to "
        f"{shown(gap)} FTE{', the same' if listed == gap else '. What is not listed has no title'}."
    )
