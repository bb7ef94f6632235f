"""Pages from the web: a server on loopback, as good, slow, broken and hostile as they come."""

from __future__ import annotations

import gzip
import ipaddress
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from tui.article import ArticleError, fetching, read_article
from tui.article.destinations import NoAddressError, destination_of, is_public
from tui.article.fetching import Fetched, fetch

Answer = Callable[[BaseHTTPRequestHandler], None]

STORY = (
    "The harbour board voted on Monday to keep the night ferry until the spring, when a new timetable begins. "
    "“We heard the islanders,” said its chair, Mona Reyl, “and we will not leave them without a boat.” The board "
    "had planned to end the service in December, because too few passengers used it. Nurses who work nights at the "
    "hospital on the mainland had written a letter against the plan, which two thousand people signed."
)
PAGE = (
    f"<!doctype html><html><head><title>Night ferry stays</title></head><body><h1>Night ferry stays</h1><p>{STORY}</p>"
    f"<p>The boat leaves at a quarter past eleven.</p></body></html>"
).encode()


@contextmanager
def server(answer: Answer) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            try:
                answer(self)
            except OSError:
                self.close_connection = True

        def log_message(self, *_said: Any) -> None:
            """Nothing: the tests say what matters."""

    class Quiet(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: Any, client_address: Any) -> None:
            """Nothing: clients hang up on hostile servers."""

    running = Quiet(("127.0.0.1", 0), Handler)
    threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{running.server_address[1]}"
    finally:
        running.shutdown()
        running.server_close()


def sends(body: bytes, media_type: str = "text/html; charset=utf-8", status: int = 200, **headers: str) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", media_type)
        for name, value in {"Content_Length": str(len(body)), **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def raw(*pieces: bytes, pause: float = 0.0) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        for piece in pieces:
            handler.wfile.write(piece)
            handler.wfile.flush()
            time.sleep(pause)

    return answer


def get(answer: Answer, path: str = "/story") -> Fetched:
    with server(answer) as address:
        return fetch(address + path, address, allow_private=True)


def why(answer: Answer, path: str = "/story") -> str:
    with pytest.raises(ArticleError) as caught:
        get(answer, path)
    return caught.value.why


def test_a_page_becomes_an_article_with_its_host() -> None:
    asked: list[dict[str, str]] = []

    def answer(handler: BaseHTTPRequestHandler) -> None:
        asked.append({name.casefold(): value for name, value in handler.headers.items()})
        sends(PAGE)(handler)

    with server(answer) as address:
        article = read_article(f"{address}/news/ferry?id=7#top", allow_private=True)
    assert article.title == "Night ferry stays"
    assert article.words_of(1) == STORY
    assert article.words_of(2) == "The boat leaves at a quarter past eleven."
    assert (article.media_type, article.site) == ("text/html", "127.0.0.1")
    assert article.source == f"{address}/news/ferry?id=7#top"
    assert asked[0]["host"] == address.removeprefix("http://")
    assert asked[0]["user-agent"].startswith("Copyholder/")
    assert "cookie" not in asked[0]
    assert "authorization" not in asked[0]


def test_plain_text_keeps_the_encoding_that_the_server_names() -> None:
    text = "Zażółć gęślą jaźń, powiedział burmistrz.\n\nNic więcej nie dodał.\n"
    with server(sends(text.encode("iso8859_2"), "text/plain; charset=iso-8859-2")) as address:
        article = read_article(address, allow_private=True)
    assert article.text == text
    assert article.encoding == "iso8859-2"


def test_a_charset_that_cant_be_true_is_not_believed() -> None:
    with server(sends("“Déjà vu”, dit-elle.".encode(), "text/plain; charset=klingon")) as address:
        assert read_article(address, allow_private=True).text == "“Déjà vu”, dit-elle."


@pytest.mark.parametrize(
    ("packed", "name"),
    [
        (gzip.compress(PAGE), "gzip"),
        (zlib.compress(PAGE), "deflate"),
        (zlib.compress(PAGE)[2:-4], "deflate"),  # without its head, as some servers send it
        (PAGE, "identity"),
    ],
)
def test_packed_pages_are_unpacked(packed: bytes, name: str) -> None:
    assert get(sends(packed, Content_Encoding=name)).data == PAGE


def test_chunks_are_joined() -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    assert get(raw(head, b"5\r\n<html\r\n", b"1\r\n>\r\n0\r\n\r\n")).data == b"<html>"


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (401, "doesn't let programs"),
        (403, "doesn't let programs"),
        (404, "no page at this address"),
        (410, "no page at this address"),
        (429, "asked too often"),
        (500, "a fault of its own"),
        (503, "a fault of its own"),
        (204, "sends no page (204)"),
        (304, "sends no page (304)"),
        (418, "sends no page (418)"),
        (302, "sends no page (302)"),
    ],
)
def test_what_a_status_means_is_said_in_words(status: int, said: str) -> None:
    reason = why(sends(b"", status=status))
    assert said in reason
    assert "\n" not in reason


@pytest.mark.parametrize(
    ("media_type", "said"),
    [
        ("image/png", "a picture"),
        ("video/mp4", "a video"),
        ("audio/mpeg", "a recording"),
        ("application/json", "data"),
        ("text/css", "data"),
    ],
)
def test_what_is_no_article_is_refused_by_its_type(media_type: str, said: str) -> None:
    assert f"this is {said}, not an article" in why(sends(b"whatever", media_type))


def test_a_page_with_few_words_is_told_as_a_paywall() -> None:
    thin = "<!doctype html><h1>Ferry stays</h1><p>The harbour board voted on Monday to keep the night ferry.</p>"
    with server(sends(thin.encode())) as address, pytest.raises(ArticleError, match="may be behind a paywall"):
        read_article(address, allow_private=True)


def test_a_front_page_holds_no_article() -> None:
    links = "".join(f'<li><a href="/{number}">Headline number {number} of the day</a></li>' for number in range(40))
    with server(sends(f"<!doctype html><ul>{links}</ul>".encode())) as address, pytest.raises(ArticleError) as caught:
        read_article(address, allow_private=True)
    assert "no article was found" in caught.value.why


def redirects(*onward: str) -> Answer:
    """Each path /0, /1, ... leads to the next of these; past them stands the page."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        number = int(handler.path.strip("/") or 0)
        if number < len(onward):
            sends(b"", status=302, Location=onward[number])(handler)
        else:
            sends(PAGE)(handler)

    return answer


def test_five_redirects_are_followed_and_no_sixth() -> None:
    assert get(redirects("/1", "2", "/3", "/4", "/5"), "/0").address.endswith("/5")
    assert "only ever sends us on" in why(redirects("/1", "/2", "/3", "/4", "/5", "/6"), "/0")
    assert "only ever sends us on" in why(redirects("/0"), "/0")


@pytest.mark.parametrize("onward", ["file:///etc/passwd", "ftp://example.com/", "javascript:alert(1)", "data:,x"])
def test_redirects_lead_nowhere_but_to_pages(onward: str) -> None:
    assert "no page on the web" in why(redirects(onward), "/0")


def test_a_host_in_the_house_is_refused_unless_allowed() -> None:
    with server(sends(PAGE)) as address, pytest.raises(ArticleError, match="--allow-private"):
        fetch(address, address)


def test_a_redirect_into_the_house_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    # The first machine passes for one outside; where it leads to is looked at like any other.
    with server(redirects("http://localhost:1/secret")) as address:
        numbers = iter([True, False])
        monkeypatch.setattr("tui.article.destinations.is_public", lambda _ip: next(numbers))
        with pytest.raises(ArticleError, match="private network"):
            fetch(f"{address}/0", address)


def test_the_number_that_was_checked_is_the_one_that_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that leads outside when it is checked, and inside when it is asked."""
    looked_up: list[str] = []
    connected: list[str] = []

    def lookup(host: str, port: int, **_kinds: object) -> list[tuple[object, ...]]:
        looked_up.append(host)
        number = "93.184.216.34" if len(looked_up) == 1 else "127.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port))]

    def connect(place: tuple[str, int], **_: float) -> socket.socket:
        connected.append(place[0])
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    monkeypatch.setattr(socket, "create_connection", connect)
    with pytest.raises(ArticleError, match="takes no connections"):
        fetch("http://rebound.example/", "x")
    assert connected == ["93.184.216.34"]


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
        "255.255.255.255", "240.0.0.1", "192.0.2.1", "::1", "::", "fe80::1", "fc00::1", "fec0::1", "ff02::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:db8::1",
    ],
)  # fmt: skip
def test_numbers_that_are_not_of_the_open_internet(number: str) -> None:
    assert not is_public(ipaddress.ip_address(number))


@pytest.mark.parametrize("number", ["93.184.216.34", "8.8.8.8", "2606:4700::1111", "64:ff9b::808:808"])
def test_numbers_of_the_open_internet(number: str) -> None:
    assert is_public(ipaddress.ip_address(number))


@pytest.mark.parametrize(
    "address",
    ["http://2130706433/", "http://0x7f000001/", "http://localhost/", "http://[::1]/", "http://[::ffff:127.0.0.1]/"],
)
def test_other_spellings_of_this_computer_are_refused(address: str) -> None:
    with pytest.raises(ArticleError, match=r"private network|no such host"):
        fetch(address, address)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("http://", "no host"),
        ("http://user:secret@example.com/", "a password"),
        ("http://example.com:99999/", "no address that can be read"),
        ("http://[::1", "no address that can be read"),
        ("http://exa mple.com/", "no host"),
        (f"http://{'a' * 70}.com/", "no address that can be read"),
        ("http://example.com/" + "a" * 9000, "too long"),
    ],
)
def test_what_is_no_address_is_told(address: str, said: str) -> None:
    with pytest.raises(NoAddressError, match=said):
        destination_of(address)
    with pytest.raises(ArticleError, match=said):
        read_article(address)


def test_an_address_ends_no_line_of_the_request() -> None:
    found = destination_of("https://Bücher.example/straße me\tno\r\nX-Evil: 1?q=a b&c=“d”#part")
    assert found.host == "xn--bcher-kva.example"
    assert found.port == 443
    assert found.target == "/stra%C3%9Fe%20menoX-Evil:%201?q=a%20b&c=%E2%80%9Cd%E2%80%9D"


def test_no_such_host_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def lookup(*_: object, **__: object) -> object:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    with pytest.raises(ArticleError, match="there is no such host"):
        fetch("https://nowhere.example/", "x")


def test_a_server_that_takes_no_connections_is_told() -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        with pytest.raises(ArticleError, match="takes no connections"):
            fetch(f"http://127.0.0.1:{held.getsockname()[1]}/", "x", allow_private=True)


def test_plain_http_where_https_was_asked_is_told() -> None:
    with server(sends(PAGE)) as address, pytest.raises(ArticleError, match=r"no secure connection|broke off"):
        fetch(address.replace("http:", "https:"), "x", allow_private=True)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ssl.SSLCertVerificationError(1, "self-signed"), "its certificate can't be trusted"),
        (ssl.SSLError(1, "handshake"), "no secure connection"),
        (socket.gaierror(socket.EAI_AGAIN, "later"), "can't be looked up"),
        (OSError(101, "Network is unreachable"), "can't be reached; check that you are online"),
        (ConnectionResetError(), "broke off"),
    ],
)
def test_faults_of_the_line_are_told_in_words(monkeypatch: pytest.MonkeyPatch, error: OSError, said: str) -> None:
    def lookup(*_: object, **__: object) -> object:
        raise error

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    with pytest.raises(ArticleError) as caught:
        fetch("https://example.com/", "x")
    assert said in caught.value.why


def never_ending(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n")
    for _ in range(400):
        handler.wfile.write(b"<p>" * 40_000)


DRIP = [b"HTTP/1.0 200 OK\r\n", *[b"X-More: 1\r\n"] * 60]
DRIPPED_BODY = [b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n", *[b"<p>"] * 60]


@pytest.mark.parametrize(
    "answer",
    [raw(*DRIP, pause=0.2), raw(*DRIPPED_BODY, pause=0.2), raw(b"", pause=4), redirects(*["/0"] * 3)],
    ids=["head", "body", "silence", "circle"],
)
def test_slow_servers_are_left_when_the_time_is_over(monkeypatch: pytest.MonkeyPatch, answer: Answer) -> None:
    monkeypatch.setattr(fetching, "MOST_SECONDS", 0.8)
    with server(answer) as address:
        begun = time.monotonic()
        with pytest.raises(ArticleError, match=r"did not answer in time|only ever sends us on"):
            fetch(f"{address}/0", "x", allow_private=True)
        assert time.monotonic() - begun < 2


@pytest.mark.parametrize("answer", [raw(*DRIP, pause=0.2), raw(*DRIPPED_BODY, pause=0.2)], ids=["head", "body"])
def test_what_comes_cut_short_when_we_hang_up_is_no_page(monkeypatch: pytest.MonkeyPatch, answer: Answer) -> None:
    hang_up = fetching._Visit.end

    def hang_up_and_wait(visit: fetching._Visit) -> None:
        hang_up(visit)
        time.sleep(0.3)  # time enough for the worker to make something of what it has

    monkeypatch.setattr(fetching, "MOST_SECONDS", 0.5)
    monkeypatch.setattr(fetching._Visit, "end", hang_up_and_wait)
    with server(answer) as address, pytest.raises(ArticleError, match="did not answer in time"):
        fetch(address, "x", allow_private=True)


def test_a_lookup_that_never_returns_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "MOST_SECONDS", 0.3)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: time.sleep(3))
    begun = time.monotonic()
    with pytest.raises(ArticleError, match="did not answer in time"):
        fetch("http://slow.example/", "x")
    assert time.monotonic() - begun < 1.5


@pytest.mark.parametrize(
    "answer",
    [
        never_ending,
        sends(b"", Content_Length=str(10**12)),
        sends(gzip.compress(b"<p>" * 20_000_000), Content_Encoding="gzip"),
    ],
    ids=["never ending", "announced", "bomb"],
)
def test_what_is_too_large_is_refused(answer: Answer) -> None:
    assert "larger than 20 MB" in why(answer)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (sends(PAGE, Content_Length=str(len(PAGE) + 50)), "broke off"),
        (sends(gzip.compress(PAGE)[:200], Content_Encoding="gzip"), "broke off"),
        (raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffff\r\n<html>"), "broke off"),
        (raw(b""), "broke off"),
        (raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n<html>"), "broke off"),
        (raw(b"\x16\x03\x01 not http at all\r\n\r\n"), "not understood"),
        (raw(b"HTTP/1.1 200 OK\r\n" + b"X: 1\r\n" * 5000 + b"\r\n"), "not understood"),
        (raw(b"HTTP/1.1 200 OK\r\nX: " + b"y" * 100_000 + b"\r\n\r\n"), "not understood"),
        (sends(b"\x00\x01\x02rubbish", Content_Encoding="gzip"), "not understood"),
        (sends(PAGE, Content_Encoding="br"), "not understood"),
        (sends(b"", Content_Length="0"), "empty"),
    ],
)
def test_broken_answers_are_told_in_one_sentence(answer: Answer, said: str) -> None:
    with server(answer) as address, pytest.raises(ArticleError) as caught:
        read_article(f"{address}/", allow_private=True)
    assert said in caught.value.why
    assert "\n" not in str(caught.value)


def test_a_wrong_length_that_is_too_short_cuts_the_page_where_the_server_says() -> None:
    assert get(sends(PAGE, Content_Length="40")).data == PAGE[:40]
