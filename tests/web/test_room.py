"""The room's server gives out its files and nothing else, to real sockets."""

from __future__ import annotations

import http.client
import socket
import threading
from collections.abc import Iterator
from datetime import date

import pytest

from handbook.errors import HandbookError, UsageError
from handbook.library.library import Library
from handbook.web.room import Room, in_words, own_addresses
from handbook.web.selection import Export, select
from handbook.web.site import site


@pytest.fixture
def room(sample: Library) -> Iterator[Room]:
    with Room(site(Export(sample, select(sample), date(2026, 11, 22))), "127.0.0.1", 0) as room:
        thread = threading.Thread(target=room.serve_forever, args=(0.01,))
        thread.start()
        yield room
        room.shutdown()
        thread.join()


def ask(room: Room, path: str, method: str = "GET", body: str | None = None) -> tuple[http.client.HTTPResponse, str]:
    connection = http.client.HTTPConnection("127.0.0.1", room.port, timeout=10)
    connection.request(method, path, body)
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer, text


def raw(room: Room, request: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", room.port), timeout=10) as browser:
        browser.sendall(request)
        browser.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: browser.recv(65536), b""))


@pytest.mark.parametrize(("path", "type"), [("/", "text/html"), ("/index.html?q=1", "text/html"), ("/entries/rest.html", "text/html"), ("/entries%2Frest.html", "text/html"), ("/style.css", "text/css"), ("/search.js", "text/javascript"), ("/entries.js", "text/javascript")])
def test_a_file_is_given_with_a_strict_policy(path: str, type: str, room: Room) -> None:
    answer, text = ask(room, path)
    assert answer.status == 200
    assert answer.headers["Content-Type"] == f"{type}; charset=utf-8"
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'; style-src 'self'; script-src 'self'")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["Server"] == "handbook"
    assert answer.headers["Set-Cookie"] is None
    assert text
    head, nothing = ask(room, path, "HEAD")
    assert (head.status, nothing, head.headers["Content-Length"]) == (200, "", str(len(text.encode())))


@pytest.mark.parametrize("path", ["/../../etc/passwd", "/entries/../../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "//etc/passwd", "/entries", "/entries/", "/entries/<b>.html", "/.git/config", "http://elsewhere/", "/%00", "/%ff", "//[", "*"])
def test_nothing_else_is_there(path: str, room: Room) -> None:
    said = raw(room, f"GET {path} HTTP/1.0\r\n\r\n".encode())
    assert said.startswith(b"HTTP/1.0 404 ")
    assert b"Content-Security-Policy: default-src 'none'" in said
    assert b"root:" not in said
    assert b"<b>" not in said
    assert b'href="/crisis.html"' in said


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PATCH", "NONSENSE"])
def test_nothing_can_be_changed(method: str, room: Room) -> None:
    said = raw(room, f"{method} /index.html HTTP/1.0\r\nContent-Length: 1\r\n\r\nx".encode())
    assert said.startswith(b"HTTP/1.0 405 ")
    assert b"\r\nAllow: GET, HEAD\r\n" in said


@pytest.mark.parametrize("request_", [b"nonsense\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"GET /" + b"a" * 70_000 + b" HTTP/1.0\r\n\r\n", b"\x16\x03\x01\x02\x00", b"", b"GET / HTTP/1.0\r\n" + b"A: b\r\n" * 200 + b"\r\n"])
def test_nonsense_is_refused_and_the_room_stays_open(request_: bytes, room: Room) -> None:
    said = raw(room, request_)
    assert b"Traceback" not in said
    assert b"200 OK" not in said
    assert ask(room, "/")[0].status == 200


def test_nothing_is_told_of_who_read_what(room: Room, capfd: pytest.CaptureFixture[str]) -> None:
    ask(room, "/entries/rest.html")
    ask(room, "/absent")
    with socket.create_connection(("127.0.0.1", room.port)) as browser:
        browser.sendall(b"GET /entries/rest.html HTTP/1.0\r\n")
    ask(room, "/")
    assert capfd.readouterr() == ("", "")


def test_two_rooms_cannot_share_a_port(room: Room) -> None:
    with pytest.raises(HandbookError, match=f"port {room.port} is taken") as found:
        Room({}, "127.0.0.1", room.port)
    assert found.value.exit_status == 1


@pytest.mark.parametrize("address", ["not.an.address.example", "1.2.3", "", "::zz"])
def test_an_address_that_is_none_is_refused_without_a_look_up(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", None)
    with pytest.raises(UsageError, match="no address of this computer"):
        Room({}, address, 0)


def test_addresses_are_said_in_words() -> None:
    assert in_words("192.168.1.5", 8000) == "192 dot 168 dot 1 dot 5, colon, 8000"
    for address in own_addresses():
        socket.inet_pton(socket.AF_INET, address)
