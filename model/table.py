"""What a clean table is: its columns with their types, and what one row stands for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ColumnType = Literal["date", "text", "number", "count", "flag"]


class TableError(ValueError):
    """A frame that does not fit its table: says which column and why."""


@dataclass(frozen=True)
class Column:
    """One column: its name, type, meaning, and whether it may be missing."""

    name: str
    type: ColumnType
    meaning: str
    required: bool = False
    unit: str = ""


@dataclass(frozen=True)
class Table:
    """A clean table: a name, what one row stands for, the key, the columns."""

    name: str
    row: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def names(self) -> list[str]:
        """Column names, in the table's order."""
        return [column.name for column in self.columns]

    @property
    def required(self) -> list[str]:
        """The columns that every row must have filled in."""
        return [column.name for column in self.columns if column.required]
