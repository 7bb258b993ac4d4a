"""The one registry of pages."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

# A bar that ends below a dashed line: the headroom.
FAVICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#12436D"/>'
    '<path d="M5 8h22" stroke="#fff" stroke-width="2.5" stroke-dasharray="4 3"/>'
    '<path d="M8 26V17h4v9zM14 26V13h4v13zM20 26V20h4v6z" fill="#fff"/></svg>'
)


def wordmark(colour: str) -> str:
    """The name of the product, as a picture for the corner of the page."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="132" height="32" viewBox="0 0 132 32">'
        f'<text x="0" y="23" font-family="Source Sans, Source Sans Pro, Arial, sans-serif" font-size="24" '
        f'font-weight="700" fill="{colour}">Headroom</text></svg>'
    )


@dataclass(frozen=True)
class PageEntry:
    """A page: its script, its title in the menu, its address, and whether it is about one month.

    It has no icon: the browser would ask the network for it, to show in its tab.
    """

    script: str
    title: str
    address: str
    of_a_month: bool = True


PAGES = (
    PageEntry("overview.py", "Overview", ""),
    PageEntry("caseloads.py", "Caseloads", "caseloads"),
    PageEntry("posts.py", "Added posts", "posts"),
    PageEntry("outlook.py", "Outlook", "outlook"),
    PageEntry("costs.py", "Costs", "costs"),
    PageEntry("teams.py", "Teams", "teams"),
    PageEntry("scenarios.py", "Scenarios", "scenarios"),
    PageEntry("activity.py", "Activity", "activity", of_a_month=False),
    PageEntry("trends.py", "Trends", "trends"),
    PageEntry("actions.py", "Action plan", "actions", of_a_month=False),
    PageEntry("upload.py", "Upload", "upload", of_a_month=False),
    PageEntry("methods.py", "Methods", "methods", of_a_month=False),
)


def pages() -> list[st.Page]:
    """The pages for Streamlit's menu; the first opens at the plain address."""
    return [
        st.Page(
            f"../pages/{entry.script}",
            title=entry.title,
            url_path=entry.address or None,
            default=not entry.address,
        )
        for entry in PAGES
    ]


def entry(address: str) -> PageEntry:
    """The page at an address of the menu ("" for the first)."""
    return next(page for page in PAGES if page.address == address)
