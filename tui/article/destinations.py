"""Where an address on the web leads: its parts, and the machines that may be asked."""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

IpAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

_PORTS = {"http": 80, "https": 443}
_LONGEST = 8000  # characters; no server takes more
_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")  # NAT64: the last four bytes are an IPv4 address
_PATH_SAFE = "/%:@!$&'()*+,;=~-._"


class NoAddressError(ValueError):
    """This is no address that a page can be fetched from; the message says why."""


class PrivateError(Exception):
    """A host stands on this computer or in a network of the house."""


@dataclass(frozen=True, slots=True)
class Destination:
    """The parts of an http(s) address.

    Attributes:
        secure: Whether it is https.
        host: The host in ASCII.
        port: The port.
        target: Path and query, with nothing in it that could end the line of a request.
        address: The whole.
    """

    secure: bool
    host: str
    port: int
    target: str
    address: str

    @property
    def named(self) -> str:
        """The host as a request names it, with an unusual port and a number in brackets."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS["https" if self.secure else "http"] else f"{host}:{self.port}"


def destination_of(address: str) -> Destination:
    """The parts of an address.

    Raises:
        NoAddressError: It is no http(s) address, or it holds a password.
    """
    if len(address) > _LONGEST:
        raise NoAddressError("this address is too long; check that it is one")
    try:
        parts = urlsplit(address.strip())
        host, port = parts.hostname or "", parts.port
        ascii_host = host if ":" in host else host.encode("idna").decode("ascii")
    except ValueError:
        raise NoAddressError("this is no address that can be read; check it") from None
    if parts.scheme not in _PORTS:
        raise NoAddressError("it leads to something that is no page on the web; check the address")
    if parts.username is not None or parts.password is not None:
        raise NoAddressError("it holds a user name or a password, which are not sent; log in with the browser")
    if not ascii_host or any(char.isspace() or not char.isprintable() for char in ascii_host):
        raise NoAddressError("this address names no host; check it")
    query = f"?{quote(parts.query, safe=_PATH_SAFE + '?[]|')}" if parts.query else ""
    target = (quote(parts.path, safe=_PATH_SAFE) or "/") + query
    return Destination(parts.scheme == "https", ascii_host, port or _PORTS[parts.scheme], target, parts.geturl())


def machines_of(destination: Destination, *, allow_private: bool) -> list[IpAddress]:
    """The numbers of the machines to ask: looked up once, so that what was checked is what is asked.

    Args:
        destination: Where to.
        allow_private: Whether they may stand on this computer or in a network of the house.

    Raises:
        PrivateError: They do, and may not.
        socket.gaierror: No such host is known.
    """
    answers = socket.getaddrinfo(destination.host, destination.port, type=socket.SOCK_STREAM)
    found = list(dict.fromkeys(ipaddress.ip_address(answer[4][0]) for answer in answers))
    # A name that leads outside and inside at once is meant to lead inside.
    if not allow_private and not all(map(is_public, found)):
        raise PrivateError
    return found


def is_public(ip: IpAddress) -> bool:
    """Whether a number belongs to the open internet, whatever it is wrapped in."""
    if isinstance(ip, ipaddress.IPv6Address):
        inside = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inside is None and (ip in _TRANSLATED or int(ip) >> 32 == 0):
            inside = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inside is not None and not is_public(inside):
            return False
        if ip.is_site_local:
            return False
    special = ip.is_private or ip.is_loopback or ip.is_link_local or ip.is_multicast or ip.is_unspecified
    return ip.is_global and not special and not (ip.version == 4 and ip.is_reserved)
