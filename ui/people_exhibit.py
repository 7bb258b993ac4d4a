"""Who is at work of the posts that are established: by team, without names."""

from __future__ import annotations

from fractions import Fraction

import pandas as pd

from charts.people_away import people_bars
from model import vacant_titles
from model.exact import exact, shown
from model.frames import rounded
from model.outlook_assumptions import Assumptions
from model.outlook_start import read_from, start_of
from model.people_away import AtWork, at_work, not_known, title, together
from ui import forecast_exhibit
from ui.carried import chosen
from ui.exhibit import Exhibit
from ui.headline import Headline
from ui.view import View, once_a_view

_HEADINGS = {
    "established": "Established FTE",
    "in_post": "FTE in post",
    "case_holding": "Case-holding FTE",
    "sick": "Away sick (FTE)",
    "leave": "On maternity or parental leave (FTE)",
    "vacant": "Vacant (FTE)",
    "present": "At work (FTE)",
    "effective": "Effective (FTE)",
}
# Not every team that is away for a day is in the figures, nor is every colleague as experienced.
_NOT_IN_IT = (
    "At work is FTE in post less those away; short absences and new workers’ smaller caseloads are not taken off."
)
_EFFECTIVE = (
    "Effective FTE is what the average is taken over less the share of time away with which the Outlook starts: what "
    "carries children there. From then on new workers’ smaller caseloads are taken off too."
)


def headlines(view: View) -> list[Headline]:
    """Established, in post, at work, holding cases, effective: the FTE of the counted teams, each with its lack."""
    return _headlines(view, _absence(view))


def _absence(view: View) -> Fraction:
    """The share of time away with which the Outlook starts: as read from the months kept, or assumed, or typed."""
    typed, start = chosen().get("assumed_absence"), start_of(view.now)
    if typed is not None:
        return exact(float(typed)) / 100
    return exact(read_from(start, forecast_exhibit.as_chosen(view))[0].absence if start else Assumptions().absence)


@once_a_view
def _headlines(view: View, absence: Fraction) -> list[Headline]:
    whole = together(at_work(view.tables, view.now), "")
    away = whole.in_post - whole.present if whole.in_post is not None and whole.present is not None else None
    return [
        _figure("Established", whole.established, "posts of social workers", "Posts that there is money for."),
        _figure("In post", whole.in_post, _less(whole.vacant, "vacant"), "Social workers who are employed."),
        _figure(
            "At work", whole.present, _less(away, "away sick or on leave"), "Those in post who are neither sick nor on "
            "maternity or parental leave. Short absences are not taken off.",
        ),
        _figure(
            "Holding cases", whole.case_holding, "agency workers included",
            "Who carries children, in post or from an agency. The average caseload is over these where they are known.",
        ),
        _figure(
            "Effective", whole.effective(absence), f"after {shown(absence * 100)}% of time away",
            _EFFECTIVE,
        ),
    ]  # fmt: skip


def _figure(label: str, fte: Fraction | None, since: str, told: str) -> Headline:
    return Headline(f"{label} (FTE)", "Not known" if fte is None else shown(fte), None, since, told)


def _less(fte: Fraction | None, what: str) -> str:
    return f"how many are {what} is not known" if fte is None else f"{shown(fte)} {what}"


def by_team(view: View) -> Exhibit | None:
    """The established posts of each counted team as a bar; ``None`` where the figures do not say."""
    return _by_team(view, _absence(view))


@once_a_view
def _by_team(view: View, absence: Fraction) -> Exhibit | None:
    teams = at_work(view.tables, view.now)
    if not teams:
        return None
    whole = together(teams, "All counted teams")
    frame = pd.DataFrame([_row(team, absence) for team in teams]).astype(dict.fromkeys(_HEADINGS, "float64"))
    return Exhibit(
        key="people_away",
        finding=title(whole),
        beneath=f"Full-time equivalent of established social worker posts, {view.day}. {_NOT_IN_IT}",
        figure=people_bars(_drawn(frame), view.style),
        alt=f"Stacked bars of established posts by team: {title(whole)}.",
        frame=frame,
        columns=("team", *_HEADINGS),
        source=view.source,
        headings=_HEADINGS,
        note=not_known(teams),
        foot=_row(whole, absence),
        foot_note=f"{_EFFECTIVE} Away: {shown(absence * 100)}% of time.",
    )


def _row(team: AtWork, absence: Fraction) -> dict[str, object]:
    known: dict[str, object] = {name: rounded(getattr(team, name)) for name in _HEADINGS if name != "effective"}
    return {"team": team.team} | known | {"effective": rounded(team.effective(absence))}


def _drawn(frame: pd.DataFrame) -> pd.DataFrame:
    """The parts of the bars: where it is not known who of those in post is at work, they stand whole."""
    unknown = frame["present"].isna()
    parts = {"in_post_only": frame["in_post"].where(unknown)}
    return frame.assign(**parts, **{name: frame[name].mask(unknown) for name in ("sick", "leave")})


_OF_TITLES = {
    "role": "Post title",
    "people": "In post (people)",
    "in_post": "In post (FTE)",
    "posts": "Vacant posts",
    "vacant": "Vacant (FTE)",
}
_NONE_LISTED = (
    "Vacant posts by post title stand here where a list of workers has them: a row with “Vacant” in place of a name, "
    "with the post title and its FTE."
)


@once_a_view
def by_title(view: View) -> tuple[str, pd.DataFrame, dict[str, str], str]:
    """Vacant posts by title: the finding, a row a title, the headings, and what else to know; no rows for none."""
    found = vacant_titles.by_title(view.tables, view.now)
    rows = [(each.role, each.people, rounded(each.in_post), each.posts, rounded(each.vacant)) for each in found]
    frame = pd.DataFrame(rows, columns=[*_OF_TITLES]).astype({"in_post": "float64", "vacant": "float64"})
    if not found:
        return "", frame, _OF_TITLES, _NONE_LISTED
    note = vacant_titles.against_established(found, view.now)
    return vacant_titles.title(found), frame, _OF_TITLES, f"Of the list of workers, {view.day}. {note}"
