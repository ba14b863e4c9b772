"""Where webhooks may be sent to: hosts on the internet, by HTTPS.

A server can reach what the internet cannot; nobody may use it to (server side request forgery,
https://owasp.org/API-Security/editions/2023/en/0xa7-server-side-request-forgery/). `WEBHOOKS_ADMIT_LOOPBACK` lets in
this machine itself, by HTTP too.
"""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

_NAT64 = IPv6Network("64:ff9b::/96")
# All there is of the internet in version 6 (https://www.iana.org/assignments/ipv6-address-space/).
_UNICAST = IPv6Network("2000::/3")
# What Python 3.11 takes for the internet and IANA does not.
_SPECIAL = (IPv4Network("192.0.0.0/24"), IPv6Network("3fff::/20"))


def validate_url(url: str) -> None:
    """Raises ValidationError for an address that can be refused without asking for it."""
    try:
        parts = urlsplit(url)
        host, _port = parts.hostname or "", parts.port
    except ValueError as error:
        raise ValidationError(_("This is no address."), code="invalid") from error
    if parts.username is not None or parts.password is not None:
        raise ValidationError(
            _("Leave the name and password out of the address: the signature is what proves it."),
            code="userinfo",
        )
    is_here = settings.WEBHOOKS_ADMIT_LOOPBACK and _names_this_machine(host)
    if parts.scheme != "https" and not is_here:
        raise ValidationError(_("The address must begin with https://."), code="scheme")
    if host == "localhost" or host.endswith(".localhost"):
        allowed = is_here
    else:
        literal = _literal(host)
        allowed = literal is None or may_reach(literal)
    if not allowed:
        raise ValidationError(
            _("This address is in a private network; nothing is sent there."), code="private"
        )


def may_reach(address: str) -> bool:
    """Whether anything is sent to an IP address."""
    if is_loopback(address):
        return settings.WEBHOOKS_ADMIT_LOOPBACK
    found = _meant(address)
    if isinstance(found, IPv6Address) and found not in _UNICAST:
        return False
    if any(found in network for network in _SPECIAL):
        return False
    return found.is_global and not found.is_multicast


def is_loopback(address: str) -> bool:
    """By no detour: NAT64 and 6to4 would look for 127.0.0.1 somewhere else."""
    found = ip_address(address)
    mapped = found.ipv4_mapped if isinstance(found, IPv6Address) else None
    return (mapped or found).is_loopback


def _meant(address: str) -> IPv4Address | IPv6Address:
    """The IPv4 address inside one of version 6, where there is one: it is what is reached."""
    found = ip_address(address)
    if isinstance(found, IPv6Address):
        if found in _NAT64:
            return IPv4Address(int(found) & 0xFFFFFFFF)
        return found.ipv4_mapped or found.sixtofour or found
    return found


def _literal(host: str) -> str | None:
    try:
        return str(ip_address(host))
    except ValueError:
        return None


def _names_this_machine(host: str) -> bool:
    literal = _literal(host)
    if literal is not None:
        return is_loopback(literal)
    return host == "localhost" or host.endswith(".localhost")
