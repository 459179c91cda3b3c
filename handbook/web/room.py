"""Gives a site to browsers in the same room: only to be read, from memory, and without a record of who read what."""

from __future__ import annotations

import errno
import os
import socket
import socketserver
from http.server import BaseHTTPRequestHandler
from urllib.parse import unquote

from handbook.errors import HandbookError, UsageError
from handbook.render.html_page import html_page
from handbook.web.parts import header
from handbook.web.site import START

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript"}
_PATIENCE = 20
"""Seconds that a browser may be silent in the middle of a request."""
_WAITING = 128
"""How many browsers may stand in line; a whole room opens the page at once."""

_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
}
"""What every answer says: nothing but this site's own looks and script is loaded, and no other page may hold it."""


class Room(socketserver.ThreadingTCPServer):
    """A server of fixed files: path to text, as `site` makes them. `port` 0 takes any that is free.

    The server of http.server would ask the network for this computer's name. Raises UsageError, and HandbookError if the port is taken.
    """

    daemon_threads = True
    allow_reuse_address = os.name != "nt"
    request_queue_size = _WAITING

    def __init__(self, files: dict[str, str], address: str, port: int) -> None:
        self.files = {path: text.encode() for path, text in files.items()}
        self.missing = _missing_page().encode()
        self.address_family = socket.AF_INET6 if ":" in address else socket.AF_INET
        try:
            # A name would have to be looked up, and that might ask the network.
            socket.inet_pton(self.address_family, address)
            super().__init__((address, port), _Answer)
        except OSError as error:
            raise _why(address, port, error) from None

    @property
    def port(self) -> int:
        """The port it answers at."""
        return int(self.server_address[1])

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser left in the middle. The usual message would show who that was."""


class _Answer(BaseHTTPRequestHandler):
    """Answers one request."""

    timeout = _PATIENCE
    server: Room

    def do_GET(self) -> None:
        """A file."""
        self._answer()

    def do_HEAD(self) -> None:
        """What is known of a file, without it."""
        self._answer()

    def _answer(self) -> None:
        path = unquote(self.path.partition("?")[0]).removeprefix("/") or START
        content = self.server.files.get(path)
        if content is None:
            self.send_error(404)
        else:
            self._send(200, content, _TYPES[os.path.splitext(path)[1]])

    def _send(self, status: int, content: bytes, type: str) -> None:
        self.send_response(status)
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Type", f"{type}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        if status == 405:
            self.send_header("Allow", "GET, HEAD")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Refuse, with a page that leads on and repeats nothing of what was asked for."""
        self._send(405 if code == 501 else code, self.server.missing, "text/html")

    def version_string(self) -> str:
        """What is told of the program: its name only."""
        return "handbook"

    def log_message(self, format: str, *args: Any) -> None:
        """Nobody is told who read what."""


def _missing_page() -> str:
    """What stands where there is nothing to read."""
    ways = {"Help in a crisis": "/crisis.html", "Contents and search": f"/{START}"}
    text = "<h1>This page is not here</h1>\n<p>The handbook can only be read here. The links above lead on.</p>\n"
    return html_page("Not here", text, '<link rel="stylesheet" href="/style.css">', header(ways))


def _why(address: str, port: int, error: OSError) -> HandbookError:
    """Why nobody can be answered."""
    if error.errno == errno.EADDRINUSE:
        return HandbookError(f"port {port} is taken by another program; --port 0 takes any that is free")
    if error.errno == errno.EACCES:
        return UsageError(f"this computer does not let you use port {port}; try --port 8000")
    if error.errno in (None, errno.EADDRNOTAVAIL):
        return UsageError(f"{address!r} is no address of this computer; leave --bind out for all of them")
    return HandbookError(f"cannot answer at {address} port {port}: {(error.strerror or str(error)).lower()}")


_ROUTES = ("192.168.255.254", "10.255.255.254", "172.31.255.254", "192.0.2.1")
"""Places in each kind of private network, and one that is nowhere. Nothing is sent to them."""


def own_addresses() -> list[str]:
    """This computer's addresses on the networks it is in, as far as it knows; none if it is in no network."""
    found = []
    for route in _ROUTES:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
            try:
                # Connecting a datagram socket sends nothing: the system only says which address it would send from.
                asking.connect((route, 9))
                found.append(asking.getsockname()[0])
            except OSError:
                continue
    return [address for address in dict.fromkeys(found) if not address.startswith(("127.", "0."))]


def in_words(address: str, port: int) -> str:
    """An address as one says it aloud."""
    return f"{address.replace('.', ' dot ').replace(':', ' colon ')}, colon, {port}"
