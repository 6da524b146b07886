"""A web server may fail in every way it likes: it is told in a sentence, and asked again soon."""

from __future__ import annotations

import socket
import struct
from collections.abc import Callable, Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.data.feed import Address
from kiosk.data.records import Records
from kiosk.feeds.kinds.url import Url
from kiosk.feeds.polling import LONGEST_WAIT_S, SILENT_S, Page, asked, waited
from kiosk.phrases import Phrase, said
from tests.unit.feeds.scripted import Script, nothing

GOOD = b'[{"gate": "A", "flights": 3}]'
A = Records(("gate", "flights"), (("A", 3),))


class Server(ThreadingHTTPServer):
    """A web server that answers as `answer` says; it remembers the headers it was sent."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answer: Callable[[Handler], None] = gives(GOOD)
        self.seen: list[dict[str, str]] = []
        self.is_over = Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/gates.json"

    def handle_error(self, *_: object) -> None:
        """A client that has heard enough goes."""


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        self.server.seen.append(dict(self.headers))
        self.server.answer(self)

    def log_message(self, *_: object) -> None:
        """Nothing."""


def gives(body: bytes, status: int = 200, **headers: str) -> Callable[[Handler], None]:
    def answer(to: Handler) -> None:
        to.send_response(status)
        for name, value in {"Content_Length": str(len(body)), **headers}.items():
            to.send_header(name.replace("_", "-"), value)
        to.end_headers()
        to.wfile.write(body)

    return answer


def gives_a_gigabyte(to: Handler) -> None:
    to.send_response(200)
    to.end_headers()
    for _ in range(1_000):
        to.wfile.write(bytes(1_000_000))


def says_nothing(to: Handler) -> None:
    to.server.is_over.wait(20)


def drips(to: Handler) -> None:
    to.send_response(200)
    to.end_headers()
    while not to.server.is_over.wait(0.01):
        to.wfile.write(b" ")
        to.wfile.flush()


def hangs_up(to: Handler) -> None:
    to.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    to.connection.close()


def speaks_another_tongue(to: Handler) -> None:
    to.wfile.write(b"220 mail.example.org ESMTP\r\n")


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as found:
        Thread(target=found.serve_forever, args=(0.01,), daemon=True).start()
        yield found
        found.is_over.set()
        found.shutdown()


class Impatient(Script):
    """Whose clock goes on by a second whenever it is looked at."""

    def now(self) -> float:
        self.time += 1.0
        return self.time


WAYS: dict[str, tuple[Callable[[Handler], None], str]] = {
    "an error": (gives(b"oops", 500), "it answers 500"),
    "no such page": (gives(b"", 404), "it answers 404"),
    "a page to sign in": (gives(b"<html>Sign in</html>"), "it is a web page, not JSON"),
    "half of it": (gives(GOOD[:12], Content_Length="29"), "its answer is cut off"),
    "a gigabyte": (gives_a_gigabyte, "it has more than 16 MB"),
    "nothing, for ever": (says_nothing, "it takes longer than 0.2 s"),
    "a drop at a time": (drips, "it takes longer than 0.2 s"),
    "a hung-up call": (hangs_up, "it cannot be reached: Connection reset by peer"),
    "another protocol": (speaks_another_tongue, "it is no answer of a web server"),
    "the way to another host": (
        gives(b"", 302, Location="http://elsewhere.example.org/"),
        "it leads to 'elsewhere.example.org', which is not allowed here",
    ),
    "the way to a file": (
        gives(b"", 302, Location="file:///etc/passwd"),
        "it answers 302",
    ),
    "itself without end": (gives(b"", 302, Location="/gates.json"), "it answers 302"),
    "no news that it never had": (gives(b"", 304), "it answers 304"),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_server_that_fails_is_told_in_a_sentence(
    way: str, server: Server, tmp_path: Path
) -> None:
    server.answer, why = WAYS[way]
    kind = Impatient if way == "a drop at a time" else Script
    line = kind(tmp_path, hosts=("127.0.0.1",))

    page = asked(line, server.url, silent_s=0.2)

    answer = (
        Url(url=Address(server.url)).records(page.content or b"")
        if isinstance(page, Page)
        else page
    )
    assert isinstance(answer, Phrase), answer
    assert said(answer, "en") == why
    assert said(answer, "zh") != why or why.isascii() is False


def test_a_server_that_is_not_there_is_told(tmp_path: Path) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]

    page = asked(Script(tmp_path), f"http://127.0.0.1:{port}/")

    assert isinstance(page, Phrase)
    assert said(page, "en") == "it cannot be reached: Connection refused"


def test_rows_are_told_when_they_are_others_and_asked_for_as_such(
    server: Server, tmp_path: Path
) -> None:
    server.answer = gives(GOOD, ETag='"1"', Last_Modified="Mon, 01 Jun 2026 06:00:00 GMT")

    def nothing_new() -> None:
        server.answer = gives(b"", 304)

    line = Script(tmp_path, nothing, nothing_new)

    Url(url=Address(server.url), secret="meter").follow(line)

    assert line.told == [A]
    assert line.answers == 1
    assert line.waits == [0.0, 30.0, 30.0]
    first, second = server.seen
    assert first["Authorization"] == "Bearer secret of meter"
    assert "If-None-Match" not in first
    assert second["If-None-Match"] == '"1"'
    assert second["If-Modified-Since"] == "Mon, 01 Jun 2026 06:00:00 GMT"


def test_a_server_that_fails_is_asked_again_soon_and_its_rows_are_told_when_it_is_back(
    server: Server, tmp_path: Path
) -> None:
    server.answer = gives(b"", 503)

    def is_back() -> None:
        server.answer = gives(GOOD)

    line = Script(tmp_path, *[nothing] * 6, is_back)

    Url(url=Address(server.url)).follow(line)

    assert line.wrong == ["it answers 503"] * 6
    assert line.told == [A]
    assert line.waits == [0.0, 0.375, 0.75, 1.5, 3.0, 3.0, 3.0, 30.0]


def test_rows_that_charts_cannot_show_are_asked_for_anew_soon(
    server: Server, tmp_path: Path
) -> None:
    server.answer = gives(GOOD, ETag='"1"')
    line = Script(tmp_path, nothing, nothing)
    line.can_show = lambda _: False

    Url(url=Address(server.url)).follow(line)

    assert line.wrong == ["misfit"] * 2
    assert line.waits == [0.0, 0.375, 0.75]
    assert all("If-None-Match" not in headers for headers in server.seen)


def test_a_server_may_lead_to_a_host_that_is_allowed_and_no_secret_goes_there(
    server: Server, tmp_path: Path
) -> None:
    with Server() as other:
        Thread(target=other.serve_forever, args=(0.01,), daemon=True).start()
        server.answer = gives(b"", 302, Location=other.url)
        line = Script(tmp_path, hosts=("127.0.0.1",))

        page = asked(line, server.url, secret="abc")

        other.shutdown()
    assert isinstance(page, Page)
    assert page.content == GOOD
    assert "Authorization" in server.seen[0]
    assert "Authorization" not in other.seen[0]


def test_a_server_may_give_lines_between_commas() -> None:
    answer = Url(url=Address("http://x/")).records(b"gate;flights\nA;3\n")

    assert answer == Records(("gate", "flights"), (("A", "3"),))


def test_what_is_said_of_an_address_leaves_out_what_may_be_a_key_in_it() -> None:
    assert Url(url=Address("https://x.org/a?key=1")).source == "https://x.org/a"


@given(st.integers(1, 10_000), st.floats(0, 1))
def test_a_server_that_lets_nobody_in_for_seconds_is_asked_again_the_sooner(
    failures: int, chance: float
) -> None:
    assert SILENT_S + waited(failures, chance, SILENT_S) < 5.0


@given(st.integers(1, 10_000), st.floats(0, 1))
def test_a_server_that_is_back_is_asked_within_five_seconds_and_not_by_all_at_once(
    failures: int, chance: float
) -> None:
    wait_s = waited(failures, chance)

    assert 0.25 <= wait_s <= LONGEST_WAIT_S < 5.0
    assert waited(failures, 0.0) == waited(failures, 1.0) / 2
