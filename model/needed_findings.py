"""Who is no part of an answer about posts, in a sentence.

Texts carry team names as the file writes them: whoever shows one as Markdown escapes it.
"""

from __future__ import annotations

from model.service import ServiceMonth
from model.words import named, sentence


def no_figures(service: ServiceMonth) -> str:
    """A sentence on the counted teams whose figures are not known, or ""."""
    names = [team.team for team in service.unmeasured]
    whose = "its" if len(names) == 1 else "their"
    return sentence(f"{named(names)} cannot be taken into account: {whose} figures are not known") if names else ""
