"""Every answer carries the policy, and the policy follows the Streamlit that is installed."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import pytest
from starlette.responses import PlainTextResponse
from streamlit.file_util import get_static_dir

from server.headers import FIXED, SecurityHeaders, content_security_policy, inline_script_hashes

pytestmark = pytest.mark.unit


def fingerprint(script: bytes) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script).digest()).decode()}'"


def directives(policy: str) -> dict[str, list[str]]:
    return {name: sources for name, *sources in (line.split() for line in policy.split(";"))}


def test_inline_scripts_are_known_by_their_fingerprint_and_linked_ones_are_not_counted() -> None:
    # Given a page with two inline scripts and a linked one
    page = '<script>a()</script><script type="module" src="./x.js"></script><SCRIPT type="module">\n b() \n</SCRIPT>'
    # Then the two are named, byte for byte
    assert inline_script_hashes(page) == [fingerprint(b"a()"), fingerprint(b"\n b() \n")]


def test_the_policy_for_the_installed_streamlit_names_its_inline_script_and_no_other_door() -> None:
    # Given Streamlit's own page
    policy = directives(content_security_policy(Path(get_static_dir()) / "index.html"))
    # Then scripts come from this server or by fingerprint, and nothing goes elsewhere
    assert policy["script-src"][:2] == ["'self'", "'wasm-unsafe-eval'"]
    assert all(source.startswith("'sha256-") for source in policy["script-src"][2:])
    assert len(policy["script-src"]) >= 3
    assert policy["default-src"] == policy["frame-ancestors"] == policy["object-src"] == ["'none'"]
    assert policy["connect-src"] == ["'self'"]
    assert not any("http" in source or source == "*" for sources in policy.values() for source in sources)


def test_every_answer_carries_the_headers_whatever_the_application_said(ask) -> None:
    # Given an application that would let itself be framed
    app = SecurityHeaders(PlainTextResponse("", headers={"X-Frame-Options": "ALLOWALL"}), policy="default-src 'none'")
    # When anything is asked of it
    headers = ask(app, "/posts").headers
    # Then the strict headers stand alone
    assert headers["content-security-policy"] == "default-src 'none'"
    assert {name: headers[name.lower()] for name in FIXED} == FIXED


def test_a_download_is_not_kept_by_the_browser(ask) -> None:
    app = SecurityHeaders(PlainTextResponse("", headers={"Cache-Control": "public"}), policy="")
    assert ask(app, "/media/caseloads.csv").headers["cache-control"] == "no-store"
    assert ask(app, "/static/x.js").headers["cache-control"] == "public"
