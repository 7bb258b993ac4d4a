"""Streamlit's files are compressed once, described truthfully and otherwise left alone."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from every_row import every_row
from hypothesis import given
from hypothesis import strategies as st
from starlette.responses import PlainTextResponse

from server.compression import Assets, CompressedAssets, accepts_gzip, is_known, pack

pytestmark = pytest.mark.unit

SCRIPT = b"const children = 25;\n" * 400
PATH = "/static/js/index.DormvYxC.js"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    scripts = tmp_path / "static" / "js"
    scripts.mkdir(parents=True)
    (scripts / "index.DormvYxC.js").write_bytes(SCRIPT)
    (scripts / "plain.js").write_bytes(SCRIPT)
    (tmp_path / "static" / "font.woff2").write_bytes(b"already compressed")
    (tmp_path / "secret.js").write_bytes(b"outside static")
    return tmp_path


@pytest.fixture
def app(folder: Path) -> CompressedAssets:
    behind = PlainTextResponse("from behind", headers={"ETag": '"behind"'})
    return CompressedAssets(behind, assets=Assets(folder))


def test_a_browser_that_accepts_gzip_gets_the_same_bytes_compressed(app, ask) -> None:
    # When a browser asks for a script
    answer = ask(app, PATH, accept_encoding="gzip, deflate, br")
    # Then what it unpacks is the file, and the headers describe what was sent
    assert gzip.decompress(answer.body) == SCRIPT
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
    assert int(answer.headers["content-length"]) == len(answer.body) < len(SCRIPT) / 10
    assert answer.headers["vary"] == "Accept-Encoding"


def test_a_file_named_after_its_content_is_kept_for_a_year_and_another_is_asked_about(app, ask) -> None:
    assert "immutable" in ask(app, PATH, accept_encoding="gzip").headers["cache-control"]
    assert ask(app, "/static/js/plain.js", accept_encoding="gzip").headers["cache-control"] == "no-cache"


def test_a_head_request_gets_the_headers_of_the_file_and_no_body(app, ask) -> None:
    whole, head = (ask(app, PATH, method, accept_encoding="gzip") for method in ("GET", "HEAD"))
    assert head.body == b""
    assert head.headers == whole.headers


def test_a_browser_that_has_the_file_is_told_so(app, ask) -> None:
    # Given the tag of the file
    tag = ask(app, PATH, accept_encoding="gzip").headers["etag"]
    # When a browser asks whether it changed
    answer = ask(app, PATH, accept_encoding="gzip", if_none_match=f'"another", W/{tag}')
    # Then nothing is sent again
    assert (answer.status, answer.body) == (304, b"")
    assert answer.headers["etag"] == tag


@pytest.mark.parametrize(
    ("path", "method", "headers"),
    [
        (PATH, "GET", {}),
        (PATH, "GET", {"accept_encoding": "gzip;q=0"}),
        (PATH, "GET", {"accept_encoding": "gzip", "range": "bytes=0-9"}),
    ],
)
def test_a_part_or_an_uncompressed_file_comes_from_streamlit_and_says_that_there_are_two(
    app, ask, path, method, headers
) -> None:
    answer = ask(app, path, method, **headers)
    assert answer.body == b"from behind"
    assert answer.headers["vary"] == "Accept-Encoding"


@pytest.mark.parametrize(
    ("path", "method"),
    [
        ("/static/font.woff2", "GET"),
        ("/static/js/../../secret.js", "GET"),
        ("/secret.js", "GET"),
        ("/", "GET"),
        ("/media/caseloads.csv", "GET"),
        (PATH, "POST"),
    ],
)
def test_everything_else_passes_untouched(app, ask, path, method) -> None:
    answer = ask(app, path, method, accept_encoding="gzip")
    assert answer.body == b"from behind"
    assert "content-encoding" not in answer.headers


def test_each_file_is_compressed_once(folder, ask, monkeypatch) -> None:
    # Given a count of how often a file is compressed
    compressed: list[str] = []

    def counted(file: Path):
        compressed.append(file.name)
        return pack(file)

    monkeypatch.setattr("server.compression.pack", counted)
    assets = Assets(folder)

    async def twice(scope, receive, send) -> None:
        await assets.pack_all()
        await CompressedAssets(PlainTextResponse(""), assets=assets)(scope, receive, send)

    # When all are compressed and one is then asked for
    answer = ask(twice, PATH, accept_encoding="gzip")
    # Then each was compressed a single time
    assert gzip.decompress(answer.body) == SCRIPT
    assert sorted(compressed) == ["index.DormvYxC.js", "plain.js"]


@every_row(
    ("accept_encoding", "expected"),
    [
        ("gzip", True),
        ("GZIP;q=0.5", True),
        ("br, *", True),
        ("*;q=0", False),
        ("*, gzip;q=0", False),
        ("br", False),
        ("", False),
        ("gzip;q=much", False),
    ],
)
def test_gzip_is_sent_where_it_is_named_with_a_weight(accept_encoding: str, expected: bool) -> None:
    assert accepts_gzip(accept_encoding) is expected


@given(st.text(alphabet="gzip;q=01.,* br", max_size=40))
def test_no_header_breaks_the_server(text: str) -> None:
    assert accepts_gzip(text) in {True, False}
    assert is_known('"tag"', text) is ("*" in {part.strip().removeprefix("W/") for part in text.split(",")})
