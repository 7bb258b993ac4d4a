"""The tables of a list of workers: those who are in post, the posts that nobody is in, and who is away.

Of who is away only counts and FTE are kept, by post title over all teams: with the team it would often be one person.
"""

from __future__ import annotations

from model.table import Column, Table

MONTH = Column("month", "date", "First day of the month the figures describe", required=True)
TEAM = Column("team", "text", "Name of the team, as the council writes it", required=True)

# Why somebody is away: sick, or on maternity or other leave. Of a title that fewer people hold it is not kept: whoever
# knows them would know who is sick.
SICK, LEAVE, NOT_KEPT = "sick", "leave", "not kept"
FEWEST_FOR_A_REASON = 3

WORKER_CASELOAD = Table(
    "worker_caseload",
    row="one worker in one team in one month, under a code",
    key=("month", "team", "worker"),
    columns=(
        MONTH,
        TEAM,
        Column("worker", "text", "Code that stands for the worker", required=True),
        Column("role", "text", "Post title"),
        Column("fte", "number", "Full-time equivalent of the worker", unit="FTE"),
        Column("asye", "flag", "Newly qualified, in the assessed and supported year"),
        Column("allocated", "count", "Children allocated to the worker", unit="children"),
    ),
)

VACANT_POST = Table(
    "vacant_post",
    row="the vacant posts of one title in one team in one month, as a list of workers has them",
    key=("month", "team", "role"),
    columns=(
        MONTH,
        TEAM,
        Column("role", "text", "Post title, as the list writes it", required=True),
        Column("posts", "count", "Posts that nobody is in", required=True, unit="posts"),
        Column("fte", "number", "Full-time equivalent of these posts", unit="FTE"),
    ),
)

AWAY_POST = Table(
    "away_post",
    row="those in post under one title who are away for one reason, in all teams together in one month",
    key=("month", "role", "reason"),
    columns=(
        MONTH,
        Column("role", "text", "Post title, as the list writes it", required=True),
        Column("reason", "text", f"One of: {SICK}, {LEAVE} (maternity, other or not said), {NOT_KEPT}", required=True),
        Column("people", "count", "Social workers who are away, 0 where nobody is", required=True, unit="people"),
        Column("fte", "number", "Full-time equivalent of those who are away", unit="FTE"),
    ),
)
