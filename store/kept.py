"""The one door to the kept months."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

import pandas as pd

from model.assumptions import Settings
from model.decisions import TeamDecision
from model.naming import renamed
from model.scenario import Scenario
from store import decisions, history, names, scenarios, settings, team_decisions, uploads, years
from store.action_plans import ActionPlans
from store.compare import MonthComparison, compare
from store.database import Database
from store.decisions import ColumnDecision
from store.errors import StoreError
from store.reported import NO_NAME, Reported
from store.scenarios import KeptScenario
from store.team_decisions import KeptDecision
from store.uploads import Origin, Upload
from store.years import YearComparison

_WITH_TEAMS = ("team_caseload", "worker_caseload", "vacant_post")


class Store(Reported):
    """The kept months of all authorities. One for all threads.

    Of each month the newest upload that is not undone is in force. Every method
    raises :class:`StoreError`, with a plain sentence, when the database cannot be
    used. Nothing is made on disk before the first change.
    """

    def __init__(self, url: str | None = None, *, wait_seconds: float = 10) -> None:
        """At the URL, else that of HEADROOM_DATABASE_URL, else in data/headroom.db; waits so long for other writers."""
        self._database = Database(url, wait_seconds=wait_seconds)
        self.action_plans = ActionPlans(self._database)

    def version(self) -> int:
        """A number that differs after every change to the database; 0 while nothing was ever kept."""
        return self._database.version()

    def authorities(self) -> list[str]:
        """Names of the authorities with an upload, undone or not, in the order of their first."""
        if not self._database.exists():
            return []
        with self._database.reading() as connection:
            called = names.present(connection)
            return [called[name] for name in history.authorities(connection)]

    def called(self, authority: str) -> str:
        """What the authority of that name is called now; the same name if it is not known."""
        if not self._database.exists():
            return authority
        with self._database.reading() as connection:
            name = names.first(connection, authority)
            return names.present(connection).get(name, name)

    def rename(self, authority: str, to: str, *, by: str, at: datetime) -> None:
        """Correct the authority's name: all that is kept stays its own, and the names it had still find it.

        Raises :class:`StoreError` if nothing is kept for it, or if another authority has or had that name.
        """
        name = _named(to)
        with self._database.writing() as connection:
            names.rename(connection, authority, name, by.strip(), at)

    def tables(self, authority: str) -> dict[str, pd.DataFrame]:
        """The clean tables in force, months ascending, rows in the order of their file; no rows if nothing is kept."""
        if not self._database.exists():
            return history.no_tables()
        with self._database.reading() as connection:
            return history.tables_in_force(connection, names.first(connection, authority))

    def compare(
        self, authority: str, tables: Mapping[str, pd.DataFrame], decisions: Sequence[TeamDecision] = ()
    ) -> list[MonthComparison]:
        """What keeping the tables would change, month by month; raises like :meth:`keep`, and keeps nothing.

        Both are compared with their teams called as the ``decisions`` have it.
        """
        of_months, _ = uploads.arranged(tables)
        return compare(renamed(self.tables(authority), decisions), renamed(of_months, decisions))

    def years(self, authority: str) -> dict[str, pd.DataFrame]:
        """The tables of years in force (published figures, activity reports), years ascending; no rows if none."""
        if not self._database.exists():
            return years.no_tables()
        with self._database.reading() as connection:
            return years.tables_in_force(connection, names.first(connection, authority))

    def compare_years(self, authority: str, tables: Mapping[str, pd.DataFrame]) -> list[YearComparison]:
        """What keeping the tables would do to each of their years; raises like :meth:`keep`, and keeps nothing."""
        _, of_years = uploads.arranged(tables)
        # Published figures are many rows: they are not read for a file that has months only.
        return years.compare(self.years(authority), of_years) if any(map(len, of_years.values())) else []

    def keep(
        self,
        authority: str,
        tables: Mapping[str, pd.DataFrame],
        *,
        file_name: str,
        sha256: str,
        by: str,
        at: datetime,
        columns: Sequence[ColumnDecision] = (),
        teams: Sequence[TeamDecision] = (),
        settle: Callable[[Settings], Settings] | None = None,
        expected_version: int | None = None,
    ) -> Upload:
        """Keep the tables' months and years as a new upload, each whole, in one transaction.

        ``columns`` and ``teams`` are what somebody decided about the columns of the file and its teams, kept with it;
        ``settle`` makes the authority's settings from its newest, whoever kept these meanwhile.
        Raises :class:`StoreError`, and changes nothing, if there is neither a team
        nor a year's figure, if a row stands twice, if figures belong to a month
        without teams, or if the version is no longer the expected one.
        """
        name, (of_months, of_years) = _named(authority), uploads.arranged(tables)
        with self._database.writing(expected_version) as connection:
            name = names.first(connection, name)
            upload_id = uploads.keep(connection, name, of_months, of_years, Origin(by.strip(), at, file_name, sha256))
            decisions.keep(connection, upload_id, columns)
            names_in_file = {team for each in _WITH_TEAMS for team in of_months[each]["team"]}
            team_decisions.keep_with(connection, name, upload_id, teams, names_in_file, by.strip(), at)
            if settle:
                settings.keep(connection, name, settle(settings.newest(connection, name)), by.strip(), at)
            return next(each for each in uploads.uploads(connection, name) if each.id == upload_id)

    def column_decisions(self, authority: str) -> list[ColumnDecision]:
        """What was decided about the columns of the authority's files, the newest first, each column once."""
        if not self._database.exists():
            return []
        with self._database.reading() as connection:
            return decisions.in_force(connection, names.first(connection, authority))

    def uploads(self, authority: str) -> list[Upload]:
        """The authority's uploads, undone ones too, the newest first."""
        if not self._database.exists():
            return []
        with self._database.reading() as connection:
            return uploads.uploads(connection, names.first(connection, authority))

    def undo(self, upload_id: int, *, by: str, at: datetime) -> None:
        """Take the upload out of force; what stood before it in its months is in force again.

        What was decided with it about columns and teams' names no longer holds, unless a later upload relies on it.
        One that is undone already stays as it is. Raises :class:`StoreError` if
        there is no such upload.
        """
        self._mark(upload_id, undone=True, by=by, at=at)

    def redo(self, upload_id: int, *, by: str, at: datetime) -> None:
        """Let the upload count again, in its old place: newer ones of its months come first. Else like :meth:`undo`."""
        self._mark(upload_id, undone=False, by=by, at=at)

    def settings(self, authority: str) -> Settings:
        """The authority's settings; the defaults if none were kept."""
        if not self._database.exists():
            return Settings()
        with self._database.reading() as connection:
            return settings.newest(connection, names.first(connection, authority))

    def keep_settings(self, authority: str, values: Settings, *, by: str, at: datetime) -> None:
        """Keep the settings as the authority's newest; the ones before stay on record."""
        name = _named(authority)
        with self._database.writing() as connection:
            settings.keep(connection, names.first(connection, name), values, by.strip(), at)

    def teams_settled(self, authority: str, upload: Upload) -> list[str]:
        """The teams whose settings were said with the upload and are still so: they stay if it is undone."""
        with self._database.reading() as connection:
            return settings.teams_settled(connection, names.first(connection, authority), upload.at)

    def team_decisions(self, authority: str) -> list[KeptDecision]:
        """What was decided about the authority's teams and is not undone, the oldest first."""
        if not self._database.exists():
            return []
        with self._database.reading() as connection:
            return team_decisions.in_force(connection, names.first(connection, authority))

    def keep_team_decision(self, authority: str, decision: TeamDecision, *, by: str, at: datetime) -> None:
        """Keep a decision about the authority's teams as its newest."""
        name = _named(authority)
        with self._database.writing() as connection:
            team_decisions.keep(connection, names.first(connection, name), [decision], by.strip(), at)

    def undo_team_decision(self, decision_id: int, *, by: str, at: datetime) -> None:
        """Take a decision about teams out of force; it stays on record. One that is not in force stays as it is."""
        if not self._database.exists():
            return
        with self._database.reading() as connection:
            if not team_decisions.is_standing(connection, decision_id):
                return
        with self._database.writing() as connection:
            team_decisions.undo(connection, decision_id, by.strip(), at)

    def scenarios(self, authority: str) -> list[KeptScenario]:
        """The authority's scenarios that are not deleted, the oldest first."""
        if not self._database.exists():
            return []
        with self._database.reading() as connection:
            return scenarios.standing(connection, names.first(connection, authority))

    def keep_scenario(
        self, authority: str, value: Scenario, *, by: str, at: datetime, number: int | None = None
    ) -> None:
        """Keep a new scenario, or a new version of the one of that ``number``; the versions before stay on record."""
        name = _named(authority)
        with self._database.writing() as connection:
            scenarios.keep(connection, names.first(connection, name), value, number, by.strip(), at)

    def delete_scenario(self, authority: str, number: int, *, by: str, at: datetime) -> None:
        """Delete a scenario; it stays on record. One that is not there stays as it is."""
        if not any(each.number == number for each in self.scenarios(authority)):
            return
        with self._database.writing() as connection:
            scenarios.delete(connection, names.first(connection, authority), number, by.strip(), at)

    def worker_key(self) -> bytes:
        """The secret from which codes for workers are made: 32 bytes, the same for good once anything is kept.

        It does not hang on the council, whose name may be typed after the file was read and corrected later.
        """
        return hmac.digest(self._database.secret(), b"workers", hashlib.sha256)

    def _mark(self, upload_id: int, *, undone: bool, by: str, at: datetime) -> None:
        if not self._database.exists():
            raise StoreError(uploads.UNKNOWN)
        with self._database.reading() as connection:
            if uploads.is_undone(connection, upload_id) == undone:
                return
        with self._database.writing() as connection:
            uploads.mark(connection, upload_id, undone=undone, by=by.strip(), at=at)


def _named(authority: str) -> str:
    if not authority.strip():
        raise StoreError(NO_NAME)
    return authority.strip()
