"""Why a page could not be fetched, for a person who doesn't know what a status is."""

from __future__ import annotations

import http.client
import socket
import ssl
import zlib

from tui.article.destinations import NoAddressError, PrivateError

_SAVE = "save the page from the browser and open the file"

TOO_SLOW = f"the server did not answer in time; try again, or {_SAVE}"
TOO_LARGE = f"what the server sends is larger than 20 MB, too large for an article; {_SAVE}"
IN_CIRCLES = f"the server only ever sends us on to another address; {_SAVE}"
ASTRAY = "the server sends us on to something that is no page on the web; check the address"
NOT_UNDERSTOOD = f"the server answers in a way that is not understood; {_SAVE}"
_PRIVATE = (
    "it leads to this computer or into a private network, where no article is expected; "
    "give --allow-private if that is meant"
)
_CLOSED = "the server broke off before the page was complete; try again"
_TYPES = {
    "image": "a picture",
    "audio": "a recording",
    "video": "a video",
    "font": "a typeface",
}
_READ = frozenset(
    (
        "xhtml+xml",
        "xml",
        "pdf",
        "x-pdf",
        "rtf",
        "x-subrip",
        "octet-stream",
        "x-octet-stream",
        "force-download",
        "x-download",
        "vnd.openxmlformats-officedocument.wordprocessingml.document",
    )
)


def why(error: Exception) -> str:
    """The reason in words, for what went wrong between us and a server."""
    if isinstance(error, NoAddressError):
        return str(error)
    if isinstance(error, PrivateError):
        return _PRIVATE
    if isinstance(error, socket.gaierror):
        if error.errno == socket.EAI_AGAIN:
            return "the host can't be looked up; check that you are online, and the address"
        return "there is no such host; check the address, and that you are online"
    if isinstance(error, TimeoutError):
        return TOO_SLOW
    if isinstance(error, ssl.SSLCertVerificationError):
        return (
            f"its certificate can't be trusted, so that the page may come from somebody else; if you trust it, {_SAVE}"
        )
    if isinstance(error, ssl.SSLError):
        return f"no secure connection to the server could be made; {_SAVE}"
    if isinstance(error, ConnectionRefusedError):
        return "the server takes no connections; check the address, or try again later"
    if isinstance(error, (ConnectionError, http.client.IncompleteRead, EOFError)):
        return _CLOSED
    if isinstance(error, (http.client.HTTPException, zlib.error, ValueError)):
        return NOT_UNDERSTOOD
    return "the server can't be reached; check that you are online, and the address"


def of_status(status: int) -> str:
    """The reason in words, for a status that is neither success nor a redirect with a place to go."""
    if status in {401, 402, 403, 405, 406, 407, 451}:
        return f"the site doesn't let programs read this page ({status}); {_SAVE}"
    if status in {404, 410}:
        return f"there is no page at this address ({status}); check it"
    if status == 429:
        return f"the site says that it was asked too often ({status}); wait, or {_SAVE}"
    if status >= 500:
        return f"the server has a fault of its own ({status}); try again later, or {_SAVE}"
    return f"the server sends no page ({status}); {_SAVE}"


def of_media_type(media_type: str | None) -> str | None:
    """The reason in words, for a kind of document that is no article; None for what may be one."""
    kind, _, name = (media_type or "text/").partition("/")
    if kind == "text" and name not in {"css", "javascript", "csv", "calendar"}:
        return None
    if kind == "application" and name in _READ:
        return None
    return f"this is {_TYPES.get(kind, 'data')}, not an article; check the address"
