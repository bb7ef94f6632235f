"""Articles given by their address."""

from __future__ import annotations

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("trafilatura")

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cli.conftest import Command

WORDS = (
    "The council closed the old bridge on Monday after the storm had torn away its railing.",
    "“It is only a start for all of us here,” the mayor, Ann Doe, told reporters at the town hall on Tuesday evening.",
    "A ferry runs every half hour from below the mill until the engineers have looked at the piers, the city said.",
)
PAGE = f"""<!doctype html><html lang="en"><head><title>Bridge closed</title></head><body><article>
<h1>Bridge closed</h1>{"".join(f"<p>{words}</p>" for words in WORDS)}</article></body></html>"""


class Newspaper(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        known = self.path == "/bridge"
        data = PAGE.encode() if known else b"gone"
        self.send_response(200 if known else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Newspaper)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_an_address_within_the_house_is_fetched_only_when_that_is_allowed(copyholder: Command, site: str) -> None:
    ended = copyholder("read", f"{site}/bridge")
    assert ended.is_trouble(), ended
    assert "--allow-private" in ended.err
    ended = copyholder("read", f"{site}/bridge", "--allow-private", "--format", "json")
    assert ended.status == 0, ended
    article = json.loads(ended.out)
    assert (article["media_type"], article["title"]) == ("text/html", "Bridge closed")
    told = [article["text"][one["start"] : one["end"]] for one in article["paragraphs"]]
    assert told == ["Bridge closed", *WORDS]


def test_a_page_that_is_gone_is_told_in_a_sentence(copyholder: Command, site: str) -> None:
    ended = copyholder("read", f"{site}/none", "--allow-private")
    assert ended.is_trouble(), ended
    assert f"{site}/none: " in ended.err


def test_a_page_and_its_text_do_not_differ(copyholder: Command, site: str) -> None:
    text = "\n\n".join(("Bridge closed", *WORDS))
    ended = copyholder("compare", f"{site}/bridge", "-", "--allow-private", stdin=text.encode())
    assert ended.status == 0, ended
