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
    ],
)
def test_addresses_that_are_never_reached(address: str) -> None:
    assert not may_reach(address)
