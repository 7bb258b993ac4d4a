"""Spreadsheet to tidy tables and problems, each problem with its sheet and cell."""

from loaders.explained import problems_under
from loaders.mapping import ColumnRead, Decision
from loaders.problem import Problem
from loaders.reading import Loaded, SheetRead, load

__all__ = ["ColumnRead", "Decision", "Loaded", "Problem", "SheetRead", "load", "problems_under"]
