"""What can go wrong with the kept months, in plain sentences."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import SQLAlchemyError


class StoreError(Exception):
    """The kept months could not be read or changed: a plain sentence says what happened and what to do."""


class NotOurs(Exception):  # noqa: N818 - the name says what is wrong
    """What is kept there is not what we keep: another program's table of the same name, or one that was damaged."""


_BUSY = (
    "{where} is in use by someone else at the moment. Nothing was changed. Wait a moment and try again; if it stays "
    "so, close other programs that have the file open."
)
_NOT_A_DATABASE = (
    "{where} is damaged or is not Headroom’s file, so the kept months cannot be read. Nothing was changed. Put a copy "
    "from your back-up in its place, or move the file away to begin afresh."
)
_READ_ONLY = (
    "Headroom is not allowed to write to {where} or to its folder. Nothing was changed. Ask whoever looks after this "
    "computer for leave to write there."
)
_FULL = "There is no room left on the disk for {where}. Nothing was changed. Free some space and try again."
_DISK = "The disk with {where} gave an error. Nothing was changed. Try again; if it stays so, check the disk."
_CANNOT_OPEN = (
    "{where} cannot be opened. Nothing was changed. "
    "Check that its folder exists and that Headroom is allowed to write there."
)
_OTHER = (
    "{where} could not be used, so the kept months were neither read nor changed. Try again; if it stays so, check "
    "that the database is running and that Headroom may use it."
)

# What the databases say, in lower case, and what we say instead; the first that fits counts.
_SAID = (
    ("is locked", _BUSY),
    ("not a database", _NOT_A_DATABASE),
    ("malformed", _NOT_A_DATABASE),
    ("no such table", _NOT_A_DATABASE),
    ("no such column", _NOT_A_DATABASE),
    ("readonly", _READ_ONLY),
    ("permission denied", _READ_ONLY),
    ("disk is full", _FULL),
    ("no space left", _FULL),
    ("disk i/o error", _DISK),
    ("unable to open database", _CANNOT_OPEN),
    ("not a directory", _CANNOT_OPEN),
    ("file exists", _CANNOT_OPEN),
)


@contextmanager
def plainly(where: str) -> Iterator[None]:
    """Turn a database's or a disk's own error into a :class:`StoreError` about ``where``.

    Any other error passes as it is: a fault of ours must not send somebody to their back-up.
    """
    try:
        yield
    except NotOurs as error:
        raise StoreError(about(where, _NOT_A_DATABASE)) from error
    except (SQLAlchemyError, OSError) as error:
        said = str(getattr(error, "orig", None) or error).lower()
        sentence = next((ours for theirs, ours in _SAID if theirs in said), _OTHER)
        raise StoreError(about(where, sentence)) from error


def about(where: str, sentence: str) -> str:
    """The sentence about the place, with a capital at its start."""
    text = sentence.format(where=where)
    return text[0].upper() + text[1:]
