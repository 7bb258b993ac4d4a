"""The connection to the database: where it is, reading it, and changing it in one transaction."""

from __future__ import annotations

import os
import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, create_engine, event, insert, inspect, make_url, select, update
from sqlalchemy.engine import Engine
from sqlalchemy.exc import ArgumentError, NoSuchModuleError
from sqlalchemy.pool import NullPool

from store.errors import NotOurs, StoreError, about, plainly
from store.schema import SCHEMA_VERSION, meta, metadata
from store.upgrade import copying, upgrade

ROOT = Path(__file__).resolve().parent.parent
DEFAULT_FILE = ROOT / "data" / "headroom.db"
ENVIRONMENT = "HEADROOM_DATABASE_URL"

MOVED_ON = (
    "Someone else has changed the kept months since you looked at them. Nothing was changed. Look at the comparison "
    "again before you keep the file."
)
NEWER = (
    "{where} was made by a newer version of Headroom. Nothing was changed. "
    "Start the newer version, or use another file."
)


class Database:
    """A database that need not exist yet: it is made by the first change.

    ``url`` is SQLAlchemy's; without one, that of the environment variable
    HEADROOM_DATABASE_URL, and without that, data/headroom.db. A relative SQLite
    path begins at the project's folder. ``wait_seconds`` is how long to wait for
    another writer.
    """

    def __init__(self, url: str | None = None, *, wait_seconds: float = 10) -> None:
        """Nothing is opened or made yet. Raises :class:`StoreError` for a URL that is none."""
        self._url = _full(url or os.environ.get(ENVIRONMENT) or f"sqlite:///{DEFAULT_FILE}")
        self.file = Path(self._url.database) if self._url.database and _is_sqlite(self._url) else None
        self.where = f"the file {self.file}" if self.file else "the database"
        self._reader, self._writer = _engines(self._url, wait_seconds)
        self._making = threading.Lock()
        self._made = False
        self._secret = secrets.token_bytes(32)

    def exists(self) -> bool:
        """Whether anything was ever kept. Cheap after the first yes."""
        if self.file and not (self.file.exists() and self.file.stat().st_size):
            self._made = False
            return False
        if not self._made:
            with plainly(self.where), self._reader.begin() as connection:
                self._made = _is_made(connection, self.where)
        return self._made

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the data from first to last. The database must exist."""
        with plainly(self.where), self._reader.begin() as connection:
            yield connection

    @contextmanager
    def writing(self, expected_version: int | None = None) -> Iterator[Connection]:
        """A connection whose changes are kept all together at the end, or, after any error, not at all.

        Makes the database if need be. Raises :class:`StoreError` if the version
        is not the one expected.
        """
        with plainly(self.where):
            self._make()
            with copying(self.file) as copy, self._writer.begin() as connection:
                _step(connection, expected_version)
                upgrade(connection, copy)
                yield connection

    def version(self) -> int:
        """A number that differs after every change; 0 while nothing was ever kept."""
        if not self.exists():
            return 0
        with self.reading() as connection:
            return _version(connection)

    def secret(self) -> bytes:
        """The random secret of this database; before it exists, the one that it will have."""
        if not self.exists():
            return self._secret
        with self.reading() as connection:
            return _secret(connection)

    def _make(self) -> None:
        """Make file and tables, in one transaction, unless they are there."""
        with self._making:
            if self.exists():
                return
            if self.file:
                self.file.parent.mkdir(parents=True, exist_ok=True)
                _switch_to_wal(self._writer)
            with self._writer.begin() as connection:
                if not _is_made(connection, self.where):
                    metadata.create_all(connection)
                    values = {"schema": str(SCHEMA_VERSION), "version": "0", "secret": self._secret.hex()}
                    connection.execute(insert(meta), [{"key": k, "value": v} for k, v in values.items()])


def _is_sqlite(url: URL) -> bool:
    return url.get_backend_name() == "sqlite"


def _full(text: str) -> URL:
    """The URL, with a full path if it is a file's."""
    try:
        url = make_url(text)
        url.get_dialect().import_dbapi()
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as error:
        raise StoreError(
            f"The address of the database in {ENVIRONMENT} is not one that Headroom can use. "
            "Check it, and that the software for that kind of database is installed."
        ) from error
    if not _is_sqlite(url):
        return url
    if url.database in (None, "", ":memory:"):
        raise StoreError("Headroom keeps its months in a file: give the database's address with the path of one.")
    return url.set(database=str(ROOT / str(url.database)))


def _engines(url: URL, wait_seconds: float) -> tuple[Engine, Engine]:
    """One engine, set up for reading and for writing."""
    if not _is_sqlite(url):
        engine = create_engine(url, pool_pre_ping=True)
        return engine.execution_options(isolation_level="REPEATABLE READ"), engine
    # Each use opens the file and closes it again (under 1 ms): no connection is shared by threads,
    # a file put back from a back-up is seen at once, and at rest all is in the one file.
    engine = create_engine(url, poolclass=NullPool, connect_args={"timeout": wait_seconds})
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    return engine, engine.execution_options(writing=True)


def _on_connect(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # we begin transactions ourselves, so that making tables is part of one too
    connection.execute("PRAGMA foreign_keys = ON")


def _on_begin(connection: Connection) -> None:
    # A writer takes its turn at once: a reader that turned writer halfway could be refused without a wait.
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _switch_to_wal(engine: Engine) -> None:
    """Readers and a writer do not wait for one another; the file remembers it. Not possible inside a transaction."""
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        raw.close()


def _is_made(connection: Connection, where: str) -> bool:
    """Whether our tables are there; raises :class:`StoreError` if they are a newer Headroom's."""
    if not inspect(connection).has_table(meta.name):
        return False
    if _number(_meta(connection, "schema")) > SCHEMA_VERSION:
        raise StoreError(about(where, NEWER))
    return True


def _step(connection: Connection, expected: int | None) -> None:
    """Move the version on; writers queue here. By a random step, so that a file put back has no number seen before."""
    version = _version(connection, lock=True)
    if expected is not None and version != expected:
        raise StoreError(MOVED_ON)
    new = version + 1 + secrets.randbelow(2**20)
    connection.execute(update(meta).where(meta.c.key == "version").values(value=str(new)))


def _version(connection: Connection, lock: bool = False) -> int:
    return _number(_meta(connection, "version", lock))


def _secret(connection: Connection) -> bytes:
    text = _meta(connection, "secret")
    try:
        return bytes.fromhex(text)
    except ValueError as error:
        raise NotOurs from error


def _number(text: str) -> int:
    if not text.isdecimal():
        raise NotOurs
    return int(text)


def _meta(connection: Connection, key: str, lock: bool = False) -> str:
    """What our own table says under the key; raises :class:`NotOurs` if it has no such row."""
    query = select(meta.c.value).where(meta.c.key == key)
    value = connection.scalar(query.with_for_update() if lock else query)
    if value is None:
        raise NotOurs
    return str(value)
