"""What a person reads when a page fails: never the program's own words, which may quote a record."""

from __future__ import annotations

import streamlit as st

MESSAGE = (
    "This page could not be shown because of a fault in Headroom. The months that are kept have not changed. "
    "Choose another page, or reload this one. If it happens again, send the last lines of the window in which "
    "Headroom was started to the person who looks after it."
)


def explain(_error: Exception) -> bool:
    """Say so on the page in place of Streamlit's own message; Streamlit has already written the details to its log."""
    st.error(MESSAGE, icon=":material/error:")
    return True
