"""Spreadsheet to tidy tables and problems, each problem with its sheet and cell."""

from loaders.explained import problems_under
from loaders.loaded import Loaded
from loaders.mapping import ColumnRead, Decision
from loaders.noted import noted
from loaders.problem import Problem
from loaders.reading import load
from loaders.sheetmonth import SheetMonth
from loaders.sheetread import SheetRead

__all__ = ["ColumnRead", "Decision", "Loaded", "Problem", "SheetMonth", "SheetRead", "load", "noted", "problems_under"]
