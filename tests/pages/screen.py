"""One person's screen: opens pages, presses, types and uploads, and is checked after every step."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any, ClassVar
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pandas as pd
from google.protobuf.json_format import MessageToDict
from openpyxl import Workbook
from streamlit.dataframe_util import convert_arrow_bytes_to_pandas_df
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Expander

from ui.navigation import PAGES

ROOT = Path(__file__).resolve().parents[2]
MAIN = ROOT / "ui" / "main.py"
SCRIPTS = tuple(page.script.removesuffix(".py") for page in PAGES)

# What a program says where a person would say "not known", and what it says when it stops.
PROGRAM_WORDS = re.compile(
    r"\b(None|nan|NaN|NaT|null|undefined|inf|True|False|Traceback|DataFrame|dtype|Int64|float64|KeyError)\b|<NA>"
)
# The fields of an element that somebody reads or hears.
SPOKEN = {"label", "body", "help", "placeholder", "content", "caption", "alt", "delta", "options", "default", "value"}
# Those of them that are read as Markdown.
MARKDOWN = {"label", "body", "help", "content", "delta"}


class Screen:
    """A browser tab, as far as the server knows it. Every step runs the page and checks what it shows."""

    # The menu as the first screen found it: with it another one can open at any page, as a link does.
    _menu: ClassVar[Any] = None

    def __init__(self, page: str = "overview", **address: str | list[str]) -> None:
        self.at = AppTest.from_file(str(MAIN), default_timeout=30)
        self.at.query_params.update(address)
        if self._menu is None:
            self._run()
            Screen._menu = self.at._registered_pages
        self.at._registered_pages = self._menu
        self.go(page)

    def go(self, page: str) -> Screen:
        """Open a page from the menu."""
        self.at.switch_page(f"../pages/{page}.py")
        return self._run()

    def set(self, key: str, value: object) -> Screen:
        """Choose or type something, in the widget of that key."""
        widget = self.widget(key)
        if isinstance(widget, Expander):
            # What opens and closes has no handle here: its state is set as the browser sets it.
            self.at.session_state[key] = value
        else:
            widget.set_value(value)
        return self._run()

    def open_tables(self) -> Screen:
        """Open the table of every chart of the page."""
        for chart in self.charts():
            self.set(f"{chart}_table", True)
        return self

    def submit(self, button: str, **typed: str | bool) -> Screen:
        """Type into the boxes of a form, by their keys, or tick them, and press its button: all is sent at once."""
        for key, text in typed.items():
            self.widget(key).set_value(text)
        return self.press(button)

    def press(self, key: str) -> Screen:
        """Press the button of that key, or of that label in a form."""
        buttons = [button for button in self.at.button if key in (button.key, button.label)]
        assert len(buttons) == 1, f"{len(buttons)} buttons are called {key}"
        assert not buttons[0].disabled, f"{key} cannot be pressed"
        buttons[0].click()
        return self._run()

    def edit(self, key: str, row: int, **cells: object) -> Screen:
        """Type into the cells of a row of an editor."""
        changed = {name.replace("_", " "): value for name, value in cells.items()}
        self.at.session_state[key] = {"edited_rows": {row: changed}, "added_rows": [], "deleted_rows": []}
        return self._run()

    def upload(self, content: bytes, name: str = "caseload.xlsx") -> Screen:
        """Give the uploader a file."""
        self.at.file_uploader[0].set_value((name, content, ""))
        return self._run()

    def keep(self, content: bytes, name: str = "caseload.xlsx", council: str = "Anytown") -> Screen:
        """Upload a file and keep its months, in the name of the council if it is asked for."""
        self.go("upload").upload(content, name)
        if self.has("council"):
            self.set("council", council)
        return self.press("keep")

    def widget(self, key: str) -> Any:
        return self.at.main.get_by_key(key)

    def has(self, key: str) -> bool:
        return any(getattr(node, "key", None) == key for node in self.at.main)

    @property
    def title(self) -> str:
        return read(self.at.title[0].value)

    @property
    def findings(self) -> list[str]:
        return [read(heading.value) for heading in self.at.header]

    @property
    def figures(self) -> dict[str, str]:
        """The headline figures by their labels."""
        cards = [card for strip in self.at.get("html") for card in _html(strip)]
        return {card.findtext("dt/details/summary", ""): card.findtext("dd", "") for card in cards}

    @property
    def text(self) -> str:
        """Everything that is written on the page, a line each."""
        return "\n".join(read(text) for _, text in self._spoken())

    @property
    def is_marked_as_example(self) -> bool:
        return any("Example data" in text.value for text in self.at.markdown)

    @property
    def whose(self) -> str:
        """The council whose figures are shown."""
        if self.has("data"):
            return str(self.widget("data").value)
        return next(read(text.value).strip("*") for text in self.at.markdown if text.value.startswith("**"))

    @property
    def about(self) -> str:
        """How many teams the page is about, and when they were counted."""
        return next(read(text.value) for text in self.at.markdown if "as at" in text.value)

    @property
    def address(self) -> dict[str, Any]:
        """The choices of the page as they stand in its address, to be sent as a link.

        The browser puts them there, and leaves out a value that the widget has by itself.
        """
        bound = [node for node in self.at.main if getattr(getattr(node, "proto", None), "query_param_key", "")]
        values = [(node.proto.query_param_key, self._value(node), _default(node)) for node in bound]
        chosen = {key: value for key, value, default in values if value != default}
        return {key: _in_address(value) for key, value in chosen.items() if value is not None}

    def _value(self, node: Any) -> Any:
        return self.at.session_state[node.key] if isinstance(node, Expander) else node.value

    def chart(self, key: str) -> dict[str, Any]:
        """The figure of that key, as it is sent to the browser."""
        (found,) = [node for node in self.at.get("plotly_chart") if node.proto.id.endswith(f"-{key}")]
        return json.loads(found.proto.spec)

    def charts(self) -> list[str]:
        """The keys of the figures on the page."""
        return [node.proto.id.split("-", 2)[2] for node in self.at.get("plotly_chart")]

    def table(self, alt: str) -> pd.DataFrame:
        """The table whose words for a screen reader begin like that, with the text of its cells."""
        found = [node for node in [*self.at.table, *self.at.dataframe] if node.proto.alt.startswith(alt)]
        assert len(found) == 1, f"{len(found)} tables are called {alt}"
        return displayed(found[0]).map(read)

    def markdown(self) -> list[str]:
        """Every text on the page that the browser reads as Markdown, as it is sent."""
        return [text for field, text in self._spoken() if field in MARKDOWN]

    def unspoken(self) -> list[str]:
        """Pictures, charts and tables that a screen reader has no words for."""
        kinds = ("plotly_chart", "table", "dataframe", "image")
        nodes = [(kind, node.proto) for kind in kinds for node in self.at.get(kind)]
        alts = [(kind, (proto.imgs[0] if kind == "image" else proto).alt) for kind, proto in nodes]
        pictures = [picture for strip in self.at.get("html") for picture in _html(strip).iter("img")]
        alts += [("img", picture.get("alt", "")) for picture in pictures]
        return [kind for kind, alt in alts if not alt.strip()]

    def _run(self) -> Screen:
        self.at.run()
        assert not self.at.exception, [(error.message, error.stack_trace[-3:]) for error in self.at.exception]
        said = [text for _, text in self._spoken() if PROGRAM_WORDS.search(text)]
        assert not said, f"a program's words are on the screen: {said}"
        assert not self.unspoken(), f"without words for a screen reader: {self.unspoken()}"
        return self

    def _spoken(self) -> Iterator[tuple[str, str]]:
        """Every text that is read or heard, with the name of its field."""
        for part in (self.at.main, self.at.toast):
            for node in part:
                yield from _of_node(node)


def displayed(node: Any) -> pd.DataFrame:
    """A table as the browser shows it: a number may be sent with the words that are shown for it."""
    proto = node.proto if node.type == "table" else None
    if proto is None or not proto.arrow_data.HasField("styler"):
        return node.value
    return convert_arrow_bytes_to_pandas_df(proto.arrow_data.styler.display_values)


def _in_address(value: Any) -> str | list[str]:
    if isinstance(value, list):
        return [str(each) for each in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def _default(node: Any) -> Any:
    """What the widget holds when nobody has chosen anything."""
    proto = node.proto
    match type(proto).__name__:
        case "Expandable":
            return proto.default_expanded
        case "Radio" | "Selectbox":
            return node.options[proto.default] if proto.HasField("default") else None
        case "MultiSelect":
            return [node.options[index] for index in proto.default]
        case "ButtonGroup":
            return node.options[proto.default[0]] if proto.default else None
        case "Slider":
            return proto.default[0]
        case "NumberInput":
            return proto.default if proto.HasField("default") else None
        case _:
            return proto.default


def _of_node(node: Any) -> Iterator[tuple[str, str]]:
    if getattr(node, "type", "") in ("table", "dataframe"):
        yield "alt", node.proto.alt
        # The browser writes "None" in a cell of no value, unless it is told otherwise.
        blank = getattr(node.proto, "placeholder", "") if node.proto.DESCRIPTOR.name == "Dataframe" else ""
        missing = blank if blank or _says_nothing(node) else "None"
        cells = displayed(node).astype(object)
        kind = "body" if node.type == "table" else "cell"
        yield from (("head", str(name)) for name in cells.columns)
        yield from (
            (kind, missing if pd.isna(v) else "" if isinstance(v, bool) else str(v)) for v in cells.to_numpy().flat
        )
    elif getattr(node, "type", "") == "plotly_chart":
        yield "alt", node.proto.alt
        yield from (("drawn", text) for text in _strings(json.loads(node.proto.spec)))
    elif getattr(node, "type", "") == "html":
        yield from (("html", text) for text in _html(node).itertext())
        yield from (("alt", picture.get("alt", "")) for picture in _html(node).iter("img"))
    elif hasattr(getattr(node, "proto", None), "DESCRIPTOR"):
        yield from _fields(MessageToDict(node.proto))
    elif label := getattr(node, "label", ""):
        yield "label", label


def _html(node: Any) -> Element:
    return ElementTree.fromstring(node.proto.body)


def _says_nothing(node: Any) -> bool:
    return node.type == "dataframe" and node.proto.HasField("placeholder")


def _fields(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _fields(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from _fields(inner, name)
    elif isinstance(value, str) and name in SPOKEN:
        yield name, value


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _strings(inner)


def read(text: object) -> str:
    """Markdown as a person reads it: escapes undone, word joiners unseen."""
    return re.sub(r"\\([^\w\s])", r"\1", str(text)).replace("\u2060", "")


HEADINGS = (
    "Month",
    "As at",
    "Team",
    "Kind of team",
    "Established FTE",
    "In post FTE",
    "Case-holding FTE",
    "Social workers (people)",
    "Children allocated",
    "Children waiting",
)
OCTOBER, NOVEMBER, DECEMBER = date(2024, 10, 1), date(2024, 11, 1), date(2024, 12, 1)

Row = dict[str, object]


def row(team: str, fte: float | None, allocated: int | None, waiting: int | None = 0, **more: object) -> Row:
    """A team as it stands in a workbook; blank where nothing is given."""
    figures = {"Team": team, "Case-holding FTE": fte, "Children allocated": allocated, "Children waiting": waiting}
    return figures | {name.replace("_", " "): value for name, value in more.items()}


def workbook(months: dict[date, list[Row]], workers: list[tuple[object, ...]] | None = None) -> bytes:
    """A workbook of team caseloads, months under one another, counted on the 28th."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Team caseload"
    sheet.append(HEADINGS)
    for month, rows in months.items():
        for each in rows:
            filled = {"Month": month, "As at": month.replace(day=28)} | each
            sheet.append([filled.get(heading) for heading in HEADINGS])
    if workers:
        people = book.create_sheet("Workers")
        people.append(("Month", "Team", "Worker", "Post title", "FTE", "Newly qualified (ASYE)", "Children"))
        for worker in workers:
            people.append(worker)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


RIVERSIDE, HILLSIDE = row("Riverside", 6.0, 180, 2), row("Hillside", 5.5, 121, 0)
TWO_TEAMS = workbook({OCTOBER: [RIVERSIDE, HILLSIDE]})
