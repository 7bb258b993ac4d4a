"""Action plans of each authority: every version is added, the newest one counts, and the older tell what moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, insert, inspect, select

from model.action_plan import Action, PlanError, from_json, to_json
from store import names
from store.database import Database
from store.errors import StoreError
from store.history import authority_id_made
from store.schema import action_plan, authority

UNREADABLE = (
    "The kept action plan cannot be read, perhaps because a newer version of Headroom wrote it. "
    "Nothing was changed. Start the newer version, or put a copy from your back-up in place."
)


@dataclass(frozen=True)
class KeptPlan:
    """A version of a plan: its actions, by whom it was kept ("" if not typed) and when, in UTC."""

    actions: tuple[Action, ...]
    by: str
    at: datetime


class ActionPlans:
    """The action plans of all authorities, in the database of the months."""

    def __init__(self, database: Database) -> None:
        """In the database given."""
        self._database = database

    def versions(self, authority_name: str) -> list[KeptPlan]:
        """Every version of the authority's plan, the oldest first; :class:`StoreError` if one cannot be read."""
        if not self._database.exists():
            return []
        with self._database.reading() as connection:
            if not inspect(connection).has_table(action_plan.name):
                # A database made before there were any.
                return []
            name = names.first(connection, authority_name)
            query = select(action_plan).join(authority).where(authority.c.name == name).order_by(action_plan.c.id)
            try:
                return [KeptPlan(from_json(row.value), row.by, row.at) for row in connection.execute(query)]
            except PlanError as error:
                raise StoreError(UNREADABLE) from error

    def keep(self, authority_name: str, actions: Sequence[Action], *, by: str, at: datetime, expected: int) -> None:
        """Add the actions as the newest version, where ``expected`` is how many versions there are.

        Raises :class:`StoreError`, and changes nothing, if somebody else has kept one meanwhile.
        """
        with self._database.writing() as connection:
            whose = authority_id_made(connection, names.first(connection, authority_name))
            there = select(func.count()).select_from(action_plan).where(action_plan.c.authority_id == whose)
            if connection.scalar(there) != expected:
                raise StoreError(MEANWHILE)
            row = {"authority_id": whose, "at": at, "by": by.strip(), "value": to_json(actions)}
            connection.execute(insert(action_plan).values(**row))


MEANWHILE = (
    "Somebody else has kept another version of the plan meanwhile. Nothing was changed. "
    "Open the page again to see it, then type your changes there."
)
