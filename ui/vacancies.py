"""Established posts that nobody fills, of the teams of which that is known."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from model.caseload import ServiceMonth
from ui.view import View


def vacancies(service: ServiceMonth) -> Fraction | None:
    """Established FTE less FTE in post; ``None`` unless both are known of every counted team."""
    if service.established is None or service.in_post is None:
        return None
    return service.established - service.in_post


def unfilled(service: ServiceMonth) -> Fraction | None:
    """Established FTE less the FTE of the averages; ``None`` unless both are known of every counted team."""
    # With a team's FTE unknown, its established posts would all count as a gap.
    if service.established is None or service.fte is None or service.unmeasured:
        return None
    return service.established - service.fte


def posts_unknown(service: ServiceMonth) -> list[str]:
    """The counted teams whose established posts, or whose social workers, are not known."""
    return [t.team for t in service.counted if t.established is None or (t.in_post is None and not t.is_measured)]


def of_known_posts(view: View) -> View:
    """The view without the teams of :func:`posts_unknown`, where these are fewer than half of all."""
    out = posts_unknown(view.now)
    if not out or 2 * len(out) >= len(view.now.counted):
        return view

    def without_them(month: ServiceMonth) -> ServiceMonth:
        return replace(month, teams=tuple(team for team in month.teams if team.team not in out))

    before = without_them(view.before) if view.before else None
    return replace(view, now=without_them(view.now), before=before, history=list(map(without_them, view.history)))
