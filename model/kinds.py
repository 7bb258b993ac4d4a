"""Kinds of team, and how a team's kind or name says that it is not a fieldwork team.

The optimum is a figure for fieldwork: teams of other kinds have their own or none.
"""

from __future__ import annotations

import re

FIELDWORK, FRONT_DOOR, ASSESSMENT = "Fieldwork", "Front door", "Referral and assessment"
LOOKED_AFTER, LEAVING_CARE = "Looked-after children", "Leaving care"
DISABILITIES, FOSTERING, EARLY_HELP = "Children with disabilities", "Fostering and adoption", "Early help"
YOUTH_JUSTICE, EDGE_OF_CARE = "Youth justice", "Edge of care"

# Kinds that are offered; any other can be typed in a file.
KINDS = (
    FIELDWORK, FRONT_DOOR, ASSESSMENT, LOOKED_AFTER, LEAVING_CARE, DISABILITIES, FOSTERING, EARLY_HELP, YOUTH_JUSTICE,
    EDGE_OF_CARE,
)  # fmt: skip

# What the kind or the name of a team says, the first that fits. The safeguarding hub is a front door, a team for
# safeguarding is fieldwork, whatever else is in its name.
_SAYS = tuple(
    (kind, re.compile(rf"\b(?:{words})\b"))
    for kind, words in (
        (FRONT_DOOR, "front door|mash|safeguarding hub|first contact|single point of (?:access|contact)"),
        (FRONT_DOOR, "contact (?:centre|service)|edt|emergency duty|out of hours|maru|multi agency referral"),
        (FIELDWORK, "field ?work|safeguarding|child protection|long term|court|in need|cin|locality"),
        (LEAVING_CARE, "leaving care|care leavers?|care experienced|after ?care|through ?care|16 plus"),
        (LEAVING_CARE, "pathways? (?:team|service)"),
        (DISABILITIES, "disabilit(?:y|ies)|disabled|cwd|send"),
        (FOSTERING, "foster(?:ing|ers)?|adoption|adopters|kinship|connected (?:carers|persons)|special guardianship"),
        (LOOKED_AFTER, "looked after|lac|cla|children in care|cic|permanence|corporate parenting"),
        (EARLY_HELP, "early help|early intervention"),
        (YOUTH_JUSTICE, "youth (?:justice|offending)|y[ojs]t|yjs"),
        (EDGE_OF_CARE, "edge of care"),
        (ASSESSMENT, "assessments?|rat|duty"),
    )
)  # fmt: skip


def recognised(text: str) -> str | None:
    """Which of :data:`KINDS` a kind or a name as it is typed speaks of, or ``None``: "MASH" is a front door."""
    words = " ".join(re.sub(r"[^a-z0-9]+", " ", text.casefold().replace("+", " plus ")).split())
    return next((kind for kind, says in _SAYS if says.search(words)), None)


def kind_said(team: str, kind_in_file: str | None = None) -> str | None:
    """The kind that is not fieldwork which the file's kind of the team says, or else its name; ``None`` for neither."""
    said = recognised(kind_in_file or team)
    return None if said == FIELDWORK else said
