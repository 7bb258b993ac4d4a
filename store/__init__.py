"""The history of months in a SQL database, through SQLAlchemy: SQLite by default, PostgreSQL by URL."""

from store.action_plans import KeptPlan
from store.commentary import KeptCommentary
from store.compare import Change, MonthComparison
from store.decisions import ColumnDecision
from store.errors import StoreError
from store.kept import Store
from store.scenarios import KeptScenario
from store.team_decisions import KeptDecision
from store.uploads import Upload
from store.years import YearComparison, YearKept

__all__ = [
    "Change",
    "ColumnDecision",
    "KeptCommentary",
    "KeptDecision",
    "KeptPlan",
    "KeptScenario",
    "MonthComparison",
    "Store",
    "StoreError",
    "Upload",
    "YearComparison",
    "YearKept",
]
