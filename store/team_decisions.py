"""What people decided about their teams' names: added, never changed but for being undone.

A decision made with an upload holds as long as that upload, or a later one that has one of its names, is not undone.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, insert, inspect, select, update

from model.decisions import Decision, TeamDecision
from store.errors import StoreError
from store.history import authority_id_made, new_id
from store.schema import authority, team_decision, upload, upload_team_decision

UNREADABLE = (
    "What was decided about teams’ names cannot be read, perhaps because a newer version of Headroom wrote it. "
    "Nothing was changed. Start the newer version, or put a copy from your back-up in place."
)


@dataclass(frozen=True)
class KeptDecision:
    """A decision in force: its number, what was decided, by whom ("" where no name was typed) and when, in UTC."""

    id: int
    decision: TeamDecision
    by: str
    at: datetime


def keep(connection: Connection, name: str, decisions: Sequence[TeamDecision], by: str, at: datetime) -> list[int]:
    """Add the decisions, in their order, as the authority's newest; their numbers."""
    if not decisions:
        return []
    whose = {"authority_id": authority_id_made(connection, name), "at": at, "by": by}
    rows = [
        {
            "kind": decision.kind.value,
            "month": decision.month,
            "before": json.dumps(decision.before),
            "after": json.dumps(decision.after),
        }
        for decision in decisions
    ]
    return [new_id(connection.execute(insert(team_decision).values(**whose, **row))) for row in rows]


def keep_with(
    connection: Connection,
    name: str,
    upload_id: int,
    decisions: Sequence[TeamDecision],
    names_in_file: Collection[str],
    by: str,
    at: datetime,
) -> None:
    """Add the decisions made with an upload; it also holds on to those of earlier uploads that its names rely on."""
    bound = set(_bound(connection))
    earlier = [kept for kept in in_force(connection, name) if kept.id in bound]
    named = {name for decision in decisions for name in (*decision.before, *decision.after)}
    relied_on = _relied_on(earlier, named.union(names_in_file))
    held = [*relied_on, *keep(connection, name, decisions, by, at)]
    if held:
        rows = [{"upload_id": upload_id, "team_decision_id": each} for each in held]
        connection.execute(insert(upload_team_decision), rows)


def _relied_on(kept: Sequence[KeptDecision], names: set[str]) -> list[int]:
    """The decisions that have one of the names, or one that these lead to, before or after them."""
    found: dict[int, None] = {}
    reached = -1
    while reached != len(names):
        reached = len(names)
        for each in kept:
            own = {*each.decision.before, *each.decision.after}
            if own & names:
                found[each.id] = None
                names = names | own
    return list(found)


def _bound(connection: Connection) -> dict[int, bool]:
    """Each decision that uploads have, and whether one of these is not undone."""
    if not inspect(connection).has_table(upload_team_decision.name):
        # A database made before decisions were kept with uploads: there they hold by themselves.
        return {}
    standing = func.count(upload.c.id) - func.count(upload.c.undone_at)
    query = select(upload_team_decision.c.team_decision_id, standing.label("standing")).join(upload)
    rows = connection.execute(query.group_by(upload_team_decision.c.team_decision_id))
    return {row.team_decision_id: row.standing > 0 for row in rows}


def in_force(connection: Connection, name: str) -> list[KeptDecision]:
    """The authority's decisions that hold, the oldest first; :class:`StoreError` if they cannot be read.

    One that is undone does not, nor does one whose uploads are all undone.
    """
    if not inspect(connection).has_table(team_decision.name):
        # A database made before there were any.
        return []
    query = select(team_decision).join(authority).where(authority.c.name == name, team_decision.c.undone_at.is_(None))
    bound = _bound(connection)
    rows = [row._asdict() for row in connection.execute(query.order_by(team_decision.c.id))]
    try:
        return [_kept(row) for row in rows if bound.get(row["id"], True)]
    except (ValueError, TypeError) as error:
        raise StoreError(UNREADABLE) from error


def is_standing(connection: Connection, decision_id: int) -> bool:
    """Whether there is such a decision that is not undone."""
    if not inspect(connection).has_table(team_decision.name):
        return False
    query = select(team_decision.c.id).where(team_decision.c.id == decision_id, team_decision.c.undone_at.is_(None))
    return connection.scalar(query) is not None


def undo(connection: Connection, decision_id: int, by: str, at: datetime) -> None:
    """Take the decision out of force; one that is undone already, or that is not there, stays as it is."""
    standing = team_decision.c.undone_at.is_(None)
    change = update(team_decision).where(team_decision.c.id == decision_id, standing)
    connection.execute(change.values(undone_at=at, undone_by=by))


def _kept(row: dict[str, object]) -> KeptDecision:
    before, after = (tuple(map(str, json.loads(str(row[name])))) for name in ("before", "after"))
    decision = TeamDecision(Decision(str(row["kind"])), before, after, row["month"])  # type: ignore[arg-type]
    return KeptDecision(row["id"], decision, row["by"], row["at"])  # type: ignore[arg-type]
