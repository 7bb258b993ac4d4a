"""Time that the browser is left to draw in: what comes next is worked out in it, so that nobody waits for both."""

from __future__ import annotations

import time

import streamlit as st


class Pace:
    """When what comes next may be sent: what is sent at once would be drawn together with what stands before it."""

    # Seconds in which Streamlit hands a message over; what is worked out at once would take the processor from it.
    HANDED_OVER = 0.02

    def __init__(self) -> None:
        """At first nothing is waited for."""
        self._free = 0.0

    def leave(self, seconds: float) -> None:
        """From now on the browser has so much time to draw what was sent."""
        self._free = time.monotonic() + seconds
        time.sleep(self.HANDED_OVER)
        # Where a choice has moved on, Streamlit leaves here, and what would follow is not even worked out.
        st.session_state.get("pace")

    def keep(self) -> None:
        """Wait for what is left of that time."""
        time.sleep(max(self._free - time.monotonic(), 0))
