"""Streamlit's scripts and styles, each compressed once and then kept in memory.

Streamlit sends them as they are, because compressing on every request would cost more than it saves. The files never
change while the server runs, so here each is compressed once: a first visit over a slow line takes half the time.
"""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.paths import route

# Named here, because a machine's own registry may call ".js" plain text and the browser takes it at its word.
COMPRESSIBLE = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
}
# The build writes a fingerprint of the content into the name: index.C1JORDN2.css.
FINGERPRINTED = re.compile(r"\.[\w-]{8}\.\w+$")
A_YEAR = 31_536_000


@dataclass(frozen=True)
class Packed:
    """One file, compressed, with the headers that describe it."""

    body: bytes
    etag: str
    media_type: str
    cache_control: str

    @property
    def headers(self) -> dict[str, str]:
        """The headers of an answer that carries it."""
        return {"ETag": self.etag, "Cache-Control": self.cache_control, "Vary": "Accept-Encoding"}


class Assets:
    """The compressible files below a folder, by the path they are served under; nothing else is ever read."""

    def __init__(self, folder: Path) -> None:
        """Note which files there are below `folder`/static; none is read yet."""
        self._files = {
            f"/{file.relative_to(folder).as_posix()}": file
            for file in sorted((folder / "static").rglob("*"))
            if file.suffix in COMPRESSIBLE
        }
        self._packed: dict[str, asyncio.Task[Packed]] = {}

    def __contains__(self, path: str) -> bool:
        """Whether a path is one of the files."""
        return path in self._files

    async def packed(self, path: str) -> Packed:
        """The file at `path`, compressed on the first request; whoever asks meanwhile waits for the same work."""
        if path not in self._packed:
            self._packed[path] = asyncio.create_task(asyncio.to_thread(pack, self._files[path]))
        return await asyncio.shield(self._packed[path])

    async def pack_all(self) -> None:
        """Compress every file ahead of the first request, one after another: about a second, 7 MB kept."""
        for path in self._files:
            await self.packed(path)


class CompressedAssets:
    """Answers requests for Streamlit's own files compressed, to browsers that accept it."""

    def __init__(self, app: ASGIApp, *, assets: Assets, base_path: str = "") -> None:
        """Stand before `app`, served below `base_path`, with the files of `assets`."""
        self.app = app
        self.assets = assets
        self.base_path = base_path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer from the compressed files, or pass the request on."""
        is_read = scope["type"] == "http" and scope["method"] in {"GET", "HEAD"}
        path = route(scope, self.base_path) if is_read else ""
        if path not in self.assets:
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if "range" in headers or not accepts_gzip(headers.get("accept-encoding", "")):
            await self.app(scope, receive, _varying(send))
            return
        packed = await self.assets.packed(path)
        await answer(packed, headers.get("if-none-match", ""), scope["method"])(scope, receive, send)


def answer(packed: Packed, if_none_match: str, method: str) -> Response:
    """The answer to a request: the file, its headers only (HEAD), or "not modified"."""
    if is_known(packed.etag, if_none_match):
        return Response(status_code=304, headers=packed.headers)
    headers = {**packed.headers, "Content-Encoding": "gzip", "Content-Length": str(len(packed.body))}
    body = packed.body if method == "GET" else b""
    return Response(body, headers=headers, media_type=packed.media_type)


def pack(file: Path) -> Packed:
    """Read and compress one file."""
    content = file.read_bytes()
    fingerprint = hashlib.sha256(content).hexdigest()[:16]
    hashed_name = FINGERPRINTED.search(file.name) is not None
    return Packed(
        body=gzip.compress(content, compresslevel=9, mtime=0),
        etag=f'"{fingerprint}-gzip"',
        media_type=COMPRESSIBLE[file.suffix],
        cache_control=f"public, immutable, max-age={A_YEAR}" if hashed_name else "no-cache",
    )


def accepts_gzip(accept_encoding: str) -> bool:
    """Whether an Accept-Encoding header takes gzip (RFC 9110, 12.5.3): named with a weight above nought, or by `*`."""
    weights: dict[str, float] = {}
    for item in accept_encoding.lower().split(","):
        coding, _, parameter = item.strip().partition(";")
        weights[coding.strip()] = _weight(parameter)
    return weights.get("gzip", weights.get("*", 0.0)) > 0


def is_known(etag: str, if_none_match: str) -> bool:
    """Whether the browser already has the file: its If-None-Match names the tag, weakly compared (RFC 9110, 13.1.2)."""
    tags = {tag.strip().removeprefix("W/") for tag in if_none_match.split(",")}
    return etag in tags or "*" in tags


def _weight(parameter: str) -> float:
    name, _, value = parameter.strip().partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0


def _varying(send: Send) -> Send:
    async def send_varying(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).add_vary_header("Accept-Encoding")
        await send(message)

    return send_varying
