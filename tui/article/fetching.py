"""A page is fetched from the web: once, within a time and a size, and from nowhere inside the house."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import time
import zlib
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from tui import __version__
from tui.article import unfetched
from tui.article.destinations import Destination, NoAddressError, destination_of, machines_of
from tui.article.errors import ArticleError

if TYPE_CHECKING:
    from tui.article.destinations import IpAddress

MOST_SECONDS = 20.0  # for all of it: looking up the host, redirects, the last byte
MOST_BYTES = 20 * 1024 * 1024  # as sent, and as unpacked
_MOST_REDIRECTS = 5
_MOST_MACHINES = 4  # of one host
_SECONDS_A_MACHINE = 6.0
_PIECE = 1 << 16
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_REQUEST = {
    "User-Agent": f"Copyholder/{__version__} (reads one page for one person)",
    "Accept": "text/html, application/xhtml+xml, text/plain, application/pdf, */*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
    "Connection": "close",
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server sent.

    Attributes:
        data: The bytes, unpacked.
        address: Where they came from in the end.
        media_type: What the server calls them, or None.
        charset: The encoding it names, or None.
    """

    data: bytes
    address: str
    media_type: str | None
    charset: str | None


def fetch(address: str, what: str, *, allow_private: bool = False) -> Fetched:
    """Fetch one document.

    Proxies that the environment names are not used: behind one, nobody could say where an address leads.

    Args:
        address: An http(s) address.
        what: The source, for the message of an error.
        allow_private: Whether it may lead to this computer or into a network of the house.

    Raises:
        ArticleError: It can't be had, is too large or is no article.
    """
    visit = _Visit(allow_private=allow_private, until=time.monotonic() + MOST_SECONDS)
    # Looking up a host can't be hurried, and a server that sends a byte a minute is never late for any one of them;
    # so the visit is made aside, and who waits for it goes when the time is over.
    worker = threading.Thread(target=visit.run, args=(address,), daemon=True)
    worker.start()
    worker.join(MOST_SECONDS)
    outcome = visit.outcome  # before hanging up, which looks to the worker as if the document had come to its end
    visit.end()
    if isinstance(outcome, Fetched):
        return outcome
    raise ArticleError(what, outcome or unfetched.TOO_SLOW)


class _Visit:
    """One visit to a server and those that it sends us to.

    Attributes:
        outcome: What was fetched, or the reason why not; None as long as it goes on.
    """

    def __init__(self, *, allow_private: bool, until: float) -> None:
        self.outcome: Fetched | str | None = None
        self._allow_private = allow_private
        self._until = until
        self._socket: socket.socket | None = None
        self._ended = False

    def run(self, address: str) -> None:
        """Make the visit."""
        try:
            self.outcome = self._follow(destination_of(address))
        except _RefusedError as error:
            self.outcome = str(error)
        except Exception as error:  # noqa: BLE001 a thread's traceback would stand on the reporter's screen
            self.outcome = unfetched.why(error)
        finally:
            self.end()

    def end(self) -> None:
        """Hang up; what the worker waits for comes no more."""
        self._ended = True
        if self._socket is not None:
            with suppress(OSError):  # it may never have been connected
                self._socket.shutdown(socket.SHUT_RDWR)
            self._socket.close()

    def _follow(self, destination: Destination) -> Fetched:
        for _ in range(_MOST_REDIRECTS + 1):
            response = self._ask(destination)
            if response.status not in _REDIRECTS:
                return self._received(response, destination)
            onward = response.getheader("Location")
            if not onward:
                raise _RefusedError(unfetched.of_status(response.status))
            self._hang_up()
            try:
                destination = destination_of(urljoin(destination.address, onward))
            except NoAddressError:
                raise _RefusedError(unfetched.ASTRAY) from None
        raise _RefusedError(unfetched.IN_CIRCLES)

    def _ask(self, destination: Destination) -> http.client.HTTPResponse:
        machines = machines_of(destination, allow_private=self._allow_private)
        connection = http.client.HTTPConnection(destination.host, destination.port)
        connection.sock = self._connected(destination, machines[:_MOST_MACHINES])
        connection.putrequest("GET", destination.target, skip_host=True, skip_accept_encoding=True)
        connection.putheader("Host", destination.named)
        for name, value in _REQUEST.items():
            connection.putheader(name, value)
        connection.endheaders()
        return connection.getresponse()

    def _connected(self, destination: Destination, machines: list[IpAddress]) -> socket.socket:
        fault: OSError = TimeoutError()
        for machine in machines:
            try:
                self._socket = socket.create_connection(
                    (str(machine), destination.port), timeout=min(_SECONDS_A_MACHINE, self._left())
                )
            except OSError as error:
                fault = error
                continue
            self._socket.settimeout(self._left())
            if destination.secure:
                context = ssl.create_default_context()
                self._socket = context.wrap_socket(self._socket, server_hostname=destination.host)
            return self._socket
        raise fault

    def _left(self) -> float:
        left = self._until - time.monotonic()
        if left <= 0 or self._ended:
            raise TimeoutError
        return left

    def _hang_up(self) -> None:
        if self._socket is not None:
            self._socket.close()

    def _received(self, response: http.client.HTTPResponse, destination: Destination) -> Fetched:
        if response.status not in {200, 203}:
            raise _RefusedError(unfetched.of_status(response.status))
        media_type = response.headers.get_content_type() if response.getheader("Content-Type") else None
        refused = unfetched.of_media_type(media_type)
        if refused:
            raise _RefusedError(refused)
        data = self._body(response)
        return Fetched(data, destination.address, media_type, response.headers.get_content_charset())

    def _body(self, response: http.client.HTTPResponse) -> bytes:
        if response.length is not None and response.length > MOST_BYTES:
            raise _RefusedError(unfetched.TOO_LARGE)
        unpack = _unpacking(response.getheader("Content-Encoding", ""))
        pieces: list[bytes] = []
        sent = unpacked = 0
        while piece := response.read(_PIECE):
            self._left()
            sent += len(piece)
            room = MOST_BYTES - unpacked + 1
            pieces.append(unpack(piece, room))
            unpacked += len(pieces[-1])
            if sent > MOST_BYTES or unpacked > MOST_BYTES:
                raise _RefusedError(unfetched.TOO_LARGE)
        if response.length or not unpack.complete:  # fewer bytes than were announced
            raise http.client.IncompleteRead(b"")
        return b"".join(pieces)


class _RefusedError(Exception):
    """What came is not taken; the message says why."""


class _Unpacking:
    """Packed bytes become those that were packed, never more at once than there is room for."""

    def __init__(self) -> None:
        self._inflating = zlib.decompressobj(wbits=47)  # gzip or zlib, by its head
        self._begun = False

    def __call__(self, piece: bytes, room: int) -> bytes:
        try:
            found = self._inflating.decompress(piece, room)
        except zlib.error:
            if self._begun:
                raise
            self._inflating = zlib.decompressobj(wbits=-15)  # some servers leave the head away
            found = self._inflating.decompress(piece, room)
        self._begun = True
        return found

    @property
    def complete(self) -> bool:
        """Whether the end has come, or nothing was packed at all."""
        return self._inflating.eof or not self._begun


def _unpacking(encoding: str) -> _Unpacking | _Plain:
    kind = encoding.strip().casefold()
    if kind in {"", "identity"}:
        return _Plain()
    if kind in {"gzip", "x-gzip", "deflate"}:
        return _Unpacking()
    raise _RefusedError(unfetched.NOT_UNDERSTOOD)


class _Plain:
    """Bytes that were never packed."""

    complete = True

    def __call__(self, piece: bytes, _room: int) -> bytes:
        return piece
