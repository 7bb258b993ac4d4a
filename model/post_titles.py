"""Established posts by post title: vacant, away, at work, without names.

All of it is of lists of workers: what they do not list or say is not known, and is not taken for 0. Who is away is kept
by title over all teams only, since by title and team it would often be about one person.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

import pandas as pd

from model.caseload import Tables
from model.exact import exact, shown
from model.people_away import AtWork, together
from model.service import ServiceMonth
from model.words import count_words, first_short, listed, number_words
from model.worker_tables import FEWEST_FOR_A_REASON, LEAVE, NOT_KEPT, SICK

_NOT_SAID = "Post title not given"


@dataclass(frozen=True)
class Title:
    """A post title: its people in post, vacant posts and people away, and the same in FTE as ``work``.

    ``None`` is what the lists do not say. ``hidden`` are those away of a title so few hold that the reason is not kept.
    """

    role: str
    people: int
    posts: int | None
    sick: int | None
    leave: int | None
    hidden: int
    work: AtWork

    @property
    def away(self) -> int | None:
        """The people who are away, for whatever reason."""
        if self.hidden:
            return self.hidden
        return None if self.sick is None or self.leave is None else self.sick + self.leave

    @property
    def present(self) -> int | None:
        """The people in post who are not away."""
        return None if self.away is None else self.people - self.away

    @property
    def gap(self) -> Fraction:
        """How far the FTE at work is known to be below established posts: those vacant, and those away."""
        return (self.work.vacant or Fraction(0)) + (self.work.away or Fraction(0))


@dataclass(frozen=True)
class Titles:
    """The titles of a month, the widest gap first, and what they are of.

    ``vacant_said`` and ``away_said`` are whether the lists name vacant posts and who is away; ``narrowed`` whether that
    stays unsaid because only some of their teams are looked at. ``beside`` are teams of the lists that no average
    counts.
    """

    each: Sequence[Title]
    vacant_said: bool
    away_said: bool
    narrowed: bool
    beside: Sequence[str] = ()

    @property
    def whole(self) -> AtWork:
        """All of them as one."""
        return together([title.work for title in self.each], "All post titles")


def by_title(tables: Tables, service: ServiceMonth) -> Titles:
    """The titles in the month's counted teams; none where no list names a vacant post or says who is away.

    Where who is away is said and all teams are looked at, those that do not count are among them: it is kept over all.
    """
    workers, vacant, away = (
        _of_month(tables[name], service) for name in ("worker_caseload", "vacant_post", "away_post")
    )
    counted, said = {team.team for team in service.counted}, not away.empty
    others = sorted({*workers["team"], *vacant["team"]} - counted)
    narrowed = said and bool(others) and not service.whole_service
    away_said = said and not narrowed
    if not away_said:
        workers, vacant = (frame[frame["team"].isin(counted)] for frame in (workers, vacant))
    if vacant.empty and not away_said:
        return Titles([], vacant_said=False, away_said=False, narrowed=narrowed)
    rows = (_by_role(frame) for frame in (workers, vacant, away if away_said else away.iloc[:0]))
    found = _titles(*rows, vacant_said=not vacant.empty)
    return Titles(
        sorted(found, key=lambda title: (-title.gap, -(title.posts or 0) - (title.away or 0), title.role)),
        vacant_said=not vacant.empty,
        away_said=away_said,
        narrowed=narrowed,
        beside=others if away_said else (),
    )


_Roles = dict[str, pd.DataFrame]


def _of_month(frame: pd.DataFrame, service: ServiceMonth) -> pd.DataFrame:
    return frame[frame["month"] == pd.Timestamp(service.month)]


def _by_role(frame: pd.DataFrame) -> _Roles:
    """The rows of each title, by its first spelling in small letters."""
    here = frame.assign(role=frame["role"].fillna(_NOT_SAID))
    return {str(key): rows for key, rows in here.groupby(here["role"].str.casefold(), sort=False)}


def _titles(workers: _Roles, vacant: _Roles, away: _Roles, *, vacant_said: bool) -> Iterable[Title]:
    for key in dict.fromkeys([*vacant, *workers]):
        here, empty, gone = (rows.get(key) for rows in (workers, vacant, away))
        role = str((empty if here is None else here)["role"].iloc[0])  # type: ignore[index]
        in_post = _sum(here)
        posts, of_posts = (_count(empty, "posts"), _sum(empty)) if vacant_said else (None, None)
        established = None if in_post is None or of_posts is None else in_post + of_posts
        # Nobody is away of a title that nobody is in.
        away_here = dict.fromkeys((SICK, LEAVE, NOT_KEPT), _NOBODY) if here is None and away else _away(gone)
        people = {reason: told for reason, (told, _) in away_here.items()}
        fte = {reason: told for reason, (_, told) in away_here.items()}
        work = AtWork(
            role, established, in_post, None, fte[SICK], fte[LEAVE], listed=of_posts, hidden=fte[NOT_KEPT]
        )  # fmt: skip
        count = 0 if here is None else len(here)
        yield Title(role, count, posts, people[SICK], people[LEAVE], people[NOT_KEPT] or 0, work)


_Away = tuple[int | None, Fraction | None]
_NOBODY: _Away = (0, Fraction(0))


def _away(gone: pd.DataFrame | None) -> dict[str, _Away]:
    """The people of a title who are away and their FTE, by reason."""
    rows = {} if gone is None else {str(reason): here for reason, here in gone.groupby("reason")}
    found: dict[str, _Away] = {reason: (_count(here, "people"), _sum(here)) for reason, here in rows.items()}
    if NOT_KEPT in found:
        return {SICK: (None, Fraction(0)), LEAVE: (None, Fraction(0)), NOT_KEPT: found[NOT_KEPT]}
    return {SICK: (None, None), LEAVE: (None, None), NOT_KEPT: _NOBODY} | found


def _count(frame: pd.DataFrame | None, name: str) -> int:
    return 0 if frame is None else int(frame[name].sum())


def _sum(frame: pd.DataFrame | None) -> Fraction | None:
    """The FTE of the rows; ``None`` where one has none."""
    if frame is None:
        return Fraction(0)
    known = frame["fte"].dropna()
    return None if len(known) < len(frame) else sum((exact(float(value)) for value in known), Fraction(0))


def title(found: Titles) -> str:
    """Where the gap between established posts and those at work is widest, as a title of at most fifteen words."""
    first, work = found.each[0], found.each[0].work
    if not found.away_said or (work.in_post is None and first.posts):
        return _most_vacant(found)
    if work.present is None:
        gone = sum((each.sick or 0) + (each.leave or 0) + each.hidden for each in found.each)
        return f"The list of workers names {count_words(gone, 'social worker')} as away"
    if not first.gap:
        return "Nobody is said to be away, and no post to be vacant"
    whole, name = (work.in_post, "Most away") if work.established is None else (work.established, "Widest gap")
    posts = "FTE in post" if work.established is None else "established FTE"
    told = f"{shown(work.present)} of {shown(whole or 0)} {posts} at work"
    return first_short(f"{name}: {first.role}, {told}", f"{name}: {first.role}").rstrip(".")


def _most_vacant(found: Titles) -> str:
    first, posts = found.each[0], sum(each.posts or 0 for each in found.each)
    vacant, in_post = first.work.vacant, first.work.in_post
    if vacant is None:
        return f"The list of workers names {count_words(posts, 'vacant post')}"
    of = "" if in_post is None else f" beside {shown(in_post)} in post" if first.people else ", none in post"
    return first_short(f"Most vacant: {first.role}, {shown(vacant)} FTE{of}", f"Most vacant: {first.role}").rstrip(".")


ALL_TEAMS_ONLY = (
    "Who is away stands by post title for all teams together only: of some of them it would often be about one person."
)
_AWAY = (
    "Whoever the list does not say is away is at work. Absence for a reason that is not said counts as other leave. In "
    "one team it would often be about one person: by post title it is kept for all teams together only."
)


def notes(found: Titles, service: ServiceMonth) -> str:
    """What else to know of the titles, in sentences."""
    told = [_AWAY if found.away_said else ALL_TEAMS_ONLY if found.narrowed else "The list does not say who is away."]
    if found.beside:
        verb = "is" if len(found.beside) == 1 else "are"
        told.append(f"{listed(found.beside)}, which no average counts, {verb} in it.")
    if any(each.hidden for each in found.each):
        told.append(f"Why is not kept of a title that fewer than {number_words(FEWEST_FOR_A_REASON)} people hold.")
    if not found.vacant_said:
        told.append("The list names no vacant posts, so that established posts are not known by title.")
    elif not found.beside:
        told.append(_against_established(found, service))
    return " ".join(filter(None, told))


def _against_established(found: Titles, service: ServiceMonth) -> str:
    """How what is listed as vacant compares with established posts less those in post, in a sentence; "" if unknown."""
    vacant = found.whole.listed
    if vacant is None or service.established is None or service.in_post is None:
        return ""
    gap = max(service.established - service.in_post, Fraction(0))
    return (
        f"The list of workers names {shown(vacant)} FTE of vacant posts; established posts less those in post come to "
        f"{shown(gap)} FTE{', the same' if vacant == gap else '. What is not listed has no title'}."
    )
