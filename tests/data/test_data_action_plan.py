"""The example's action plan: the 14 recommendations of 2013, and nothing that the plan does not print."""

from __future__ import annotations

import pytest

from data import action_plan
from loaders.plans.actionplan import load_plan

pytestmark = pytest.mark.unit


def test_the_shipped_plan_is_what_its_script_makes(tmp_path, monkeypatch) -> None:
    shipped = action_plan.FILE.read_bytes()
    monkeypatch.setattr(action_plan, "FILE", tmp_path / "plan.xlsx")
    action_plan.main()
    assert (tmp_path / "plan.xlsx").read_bytes() == shipped


def test_it_has_fourteen_recommendations_and_no_owner_date_or_rating() -> None:
    found = load_plan(action_plan.FILE.read_bytes(), action_plan.FILE.name)
    assert found.problems == []
    assert [action.ref for action in found.actions] == [str(number) for number in range(1, 15)]
    assert [action.horizon for action in found.actions] == ["Immediate"] * 3 + ["3 months"] * 4 + ["6 months"] * 7
    said = {name for action in found.actions for name, value in vars(action).items() if value}
    assert said == {"ref", "horizon", "recommendation", "indicator", "target"}
    assert [action.ref for action in found.actions if action.target] == ["3"]
