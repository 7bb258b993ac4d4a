"""Scenarios: kept under a name, side by side, in links, in files; who and when."""

from __future__ import annotations

import json
from urllib.parse import parse_qs

import pytest
from screen import OCTOBER, TWO_TEAMS, Screen, row, workbook

from model.words import MOST_WORDS_IN_TITLE
from ui.cached import EXAMPLE
from ui.scenario_file import scenario_workbook
from ui.scenarios_exhibit import EXPECTED

pytestmark = pytest.mark.functional


def keep(screen: Screen, name: str) -> Screen:
    return screen.go("scenarios").submit("Keep as a scenario", scenario_name=name, scenario_who="Sam")


def test_what_was_chosen_on_both_pages_is_kept_compared_and_linked(store):
    # Given nothing kept, then the page says what to do
    screen = Screen("scenarios")
    assert screen.title == "No scenario is kept yet"
    # When two plans are chosen on the Outlook and Costs pages, and each is kept under a name
    screen.go("outlook").set("outlook_posts", 9).set("assumed_growth", 2.0).set("measure", "With those who wait")
    outlook = screen.title
    keep(screen.go("costs").set("cost_payment", 5000.0), "Nine *posts*")
    keep(screen.go("outlook").set("outlook_posts", 12).set("measure", "Average caseload"), "Twelve")
    # Then they stand side by side, with what differs
    table = screen.table("What each scenario comes to").set_index("Scenario")
    nine, twelve = (table[column] for column in table.columns)
    assert "9 in March 2013" in nine["Posts approved"]
    assert "12 in March 2013" in twelve["Posts approved"]
    assert (nine["Children counted"], twelve["Children counted"]) == ("With those who wait", "Average caseload")
    assert not [label for label in table.index if "Recruitment payment" in label or "Absence" in label]
    assert len(screen.title.split()) <= MOST_WORDS_IN_TITLE
    assert [trace["name"] for trace in screen.chart("scenario_lines")["data"]] == ["Nine *posts*", "Twelve"]
    # And a link made now shows these two when another is kept later
    assert screen.address["scenarios"] == ["Nine *posts*", "Twelve"]
    assert Screen("scenarios", **screen.address).title == screen.title
    # And which assumption matters most is drawn of the one that is chosen
    assert "matter" in screen.set("tornado_of", "Twelve").findings[-1]
    # And the link of the first opens both pages as they were
    (first, _) = [kept.scenario for kept in store.scenarios(EXAMPLE)]
    address = {key: value[0] for key, value in parse_qs(_query(screen, "outlook")).items()}
    assert dict(first.address).items() <= address.items()
    assert Screen("outlook", **address).title == outlook
    assert nine[EXPECTED][:4] in outlook
    # And the table says what the chart shows, and who is expected to wait, apart from what is simulated
    ends = [trace["y"][13] for trace in screen.chart("scenario_lines")["data"]]
    assert [nine[EXPECTED], twelve[EXPECTED]] == [f"{end:.1f}" for end in ends]
    waiting = [each["Expected to wait (children)"] for each in (nine, twelve)]
    assert int(waiting[0]) > int(waiting[1]) > 0
    assert float(nine["Simulated mean, and children waiting"].split(",")[0]) == pytest.approx(ends[0], abs=0.5)
    # And when rising numbers eat the gain is a month, the same as there
    month = nine["When rising numbers eat the gain"].removeprefix("in ")
    assert f"**When do rising numbers eat the gain?** In {month}:" in Screen("outlook", **address).text
    opened = Screen("costs", **address)
    assert opened.widget("cost_payment").value == 5000.0
    assert nine["Cost of a full year"].split()[0] == opened.figures["A full year"]
    assert nine["Cost, first year paid"].split()[0] == opened.figures["Gross in 2013/14"]


def test_scenarios_kept_by_different_measures_are_compared_by_one(store):
    # Given the same six posts kept per effective worker, and by the average caseload
    keep(Screen("outlook", outlook_posts="6", measure="Per effective worker"), "Effective")
    screen = keep(Screen("outlook", outlook_posts="6"), "Average")
    # When they are compared, then their lines and what they come to are the same, and it is said why
    table = screen.table("What each scenario comes to").set_index("Scenario")
    effective, average = (table[column] for column in table.columns)
    lines = [trace["y"] for trace in screen.chart("scenario_lines")["data"][:2]]
    assert lines[0] == lines[1]
    assert effective[EXPECTED] == average[EXPECTED]
    assert "opened, each counts as it was kept" in screen.text
    assert "measure=Per+effective+worker" in screen.text.replace("%20", "+")


def test_a_later_stage_of_a_link_is_kept_though_the_link_leaves_out_its_usual_month(store):
    # Given a link as the page itself makes it, without the month that a later stage usually has
    screen = Screen("outlook", outlook_posts="9", later_posts="6")
    assert screen.title.startswith("Nine posts ")
    assert "Nine of 15 are filled by March 2014." in screen.text
    assert "later_approved" not in screen.address
    needed = screen.figures["Posts needed"]
    costs = screen.go("costs").set("cost_years", "Four").set("funding", "One-off").figures
    # When it is kept, then both stages are
    table = keep(screen, "Both").table("What each scenario comes to").set_index("Scenario")
    both = table[table.columns[0]]
    assert both["Posts approved"] == "9 in March 2013, 6 in February 2014"
    assert both["Cost of a full year"].startswith(costs["A full year"])
    # And what is needed and what is unfunded are as on those pages
    assert both["Posts needed, as expected"] == needed
    assert both["Unfunded"] == f"{costs['Unfunded']} to March 2017"
    # And so are they in a scenario that was kept without the month
    (kept,) = store.scenarios(EXAMPLE)
    content = json.loads(kept.scenario.named("Bare").to_json())
    del content["choices"]["later_approved"]
    screen.upload(json.dumps(content).encode(), "bare.json").press("scenario_load")
    bare = screen.table("What each scenario comes to").iloc[:, 2]
    assert bare.tolist()[1] == both["Posts approved"]


def _query(screen: Screen, page: str) -> str:
    (links,) = [text for text in screen.markdown() if f"({page}?" in text]
    return links.split(f"({page}?")[1].split(")")[0]


def test_one_is_renamed_copied_deleted_and_loaded_back(store):
    screen = keep(Screen("outlook"), "Six")
    (six,) = store.scenarios(EXAMPLE)
    screen.set("scenario_new_name", "Seven").press("scenario_copy")
    assert [each.scenario.name for each in store.scenarios(EXAMPLE)] == ["Six", "Seven"]
    screen.set("scenario_new_name", "Seven").press("scenario_rename")
    assert "There is a scenario called “Seven” already" in screen.text
    screen.set("scenario_new_name", "Old").set("scenario_changed_by", "Kim").press("scenario_rename")
    assert [(each.scenario.name, each.by) for each in store.scenarios(EXAMPLE)] == [("Old", "Kim"), ("Seven", "")]
    # When a file of it is loaded back, then its choices are the same, under a name that is free
    screen.upload(six.scenario.to_json().replace('"Six"', '"Seven"').encode(), "six.json").press("scenario_load")
    assert store.scenarios(EXAMPLE)[-1].scenario == six.scenario.named("Seven (2)")
    # And so is a workbook of it, whatever its name begins with
    screen.upload(scenario_workbook(six.scenario.named("=Six"), None), "six.xlsx").press("scenario_load")
    assert store.scenarios(EXAMPLE)[-1].scenario == six.scenario.named("=Six")
    # And one that rested on other figures where it was exported is said to come to something else here
    elsewhere = six.scenario.named("Away").to_json({"Optimum": "20", "Teams": "all", "Anything": "else"})
    screen.upload(elsewhere.encode(), "away.json").press("scenario_load")
    assert "“Away” was exported from other figures" in screen.text and "Optimum: 25, not 20. Type" in screen.text
    screen.set("scenario_changed", "Away").press("scenario_delete")
    screen.upload(workbook({OCTOBER: [row("Riverside", 6.0, 180)]}), "months.xlsx").press("scenario_load")
    assert "This is not a scenario that Headroom exported" in screen.text
    screen.set("scenario_changed", "Old").press("scenario_delete")
    assert [each.scenario.name for each in store.scenarios(EXAMPLE)] == ["Seven", "Seven (2)", "=Six"]


def test_what_cannot_be_loaded_or_worked_out_is_said(kept, store):
    # Given a plan of a council, when files of it are loaded that cannot be, then it is said why
    kept(TWO_TEAMS)
    screen = keep(Screen("outlook"), "Plan")
    (plan,) = store.scenarios("Anytown")
    assert plan.scenario.month == OCTOBER
    content = json.loads(plan.scenario.to_json())
    content["choices"]["assumed_turnover"] = "150"
    screen.upload(json.dumps(content).encode(), "plan.json").press("scenario_load")
    assert "Social workers who leave in a year (% of those in post) is 150" in screen.text
    content["choices"] = {"outlook_posts": "6", "approved": "January 2013", "judged": "March 2014"}
    content |= {"figures_of": "December 2012", "name": "Elsewhere"}
    screen.upload(json.dumps(content).encode(), "plan.json").press("scenario_load")
    assert "“Elsewhere” cannot be worked out: no figures are kept for December 2012" in screen.text
    assert len(screen.table("What each scenario comes to").columns) == 2
