"""Decisions about teams' names: history under the current name, no figure changed, no two teams made one."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pandas as pd
import pytest
from every_row import every_row
from hypothesis import given
from hypothesis import strategies as st
from made_services import dict_of_tables, few

from model import tables
from model.assumptions import Settings, TeamSetting
from model.caseload import history
from model.decisions import Decision, TeamDecision, sentence_of, why_not
from model.naming import Names, renamed, resolved, settings_under, team_changes

JANUARY, FEBRUARY, MARCH = date(2013, 1, 1), date(2013, 2, 1), date(2013, 3, 1)

Tables = dict[str, pd.DataFrame]


def made(months: dict[date, dict[str, int]]) -> Tables:
    """Months with teams and their children; FTE is a tenth of the children."""
    return dict_of_tables(
        *(
            {"month": month, "team": team, "fte": children / 10, "fte_basis": "in post", "allocated": children}
            for month, teams in months.items()
            for team, children in teams.items()
        )
    )


def spelling(name: str, team: str) -> TeamDecision:
    return TeamDecision(Decision.SPELLING, (name,), (team,))


def rename(old: str, new: str, month: date = FEBRUARY) -> TeamDecision:
    return TeamDecision(Decision.RENAME, (old,), (new,), month)


def merge(*teams: str, into: str, month: date = FEBRUARY) -> TeamDecision:
    return TeamDecision(Decision.MERGE, teams, (into,), month)


def split(team: str, *parts: str, month: date = FEBRUARY) -> TeamDecision:
    return TeamDecision(Decision.SPLIT, (team,), parts, month)


def teams_of(found: Tables) -> dict[str, list[str]]:
    frame = found["team_caseload"]
    return {f"{month:%b}": list(group) for month, group in frame.groupby("month", sort=True)["team"]}


def figures_of(found: Tables, settings: Settings | None = None) -> list[tuple[object, ...]]:
    """Every number of the service, month by month."""
    return [
        (month.month, month.allocated, month.fte, month.average(), month.excess(), len(month.teams), len(month.counted))
        for month in history(found, settings or Settings())
    ]


@pytest.mark.unit
def test_a_spelling_is_read_as_the_team_it_stands_for() -> None:
    found = made({JANUARY: {"North 1": 180}, FEBRUARY: {"North One": 187}})
    assert teams_of(resolved(found, [spelling("North One", "North 1")])) == {"Jan": ["North 1"], "Feb": ["North 1"]}
    # And taken back by the decision that it is a team of its own
    own = [spelling("North One", "North 1"), TeamDecision(Decision.NEW, ("North One",))]
    assert teams_of(resolved(found, own)) == {"Jan": ["North 1"], "Feb": ["North One"]}
    # And the frames passed in are as they were
    assert teams_of(found) == {"Jan": ["North 1"], "Feb": ["North One"]}


@pytest.mark.functional
def test_a_rename_changes_no_number_of_any_month() -> None:
    # Given a team that is not counted and has its own optimum, under its old name
    found = made({JANUARY: {"North 1": 180, "South 1": 200}, FEBRUARY: {"Harbour": 187, "South 1": 210}})
    mine = Settings(teams={"North 1": TeamSetting("Fieldwork", Decimal(20), counted=False)})
    renamed_teams = [rename("North 1", "Harbour")]
    # When it is said to be called Harbour
    now = resolved(found, renamed_teams)
    # Then its history is under that name, and every number of January is what it was
    assert teams_of(now) == {"Jan": ["Harbour", "South 1"], "Feb": ["Harbour", "South 1"]}
    assert figures_of(now, settings_under(mine, renamed_teams))[0] == figures_of(found, mine)[0]
    # And it stays left out
    assert [len(month.counted) for month in history(now, settings_under(mine, renamed_teams))] == [1, 1]
    # And no break is marked: it is the same team
    assert now["month_note"].empty


@pytest.mark.functional
def test_a_new_name_makes_no_fieldwork_team_of_another() -> None:
    # Given a leaving-care team that gets a name which says no kind, and is then written another way
    decisions = [rename("Leaving Care", "Horizons"), TeamDecision(Decision.SPELLING, ("Horizon",), ("Horizons",))]
    found = made({JANUARY: {"Leaving Care": 150, "North 1": 180}, FEBRUARY: {"Horizons": 150, "North 1": 180}})
    # When the months are counted under the names of today
    months = history(resolved(found, decisions), settings_under(Settings(), decisions))
    # Then it is of the kind that it was in every month, and somebody is still asked for its optimum
    assert [[(team.team, team.kind) for team in month.counted] for month in months] == [
        [("Horizons", "Leaving care"), ("North 1", None)]
    ] * 2
    assert settings_under(Settings(), decisions).awaits_optimum("Horizons")
    # And what the file, the new name or a person says comes before what the old name said
    assert settings_under(Settings(), decisions).kind_of("Horizons", "Fieldwork") == "Fieldwork"
    assert settings_under(Settings(), [rename("Leaving Care", "Court team")]).kind_of("Court team") is None
    said = Settings(teams={"Leaving Care": TeamSetting("Fieldwork")})
    assert settings_under(said, decisions).kind_of("Horizons") == "Fieldwork"
    # And it is not kept with the settings: the decision on the name is
    assert "Leaving Care" not in settings_under(Settings(), decisions).to_json()


@pytest.mark.unit
def test_a_team_made_of_several_is_of_another_kind_where_all_were() -> None:
    both = settings_under(Settings(), [merge("MASH", "Front Door", into="Gateway")])
    one = settings_under(Settings(), [merge("MASH", "North 1", into="Gateway")])
    assert [each.kind_of("Gateway") for each in (both, one)] == ["Front door", None]
    parted = settings_under(Settings(), [split("Leaving Care", "Horizons", "Bridges")])
    assert parted.kind_of("Bridges") == "Leaving care"


@pytest.mark.unit
def test_a_late_file_that_still_has_the_old_name_is_read_under_the_new_one() -> None:
    found = made({JANUARY: {"North 1": 180}, FEBRUARY: {"Harbour": 187}, MARCH: {"North 1": 190}})
    now = teams_of(resolved(found, [rename("North 1", "Harbour")]))
    assert list(now.values()) == [["Harbour"], ["Harbour"], ["Harbour"]]


@pytest.mark.unit
def test_names_can_be_handed_on_and_swapped() -> None:
    handed = made({JANUARY: {"A": 100, "B": 200}, FEBRUARY: {"B": 101, "C": 201}})
    assert teams_of(resolved(handed, [rename("A", "B"), rename("B", "C")])) == {"Jan": ["B", "C"], "Feb": ["B", "C"]}
    swapped = made({JANUARY: {"A": 100, "B": 200}, FEBRUARY: {"A": 201, "B": 101}})
    assert teams_of(resolved(swapped, [rename("A", "B"), rename("B", "A")])) == {"Jan": ["B", "A"], "Feb": ["A", "B"]}
    back = made({JANUARY: {"A": 100}, FEBRUARY: {"B": 101}, MARCH: {"A": 102}})
    again = teams_of(resolved(back, [rename("A", "B"), rename("B", "A", MARCH)]))
    assert list(again.values()) == [["A"], ["A"], ["A"]]


@pytest.mark.unit
def test_a_spelling_then_a_new_name_is_one_chain() -> None:
    found = made({JANUARY: {"North One": 180}, FEBRUARY: {"Harbour": 187}})
    chain = [spelling("North One", "North 1"), rename("North 1", "Harbour")]
    assert teams_of(resolved(found, chain)) == {"Jan": ["Harbour"], "Feb": ["Harbour"]}


@pytest.mark.functional
def test_two_teams_of_one_month_stay_two_whatever_was_decided() -> None:
    # Given a month that has both the spelling and the team
    found = made({JANUARY: {"North One": 180, "North 1": 187}, FEBRUARY: {"North One": 181}})
    now = resolved(found, [spelling("North One", "North 1")])
    # Then they stay apart there, and the spelling holds elsewhere
    assert teams_of(now) == {"Jan": ["North One", "North 1"], "Feb": ["North 1"]}
    # And the direct name has the new one where both would
    both = [spelling("North One", "North 1"), rename("North 1", "Harbour", MARCH)]
    assert teams_of(resolved(found, both))["Jan"] == ["North One", "Harbour"]


@pytest.mark.functional
def test_a_merger_conserves_children_and_fte_and_marks_the_break() -> None:
    # Given two teams that are one from February on
    found = made({JANUARY: {"A": 100, "B": 200, "C": 150}, FEBRUARY: {"AB": 305, "C": 151}})
    now = resolved(found, [merge("A", "B", into="AB")])
    # Then history stays as it was, month by month
    assert teams_of(now) == {"Jan": ["A", "B", "C"], "Feb": ["AB", "C"]}
    assert figures_of(now) == figures_of(found)
    # And February says that the teams are others
    (note,) = now["month_note"].itertuples(index=False)
    assert (note.month.date(), note.mark, note.note) == (
        FEBRUARY, "restructure", "A and B are merged into AB from February 2013."
    )  # fmt: skip


@pytest.mark.unit
def test_a_split_or_merger_is_told_under_the_names_that_the_teams_now_have() -> None:
    # Given B, which became part of A, and a team that has a new name since
    merged = merge("A", "B", into="A")
    (found,) = team_changes([merged, rename("A", "Harbour", MARCH)])
    # Then what was before has the label of what was before, and a new name alone is no such change
    assert (found.month, found.after) == (FEBRUARY, {"Harbour"})
    assert found.note == "A and B are merged into A from February 2013."
    tables = made({JANUARY: {"A": 100, "B": 200}, FEBRUARY: {"A": 305}, MARCH: {"Harbour": 301}})
    shown = resolved(tables, [merged, rename("A", "Harbour", MARCH)])["team_caseload"]
    assert found.before == set(shown.loc[shown["month"] == pd.Timestamp(JANUARY), "team"])


@pytest.mark.functional
def test_a_team_that_keeps_its_name_over_a_merger_is_no_false_continuation() -> None:
    # Given B, which becomes part of A
    found = made({JANUARY: {"A": 100, "B": 200}, FEBRUARY: {"A": 305}, MARCH: {"A": 301}})
    mine = Settings(teams={"A": TeamSetting(None, Decimal(20), counted=True)})
    merged = [merge("A", "B", into="A")]
    now = resolved(found, merged)
    # Then the A of before is told apart from the A of now, and no figure is changed
    assert teams_of(now) == {"Jan": ["A (until January 2013)", "B"], "Feb": ["A"], "Mar": ["A"]}
    assert figures_of(now, settings_under(mine, merged)) == figures_of(found, mine)


@pytest.mark.functional
def test_a_team_that_is_split_keeps_its_history_apart() -> None:
    found = made({JANUARY: {"A": 300}, FEBRUARY: {"A": 140, "B": 161}})
    now = resolved(found, [split("A", "A", "B")])
    assert teams_of(now) == {"Jan": ["A (until January 2013)"], "Feb": ["A", "B"]}
    assert now["month_note"]["note"].tolist() == ["A is split into A and B from February 2013."]
    # And a later new name goes with it
    later = resolved(found, [split("A", "A", "B"), rename("A", "Q", MARCH)])
    assert teams_of(later) == {"Jan": ["Q (until January 2013)"], "Feb": ["Q", "B"]}


@pytest.mark.unit
def test_a_break_outside_the_months_kept_is_not_marked() -> None:
    found = made({JANUARY: {"A": 300}, FEBRUARY: {"A": 301}})
    for month in (JANUARY, MARCH):
        assert resolved(found, [split("A", "B", "C", month=month)])["month_note"].empty


@pytest.mark.unit
def test_workers_go_with_their_team() -> None:
    found = made({JANUARY: {"A": 100}})
    people = pd.DataFrame([{"month": JANUARY, "team": "A", "worker": "A-1", "allocated": 20}])
    found["worker_caseload"] = tables.conform(people, tables.WORKER_CASELOAD)
    assert renamed(found, [rename("A", "B")])["worker_caseload"]["team"].tolist() == ["B"]


@pytest.mark.unit
@every_row(
    ("decision", "words"),
    [
        (rename("A", "A"), "same"),
        (TeamDecision(Decision.RENAME, ("A", "B"), ("C",), FEBRUARY), "one team"),
        (TeamDecision(Decision.RENAME, ("A",), (), FEBRUARY), "one new name"),
        (rename("A", "B"), "A and B both have figures in January 2013, so they are two teams"),
        (split("A", "B"), "two or more teams"),
        (merge("A", into="B"), "Choose two or more teams"),
        (rename("A", "Z"), ""),
        (split("A", "A", "Z"), ""),
        (merge("A", "B", into="Z"), ""),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(decision: TeamDecision, words: str) -> None:
    refused = why_not(decision, made({JANUARY: {"A": 100, "B": 200}}))
    assert words in refused
    assert bool(refused) == bool(words)


@pytest.mark.unit
def test_every_decision_is_a_sentence() -> None:
    assert sentence_of(rename("A", "B")) == "A is called B from February 2013."
    assert sentence_of(spelling("A", "B")) == "A is another spelling of B."
    assert sentence_of(split("A", "B", "C")) == "A is split into B and C from February 2013."
    assert sentence_of(TeamDecision(Decision.NEW, ("A",))) == "A is a team of its own."


names = st.sampled_from("ABCD")
month_numbers = st.integers(1, 4).map(lambda number: date(2013, number, 1))
several = st.lists(names, min_size=2, max_size=3, unique=True).map(tuple)
decisions = st.one_of(
    st.builds(spelling, names, names),
    st.builds(rename, names, names, month_numbers),
    st.builds(lambda name: TeamDecision(Decision.NEW, (name,)), names),
    st.builds(lambda teams, into, month: merge(*teams, into=into, month=month), several, names, month_numbers),
    st.builds(lambda team, parts, month: split(team, *parts, month=month), names, several, month_numbers),
)
services = st.dictionaries(month_numbers, st.dictionaries(names, st.integers(1, 300), min_size=1), min_size=1)


@pytest.mark.functional
@few
@given(services, st.lists(decisions, max_size=6))
def test_whatever_is_decided_no_number_changes_and_no_team_is_lost(
    months: dict[date, dict[str, int]], decided: list[TeamDecision]
) -> None:
    # Given any teams and any decisions about their names
    found = made(dict(sorted(months.items())))
    # When they are applied
    now = resolved(found, decided)
    # Then each month has as many teams, with the same figures in the same order, and each team once
    assert figures_of(now) == figures_of(found)
    before, after = found["team_caseload"], now["team_caseload"]
    assert after.drop(columns="team").equals(before.drop(columns="team"))
    assert not after.duplicated(["month", "team"]).any()
    assert tables.conform(after, tables.TEAM_CASELOAD).equals(after)
    assert not now["month_note"].duplicated().any()


@pytest.mark.functional
@few
@given(st.lists(decisions, max_size=6), names, month_numbers)
def test_a_name_is_read_the_same_way_alone_as_it_says(decided: list[TeamDecision], name: str, month: date) -> None:
    told = Names(decided)
    (now,) = told.of_month(month, [name]).values()
    assert now == told.at(name, month) or now.startswith(f"{told.at(name, month)} (until ")
