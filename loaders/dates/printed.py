"""Lines that say when a report was made: "Printed 4 November 2024"."""

from __future__ import annotations

import re

# A line that says when a report was made says little about the day of its figures.
PRINTED = re.compile(
    r"\b(?:updated?|printed|print date|extract(?:ed|ion)?|produced|created|generated|saved|downloaded|refreshed"
    r"|prepared|run|date of (?:the )?report|report date)\b",
    re.IGNORECASE,
)
