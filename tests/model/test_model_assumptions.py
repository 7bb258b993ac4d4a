"""Settings: every default in one place, checked, and kept without losing a digit."""

from dataclasses import fields
from decimal import Decimal

import pytest
from every_row import every_row
from hypothesis import given
from hypothesis import strategies as st
from made_services import few

from model.assumptions import ABOUT, KindSetting, Settings, SettingsError, TeamSetting
from model.england import ENGLAND_AVERAGE_CASELOAD


@pytest.mark.unit
def test_every_number_has_a_label_a_unit_and_a_source():
    # Given the settings, when their words are looked up, then no number is without them.
    no_numbers = {"kinds", "teams", "published_name", "neighbours", "own_optimum", "weights", "weights_source"}
    no_numbers |= {"formerly", "steps", "targets", "report_period"}
    numbers = {field.name for field in fields(Settings)} - no_numbers
    assert set(ABOUT) == numbers
    assert all(about.label and about.unit and about.source for about in ABOUT.values())


@pytest.mark.back
def test_the_defaults_are_the_reports():
    # Given no settings of one's own, when the defaults are read, then they are the report's and England's.
    settings = Settings()
    assert (settings.optimum, settings.band_low, settings.band_high) == (25, 21, 32)
    assert (settings.staff_per_manager, settings.family_workers_per_team) == (10, 2)
    assert settings.social_workers_per_team == 8
    assert settings.cost_per_manager is None
    assert ENGLAND_AVERAGE_CASELOAD[2025] == Decimal("15.2")
    assert sorted(ENGLAND_AVERAGE_CASELOAD) == list(range(2017, 2026))


@pytest.mark.unit
@every_row(
    ("changes", "words"),
    [
        ({"optimum": Decimal(0)}, "Optimum caseload is 0: it must be from 1 to 100"),
        ({"optimum": Decimal(101)}, "must be from 1 to 100"),
        ({"band_low": Decimal(33)}, "lowest of the regional range is above the highest"),
        ({"cost_per_post": Decimal(-1)}, "Cost of one experienced social worker post is -1"),
        ({"cost_per_manager": Decimal(2_000_000)}, "must be from 0 to 1,000,000"),
        ({"staff_per_manager": 0}, "must be from 1 to 100"),
        ({"family_workers_per_team": 10}, "must be from 0 to 9"),
        ({"kinds": {"Front door": KindSetting(Decimal(0))}}, "of Front door teams is 0"),
        ({"teams": {"North 1": TeamSetting(optimum=Decimal(500))}}, "of North 1 is 500"),
        ({"optimun": Decimal(20)}, "No setting is called optimun"),
    ],
)
def test_a_setting_out_of_range_is_refused(changes, words):
    # Given a value that cannot be, when it is set, then the setting and its range are named.
    with pytest.raises(SettingsError, match=words):
        Settings().with_values(**changes)


@pytest.mark.unit
def test_a_team_has_its_own_optimum_else_its_kinds_else_the_services():
    # Given settings by team and kind, when an optimum is looked up, then the nearest one is taken.
    settings = Settings(
        kinds={"Front door": KindSetting(None), "Leaving care": KindSetting(Decimal(30))},
        teams={"A": TeamSetting(optimum=Decimal(20), kind="Front door"), "B": TeamSetting(kind="Leaving care")},
    )
    assert settings.optimum_of("A") == 20
    assert settings.optimum_of("B", "Fieldwork") == 30
    assert settings.optimum_of("C", "Front door") is None
    assert settings.optimum_of("C", "Fieldwork") == settings.optimum_of("C") == 25
    assert settings.kind_of("B", "Fieldwork") == "Leaving care"
    assert settings.kind_of("C", "Fieldwork") == "Fieldwork"


@pytest.mark.unit
def test_a_team_counts_unless_it_is_left_out():
    # Given a team left out, when it is asked who counts, then the others do.
    settings = Settings(teams={"A": TeamSetting(counted=False), "B": TeamSetting()})
    assert [settings.counts(team) for team in "ABC"] == [False, True, True]


amounts = st.decimals(1, 100, places=2)


@pytest.mark.functional
@few
@given(
    amounts,
    st.none() | st.decimals(0, 1_000_000, places=2),
    st.dictionaries(st.text(min_size=1, max_size=8), st.builds(KindSetting, st.none() | amounts), max_size=3),
    st.dictionaries(
        st.text(min_size=1, max_size=8),
        st.builds(TeamSetting, st.none() | st.text(max_size=8), st.none() | amounts, st.booleans()),
        max_size=3,
    ),
)
def test_settings_come_back_as_they_were_kept(optimum, manager, kinds, teams):
    # Given any settings, when they are kept as text and read again, then nothing has changed, not even a digit.
    settings = Settings(optimum=optimum, cost_per_manager=manager, kinds=kinds, teams=teams, own_optimum=True)
    assert Settings.from_json(settings.to_json()) == settings


@pytest.mark.unit
@every_row(
    "text",
    [
        "",
        "[]",
        "3",
        "{",
        '{"optimum": "many"}',
        '{"optimum": "NaN"}',
        '{"staff_per_manager": "ten"}',
        '{"kinds": {"A": 3}}',
        '{"teams": {"A": {}}}',
    ],
)
def test_settings_that_cannot_be_read_say_so(text):
    # Given a text that is no settings, when it is read, then the error is the settings' own.
    with pytest.raises(SettingsError, match="cannot be read"):
        Settings.from_json(text)


@pytest.mark.unit
def test_settings_kept_by_an_older_version_take_the_defaults():
    # Given a text with one setting only, when it is read, then the others are the defaults.
    assert Settings.from_json('{"optimum": "20"}') == Settings(optimum=Decimal(20))
