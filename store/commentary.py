"""What people wrote about a block of an activity report: every version is added, with its author; the newest counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, inspect, select

from store.errors import StoreError
from store.history import authority_id_made
from store.schema import authority, commentary

MOST_LETTERS = 4_000
NO_AUTHOR = "A commentary is kept with its author. Nothing was changed. Type your name first."
TOO_LONG = "The commentary is longer than {most:,} letters. Nothing was changed. Shorten it."


@dataclass(frozen=True)
class KeptCommentary:
    """A version of the commentary on a block in a period of a report; an empty ``text`` took it away."""

    year: str
    period: str
    block: str
    text: str
    by: str
    at: datetime


def versions(connection: Connection, name: str) -> list[KeptCommentary]:
    """All versions of the authority's commentaries, the oldest first."""
    if not inspect(connection).has_table(commentary.name):
        # A database made before there were any.
        return []
    query = select(commentary).join(authority).where(authority.c.name == name).order_by(commentary.c.id)
    return [
        KeptCommentary(row.report_year, row.period, row.block, row.text, row.by, row.at)
        for row in connection.execute(query)
    ]


def keep(connection: Connection, name: str, value: KeptCommentary) -> None:
    """Add a version; one that says what the newest says already is not added.

    Raises :class:`StoreError` without an author, and for a text that is too long.
    """
    if not value.by:
        raise StoreError(NO_AUTHOR)
    if len(value.text) > MOST_LETTERS:
        raise StoreError(TOO_LONG.format(most=MOST_LETTERS))
    about = (value.year, value.period, value.block)
    same = [one for one in versions(connection, name) if (one.year, one.period, one.block) == about]
    if value.text == (same[-1].text if same else ""):
        return
    row = {
        "authority_id": authority_id_made(connection, name), "report_year": value.year, "period": value.period,
        "block": value.block, "text": value.text, "by": value.by, "at": value.at,
    }  # fmt: skip
    connection.execute(insert(commentary).values(**row))
