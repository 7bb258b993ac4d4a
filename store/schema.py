"""The database's tables. The figures' columns are those of :mod:`model.tables`, and no others."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    Double,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)

from model import tables as clean
from model.table import ColumnType
from model.table import Table as CleanTable

SCHEMA_VERSION = 11

metadata = MetaData()


class UtcTime(TypeDecorator[datetime]):
    """A moment, kept in UTC and given back in UTC; one without a zone is taken as this computer's local time."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To UTC, without the zone."""
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """With the zone, which is UTC."""
        return None if value is None else value.replace(tzinfo=UTC)


# Version of the schema, version of the data, and the secret behind workers' codes.
meta = Table("meta", metadata, Column("key", String(50), primary_key=True), Column("value", Text, nullable=False))

authority = Table(
    "authority",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
)

# Names that an authority was given later, the newest of which it goes by.
authority_name = Table(
    "authority_name",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("authority_id", ForeignKey(authority.c.id), nullable=False, index=True),
    Column("at", UtcTime, nullable=False),
    Column("by", Text, nullable=False),
    Column("name", Text, nullable=False),
)

# Never changed, but for being undone and redone.
upload = Table(
    "upload",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("authority_id", ForeignKey(authority.c.id), nullable=False, index=True),
    Column("at", UtcTime, nullable=False),
    Column("by", Text, nullable=False),
    Column("file_name", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("undone_at", UtcTime),
    Column("undone_by", Text),
    Column("redone_at", UtcTime),
    Column("redone_by", Text),
)

upload_month = Table(
    "upload_month",
    metadata,
    Column("upload_id", ForeignKey(upload.c.id), primary_key=True),
    Column("month", Date, primary_key=True),
)

# What people decided about the columns of the file that an upload is from.
column_decision = Table(
    "column_decision",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("upload_id", ForeignKey(upload.c.id), nullable=False, index=True),
    Column("shape", String(16), nullable=False),
    Column("heading", Text, nullable=False),
    Column("nth", Integer, nullable=False),
    Column("field", String(50), nullable=False),
    Column("decided_on", Date, nullable=False),
)

# The years of each table of years that an upload has, and the release that they are from, where there are releases.
upload_year = Table(
    "upload_year",
    metadata,
    Column("upload_id", ForeignKey(upload.c.id), primary_key=True),
    Column("table_name", String(50), primary_key=True),
    Column("year", String(20), primary_key=True),
    Column("release", String(50), nullable=False),
)

# What was decided about teams' names; never changed, but for being undone. Names are lists of text, as JSON.
team_decision = Table(
    "team_decision",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("authority_id", ForeignKey(authority.c.id), nullable=False, index=True),
    Column("at", UtcTime, nullable=False),
    Column("by", Text, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("month", Date),
    Column("before", Text, nullable=False),
    Column("after", Text, nullable=False),
    Column("undone_at", UtcTime),
    Column("undone_by", Text),
)

# The uploads that a decision about names was made with or that rely on it; one said by itself has none.
upload_team_decision = Table(
    "upload_team_decision",
    metadata,
    Column("upload_id", ForeignKey(upload.c.id), primary_key=True),
    Column("team_decision_id", ForeignKey(team_decision.c.id), primary_key=True),
)

# Every version of the settings is kept; the newest one counts.
setting = Table(
    "setting",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("authority_id", ForeignKey(authority.c.id), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("by", Text, nullable=False),
    Column("value", Text, nullable=False),
)
Index("setting_newest", setting.c.authority_id, setting.c.id)

# Every version of each scenario is kept under its number; the newest one counts, and one without a value is deleted.
scenario = Table(
    "scenario",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("authority_id", ForeignKey(authority.c.id), nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("by", Text, nullable=False),
    Column("value", Text, nullable=False),
)

# Every version of what was written about a block of an activity report; the newest counts, an empty one took it away.
commentary = Table(
    "commentary",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("authority_id", ForeignKey(authority.c.id), nullable=False, index=True),
    Column("report_year", String(20), nullable=False),
    Column("period", String(50), nullable=False),
    Column("block", String(50), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("by", Text, nullable=False),
    Column("text", Text, nullable=False),
)

# Every version of an authority's action plan is kept; the newest one counts.
action_plan = Table(
    "action_plan",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("authority_id", ForeignKey(authority.c.id), nullable=False, index=True),
    Column("at", UtcTime, nullable=False),
    Column("by", Text, nullable=False),
    Column("value", Text, nullable=False),
)

_SQL_TYPES: Mapping[ColumnType, Any] = {
    "date": Date,
    "text": Text,
    "number": Double,
    "count": Integer,
    "flag": Boolean,
}


def _figures(table: CleanTable, whose: ForeignKeyConstraint) -> Table:
    """The SQL table of a clean table: its columns, the upload, and the row's place in the file."""
    columns = [Column(c.name, _SQL_TYPES[c.type], nullable=not c.required) for c in table.columns]
    return Table(
        table.name,
        metadata,
        Column("upload_id", Integer, primary_key=True),
        Column("position", Integer, primary_key=True),
        *columns,
        whose,
    )


def _of_month() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["upload_id", "month"], [upload_month.c.upload_id, upload_month.c.month])


def _of_upload() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["upload_id"], [upload.c.id])


FIGURES: Mapping[str, Table] = {name: _figures(table, _of_month()) for name, table in clean.TABLES.items()}
YEAR_FIGURES: Mapping[str, Table] = {name: _figures(table, _of_upload()) for name, table in clean.YEAR_TABLES.items()}
