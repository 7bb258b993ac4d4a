"""What every word on the screen means: the Methods page and the tooltips read it here."""

from __future__ import annotations

from dataclasses import dataclass

from model.assumptions import CABINET_REPORT, DFE_WORKFORCE

_DFE_DEFINITION = f"{DFE_WORKFORCE}: methodology"


@dataclass(frozen=True)
class Definition:
    """A term, what it means, how it is worked out ("" where there is nothing to work out), and its source."""

    term: str
    meaning: str
    formula: str = ""
    source: str = ""


DEFINITIONS: tuple[Definition, ...] = (
    Definition(
        "Case",
        "One child with a named social worker. Brothers and sisters count separately.",
    ),
    Definition(
        "Allocated and unallocated",
        "An allocated child has a named social worker; an unallocated child waits for one. A child held only by a "
        "team or its manager is unallocated.",
        "active children = allocated + unallocated",
    ),
    Definition(
        "Average caseload",
        "Children for each full-time social worker who holds cases, agency workers included. It leaves out children "
        "who wait, so it looks better while they are left waiting: the number waiting always stands beside it.",
        "allocated children ÷ full-time equivalent (FTE) of social workers",
        _DFE_DEFINITION,
    ),
    Definition(
        "Service average",
        "The average over all counted teams together. It is never the mean of the team averages, which would give a "
        "small team the weight of a large one.",
        "sum of children ÷ sum of FTE",
        _DFE_DEFINITION,
    ),
    Definition(
        "Full-time equivalent (FTE)",
        "Contracted hours divided by full hours, so two people on half hours are 1.0. There are different kinds: "
        "established (posts in the structure), in post (people employed) and case-holding (those who hold cases, "
        "agency included). Headroom takes case-holding where the file gives it, else in post, else established, says "
        "which, and never works FTE out from anything else.",
    ),
    Definition(
        "Optimum",
        "The number of children for each experienced social worker that the service aims at. It is a local planning "
        "figure for fieldwork teams: a team of another kind, by what the file or its name says, is measured once an "
        "optimum is set for it. No English council has averaged 25 since 2022, and the England figure counts all kinds "
        "of team, so the two are not like for like.",
        source=f"{CABINET_REPORT}, paragraph 22; {DFE_WORKFORCE}",
    ),
    Definition(
        "Points",
        "Children weighed by type of case, where a file gives them by type, each child in one. Every type weighs 1, "
        "and points are children, until a council types weights of its own with their source. A team whose children by "
        "type do not come to all its allocated children is counted by children only.",
        "points = sum of children of a type × its weight; optimum in points = optimum × points ÷ children of all teams "
        "weighed, on the same day",
    ),
    Definition(
        "Children over the optimum, places below it",
        "How far teams are above or below their optimum, in children. Spare places in one team do not cancel the "
        "excess in another.",
        "excess = children − optimum × FTE, headroom = optimum × FTE − children, each where it is above 0",
    ),
    Definition(
        "Change in demand and in capacity",
        "How much of a change in the average came from more or fewer children, and how much from more or fewer "
        "social workers. Both orders of the change are averaged, so the two parts add up exactly.",
        "demand = ½ (1/F₀ + 1/F₁)(D₁ − D₀); capacity = ½ (D₀ + D₁)(1/F₁ − 1/F₀), with D children and F FTE, ₀ before "
        "and ₁ now",
    ),
    Definition(
        "Posts needed",
        "Three different questions: for the service average to be at the optimum; for every team to be at its "
        "optimum or below; and for every team to have room for the children who wait as well. Answers are whole "
        "posts, rounded up exactly.",
        "service: ⌈(children ÷ optimum − FTE) ÷ size of a post⌉; every team: the same for each team, added up",
    ),
    Definition(
        "Where posts go",
        "The best placement depends on what it should be best at, so the aim is named: the highest caseload first, the "
        "fewest children over the optimum, or the most even caseloads. Each is worked out exactly. Posts are counted "
        "as filled by full case-holders: recruitment time and new workers’ smaller caseloads are not in it.",
    ),
    Definition(
        "The months ahead",
        "The number of children and of social workers, month by month: cases close and start, workers leave, posts are "
        "filled after the time that recruitment takes, starters carry fewer children at first, agency workers cover a "
        "share of the vacancies, and children above the most that effective workers are given wait. All at month 0 is "
        "as it was counted. Effective FTE is what absence and new workers’ smaller caseloads leave. The "
        "line is worked out from the assumptions as they stand, without chance; what the simulated futures give on "
        "average can differ from it a little, and by how much stands beside it.",
        "children next month = children × (1 − 1 ÷ months that a case is open) + new cases; leavers a month = turnover "
        "÷ 12; effective FTE = (1 − absence) × (what those in post carry + agency)",
        "Every assumption is listed on the Outlook page with its source",
    ),
    Definition(
        "Forecast of children who start and close",
        "Both are carried on from the months counted, closures as a share of open cases, and the number of children "
        "follows from them; an average is never forecast by itself. The way taken is the simplest that no other beats "
        "by 10% when each month of the past is forecast from those before it. Its band holds 80 of 100 errors made "
        "then, and how often past months fell inside is told. Under six months there is no forecast; only in two years "
        "or more is a season looked for. Months before a restructure are left out where twelve follow it, or where "
        "somebody says so.",
        "error = mean of |what came − what was forecast| over the next six months (three with less than a year)",
    ),
    Definition(
        "Read from the months counted",
        "Time open, leavers, recruitment and absence are read from the last twelve months, or as many as there are, "
        "six at least. Of eight or more months the two with the highest and the lowest share of closures are left out. "
        "Leavers and those in post are both in FTE or both in people, never mixed. Months to recruit are how long "
        "posts stood vacant for each FTE that joined, three at least. Absence is those away sick; those on maternity "
        "or other leave count where averages are taken over FTE in post.",
        "months open = children open at the start of each month ÷ closures in it; turnover = leavers of a year ÷ mean "
        "in post; months to recruit = FTE vacant at the end of each month ÷ FTE that joined; absence = FTE away ÷ FTE "
        "in post",
        _DFE_DEFINITION,
    ),
    Definition(
        "Who is at work",
        "Of the established posts some are vacant, and of those in post some are away sick or on leave. No names are "
        "kept. What a file does not say is not known, never 0. A list of workers that says who is away is taken to "
        "name all who are; absence for a reason that it does not say counts as other leave. By post title it is shown "
        "for all teams together, since in one team it would often be about one person.",
        "vacant = established − in post; at work = in post − away sick − on leave, in FTE",
    ),
    Definition(
        "Trend",
        "Most changes from month to month are chance. A figure is unusual where it is outside its limits, one of seven "
        "in a row on one side of the mean, one of seven that steadily rise or fall, or one of two in three beyond two "
        "thirds of the way to a limit, all three on that side. By which way is better that is an improvement or a "
        "concern; where neither is, only high or low. Limits are provisional on fewer than twelve points; two points "
        "are a change only. They start afresh at a restructure, where FTE is of another kind, and at step changes "
        "that somebody marks with a reason. A target is consistently met or missed where both limits are on one side "
        "of it, else hit-and-miss.",
        "limits = mean ± 2.66 × mean change between neighbouring points, changes above 3.267 × their mean left out",
        "NHS England, Making Data Count",
    ),
    Definition(
        "Rating of an action",
        "Red where it is overdue, or where what must never happen did. Amber where it is due in 30 days or fewer and "
        "its target is not reached, or done without its target being reached. Green otherwise, complete once done. One "
        "that is not done and has no owner, due date or measure is too vague to be measured and is not rated, unless "
        "it is overdue. Ratings are worked out, never typed; what nobody said stays blank.",
    ),
    Definition(
        "Simulated futures",
        "The same months drawn by chance 10,000 times, and the uncertain assumptions with them. “80 in 100” means that "
        "80 of every 100 such futures lie there: it is as good as the assumptions, and no promise. The same chances "
        "are drawn for every number of posts, so that two answers differ by the posts alone.",
    ),
    Definition(
        "Span of control",
        "Staff that one Team Manager supervises. It is counted in people, so it needs the number of people: it is "
        "never worked out from FTE.",
        "(social workers + family workers) ÷ Team Managers",
        f"{CABINET_REPORT}, paragraph 26",
    ),
    Definition(
        "Rounding",
        "Numbers are worked out exactly and rounded once, when they are shown; a half is rounded up.",
    ),
    Definition(
        "Missing figures",
        "A figure that is not in the file is shown as not known. A code such as * or c stays missing, with its "
        "reason. A blank is never read as 0. A team with children and no social worker is shown as “no worker in "
        "post” and counts as over its optimum.",
    ),
)
