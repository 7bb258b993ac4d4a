"""Limits on what a team can hold, in FTE or in people: the room they leave, and what is said of them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from fractions import Fraction

from model.exact import Number, exact, known, shortest
from model.needed import size_of_post, teams_in_question
from model.service import ServiceMonth
from model.team import TeamMonth
from model.words import count_words, named, sentence


def room_left(team: TeamMonth, size: Fraction, fte_limit: Fraction | None, people_limit: int | None) -> int | None:
    """How many posts the limits leave the team; ``None`` without a limit."""
    rooms = []
    if fte_limit is not None:
        rooms.append(math.floor((fte_limit - known(team.fte)) / size))
    if people_limit is not None:
        rooms.append(people_limit - (team.headcount or 0))
    return max(0, min(rooms)) if rooms else None


def why_left(left: int, fte_limit: Fraction | None, people_limit: int | None) -> str:
    """How many posts are left over, and which limits are in the way, in a sentence; "" if none is left."""
    if not left:
        return ""
    posts = count_words(left, "post cannot be placed", "posts cannot be placed")
    return sentence(f"{posts}: every team would be above the limit of {_limits(fte_limit, people_limit)}")


def beyond(
    service: ServiceMonth,
    added: Mapping[str, int],
    post_fte: Number,
    fte_limit: Number | None,
    people_limit: int | None,
) -> str:
    """Which teams the posts placed by a person bring above the limits, in a sentence; "" if none."""
    size, limit = size_of_post(post_fte), None if fte_limit is None else exact(fte_limit)
    rooms = {team.team: room_left(team, size, limit, people_limit) for team in teams_in_question(service)}
    above = [name for name, room in rooms.items() if room is not None and added.get(name, 0) > room]
    if not above:
        return ""
    are = "is" if len(above) == 1 else "are"
    return f"By hand, {named(above)} {are} above the limit of {_limits(limit, people_limit)}."


def _limits(fte_limit: Fraction | None, people_limit: int | None) -> str:
    limits = []
    if fte_limit is not None:
        limits = [f"{shortest(fte_limit)} full-time equivalent{'' if fte_limit == 1 else 's'}"]
    limits += [count_words(people_limit, "person", "people")] if people_limit is not None else []
    return " or ".join(limits)
