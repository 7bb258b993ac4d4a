"""Staff to each manager of the referral and assessment team, as the Cabinet report of 13 June 2013 has them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from model.exact import shortest
from model.span import reports_per_team_manager
from model.words import count_words, number_words


@dataclass(frozen=True)
class Staffing:
    """People of a team, or of several: social workers, deputies, family workers, and Team Managers over them."""

    social_workers: int
    deputies: int
    family_workers: int
    managers: int = 1

    @property
    def each(self) -> Fraction:
        """People to each Team Manager, deputies included."""
        return reports_per_team_manager(self.social_workers, self.deputies, self.family_workers, self.managers)

    @property
    def words(self) -> str:
        """Who they are: "ten social workers, one deputy, one family worker"."""
        return ", ".join(
            (
                count_words(self.social_workers, "social worker"),
                count_words(self.deputies, "deputy", "deputies"),
                count_words(self.family_workers, "family worker"),
            )
        )


# Paragraphs 8, 9 and 14.
BUDGETED, WITH_AGENCY, PROPOSED = Staffing(10, 1, 1), Staffing(15, 2, 1), Staffing(14, 2, 2, 2)


def of_the_report() -> str:
    """The report's own restructure, in sentences: 18 staff to a manager, and 9 in two teams."""
    return (
        f"The report’s own restructure, paragraphs 8, 9 and 14: the manager of its referral and assessment team had "
        f"{shortest(BUDGETED.each)} staff ({BUDGETED.words}), {shortest(WITH_AGENCY.each)} with agency workers "
        f"({WITH_AGENCY.words}); {number_words(PROPOSED.managers)} teams have {shortest(PROPOSED.each)} to each "
        f"manager ({PROPOSED.words} in all). To ask the same of a team, split it and type its deputies and "
        "family workers."
    )
