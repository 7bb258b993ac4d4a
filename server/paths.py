"""A request's path as Headroom sees it, whatever a proxy puts in front."""

from __future__ import annotations

from starlette.types import Scope


def route(scope: Scope, base_path: str = "") -> str:
    """The path of a request below the proxy's own prefix and below ``base_path``, which the server's settings name."""
    path: str = scope.get("path", "")
    for prefix in (scope.get("root_path", ""), base_path):
        path = _below(path, f"/{(prefix or '').strip('/')}")
    return path


def _below(path: str, prefix: str) -> str:
    if prefix == "/":
        return path
    if path == prefix:
        return "/"
    return path.removeprefix(prefix) if path.startswith(f"{prefix}/") else path
