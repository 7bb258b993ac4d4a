"""The headers that keep a page to itself: what it may load, who may frame it, what it may ask of the machine."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.paths import route

# Written into every answer beside the content security policy.
FIXED = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), display-capture=(), payment=(), usb=()",
}

INLINE_SCRIPT = re.compile(r"<script(?![^>]*\bsrc\s*=)[^>]*>(.*?)</script>", re.DOTALL | re.IGNORECASE)


class SecurityHeaders:
    """Writes the policy and the fixed headers into every answer; downloads are never kept by the browser."""

    def __init__(self, app: ASGIApp, *, policy: str) -> None:
        """Stand before `app` with a content security policy."""
        self.app = app
        self.headers = {"Content-Security-Policy": policy, **FIXED}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on and add the headers to its answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        is_download = route(scope).startswith("/media/")

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(self.headers)
                if is_download:
                    headers["Cache-Control"] = "no-store"
            await send(message)

        await self.app(scope, receive, send_with_headers)


def content_security_policy(index: Path) -> str:
    """The policy under which Streamlit's page at `index` works and nothing leaves this server.

    The inline scripts of the page are allowed by their own fingerprint, taken from the file that is installed, so
    that another release of Streamlit needs no change here. WebAssembly is what its messages count 64-bit numbers with;
    it does not open the door to `eval`. Icons of its inputs are a font within a style (`data:`).
    """
    scripts = " ".join(["'self'", "'wasm-unsafe-eval'", *inline_script_hashes(index.read_text("utf-8"))])
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {scripts}",
            # Streamlit and plotly write their styles from scripts; a style loads nothing that the other lines forbid.
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "media-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-src 'none'",
            "frame-ancestors 'none'",
            "object-src 'none'",
        ]
    )


def inline_script_hashes(html: str) -> list[str]:
    """The `'sha256-…'` source of each inline script of a page, in the page's order."""
    return [_source(script) for script in INLINE_SCRIPT.findall(html)]


def _source(script: str) -> str:
    digest = hashlib.sha256(script.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
