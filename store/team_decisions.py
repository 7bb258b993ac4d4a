"""What people decided about their teams' names: added, never changed but for being undone."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, inspect, select, update

from model.decisions import Decision, TeamDecision
from store.errors import StoreError
from store.history import authority_id_made
from store.schema import authority, team_decision

UNREADABLE = (
    "What was decided about teams' names cannot be read, perhaps because a newer version of Headroom wrote it. "
    "Nothing was changed. Start the newer version, or put a copy from your back-up in place."
)


@dataclass(frozen=True)
class KeptDecision:
    """A decision in force: its number, what was decided, by whom ("" where no name was typed) and when, in UTC."""

    id: int
    decision: TeamDecision
    by: str
    at: datetime


def keep(connection: Connection, name: str, decisions: Sequence[TeamDecision], by: str, at: datetime) -> None:
    """Add the decisions, in their order, as the authority's newest."""
    if not decisions:
        return
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
    connection.execute(insert(team_decision), [{**whose, **row} for row in rows])


def in_force(connection: Connection, name: str) -> list[KeptDecision]:
    """The authority's decisions that are not undone, the oldest first; :class:`StoreError` if they cannot be read."""
    if not inspect(connection).has_table(team_decision.name):
        # A database made before there were any.
        return []
    query = select(team_decision).join(authority).where(authority.c.name == name, team_decision.c.undone_at.is_(None))
    try:
        return [_kept(row._asdict()) for row in connection.execute(query.order_by(team_decision.c.id))]
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
