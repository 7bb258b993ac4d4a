"""What the figures lack for the months ahead, and what to do about it, in sentences.

Texts carry team names as the file writes them: whoever shows one as Markdown escapes it.
"""

from __future__ import annotations

from collections.abc import Sequence

from model.basis import fte_words, nobody_counted, when
from model.outlook_start import Start
from model.readings import LEAST_MONTHS
from model.service import ServiceMonth
from model.team import TeamMonth
from model.words import count_words, listed, named, number_words, sentence

_UPLOAD = "The Upload page takes the month again, with the columns of its blank workbook."


def why_none(service: ServiceMonth) -> list[str]:
    """Why there is no outlook for a month: what each of its teams lacks, then what to do; a sentence each."""
    nobody = nobody_counted(service)
    if nobody:
        return [sentence(nobody), "Choose other teams or another month, or count them on the Methods page."]
    lacking = {
        "number of children": [team for team in service.counted if team.allocated is None],
        "full-time equivalent (FTE) of social workers": [team for team in service.counted if team.fte is None],
        "social worker in post": [team for team in service.counted if team.fte == 0],
    }
    of_file = [text for what, teams in lacking.items() if (text := _without(teams, service, what))]
    no_optimum = _without([team for team in service.counted if team.optimum is None], service, "optimum")
    found = [f"The outlook starts from children and FTE by team, held against an optimum. {' '.join(of_file)}".rstrip()]
    if of_file:
        found.append(f"Neither children nor FTE is worked out from an average. {_UPLOAD}")
    if no_optimum:
        found.append(f"{no_optimum} The Methods page sets it, by kind of team.")
    return found


def _without(teams: Sequence[TeamMonth], service: ServiceMonth, what: str) -> str:
    """Which of the counted teams have none of something, in a sentence; "" where each has some."""
    if not teams:
        return ""
    if len(teams) == len(service.counted):
        return sentence(f"in the figures of {when(service)} no counted team has {_a(what)}")
    verb = "has" if len(teams) == 1 else "have"
    return sentence(f"{named([team.team for team in teams])} {verb} no {what}")


def _a(what: str) -> str:
    return f"{'an' if what[0] in 'aeiou' else 'a'} {what}"


def gaps(start: Start, months: int | None = None) -> list[str]:
    """What the outlook does not know, with what that means and what to do, a sentence or two each.

    ``months`` are those kept up to that of the figures, where it is known how many.
    """
    return [text for text in (_waiting(start), _left_out(start), _vacant(start), _basis(start), _few(months)) if text]


def _waiting(start: Start) -> str:
    if start.waiting is not None:
        return ""
    return (
        "How many children wait is not known, so the outlook has none of them and may look better than it is: a column "
        "of unallocated children, by team or for the service, adds them."
    )


def _left_out(start: Start) -> str:
    out = [team for team in start.service.counted if team not in start.teams]
    if not out:
        return ""
    lacks = {
        "no children": any(team.allocated is None for team in out),
        "no FTE": any(team.fte is None for team in out),
        "no optimum": any(team.optimum is None for team in out),
    }
    why = listed([what for what, is_so in lacks.items() if is_so])
    return f"{named([team.team for team in out], most=3)} left out: {why} in the figures."


def _vacant(start: Start) -> str:
    if start.vacant is not None:
        return ""
    return (
        "How many posts are vacant is not known, so none is filled but for those approved here: type them under “More "
        "assumptions”, or add a column of established FTE."
    )


def _basis(start: Start) -> str:
    kinds = {team.fte_basis for team in start.teams}
    if kinds == {"established"}:
        return (
            "The only FTE is that of established posts, and vacant ones carry nobody: caseloads are higher than these. "
            "A column of FTE in post, or case-holding, shows by how much."
        )
    if None in kinds:
        return (
            "The figures do not say whether FTE is established, in post or case-holding: the heading of the column can."
        )
    if len(kinds) > 1:
        return f"FTE is {fte_words(start.service)}: averages of the teams are not alike."
    return ""


def _few(months: int | None) -> str:
    if months is None or months >= LEAST_MONTHS:
        return ""
    kept = "Only this month is kept" if months == 1 else f"Only {count_words(months, 'month')} are kept up to this one"
    return (
        f"{kept}: with {number_words(LEAST_MONTHS)} that say who came and who left, starts, time open, leavers and "
        "absence are read from them. Earlier months can be uploaded at any time."
    )
