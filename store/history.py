"""The months in force: of each month, the newest upload that is not undone."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

import pandas as pd
from sqlalchemy import Connection, CursorResult, func, insert, inspect, null, select, tuple_

from model.tables import TABLES, empty
from store.rows import to_frame
from store.schema import FIGURES, authority, upload, upload_month
from store.upgrade import lacking


def authorities(connection: Connection) -> list[str]:
    """Those with an upload, undone or not, in the order of their first."""
    first = func.min(upload.c.id)
    query = select(authority.c.name).join(upload).group_by(authority.c.name).order_by(first)
    return list(connection.scalars(query))


def authority_id(connection: Connection, name: str) -> int | None:
    """The authority's number, or ``None`` if it has kept nothing yet."""
    return connection.scalar(select(authority.c.id).where(authority.c.name == name))


def authority_id_made(connection: Connection, name: str) -> int:
    """The authority's number; it is added if it is not there."""
    found = authority_id(connection, name)
    return found if found is not None else new_id(connection.execute(insert(authority).values(name=name)))


def in_force(connection: Connection, name: str) -> dict[date, int]:
    """Month to the upload whose figures count, ascending."""
    query = (
        select(upload_month.c.month, func.max(upload.c.id).label("upload_id"))
        .join(upload, upload.c.id == upload_month.c.upload_id)
        .join(authority, authority.c.id == upload.c.authority_id)
        .where(authority.c.name == name, upload.c.undone_at.is_(None))
        .group_by(upload_month.c.month)
        .order_by(upload_month.c.month)
    )
    return {row.month: row.upload_id for row in connection.execute(query)}


def tables_in_force(connection: Connection, name: str) -> dict[str, pd.DataFrame]:
    """The authority's clean tables, months ascending, each month's rows in the order of its file."""
    uploads, missing = in_force(connection, name), lacking(connection)
    return {each: _figures(connection, each, uploads, missing.get(each, frozenset())) for each in TABLES}


def no_tables() -> dict[str, pd.DataFrame]:
    """The clean tables without a row."""
    return {name: empty(table) for name, table in TABLES.items()}


def _figures(connection: Connection, name: str, uploads: Mapping[date, int], missing: Collection[str]) -> pd.DataFrame:
    kept = FIGURES[name]
    if not inspect(connection).has_table(name):
        # A database of an older Headroom lacks it until its first change.
        return empty(TABLES[name])
    counting = [(upload_id, month) for month, upload_id in uploads.items()]
    # A database of an older Headroom lacks columns until its first change: what would be in them is not known.
    columns = (null().label(column) if column in missing else kept.c[column] for column in TABLES[name].names)
    query = select(*columns).where(
        kept.c.upload_id.in_(sorted(set(uploads.values()))),  # finds the rows by their key; the pairs alone would not
        tuple_(kept.c.upload_id, kept.c.month).in_(counting),
    )
    return to_frame(connection.execute(query.order_by(kept.c.month, kept.c.position)), TABLES[name])


def new_id(inserted: CursorResult[Any]) -> int:
    """The number that the database gave to the one row just inserted."""
    key = inserted.inserted_primary_key
    assert key is not None  # noqa: S101 - a single insert has one
    return int(key[0])
