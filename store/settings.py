"""The settings of each authority: every version is kept, the newest one counts."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, insert, select

from model.assumptions import Settings, SettingsError
from store.errors import StoreError
from store.history import authority_id_made
from store.schema import authority, setting

UNREADABLE = (
    "The kept settings cannot be read, perhaps because a newer version of Headroom wrote them. "
    "Nothing was changed. Start the newer version, or put a copy from your back-up in place."
)


def newest(connection: Connection, name: str) -> Settings:
    """The authority's settings, or the defaults if none were kept; :class:`StoreError` if they cannot be read."""
    query = select(setting.c.value).join(authority).where(authority.c.name == name)
    return _read(connection.scalar(query.order_by(setting.c.id.desc()).limit(1)))


def teams_settled(connection: Connection, name: str, at: datetime) -> list[str]:
    """The teams whose settings were changed at that moment, as with an upload, and are still as they were made then."""
    query = select(setting.c.at, setting.c.value).join(authority).where(authority.c.name == name)
    versions = connection.execute(query.order_by(setting.c.id)).all()
    made = next((place for place, version in enumerate(versions) if version.at == at), None)
    if made is None:
        return []
    before = _read(versions[made - 1].value if made else None).teams
    then, now = _read(versions[made].value).teams, _read(versions[-1].value).teams
    return [team for team, said in then.items() if said != before.get(team) and said == now.get(team)]


def keep(connection: Connection, name: str, settings: Settings, by: str, at: datetime) -> None:
    """Add the settings as the newest."""
    values = {"authority_id": authority_id_made(connection, name), "at": at, "by": by, "value": settings.to_json()}
    connection.execute(insert(setting).values(values))


def _read(text: str | None) -> Settings:
    try:
        return Settings() if text is None else Settings.from_json(text)
    except SettingsError as error:
        raise StoreError(UNREADABLE) from error
