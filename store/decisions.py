"""What people decided that the columns of their files are: kept with the upload, in force as long as it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, insert, inspect, select

from store.schema import authority, column_decision, upload


@dataclass(frozen=True)
class ColumnDecision:
    """That a heading is a field of the loader's vocabulary, "" for not used, as decided on that day.

    It holds among headings of that ``shape``; of several with the same words ``nth`` counts, from 1.
    """

    shape: str
    heading: str
    nth: int
    field: str
    decided_on: date


def keep(connection: Connection, upload_id: int, decisions: Sequence[ColumnDecision]) -> None:
    """Add the decisions that an upload was read with."""
    if decisions:
        connection.execute(insert(column_decision), [{"upload_id": upload_id, **vars(each)} for each in decisions])


def in_force(connection: Connection, name: str) -> list[ColumnDecision]:
    """The authority's decisions, the newest upload's first, of each column one; none of an undone upload."""
    if not inspect(connection).has_table(column_decision.name):
        # A database made before there were any.
        return []
    query = (
        select(column_decision)
        .join(upload, upload.c.id == column_decision.c.upload_id)
        .join(authority, authority.c.id == upload.c.authority_id)
        .where(authority.c.name == name, upload.c.undone_at.is_(None))
        .order_by(column_decision.c.upload_id.desc(), column_decision.c.id)
    )
    newest: dict[tuple[str, str, int], ColumnDecision] = {}
    for row in connection.execute(query):
        one = ColumnDecision(row.shape, row.heading, row.nth, row.field, row.decided_on)
        newest.setdefault((one.shape, one.heading, one.nth), one)
    return list(newest.values())
