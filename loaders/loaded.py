"""What a file gave: its tables, and everything there is to say of it."""

from __future__ import annotations

from dataclasses import dataclass, field

import pandas as pd

from loaders.mapping import ColumnRead
from loaders.problem import Problem
from loaders.sheetmonth import SheetMonth
from loaders.sheetread import SheetRead


@dataclass(frozen=True)
class Loaded:
    """What a file gave: the clean tables (all empty when ``stopped``), and everything there is to say.

    ``columns`` says of every column how it was understood, and what is to be asked about it; ``months`` of which
    month the figures of a sheet are where the file does not surely say it.
    """

    file_name: str
    sha256: str
    tables: dict[str, pd.DataFrame]
    problems: list[Problem]
    read: list[SheetRead] = field(default_factory=list)
    columns: list[ColumnRead] = field(default_factory=list)
    months: list[SheetMonth] = field(default_factory=list)

    @property
    def stopped(self) -> bool:
        """Whether an error stopped the file: nothing of it may be kept."""
        return any(problem.severity == "error" for problem in self.problems)
