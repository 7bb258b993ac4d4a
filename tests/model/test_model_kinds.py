"""What a team's kind or name says: the optimum of fieldwork is not put on a team of another kind."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from every_row import every_row
from made_services import dict_of_tables, service, team

from model.assumptions import KindSetting, Settings, TeamSetting
from model.basis import no_optimum_yet
from model.caseload import service_month
from model.kinds import KINDS, kind_said, recognised
from model.posts import of_teams_with_optimum

pytestmark = pytest.mark.unit


@every_row(
    ("text", "kind"),
    [
        ("MASH", "Front door"),
        ("Multi-Agency Safeguarding Hub", "Front door"),
        ("First Contact", "Front door"),
        ("Assessment Team East", "Referral and assessment"),
        ("R.A.T. / Duty", "Referral and assessment"),
        ("Looked After Children", "Looked-after children"),
        ("CiC North", "Looked-after children"),
        ("Leaving Care", "Leaving care"),
        ("16+ team", "Leaving care"),
        ("CWD", "Children with disabilities"),
        ("Disabled Children’s Service", "Children with disabilities"),
        ("Fostering & Adoption", "Fostering and adoption"),
        ("Early Help hub", "Early help"),
        ("Care Experienced (Young People)", "Leaving care"),
        ("Pathway Team", "Leaving care"),
        ("MARU", "Front door"),
        ("YOT", "Youth justice"),
        ("Edge of Care", "Edge of care"),
        ("Safeguarding & Support 1", "Fieldwork"),
        ("Assessment and Safeguarding North", "Fieldwork"),
        ("Court & PLO", "Fieldwork"),
        ("North 1", None),
        ("Hardwick", None),
        ("Sendal", None),
    ],
)
def test_a_kind_is_recognised_by_its_words(text, kind):
    assert recognised(text) == kind


def test_every_kind_that_is_offered_is_recognised_as_itself():
    assert [recognised(kind) for kind in KINDS] == [*KINDS]


def test_the_kind_that_the_file_says_comes_before_the_name():
    assert kind_said("Assessment East", "Fieldwork") is None
    assert kind_said("North 1", "Leaving care") == "Leaving care"
    assert kind_said("Assessment East", "Long term") is None
    assert kind_said("Assessment East") == "Referral and assessment"


def test_a_team_of_another_kind_has_no_optimum_until_one_is_set():
    # Given settings as they ship, then only fieldwork has the optimum
    assert Settings().optimum_of("MASH") is None
    assert Settings().optimum_of("North 1") == Settings().optimum_of("North 1", "Fieldwork") == 25
    assert Settings().awaits_optimum("MASH")
    assert not Settings().awaits_optimum("North 1")
    # When somebody sets the optimum of the team or of its kind, has none for it, calls it fieldwork or leaves it out
    of_kind = Settings(kinds={"Front door": KindSetting(Decimal(15))})
    none = Settings(kinds={"Front door": KindSetting(None)})
    own = Settings(teams={"MASH": TeamSetting(optimum=Decimal(12))})
    fieldwork = Settings(teams={"MASH": TeamSetting(kind="Fieldwork")})
    left_out = Settings(teams={"MASH": TeamSetting(counted=False)})
    # Then that holds, and nothing waits to be set
    everyone = (of_kind, none, own, fieldwork, left_out)
    assert [each.optimum_of("MASH") for each in everyone] == [15, None, 12, 25, None]
    assert not any(each.awaits_optimum("MASH") for each in everyone)
    # And a kind in the file's own words is the kind that was set
    assert of_kind.optimum_of("Team A", "MASH") == 15


def test_a_team_of_another_kind_is_in_the_average_and_over_nothing():
    rows = [
        {"month": date(2013, 2, 1), "team": name, "fte": 5.0, "allocated": children}
        for name, children in (("North 1", 130), ("Leaving Care", 150))
    ]
    month = service_month(dict_of_tables(*rows), date(2013, 2, 1), Settings())
    assert month.average() == 28
    assert [each.team for each in month.over()] == ["North 1"]
    assert [each.kind for each in month.teams] == [None, "Leaving care"]


def test_who_is_not_measured_is_said():
    assert no_optimum_yet(["MASH"], 25) == (
        "MASH is not a fieldwork team by kind or name: it counts in the average, not against 25."
    )
    assert no_optimum_yet(["MASH", "RAT"], 22.5).startswith("MASH and RAT are not fieldwork teams")
    assert no_optimum_yet(list("ABCDEFG"), 25).startswith("Seven teams are not fieldwork teams")


def test_posts_are_asked_for_teams_with_an_optimum_only():
    made = service(team("A", 5, 130), team("B", 5, 150, optimum=None), team("C", 5, 150, counted=False))
    asked = of_teams_with_optimum(made)
    assert [each.team for each in asked.counted] == ["A"]
    assert [each.team for each in asked.teams] == ["A", "B", "C"]
    whole = service(team("A", 5, 130))
    assert of_teams_with_optimum(whole) is whole
