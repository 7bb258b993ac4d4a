"""A database of an older Headroom: read as it is, brought up by its first change, with a copy of its file kept."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection, inspect, select, text, update
from sqlalchemy.schema import CreateColumn

from store.schema import FIGURES, SCHEMA_VERSION, meta, metadata


def lacking(connection: Connection) -> Mapping[str, frozenset[str]]:
    """The columns that the tables of figures of an older Headroom lack; a table that is not there is left out."""
    version = connection.scalar(select(meta.c.value).where(meta.c.key == "schema"))
    if version is None or int(version) >= SCHEMA_VERSION:
        return {}
    inspector = inspect(connection)
    there = {
        name: {column["name"] for column in inspector.get_columns(name)} for name in _tables(connection) & {*FIGURES}
    }
    found = {name: frozenset(FIGURES[name].columns.keys()) - columns for name, columns in there.items()}
    return {name: columns for name, columns in found.items() if columns}


@contextmanager
def copying(file: Path | None) -> Iterator[Callable[[], None]]:
    """Gives what leaves a copy of the file, if there is one, beside it; a block that fails leaves none.

    Goes around the transaction: after an error the file is as it was, and the next try would make another copy.
    """
    copies: list[Path] = []
    try:
        yield lambda: copies.extend([keep_copy(file)] if file else ())
    except BaseException:
        for copy in copies:
            # The error that is on its way says more than that the copy is held open.
            with suppress(OSError):
                copy.unlink()
        raise


def upgrade(connection: Connection, copy: Callable[[], None]) -> None:
    """Give a database of an older Headroom the tables and columns that it lacks; what is kept in it stays as it is.

    Belongs to the transaction of ``connection``. Where tables are changed ``copy`` is called before, which leaves the
    file as it was before the transaction.
    """
    columns = lacking(connection)
    if not columns and not set(metadata.tables) - _tables(connection):
        return
    if columns:
        copy()
    for name, names in columns.items():
        table = connection.dialect.identifier_preparer.format_table(FIGURES[name])
        for column in (column for column in FIGURES[name].columns if column.name in names):
            made = CreateColumn(column).compile(dialect=connection.dialect)
            connection.execute(text(f"ALTER TABLE {table} ADD COLUMN {made}"))
    metadata.create_all(connection)
    connection.execute(update(meta).where(meta.c.key == "schema").values(value=str(SCHEMA_VERSION)))


def keep_copy(file: Path) -> Path:
    """A whole copy of the database file beside it, under a name that is free; nothing is left of one that fails.

    Raises :class:`OSError` if it cannot be written.
    """
    number, copy = 1, _named(file, 1)
    while copy.exists():
        number += 1
        copy = _named(file, number)
    written = copy.with_name(f"{copy.name}.part")
    try:
        # By the database itself: what is in its log is in the copy.
        with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(written)) as target:
            source.backup(target)
        shutil.copymode(file, written)
        written.replace(copy)
    except sqlite3.Error as error:
        raise OSError(str(error)) from error
    finally:
        written.unlink(missing_ok=True)
    return copy


def _named(file: Path, number: int) -> Path:
    more = "" if number == 1 else f"-{number}"
    return file.with_name(f"{file.stem}-before-version-{SCHEMA_VERSION}{more}{file.suffix}")


def _tables(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names())
