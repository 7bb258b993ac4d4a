"""A figure as Streamlit takes it, without plotly checking it once more."""

from __future__ import annotations

from plotly.basedatatypes import BaseFigure

from charts.room import room_for_labels
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
        """The figure with what spares the browser further drawings of it; Streamlit only writes it down.

        Margins that hold the labels: see :mod:`charts.room`. And a mark that its numbers do not change: the browser is
        given every figure twice, the second time as a copy, and without the mark plotly.js takes the copy for new
        numbers and draws the whole chart again. Another figure is another chart to Streamlit, so the mark can always be
        the same.
        """
        layout = self._figure["layout"] | {"datarevision": 1, "margin": room_for_labels(self._figure)}
        return {**self._figure, "layout": layout}
