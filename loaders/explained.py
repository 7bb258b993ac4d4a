"""What there is still to check in a file once people have said what its teams are called now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import pandas as pd

from loaders.loaded import Loaded
from loaders.problem import Problem
from loaders.problems import Problems
from loaders.teams.quality import CODES
from model.decisions import TeamDecision, breaks_of
from model.naming import renamed
from model.quality import quality
from model.quality_findings import said, to_do
from model.to_check import Finding, Kind

_Called = Mapping[tuple[date, str], str]
_Key = tuple[Kind, date, str, frozenset[str]]


def problems_under(loaded: Loaded, decisions: Sequence[TeamDecision]) -> list[Problem]:
    """The file's problems under the teams' current names.

    A team with another name is not gone and its figures go on; over a split or a merger nothing is compared. What is
    found only now stands behind the others, without a cell: it is between two names.
    """
    if not decisions:
        return loaded.problems
    named = renamed(loaded.tables, decisions)
    called = _called(loaded.tables["team_caseload"], named["team_caseload"])
    before = {_key(one, called): one for one in _kinds(quality(loaded.tables))}
    now = {_key(one, {}): one for one in _kinds(quality(named, breaks_of(decisions)))}
    gone = [(CODES[one.kind], said(one, "“%s”")) for key, one in before.items() if key not in now]
    kept = [
        one for one in loaded.problems if not any(one.code == code and words in one.message for code, words in gone)
    ]
    return [*kept, *_told(one for key, one in now.items() if key not in before)]


def _kinds(findings: Iterable[Finding]) -> list[Finding]:
    """The findings that a file's problems have: averages are compared where they are read."""
    return [finding for finding in findings if finding.kind in CODES]


def _called(as_typed: pd.DataFrame, named: pd.DataFrame) -> _Called:
    months = as_typed["month"].dt.date
    return dict(zip(zip(months, as_typed["team"], strict=True), named["team"], strict=True))


def _key(finding: Finding, called: _Called) -> _Key:
    """What makes two findings the same, whatever the teams were called then."""
    now = [next((called[m, team] for m in finding.months if (m, team) in called), team) for team in finding.teams]
    return finding.kind, finding.at, finding.figure, frozenset(now)


def _told(findings: Iterable[Finding]) -> list[Problem]:
    problems = Problems()
    for finding in findings:
        problems.add(CODES[finding.kind], said=said(finding, "“%s”"), check=to_do(finding))
    return problems.listed()
