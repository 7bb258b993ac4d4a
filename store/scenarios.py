"""Scenarios of each authority: every version is added, the newest one counts; one without content is deleted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, insert, inspect, select

from model.scenario import Scenario
from model.scenario_choices import ScenarioError
from store.errors import StoreError
from store.history import authority_id_made
from store.schema import authority, scenario

UNREADABLE = (
    "A kept scenario cannot be read, perhaps because a newer version of Headroom wrote it. "
    "Nothing was changed. Start the newer version, or put a copy from your back-up in place."
)
TAKEN = "There is a scenario called “{name}” already. Nothing was changed. Type another name."
GONE = "That scenario was deleted. Nothing was changed. Open the page again to see those that are kept."


@dataclass(frozen=True)
class KeptScenario:
    """A scenario as it stands: its number, what it is, by whom it was last changed ("" if not typed) and when."""

    number: int
    scenario: Scenario
    by: str
    at: datetime


def standing(connection: Connection, name: str) -> list[KeptScenario]:
    """The authority's scenarios that are not deleted, the oldest first; :class:`StoreError` if one is unreadable."""
    if not inspect(connection).has_table(scenario.name):
        # A database made before there were any.
        return []
    newest = select(func.max(scenario.c.id)).join(authority).where(authority.c.name == name).group_by(scenario.c.number)
    query = select(scenario).where(scenario.c.id.in_(newest), scenario.c.value != "").order_by(scenario.c.number)
    try:
        return [
            KeptScenario(row.number, Scenario.from_json(row.value), row.by, row.at) for row in connection.execute(query)
        ]
    except ScenarioError as error:
        raise StoreError(UNREADABLE) from error


def keep(connection: Connection, name: str, value: Scenario, number: int | None, by: str, at: datetime) -> None:
    """Add the scenario, as a new one or as the newest version of that ``number``.

    Raises :class:`StoreError` where another one has its name, or where that number is deleted.
    """
    there = standing(connection, name)
    if any(each.scenario.name.casefold() == value.name.casefold() and each.number != number for each in there):
        raise StoreError(TAKEN.format(name=value.name))
    if number is not None and number not in [each.number for each in there]:
        raise StoreError(GONE)
    _add(connection, name, number, value.to_json(), by, at)


def delete(connection: Connection, name: str, number: int, by: str, at: datetime) -> None:
    """Mark the scenario as deleted; its versions stay on record. One that is not there stays as it is."""
    if number in [each.number for each in standing(connection, name)]:
        _add(connection, name, number, "", by, at)


def _add(connection: Connection, name: str, number: int | None, value: str, by: str, at: datetime) -> None:
    whose = authority_id_made(connection, name)
    if number is None:
        number = (connection.scalar(select(func.max(scenario.c.number))) or 0) + 1
    row = {"authority_id": whose, "number": number, "at": at, "by": by, "value": value}
    connection.execute(insert(scenario).values(**row))
