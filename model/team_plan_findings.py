"""What a plan for the teams comes to, what it asks of managers and what it costs, in sentences.

Texts carry team names as the file writes them: whoever shows one as Markdown escapes it.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import pandas as pd

from model.assumptions import Settings
from model.basis import optimum_words
from model.exact import pounds, shortest, shown
from model.frames import team_frame
from model.moving import Move
from model.plan import highest_average
from model.posts_findings import managers
from model.restructure import Split
from model.team_plan import Supervision, TeamPlan
from model.words import count_words, first_short, listed, named, number_words, sentence


def title(plan: TeamPlan) -> str:
    """What the plan does to the highest caseload, and what it leaves, in at most 15 words."""
    one, other = highest(plan)
    found = plan.supervision
    if found and found.each_before is not None and found.each_after is not None and len(steps(plan)) == 1:
        whose = "each manager has {} staff" if found.is_even else "managers have {} staff on average"
        each = f"{whose.format(shortest(found.each_after, 1))}, not {shortest(found.each_before, 1)}"
        return first_short(f"{steps(plan)[0]}: {each}", each)
    if one is None or other is None:
        return "No team has a known average, so what other teams would carry is not known."
    did = listed(steps(plan)) or "as the teams are"
    over = len(plan.after.over(plan.demand))
    stays = "stays" if over <= 1 else "stay"
    if over > len(plan.now.over(plan.demand)):
        stays = "is" if over == 1 else "are"
    left = f"{count_words(over, 'team')} {stays} over {optimum_words(plan.after, over)}"
    moved = f"from {shown(one)} to {shown(other)}" if shown(one) != shown(other) else f"stays {shown(one)}"
    result = f"the highest caseload {'goes ' * moved.startswith('from')}{moved}"
    left = left if plan.now.over(plan.demand) or over else ""
    both = "; ".join(filter(None, (result, left)))
    return first_short(f"{did}: {both}", both, result)


def steps(plan: TeamPlan) -> list[str]:
    """What the plan does, briefly: "South 1 split in two", "two posts moved", "six added"."""
    found, change = [], plan.ask.change
    if isinstance(change, Split):
        found.append(f"{change.team} in {number_words(len(change.shares))}")
    elif change:
        found.append(f"{named(change.teams, most=3)} as one")
    if plan.posts_moved.number:
        found.append(f"{count_words(plan.posts_moved.number, 'post')} moved")
    if plan.children_moved.number:
        found.append(f"{count_words(plan.children_moved.number, 'child', 'children')} moved")
    if plan.plan.posts:
        found.append(f"{count_words(plan.plan.posts, 'post')} added")
    return found


def supervised(plan: TeamPlan, settings: Settings) -> list[str]:
    """What the plan asks of managers and of family workers, a sentence each; that it is not known, where it is not."""
    found = []
    if plan.supervision:
        found += [_staff(plan.supervision, settings), _takes(plan.supervision), _too_few(plan)]
    found += managers(plan.now, plan.after, settings)
    if plan.supervision and plan.span and plan.span.further_managers:
        found.append(_in_all(plan.managers, plan.span_now.further_managers if plan.span_now else 0))
    return [text for text in found if text]


def _too_few(plan: TeamPlan) -> str:
    """Which parts have more FTE than people, which no people can be; "" for none."""
    parts = plan.supervision.parts if plan.supervision else ()
    made = [plan.regrouped.team(name) for name in parts]
    names = [t.team for t in made if t and t.fte is not None and t.headcount is not None and t.fte > t.headcount]
    if not names:
        return ""
    has = "has" if len(names) == 1 else "have"
    return f"{named(names)} {has} more full-time equivalents than people in these shares: other shares would be real."


def _in_all(more: int, lacking: int) -> str:
    """The managers of the change and those that the limit on staff asks for because of it, together."""
    apart = f", not counting the {number_words(lacking)} lacking today" if lacking else ""
    if not more:
        return f"In all that is as many Team Managers as today’s teams have, one each{apart}."
    number = count_words(abs(more), "Team Manager")
    return sentence(
        f"in all that is {number} {'more' if more > 0 else 'fewer'} than today’s teams have, one each{apart}"
    )


def costs(plan: TeamPlan, settings: Settings) -> str:
    """What posts and managers cost a year, what is not costed, and what a merged team's manager would save."""
    bill, family = plan.bill, count_words(plan.family_workers, "family worker")
    managing = count_words(bill.managers, "Team Manager")
    parts = [f"{pounds(bill.posts_year)} a year for {count_words(bill.posts, 'post')}"] if bill.posts else []
    for number, words, cost in (
        (bill.managers, managing, bill.managers_year),
        (plan.family_workers, family, plan.family_year),
    ):
        parts += [f"{pounds(cost)} {'' if parts else 'a year '}for {words}"] if number and cost is not None else []
    blank = [managing] * bool(bill.managers and bill.managers_year is None) + [family] * (plan.family_year is None)
    text = f"The plan costs {listed(parts)}." if parts else "The plan asks for no post that has a cost."
    if len(parts) > 1:
        text = f"The plan costs {listed(parts)}: {pounds(plan.year)} in all."
    if blank:
        text += f" {sentence(f'{listed(blank)} {_are(blank)} not in it: no cost is set')}"
    if plan.managers < 0 and settings.cost_per_manager is not None:
        saved = pounds(-plan.managers * settings.cost_per_manager)
        text += f" {saved} a year less, where the post of {count_words(-plan.managers, 'Team Manager')} is given up."
    return text


def _are(blank: list[str]) -> str:
    return "is" if len(blank) == 1 and blank[0].startswith("one ") else "are"


def _staff(found: Supervision, settings: Settings) -> str:
    """Staff to each manager before and after: "A has 18 staff under one manager; in two teams each manager has 9"."""
    if found.staff is None or found.each_after is None or found.each_before is None:
        return (
            f"How many staff each manager would have is not known: {named(found.teams)} "
            f"{'has' if len(found.teams) == 1 else 'have'} no number of people, and FTE does not give it."
        )
    now = f"{named(found.teams)} {'has' if len(found.teams) == 1 else 'have'} {found.staff} staff"
    if found.others is not None:
        now += f" ({found.staff - found.others} social workers, {number_words(found.others)} others)"
    before = f"{now} under {count_words(len(found.teams), 'manager')}"
    if len(found.teams) > 1:
        before += f", {shortest(found.each_before, 1)} each"
    each = "each" if found.is_even else "on average"
    after = f"under {number_words(len(found.parts))} managers it is {shortest(found.each_after, 1)} {each}"
    if len(found.parts) == 1:
        after = f"under one manager it is all {found.staff}"
    most = settings.staff_per_manager
    limit = f"{'above' if max(found.staffed) > most else 'within'} the limit of {most}"
    return sentence(f"{before}; {after}{_staffed(found, settings)}, {limit}")


def _staffed(found: Supervision, settings: Settings) -> str:
    """What each new team has once it has its own family workers; "" where that is said already."""
    if found.is_even and (found.others is not None or not found.family_workers):
        return ""
    if found.others is not None:
        return f": {listed([str(number) for number in found.staffed])}"
    numbers = f"{found.staffed[0]} each" if found.is_even else listed([str(number) for number in found.staffed])
    if len(found.parts) == 1:
        numbers = str(found.staffed[0])
    where = "in each team" if len(found.parts) > 1 else "in the one team"
    return f", and with {count_words(settings.family_workers_per_team, 'family worker')} {where} {numbers}"


def _takes(found: Supervision) -> str:
    """The managers and family workers that the change takes or frees."""
    more = len(found.parts) - len(found.teams)
    parts = [count_words(abs(more), "Team Manager")]
    if found.family_workers:
        parts.append(count_words(abs(found.family_workers), "family worker"))
    return sentence(f"that is {listed(parts)} {'more' if more > 0 else 'fewer'} than now")


def frame(plan: TeamPlan, settings: Settings) -> pd.DataFrame:
    """A :func:`model.frames.team_frame` of the teams with everything done, before moves and posts as ``before``.

    ``changes`` are posts and children that come or go, in words; ``people`` social workers, ``staff`` with the
    team's own family workers.
    """
    made = team_frame(plan.after, plan.regrouped, plan.demand, ordered_by=plan.regrouped)
    people = [_people_of(plan, name) for name in made["team"]]
    return made.assign(
        changes=[_changes(plan, name) for name in made["team"]],
        people=pd.array(people, dtype="Int64"),
        staff=pd.array([None if n is None else n + settings.family_workers_per_team for n in people], dtype="Int64"),
    )


def _people_of(plan: TeamPlan, name: str) -> int | None:
    team = plan.after.team(name)
    return team.headcount if team else None


def _changes(plan: TeamPlan, name: str) -> str:
    """Posts and children that come or go: "+2 posts, −12 children"."""
    children = _net(plan.children_moved.moves, name)
    posts = _net(plan.posts_moved.moves, name) + plan.plan.placement.added.get(name, 0)
    said = [
        f"{'+' if number > 0 else '−'}{abs(number)} {one if abs(number) == 1 else many}"
        for number, one, many in ((posts, "post", "posts"), (children, "child", "children"))
        if number
    ]
    return ", ".join(said)


def _net(moves: Sequence[Move], name: str) -> int:
    return sum(move.number * ((move.taker == name) - (move.giver == name)) for move in moves)


def highest(plan: TeamPlan) -> tuple[Fraction | None, Fraction | None]:
    """The highest team average now and with everything done."""
    return highest_average(plan.now, plan.demand), highest_average(plan.after, plan.demand)
