"""Uploads: kept whole, never changed, undone and redone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

import pandas as pd
from sqlalchemy import Connection, insert, select, update

from store import years
from store.errors import StoreError
from store.history import authority_id_made, in_force, new_id
from store.rows import NOTHING, months_of, to_rows
from store.rows import arranged as arranged_months
from store.schema import FIGURES, authority, upload, upload_month
from store.years import YearKept

UNKNOWN = "That upload is not among the kept ones. Nothing was changed. Open the page again to see them as they are."


@dataclass(frozen=True)
class Upload:
    """One upload: when (in UTC), by whom and from which file, its months and years, and those still in force.

    ``years`` are those of published figures and of activity reports. ``by`` is ""
    where no name was typed. ``undone_at`` is ``None`` unless the upload is undone,
    ``redone_at`` unless it was redone last; a month of it is not in force either
    when a newer upload of that month stands.
    """

    id: int
    at: datetime
    by: str
    file_name: str
    sha256: str
    months: tuple[date, ...]
    undone_at: datetime | None
    undone_by: str | None
    redone_at: datetime | None
    redone_by: str | None
    in_force: tuple[date, ...]
    years: tuple[YearKept, ...] = ()
    years_in_force: tuple[YearKept, ...] = ()


@dataclass(frozen=True)
class Origin:
    """Who keeps which file, and when."""

    by: str
    at: datetime
    file_name: str
    sha256: str


def arranged(tables: Mapping[str, pd.DataFrame]) -> tuple[dict[str, pd.DataFrame], dict[str, pd.DataFrame]]:
    """The tables of months and those of years, as they would be kept; raises :class:`StoreError` if none has a row."""
    of_months, of_years = arranged_months(tables), years.arranged(tables)
    if all(frame.empty for frame in (of_months["team_caseload"], *of_years.values())):
        raise StoreError(NOTHING)
    return of_months, of_years


def keep(
    connection: Connection,
    name: str,
    tables: Mapping[str, pd.DataFrame],
    of_years: Mapping[str, pd.DataFrame],
    origin: Origin,
) -> int:
    """Add the arranged tables of months and of years as a new upload; its number, higher than any before."""
    # A name that is no text, as some systems allow, is kept with "?" for what cannot be written.
    file_name = origin.file_name.encode(errors="replace").decode()
    values = {"authority_id": authority_id_made(connection, name), **vars(origin), "file_name": file_name}
    upload_id = new_id(connection.execute(insert(upload).values(values)))
    months = [{"upload_id": upload_id, "month": month} for month in months_of(tables)]
    if months:
        connection.execute(insert(upload_month), months)
    for table_name, frame in tables.items():
        rows = [{"upload_id": upload_id, "position": i, **row} for i, row in enumerate(to_rows(frame))]
        if rows:
            connection.execute(insert(FIGURES[table_name]), rows)
    years.keep(connection, upload_id, of_years)
    return upload_id


def uploads(connection: Connection, name: str) -> list[Upload]:
    """The authority's uploads, the newest first."""
    months: dict[int, list[date]] = {}
    counting = in_force(connection, name)
    of_authority = select(upload).join(authority).where(authority.c.name == name)
    found = connection.execute(of_authority.order_by(upload.c.id.desc())).all()
    ids = of_authority.with_only_columns(upload.c.id)
    for month in connection.execute(select(upload_month).where(upload_month.c.upload_id.in_(ids))):
        months.setdefault(month.upload_id, []).append(month.month)
    kept, year_counts = years.years_of(connection, name), years.in_force(connection, name)
    return [
        replace(
            _upload(row._asdict(), sorted(months.get(row.id, [])), counting),
            years=tuple(kept.get(row.id, [])),
            years_in_force=tuple(year for year in kept.get(row.id, []) if year_counts.get(year) == row.id),
        )
        for row in found
    ]


def is_undone(connection: Connection, upload_id: int) -> bool:
    """Whether the upload is undone; raises :class:`StoreError` if there is none of that number."""
    row = connection.execute(select(upload.c.undone_at).where(upload.c.id == upload_id)).one_or_none()
    if row is None:
        raise StoreError(UNKNOWN)
    return row.undone_at is not None


def mark(connection: Connection, upload_id: int, *, undone: bool, by: str, at: datetime) -> None:
    """Mark the upload as undone, or as redone, then and by them; one that somebody else has just marked stays so."""
    now, then = ("undone", "redone") if undone else ("redone", "undone")
    values = {f"{now}_at": at, f"{now}_by": by, f"{then}_at": None, f"{then}_by": None}
    standing = upload.c.undone_at.is_(None) if undone else upload.c.undone_at.is_not(None)
    connection.execute(update(upload).where(upload.c.id == upload_id, standing).values(values))


def _upload(row: dict[str, object], months: list[date], counting: Mapping[date, int]) -> Upload:
    row.pop("authority_id")
    standing = tuple(month for month in months if counting.get(month) == row["id"])
    return Upload(**row, months=tuple(months), in_force=standing)  # type: ignore[arg-type]
