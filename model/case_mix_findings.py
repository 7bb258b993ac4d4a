"""What weighing cases by type changes, in sentences. Names of teams are as the file writes them."""

from __future__ import annotations

from model.basis import when
from model.case_mix import CaseMix, highest
from model.case_types import HEAVY
from model.exact import known, percentage, shortest, shown
from model.needed import needed_for_every_team, needed_for_service_average
from model.words import count_words, first_short, listed, number_words, sentence

# Teams that are named one by one; of more the table has them.
_MOST_TEAMS = 6


def title(mix: CaseMix) -> str:
    """Who carries most by points, and whether it is another team than by children, as a title.

    While every type weighs 1 points are children: then it is how far the teams' mixes differ.
    """
    if mix.is_plain:
        return _mixes(mix)
    most, by_children = highest(mix.teams, in_points=True), highest(mix.teams, in_points=False)
    if most is None or by_children is None:
        return "No team with children by type has an average"
    points = shown(known(most.per_fte))
    alike = [each.team.team for each in mix.teams if each.per_fte is not None and shown(each.per_fte) == points]
    if len(alike) > 1:
        who = listed(alike) if len(alike) == 2 else count_words(len(alike), "team")
        return first_short(sentence(f"{who} carry most by points, {points} each"), f"Highest by points: {points}")[:-1]
    name = most.team.team
    if most is by_children:
        return first_short(
            f"{name} carries most by points, {points}, as it does by children", f"Highest by points: {points}"
        ).rstrip(".")
    return first_short(
        f"{name} carries most by points, {points}; by children {by_children.team.team} does",
        f"By points another team carries most: {points}",
    ).rstrip(".")


def _mixes(mix: CaseMix) -> str:
    shares = [(share, each.team.team) for each in mix.teams if (share := each.share(*HEAVY)) is not None]
    if not shares:
        return "No team with children by type has any"
    # As shown: of several teams with the highest share none is named alone.
    whole = [(percentage(share, 1, 0), team) for share, team in shares]
    (most, name), (least, other) = max(whole, key=lambda each: each[0]), min(whole, key=lambda each: each[0])
    high, low = f"{most}%", f"{least}%"
    what = "Child protection, court or looked after"
    if high == low:
        return f"{what}: {high} of the children{' in each team' if len(shares) > 1 else ''}"
    by_team = f"{what}: {low} to {high} by team"
    alone = all(sum(share == end for share, _ in whole) == 1 for end in (most, least))
    return first_short(*([f"{what}: {high} in {name}, {low} in {other}"] if alone else []), by_team).rstrip(".")


def restated(mix: CaseMix) -> str:
    """How the optimum in points follows from that in children, in a sentence; "" where nothing is weighed."""
    weight, optimum = mix.average_weight, mix.service.shared_optimum
    if weight is None or mix.is_plain:
        return ""
    average = f"In the figures of {when(mix.service)} the average child is {_points(shortest(weight, 3))}"
    if mix.without or mix.apart:
        average += " in the teams that can be weighed"
    if optimum is None or mix.shared_optimum is None:
        return f"{average}, so each team’s optimum in points is its optimum in children times that."
    return (
        f"{average}, so {shortest(optimum)} children for each social worker are "
        f"{_points(shortest(known(mix.shared_optimum)))}."
    )


def not_weighed(mix: CaseMix) -> str:
    """Which counted teams cannot be weighed and why, in sentences; "" where all can."""
    said = []
    if mix.without:
        said.append(f"{_teams(mix.without)} counted by children only: the figures do not give theirs by type")
    if mix.apart:
        said.append(f"{_teams(mix.apart)} counted by children only: those by type do not come to all allocated")
    return " ".join(map(sentence, said))


def posts_in_points(mix: CaseMix | None) -> str:
    """Posts needed when cases are weighed, beside plain counting, in sentences; "" where every weight is 1."""
    if mix is None or mix.is_plain or not mix.teams:
        return ""
    plain, weighed = (needed_for_every_team(service) for service in (mix.service, mix.weighed()))
    if plain is None or weighed is None:
        return ""
    one, other = (count_words(sum(posts.values()), "post") for posts in (weighed, plain))
    moved = [(name, posts - plain[name]) for name, posts in weighed.items() if posts != plain[name]]
    told = [f"{name} {number_words(abs(more))} {'more' if more > 0 else 'fewer'}" for name, more in moved]
    whose = f" ({listed(told)})" if told and len(told) <= _MOST_TEAMS else ""
    missing = mix.without or mix.apart
    kept = " Teams whose children are not known by type are counted by children." if missing else ""
    return (
        f"In points, allocated children weighed by type, every team comes to its optimum with {one}; by children, with "
        f"{other}{whose}. {_for_the_average(mix)}{kept}"
    )


def _for_the_average(mix: CaseMix) -> str:
    """What the average of all takes: the same by either count where the teams share an optimum."""
    weighed, plain = (
        count_words(int(known(needed_for_service_average(service))), "post") for service in (mix.weighed(), mix.service)
    )
    if mix.shared_optimum is None:
        return f"The average of all takes {weighed} in points, {plain} by children."
    return f"The average of all takes {plain} either way, because the optimum is restated with the average child."


def same_as_a_whole(mix: CaseMix) -> str:
    """That weighing changes how teams compare, and not how the service stands; "" where it may change that too."""
    if mix.is_plain or mix.shared_optimum is None:
        return ""
    return (
        "The service as a whole stands the same in points as in children; "
        "what weighing changes is how its teams compare."
    )


def counted_plainly(mix: CaseMix | None) -> str:
    """That a page counts children one by one though weights are set, with the optimum in points; "" without weights."""
    if mix is None or mix.is_plain or not mix.teams:
        return ""
    said = (
        "Children are counted here one by one, whatever the type of their case.",
        restated(mix),
        same_as_a_whole(mix),
        "Caseloads has the points of each team, by type of case.",
    )
    return " ".join(filter(None, said))


def _points(number: str) -> str:
    return f"{number} point" if number == "1" else f"{number} points"


def _teams(names: tuple[str, ...]) -> str:
    whose = listed(names) if len(names) <= 3 else count_words(len(names), "team")
    return f"{whose} {'is' if len(names) == 1 else 'are'}"
