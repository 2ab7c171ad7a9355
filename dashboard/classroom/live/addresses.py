"""The addresses under which other devices can reach this machine; found without a packet to any of them."""

from __future__ import annotations

import ipaddress
import socket
import struct

# Asking the system which way a packet would take sends none. First the way out, then networks that a machine opens
# itself for phones (Windows, macOS, Linux), then the usual private ones.
_WAYS = (
    "192.0.2.1",
    "192.168.137.2",
    "192.168.2.2",
    "10.42.0.2",
    "192.168.0.2",
    "192.168.1.2",
    "10.0.0.2",
    "172.16.0.2",
)
# The same question to an interface by its name (Linux).
_INTERFACE_ADDRESS = 0x8915


def addresses() -> list[str]:
    """This machine's addresses in its networks, the most likely first; empty without a network."""
    found = [_on_the_way_to(way) for way in _WAYS] + _of_interfaces()
    return [address for address in dict.fromkeys(found) if address and reachable(address)]


def reachable(address: str) -> bool:
    """Is this an address that another device can use? Not this machine's own, and none that stands for no network."""
    known = ipaddress.ip_address(address)
    return not (known.is_loopback or known.is_link_local or known.is_unspecified or known.is_multicast)


def _on_the_way_to(way: str) -> str:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect((way, 9))
            return probe.getsockname()[0]
        except OSError:
            return ""


def _of_interfaces() -> list[str]:
    try:
        import fcntl
    except ImportError:
        return []
    found = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        for _, name in socket.if_nameindex():
            try:
                answer = fcntl.ioctl(probe.fileno(), _INTERFACE_ADDRESS, struct.pack("256s", name.encode()[:15]))
            except OSError:
                continue
            found.append(socket.inet_ntoa(answer[20:24]))
    return found
