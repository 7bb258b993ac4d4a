"""A figure as Streamlit takes it, without plotly checking it once more."""

from __future__ import annotations

from plotly.basedatatypes import BaseFigure

from charts.style import Figure


class Drawn(BaseFigure):
    """A figure of ``charts/``, as plain data, that is handed on as it is.

    Given a dictionary, ``st.plotly_chart`` first builds plotly's own figure from it, to find misspelt properties: that
    takes longer than all else of a page. The tests build it for every figure of ``charts/`` instead.
    """

    def __init__(self, figure: Figure) -> None:
        """A figure as ``charts/`` gives it; plotly's own start is left out: that is what builds and checks."""
        self._figure = figure

    def to_dict(self) -> Figure:
        """The figure itself, not a copy: Streamlit only writes it down."""
        return {**self._figure, "layout": {**self._figure["layout"], "datarevision": 1}}
