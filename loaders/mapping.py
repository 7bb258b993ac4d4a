"""What each column of a file is, how that is known, and what people decided about it."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Literal

from loaders.dates.months import day_words
from loaders.files.cells import quoted, text
from loaders.words.vocabulary import MEANINGS, words_of

How = Literal["spelling", "likeness", "decided", "remembered", "not read"]


class MappingError(ValueError):
    """What was given as a mapping is none: a plain sentence says why."""


@dataclass(frozen=True)
class Decision:
    """What a person said that a column is.

    ``heading`` is the column's, as typed; of several columns with the same heading ``nth`` counts, from 1.
    ``field`` is a column of the vocabulary, "" for one that is not used. ``shape`` is that of the headings among
    which it holds, as :func:`shape_of` gives it; "" is every table of the file. ``decided_on`` is the day from which
    it is remembered, such as "2026-11-22"; "" for one that is made now.
    """

    heading: str
    field: str
    shape: str = ""
    nth: int = 1
    decided_on: str = ""


@dataclass(frozen=True)
class ColumnRead:
    """One column of a table of the file, and how it was understood.

    ``field`` is the column of the vocabulary that it is read as, "" if it is not read. ``percent`` says how alike
    the two are where that is how it is known. ``samples`` are up to three of its values; none of a list of people.
    What is ``fixed`` cannot be decided otherwise: it is a child's own, such as a name, and never read.
    ``question`` is what is to be asked about it; where it ``must`` be answered, the file is not to be kept before.
    """

    sheet: str
    cell: str
    heading: str
    field: str
    how: How
    shape: str = ""
    nth: int = 1
    percent: int | None = None
    decided_on: str = ""
    samples: tuple[str, ...] = ()
    question: str = ""
    must: bool = False
    fixed: bool = False

    @property
    def key(self) -> tuple[str, str, int]:
        """What a decision about it goes by."""
        return self.shape, heading_key(self.heading), self.nth

    def decided(self, field: str) -> Decision:
        """The decision that this column is that field."""
        return Decision(self.heading, field, self.shape, self.nth)


def label_of(field: str) -> str:
    """What a column of the vocabulary is called: "Children allocated"; "Not used" for ""."""
    return MEANINGS[field].label if field else "Not used"


def decided_words(column: ColumnRead) -> str:
    """What a person decided about a column, in a sentence: "Read as decided on 22 November 2026: “Cases” is …"."""
    when = f" on {day_words(dt.date.fromisoformat(column.decided_on))}" if column.decided_on else ""
    what = f"is “{label_of(column.field)}”" if column.field else "is not used"
    return f"Read as decided{when}: {quoted(column.heading)} {what}."


@lru_cache(maxsize=5_000)
def heading_key(heading: str) -> str:
    """A heading without what changes from month to month: capitals, punctuation, a date behind it."""
    return words_of(heading) or text(heading).casefold()


def shape_of(headings: Iterable[str]) -> str:
    """What tables with the same headings have in common, in whatever order and place: 16 letters and digits."""
    told = "\n".join(sorted(map(heading_key, headings)))
    return hashlib.sha256(told.encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Decided:
    """The decisions that are there for one file, those that come first before the later ones."""

    decisions: Sequence[Decision] = ()
    _by_key: Mapping[tuple[str, str, int], Decision] = field(init=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Sort them by what they go by."""
        for one in reversed(self.decisions):
            self._by_key[one.shape, heading_key(one.heading), one.nth] = one  # type: ignore[index]

    def about(self, shape: str, heading: str, nth: int) -> Decision | None:
        """The decision about a column, or ``None``."""
        key = (heading_key(heading), nth)
        return self._by_key.get((shape, *key)) or self._by_key.get(("", *key))


def decisions_from_json(told: Any) -> tuple[Decision, ...]:
    """The decisions in what was read from JSON: a list of {"heading", "field"}, and "shape" and "nth" if they matter.

    Further entries are passed over, so that the list that ``--json`` prints can be changed and given back. Raises
    :class:`MappingError` for anything else.
    """
    if not isinstance(told, list) or not all(isinstance(one, dict) for one in told):
        raise MappingError("A mapping is a list of columns, each with its heading and field.")
    return tuple(_decision(one) for one in told)


def _decision(told: Mapping[str, Any]) -> Decision:
    heading, field_, shape, nth = (told.get(name, other) for name, other in _ENTRIES)
    if not isinstance(heading, str) or not isinstance(field_, str) or not isinstance(shape, str) or nth is True:
        raise MappingError("Each column of a mapping has a heading and a field, both of them text.")
    if field_ and field_ not in MEANINGS:
        raise MappingError(f"“{field_}” is no column that Headroom knows. It knows: {', '.join(MEANINGS)}.")
    if not heading.strip() or not isinstance(nth, int) or nth < 1:
        raise MappingError("A column of a mapping has no heading, or its nth is not a whole number from 1.")
    return Decision(heading, field_, shape, nth, _day(told.get("decided_on", "")))


def _day(told: Any) -> str:
    try:
        return dt.date.fromisoformat(told).isoformat() if told else ""
    except (TypeError, ValueError) as error:
        raise MappingError("The day of a decision is not one such as 2026-11-22.") from error


_ENTRIES = (("heading", None), ("field", None), ("shape", ""), ("nth", 1))


def to_json(one: Decision | ColumnRead) -> dict[str, Any]:
    """As JSON-ready values."""
    return {**vars(one)}


def column_from_json(told: Mapping[str, Any]) -> ColumnRead:
    """What :func:`to_json` told of a column; raises TypeError for anything else."""
    return ColumnRead(**{**told, "samples": tuple(told["samples"])})
