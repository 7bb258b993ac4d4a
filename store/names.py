"""What an authority is called. Its name can be corrected: the new one is added, and the old ones still find it.

Everything that is kept hangs on the name that was typed first, which never changes.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, insert, inspect, select

from store.errors import StoreError
from store.history import authority_id
from store.schema import authority, authority_name

UNKNOWN = "Nothing is kept for a council of that name. Nothing was changed. Open the page again to see what is kept."
TAKEN = "“{name}” is, or was, the name of another council that is kept here. Nothing was changed. Type another name."


def present(connection: Connection) -> dict[str, str]:
    """The name each authority has now, by the name that was typed first."""
    return {first: called[-1] for first, called in _called(connection).items()}


def first(connection: Connection, name: str) -> str:
    """The name under which all is kept of whoever has that name now, or else had it; the same name if nobody did.

    Capitals make no difference, unless two councils of an older Headroom differ in nothing else.
    """
    wanted, called = name.strip(), _called(connection)
    for same in (str, str.casefold):
        now = (each for each, names in called.items() if same(names[-1]) == same(wanted))
        had = (each for each, names in called.items() if same(wanted) in map(same, names))
        if found := next(now, None) or next(had, None):
            return found
    return wanted


def rename(connection: Connection, name: str, to: str, by: str, at: datetime) -> None:
    """Call the authority ``to`` from now on; raises :class:`StoreError` if there is none, or another has that name."""
    own = first(connection, name)
    number = authority_id(connection, own)
    if number is None:
        raise StoreError(UNKNOWN)
    others = [each for one, names in _called(connection).items() if one != own for each in names]
    if to.casefold() in map(str.casefold, others):
        raise StoreError(TAKEN.format(name=to))
    connection.execute(insert(authority_name).values(authority_id=number, name=to, by=by, at=at))


def _called(connection: Connection) -> dict[str, list[str]]:
    """All the names of each authority, the newest last, by the first."""
    called = {name: [name] for name in connection.scalars(select(authority.c.name).order_by(authority.c.id))}
    if inspect(connection).has_table(authority_name.name):  # a database of an older Headroom has none yet
        query = select(authority.c.name, authority_name.c.name.label("later")).join(authority_name)
        for row in connection.execute(query.order_by(authority_name.c.id)):
            called[row.name].append(row.later)
    return called
