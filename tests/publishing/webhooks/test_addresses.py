"""Which addresses webhooks may have, and which they may reach."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from publishing.webhooks.addresses import may_reach, validate_url


@pytest.mark.parametrize(
    "url",
    [
        "https://builder.example/hook",
        "https://builder.example:8443/hook?site=1",
        "https://1.1.1.1/",
        "https://[2606:4700:4700::1111]/",
    ],
)
def test_hosts_on_the_internet_by_https(url: str) -> None:
    validate_url(url)


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("http://builder.example/", "scheme"),
        ("ftp://builder.example/", "scheme"),
        ("https://user:password@builder.example/", "userinfo"),
        ("https://builder.example:x/", "invalid"),
        ("https://[1::2::3]/", "invalid"),
        ("https://localhost/", "private"),
        ("https://api.localhost/", "private"),
        ("https://127.0.0.1/", "private"),
        ("https://[::1]/", "private"),
        ("https://[::ffff:10.0.0.1]/", "private"),
        ("https://10.0.0.1/", "private"),
        ("https://192.168.1.1/", "private"),
        ("https://169.254.169.254/latest/meta-data/", "private"),
        ("https://0.0.0.0/", "private"),
        ("https://[fe80::1]/", "private"),
        ("https://[fd00::1]/", "private"),
    ],
)
def test_what_is_refused_at_once(url: str, code: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        validate_url(url)
    assert refusal.value.code == code


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:4321/hook", "http://localhost:4321/", "https://[::1]/"]
)
def test_this_machine_itself_where_that_is_chosen(url: str, settings: Any) -> None:
    settings.WEBHOOKS_ADMIT_LOOPBACK = True
    validate_url(url)


@pytest.mark.parametrize("url", ["http://10.0.0.1/", "https://10.0.0.1/", "http://a.example/"])
def test_that_choice_lets_in_nothing_else(url: str, settings: Any) -> None:
    settings.WEBHOOKS_ADMIT_LOOPBACK = True
    with pytest.raises(ValidationError):
        validate_url(url)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "::1",
        "::ffff:127.0.0.1",
        "10.1.2.3",
        "100.64.0.1",
        "169.254.169.254",
        "224.0.0.1",
        "ff02::1",
        "64:ff9b::a00:1",  # 10.0.0.1 by NAT64
        "2002:a00:1::",  # 10.0.0.1 by 6to4
        "64:ff9b:1::808:808",  # the network's own NAT64, wherever that leads
        "fec0::1",  # site-local, of old
        "::10.0.0.1",
        "::8.8.8.8",
        "::ffff:0:10.0.0.1",
        "::ffff:0:8.8.8.8",
        "3fff::1",  # for documentation, like 2001:db8::
        "2001:db8::1",
        "5f00::1",
        "192.0.0.192",
        "192.0.2.1",
        "198.18.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "0.0.0.0",  # noqa: S104 (nothing listens there)
        "::",
    ],
)
def test_addresses_that_are_never_reached(address: str) -> None:
    assert not may_reach(address)


@pytest.mark.parametrize(
    "address",
    ["8.8.8.8", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::", "2606:4700:4700::1111"],
)
def test_addresses_of_the_internet(address: str) -> None:
    assert may_reach(address)


@pytest.mark.parametrize("address", ["64:ff9b::7f00:1", "2002:7f00:1::"])
def test_this_machine_is_not_looked_for_by_way_of_another(address: str, settings: Any) -> None:
    settings.WEBHOOKS_ADMIT_LOOPBACK = True
    assert may_reach("127.0.0.1")
    assert not may_reach(address)
