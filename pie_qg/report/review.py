"""The page on which people review pairs, served to this machine alone.

Whatever page the reviewer's browser has open beside it can send requests to this port; so every request must name this
server as its host, come from no other origin, and bring the token that only the printed address has.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shlex import quote
from typing import Any
from urllib.parse import parse_qs, urlsplit

from pie_qg.errors import InputError
from pie_qg.report.page import environment
from pie_qg.report.session import Session, open_session

HOST = "127.0.0.1"
TOKEN = "X-Review-Token"
_PAIRS = "/pairs/"
_MAX_BODY = 1 << 20


class ReviewServer(ThreadingHTTPServer):
    """A session behind a loopback port, and the token that opens it."""

    daemon_threads = True

    def __init__(self, session: Session, port: int) -> None:
        self.session = session
        self.token = secrets.token_urlsafe(24)
        super().__init__((HOST, port), _Handler)

    @property
    def hosts(self) -> tuple[str, ...]:
        return tuple(f"{name}:{self.server_port}" for name in (HOST, "localhost"))

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.server_port}/?token={self.token}"


@contextmanager
def open_review(
    folder: str | Path, *, port: int = 0, sample: int | None = None, seed: int = 0
) -> Iterator[ReviewServer]:
    """Open a review of a run's pairs; `serve_forever` serves it at `url`. Port 0 takes any that is free.

    Raises InputError where there is nothing to review, another review is open, or the port is taken.
    """
    with open_session(folder, sample=sample, seed=seed) as session:
        try:
            server = ReviewServer(session, port)
        except (OSError, OverflowError) as error:
            raise InputError(f"port {port}: cannot be listened on ({error}); choose another with --port") from None
        with server:
            yield server


class _Handler(BaseHTTPRequestHandler):
    server: ReviewServer
    protocol_version = "HTTP/1.1"
    timeout = 60

    def do_GET(self) -> None:
        url = urlsplit(self.path)
        if not self._is_ours():
            self._refuse(HTTPStatus.FORBIDDEN, "refused: another host or origin")
        elif url.path == "/":
            self._page(parse_qs(url.query).get("token", [""])[0])
        elif not self._has_token(self.headers.get(TOKEN, "")):
            self._refuse(HTTPStatus.FORBIDDEN, "refused: open the address that pie-qg review printed")
        else:
            self._answer(lambda: self._get(url.path))

    def do_POST(self) -> None:
        length = self.headers.get("Content-Length", "")
        if not self._is_ours() or not self._has_token(self.headers.get(TOKEN, "")):
            self._refuse(HTTPStatus.FORBIDDEN, "refused: another host or origin, or no token")
        elif self.headers.get_content_type() != "application/json":
            self._refuse(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "a verdict is JSON")
        elif not length.isdecimal() or int(length) > _MAX_BODY:
            self._refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "a verdict is shorter")
        else:
            body = self.rfile.read(int(length))
            self._answer(lambda: self._post(body))

    def _is_ours(self) -> bool:
        """Say whether the request names this server, and comes from its own page or from no page at all."""
        origin = self.headers.get("Origin")
        ours = self.headers.get_all("Host", []) in [[host] for host in self.server.hosts]
        return ours and (origin is None or origin in {f"http://{host}" for host in self.server.hosts})

    def _has_token(self, token: str) -> bool:
        return secrets.compare_digest(token.encode(), self.server.token.encode())

    def _get(self, path: str) -> dict[str, Any]:
        if path == "/state":
            return self.server.session.state()
        return self.server.session.pair(_position(path))

    def _post(self, body: bytes) -> dict[str, Any]:
        try:
            content = json.loads(body)
            verdict, edit = content["verdict"], content.get("edit")
        except (ValueError, KeyError, TypeError, AttributeError):
            raise InputError("a verdict is a JSON object with 'verdict'") from None
        if edit is not None and not isinstance(edit, dict):
            raise InputError("an edit is a JSON object")
        return self.server.session.judge(_position(urlsplit(self.path).path), verdict, edit)

    def _answer(self, make: Any) -> None:
        try:
            self._send(HTTPStatus.OK, "application/json", json.dumps(make()).encode())
        except InputError as error:
            self._send(HTTPStatus.UNPROCESSABLE_ENTITY, "application/json", json.dumps({"error": str(error)}).encode())

    def _page(self, token: str) -> None:
        if not self._has_token(token):
            self._refuse(HTTPStatus.FORBIDDEN, "refused: open the address that pie-qg review printed, token and all")
            return
        nonce = secrets.token_urlsafe(16)
        template = environment().get_template("review.html")
        results = self.server.session.results
        html = template.render(results=results, folder=quote(str(results.folder)), nonce=nonce, token=token)
        self._send(HTTPStatus.OK, "text/html; charset=utf-8", html.encode(errors="replace"), nonce)

    def _refuse(self, status: HTTPStatus, why: str) -> None:
        self.close_connection = True
        self._send(status, "text/plain; charset=utf-8", f"{why}\n".encode())

    def _send(self, status: HTTPStatus, kind: str, body: bytes, nonce: str | None = None) -> None:
        allowed = (
            f"script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; connect-src 'self'; img-src data:; "
            if nonce
            else ""
        )
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        policy = f"default-src 'none'; {allowed}frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
        self.send_header("Content-Security-Policy", policy)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: the address has the token in it."""


def _position(path: str) -> int:
    number = path.removeprefix(_PAIRS)
    if not path.startswith(_PAIRS) or not number.isdecimal():
        raise InputError("there is no such page")
    return int(number)
