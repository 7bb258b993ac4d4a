"""The sums of the Cabinet report of 13 June 2013, paragraphs 38 to 43, worked out again from its own figures.

Pounds of 2013. What the report prints is a figure of :class:`Printed`; everything else follows from those.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from model.costs import break_even, net_of_agency, pressure
from model.exact import Number, exact, pounds, shown


@dataclass(frozen=True)
class Printed:
    """What the report prints that the rest is worked out from, in pounds a year, posts and people."""

    referral_team: int = 519_551
    referral_agency: int = 276_410
    two_referral_teams: int = 831_195
    six_posts: int = 244_906
    family_support: int = 92_749
    posts: int = 6
    agency_posts: int = 6
    supernumerary: int = 3
    # Social workers, and groups of two managers and a family worker, in the team now and in the two proposed.
    workers_now: int = 10
    workers_proposed: int = 14
    groups_now: int = 1
    groups_proposed: int = 2


PRINTED = Printed()


@dataclass(frozen=True)
class Line:
    """One sum: what it is, how it is worked out from other lines, the paragraphs it is from, pounds a year."""

    what: str
    how: str
    paragraphs: str
    pounds: Fraction


@dataclass(frozen=True)
class Implied:
    """What the two totals of the referral team imply: one social worker, and one group of managers and family worker.

    ``ratio``: an experienced fieldwork post ÷ that social worker.
    """

    worker: Fraction
    group: Fraction
    ratio: Fraction


def implied(printed: Printed = PRINTED) -> Implied:
    """Both costs from the team now and the teams proposed: two sums with two unknowns.

    Raises :class:`ZeroDivisionError` where the two totals are of teams in the same proportion.
    """
    now, proposed = printed.referral_team, printed.two_referral_teams
    apart = printed.workers_now * printed.groups_proposed - printed.workers_proposed * printed.groups_now
    worker = Fraction(now * printed.groups_proposed - proposed * printed.groups_now, apart)
    group = (now - printed.workers_now * worker) / printed.groups_now
    return Implied(worker, group, Fraction(printed.six_posts, printed.posts) / worker)


def lines(printed: Printed = PRINTED) -> list[Line]:
    """The sums in the order of the report, lettered, then those that it leaves to its reader."""
    a, b, c = printed.referral_team, printed.referral_agency, printed.two_referral_teams
    d, e = pressure(c, a), pressure(c, a, b)
    f, g = printed.six_posts, printed.family_support
    gross = d + f + g
    net = net_of_agency(gross, b)
    three = printed.supernumerary * Fraction(b, printed.agency_posts)
    found: list[tuple[str, str, str, Number]] = [
        ("Referral and assessment team, budgeted posts", "", "38–41", a),
        ("Agency staff in it: five social workers, a deputy manager", "", "38–41", b),
        ("Two such teams, as proposed", "", "38–41", c),
        ("Pressure on the budget", "C − A", "38–41", d),
        ("More than is really spent now", "C − A − B", "38–41", e),
        ("Six experienced social workers in Fieldwork", "", "42", f),
        ("A second Family Support Team", "", "43", g),
        ("All proposals, gross", "D + F + G", "38–43", gross),
        ("All proposals, net of the referral team’s agency staff", "H − B", "38–43", net),
        ("One of the six posts", "F ÷ 6", "worked out from 42", Fraction(f, printed.posts)),
        ("Three supernumerary agency staff in post", "3 × B ÷ 6", "worked out from 42", three),
        ("Six posts, if those three went", "F − K", "worked out", net_of_agency(f, three)),
        ("All proposals, if those three went too", "I − K", "worked out", net_of_agency(net, three)),
    ]
    return [
        Line(f"{chr(ord('A') + place)}  {what}", how, paragraphs, exact(value))
        for place, (what, how, paragraphs, value) in enumerate(found)
    ]


def implied_words(children: int | None = None, printed: Printed = PRINTED) -> str:
    """What the sums imply, in sentences: single posts, and what the second Family Support Team has to achieve.

    ``children`` are those there are; the break-even is at 25 to a post and 12 months open.
    """
    found = implied(printed)
    even = break_even(printed.family_support, Fraction(printed.six_posts, printed.posts), 25, children, 12)
    share = "" if even.share is None else f" ({shown(100 * even.share)}% of {children:,})"
    return (
        f"At 25 children to a post, {pounds(printed.family_support)} is worth {shown(even.fewer_open)} fewer open "
        f"children{share}: {shown(even.fewer_starts or 0)} fewer starting a month, if cases stay open for 12 months. "
        f"The two totals for the referral team imply {pounds(found.worker)} for one of its social workers and "
        f"{pounds(found.group)} for two managers and a family worker together; the report prints neither."
    )
