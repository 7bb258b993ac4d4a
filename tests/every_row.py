"""Many rows of one short check as one test: what pytest does around a test takes longer than such a check."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from inspect import signature
from typing import Any

import pytest

Check = Callable[..., None]


def every_row(names: str | tuple[str, ...], rows: Iterable[Any]) -> Callable[[Check], Check]:
    """Check every row in one test; those that fail are named, each with what was wrong.

    ``names`` and ``rows`` are those of ``pytest.mark.parametrize``. For checks that leave nothing behind: what the
    fixtures gave is the same for all rows.
    """
    wanted = (names,) if isinstance(names, str) else names
    listed = [(row,) if isinstance(names, str) else tuple(row) for row in rows]

    def checking(check: Check) -> Check:
        @wraps(check)
        def checked(**fixtures: Any) -> None:
            wrong: list[BaseException] = []
            for row in listed:
                given = dict(zip(wanted, row, strict=True))
                try:
                    check(**given, **fixtures)
                except (Exception, pytest.fail.Exception) as error:  # noqa: BLE001 - told of below, with its row
                    error.add_note("in the row " + ", ".join(f"{name}={value!r}" for name, value in given.items()))
                    wrong.append(error)
            if wrong:
                raise BaseExceptionGroup(f"{len(wrong)} of {len(listed)} rows", wrong)

        assert listed, "There is no row to check"
        whole = signature(check)
        rest = [each for name, each in whole.parameters.items() if name not in wanted]
        checked.__signature__ = whole.replace(parameters=rest)  # type: ignore[attr-defined]
        return checked

    return checking
