"""Months of which something is so, as spells without a gap."""

from __future__ import annotations

import numpy as np

from model.outlook_process import Array

# First and last month of each spell, counted from that of the figures, in their order.
Spells = tuple[tuple[int, int], ...]


def spells(is_so: Array, since: int = 0) -> Spells:
    """The spells in which it is so, from the month ``since`` on; ``is_so`` has an entry a month."""
    months = np.flatnonzero(is_so[since:]) + since
    if not len(months):
        return ()
    parts = np.split(months, np.flatnonzero(np.diff(months) > 1) + 1)
    return tuple((int(part[0]), int(part[-1])) for part in parts)
