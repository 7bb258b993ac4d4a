"""Frames to figures: a library that draws what it is given and works nothing out.

Every figure is a plain dictionary in plotly's own form, which Streamlit sends to
the browser as it is: building the same through plotly's classes costs several
times as long.
"""
