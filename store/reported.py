"""The part of the store's door that is about activity reports: their figures, and what people wrote beside them."""

from __future__ import annotations

from datetime import datetime

import pandas as pd

from model.tables import ACTIVITY, empty
from store import commentary, names, years
from store.commentary import KeptCommentary
from store.database import Database
from store.errors import StoreError

NO_NAME = "The figures need the name of their authority. Nothing was changed. Type the name first."


class Reported:
    """The activity reports of all authorities; every method raises :class:`StoreError` as the store does."""

    _database: Database

    def activity(self, authority: str) -> pd.DataFrame:
        """The authority's activity reports in force, years ascending; no rows if none."""
        if not self._database.exists():
            return empty(ACTIVITY)
        with self._database.reading() as connection:
            return years.table_in_force(connection, names.first(connection, authority), ACTIVITY)

    def commentaries(self, authority: str) -> list[KeptCommentary]:
        """All versions of the authority's commentaries on its reports, the oldest first."""
        if not self._database.exists():
            return []
        with self._database.reading() as connection:
            return commentary.versions(connection, names.first(connection, authority))

    def keep_commentary(
        self, authority: str, year: str, period: str, block: str, text: str, *, by: str, at: datetime
    ) -> None:
        """Keep a new version of the commentary on a block of a report in a period; those before stay on record."""
        if not authority.strip():
            raise StoreError(NO_NAME)
        value = KeptCommentary(year, period, block, text.strip(), by.strip(), at)
        with self._database.writing() as connection:
            commentary.keep(connection, names.first(connection, authority.strip()), value)
