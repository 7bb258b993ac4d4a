"""A real Chromium before a real server.

`headroom` is a server that tests share and only read from; `fresh_headroom` has an empty database of its own.
`page` is 1366 by 768 and light, `wide_page` 1920 by 1080, `dark_page` dark; `open_page` makes any other. After a click,
a key or a `goto`, call `benchmarks.chromium.settled(page)`.

When a test ends, its pages must not say that they failed, and must have logged no error, broken no security policy, had
no failed request and tried no address outside this machine. A failed test leaves its picture in tests/browser/pictures.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response

from benchmarks import served
from benchmarks.chromium import chromium, find_chromium
from ui.failure import MESSAGE

HERE = Path(__file__).parent
PICTURES = HERE / "pictures"
SMALL = (1366, 768)
WIDE = (1920, 1080)
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
WITHOUT_HOST = frozenset({"data", "blob", "about"})
# On a link to a page, Streamlit first looks for its server below that page, does not find it, and looks above.
SEARCH_FOR_THE_SERVER = re.compile(r"//[^/]+/[^/]+/_stcore/(health|host-config)$")
REPORT_VIOLATIONS = """
document.addEventListener('securitypolicyviolation', (event) => {
  console.error(`Security policy: ${event.violatedDirective} stopped ${event.blockedURI} at ${event.sourceFile}`);
});
"""

OpenPage = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder as one that needs Chromium."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Any:
    """Let a fixture see whether its test failed; in CI a test that was skipped has failed."""
    report = yield
    if report.skipped and os.environ.get("CI"):
        report.outcome, report.longrepr = "failed", f"A browser test may not be skipped in CI: {report.longrepr}"
    if report.when == "call":
        item.stash[FAILED] = report.failed
    for server in _servers_of(item) if report.failed else ():
        report.sections.append(("The server wrote", server.output()))
    return report


FAILED = pytest.StashKey[bool]()


@dataclass
class Watch:
    """What went wrong on a page while a test used it."""

    troubles: list[str] = field(default_factory=list)

    def follow(self, page: Page) -> None:
        """Listen to a page from now on."""
        page.add_init_script(REPORT_VIOLATIONS)
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.troubles.append(f"uncaught: {error}"))
        page.on("request", lambda request: self._address(request.url))
        page.on("websocket", lambda socket: self._address(socket.url))
        page.on("requestfailed", self._failed)
        page.on("response", self._answered)

    def look(self, page: Page) -> None:
        """Note whether the page, as it stands now, says that it failed."""
        if page.get_by_text(MESSAGE).count():
            self.troubles.append(f"the page failed: {page.url}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not SEARCH_FOR_THE_SERVER.search(message.location.get("url", "")):
            self.troubles.append(f"console: {message.text}")

    def _address(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in WITHOUT_HOST and parts.hostname not in LOOPBACK:
            self.troubles.append(f"left this machine: {url}")

    def _failed(self, request: Request) -> None:
        # A page that is left before a request ends aborts it, which is nobody's failure.
        if request.failure != "net::ERR_ABORTED":
            self.troubles.append(f"failed: {request.url} ({request.failure})")

    def _answered(self, response: Response) -> None:
        if response.status >= 400 and not SEARCH_FOR_THE_SERVER.search(response.url):
            self.troubles.append(f"status {response.status}: {response.url}")


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium, started once. Without one the tests are skipped on a desk and fail in CI.

    It ends with the last test of this folder: its driver keeps an event loop running, and other tests start their own.
    """
    executable = find_chromium()
    if executable is None:
        pytest.skip("There is no Chromium on this machine: apt-get install chromium, or set HEADROOM_CHROMIUM.")
    with chromium(executable) as started:
        yield started


@pytest.fixture(scope="package")
def headroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[served.Served]:
    """A server on an empty database, shared by the tests that only read."""
    with served.headroom(tmp_path_factory.mktemp("shared") / "headroom.db") as server:
        yield server


@pytest.fixture
def fresh_headroom(tmp_path: Path) -> Iterator[served.Served]:
    """A server on an empty database of the test's own, to upload to and to restart."""
    with served.headroom(tmp_path / "headroom.db") as server:
        yield server


@pytest.fixture
def open_page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[OpenPage]:
    """Opens a page with `size` and `scheme` ("light" or "dark"); when the test ends, nothing may have gone wrong."""
    watch, pages = Watch(), list[Page]()

    def opened(size: tuple[int, int] = SMALL, scheme: str = "light") -> Page:
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, locale="en-GB", reduced_motion="reduce"
        )
        page = context.new_page()
        watch.follow(page)
        pages.append(page)
        return page

    yield opened
    if request.node.stash.get(FAILED, False):
        _photograph(pages, request.node.name)
    for page in pages:
        if not page.is_closed():
            watch.look(page)
        page.context.close()
    assert not watch.troubles, "\n".join(watch.troubles)


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """A page of 1366 by 768, light."""
    return open_page()


@pytest.fixture
def wide_page(open_page: OpenPage) -> Page:
    """A page of 1920 by 1080, light."""
    return open_page(WIDE)


@pytest.fixture
def dark_page(open_page: OpenPage) -> Page:
    """A page of 1366 by 768, dark."""
    return open_page(SMALL, "dark")


def _servers_of(item: pytest.Item) -> list[served.Served]:
    return [value for value in getattr(item, "funcargs", {}).values() if isinstance(value, served.Served)]


def _photograph(pages: list[Page], name: str) -> None:
    PICTURES.mkdir(exist_ok=True)
    stem = re.sub(r"[^\w-]+", "_", name)
    for number, page in enumerate(pages, start=1):
        page.screenshot(path=PICTURES / f"{stem}-{number}.png")
