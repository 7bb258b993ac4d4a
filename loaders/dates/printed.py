"""Lines that say when a report was made: "Printed 4 November 2024"."""

from __future__ import annotations

import re

from loaders.words.phrases import patterns

# Such a line says little about the day of its figures.
PRINTED = re.compile(rf"\b{patterns(__file__, 'made')['printed']}\b", re.IGNORECASE)
