"""A wrong or missing value stops the start with a sentence that says what to set."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import environment, stores


@pytest.mark.parametrize(
    ("variable", "value", "read"),
    [
        ("SECRET_KEY", "", environment.secret_key),
        ("SECRET_KEY", "short", environment.secret_key),
        ("SITE_URL", "www.example.nl", environment.site_url),
        ("SITE_URL", "https://www.example.nl/site", environment.site_url),
        ("DATABASE_URL", "mysterydb://x", stores.database),
        ("DATABASE_URL", "no address at all", stores.database),
        ("DATABASE_URL", "mysql://anna:geheim@localhost/praktijk", stores.database),
        ("TEST_DATABASE_URL", "sqlite:///db.sqlite3", stores.test_database),
        ("SITE_URL", "http://www.example.nl:port", environment.site_url),
        ("SITE_URL", "http://[www", environment.site_url),
        ("SITE_URL", "https://anna:geheim@www.example.nl", environment.site_url),
        ("SITE_URL", "https://www.example.nl?x=1", environment.site_url),
        ("EMAIL_URL", "smtp://mail.example.nl:587/?tls=true", environment.email),
        ("EMAIL_URL", "smtp://mail.example.nl:587/?tls=1&ssl=1", environment.email),
        ("EMAIL_URL", "http://mail.example.nl", environment.email),
        ("EMAIL_URL", "smtp://mail.example.nl:port", environment.email),
        ("EMAIL_FROM", "nobody", environment.sender),
        ("LOCAL_WEBHOOKS", "yes", environment.admits_local_webhooks),
        ("HEADLESS_PREVIEW_URL", "front.example.nl/preview", environment.headless_preview_urls),
        ("HEADLESS_PREVIEW_URL", "ftp://front.example.nl", environment.headless_preview_urls),
        ("HEADLESS_PREVIEW_URL", "https://", environment.headless_preview_urls),
        ("HEADLESS_PREVIEW_URL", "https://x.nl/#draft", environment.headless_preview_urls),
        ("HEADLESS_PREVIEW_URL", "https://anna:geheim@x.nl", environment.headless_preview_urls),
        ("HEADLESS_PREVIEW_URL", "https://x.nl;script-src", environment.headless_preview_urls),
        ("HEADLESS_PREVIEW_URL", "https://x.nl:port", environment.headless_preview_urls),
        ("HEADLESS_PREVIEW_URL", "https://x.nl https://y.nl", environment.headless_preview_urls),
        (
            "HEADLESS_PREVIEW_URL",
            "a.nl=https://x.nl A.nl=https://y.nl",
            environment.headless_preview_urls,
        ),
        ("HEADLESS_PREVIEW_URL", "a.nl=", environment.headless_preview_urls),
        ("LIBRETRANSLATE_URL", "translate.example.nl", environment.machine_translator),
        ("API_ALLOWED_ORIGINS", "*", environment.api_allowed_origins),
        ("API_ALLOWED_ORIGINS", "www.example.nl", environment.api_allowed_origins),
        ("API_ALLOWED_ORIGINS", "https://www.example.nl/", environment.api_allowed_origins),
        ("API_ALLOWED_ORIGINS", "https://a.nl https://b.nl", environment.api_allowed_origins),
        ("API_RATE_LIMIT", "600/minute", environment.api_rate_limit),
        ("API_RATE_LIMIT", "0", environment.api_rate_limit),
        ("CLIENT_ADDRESS_HEADER", "X-Real-IP:", environment.client_address_header),
        ("CLOUDFLARE_ZONE_ID", "0" * 32, environment.edge_caches),
        ("CLOUDFLARE_API_TOKEN", "secret", environment.edge_caches),
        ("CLOUDFRONT_DISTRIBUTION_ID", "https://x.cloudfront.net", environment.edge_caches),
        ("CLOUDFRONT_DISTRIBUTION_ID", "E2QWRUHAPOMQZL", environment.edge_caches),
    ],
)
def test_a_wrong_value_is_refused_with_its_name(variable, value, read, monkeypatch):
    monkeypatch.setenv(variable, value)
    with pytest.raises(ImproperlyConfigured, match=variable):
        read()


def test_a_zone_that_is_none_is_refused_with_its_name(monkeypatch):
    monkeypatch.setenv("CLOUDFLARE_ZONE_ID", "example.nl")
    monkeypatch.setenv("CLOUDFLARE_API_TOKEN", "secret")
    with pytest.raises(ImproperlyConfigured, match="CLOUDFLARE_ZONE_ID"):
        environment.edge_caches()


def test_the_package_for_cloudfront_is_named_where_it_is_missing(monkeypatch):
    monkeypatch.setenv("CLOUDFRONT_DISTRIBUTION_ID", "E2QWRUHAPOMQZL")
    with pytest.raises(ImproperlyConfigured, match="pip install boto3"):
        environment.edge_caches()


@pytest.mark.parametrize("folder", ["data", "da#ta", "da%20ta", "da ta?"])
def test_sqlite_in_the_data_directory_is_the_default(folder, monkeypatch, tmp_path):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("DATA_DIR", str(tmp_path / folder))
    database = stores.database()
    assert database["ENGINE"] == "django.db.backends.sqlite3"
    assert database["NAME"] == tmp_path / folder / "db.sqlite3"


@pytest.mark.parametrize("url", ["https://www.example.nl", "https://www.example.nl/"])
def test_an_address_with_or_without_a_slash_is_the_same(url, monkeypatch):
    monkeypatch.setenv("SITE_URL", url)
    assert environment.site_url() == "https://www.example.nl"


def test_a_url_switches_to_postgresql(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://anna:geheim@db.example.nl:5433/praktijk")
    database = stores.database()
    assert database["ENGINE"] == "django.db.backends.postgresql"
    assert (database["HOST"], database["PORT"]) == ("db.example.nl", 5433)
    assert (database["NAME"], database["USER"]) == ("praktijk", "anna")


def test_mail_goes_to_the_console_until_it_is_set(monkeypatch):
    monkeypatch.delenv("EMAIL_URL", raising=False)
    assert environment.email()["EMAIL_BACKEND"].endswith("console.EmailBackend")


def test_mail_by_smtp_takes_account_and_encryption_from_the_url(monkeypatch):
    monkeypatch.setenv("EMAIL_URL", "smtp://anna%40example.nl:ge%2Fheim@mail.example.nl:587/?tls=1")
    email = environment.email()
    assert email["EMAIL_HOST"] == "mail.example.nl"
    assert email["EMAIL_PORT"] == 587
    assert email["EMAIL_HOST_USER"] == "anna@example.nl"
    assert email["EMAIL_HOST_PASSWORD"] == "ge/heim"
    assert email["EMAIL_USE_TLS"] is True


def test_the_sender_is_at_the_sites_own_host(monkeypatch):
    monkeypatch.delenv("EMAIL_FROM", raising=False)
    monkeypatch.setenv("SITE_URL", "https://www.example.nl")
    assert environment.sender() == "noreply@example.nl"


def test_two_machine_translators_are_one_too_many(monkeypatch):
    monkeypatch.setenv("DEEPL_AUTH_KEY", "key:fx")
    monkeypatch.setenv("LIBRETRANSLATE_URL", "https://translate.example.nl")
    with pytest.raises(ImproperlyConfigured, match="LIBRETRANSLATE_URL") as error:
        environment.machine_translator()
    assert "key:fx" not in str(error.value)


def test_webhooks_stay_off_this_machine_unless_it_is_chosen(monkeypatch):
    monkeypatch.delenv("LOCAL_WEBHOOKS", raising=False)
    assert not environment.admits_local_webhooks()
    monkeypatch.setenv("LOCAL_WEBHOOKS", "admit")
    assert environment.admits_local_webhooks()


def test_nothing_is_translated_by_machine_unless_it_is_chosen(monkeypatch):
    for name in ("DEEPL_AUTH_KEY", "LIBRETRANSLATE_URL"):
        monkeypatch.delenv(name, raising=False)
    assert environment.machine_translator() is None


@pytest.mark.parametrize(
    ("value", "urls"),
    [
        ("", {}),
        ("https://x.nl/preview?a=b", {"": "https://x.nl/preview?a=b"}),
        ("http://[::1]:4321/preview", {"": "http://[::1]:4321/preview"}),
        (
            "www.A.nl=https://x.nl/a  b.nl=https://x.nl/b?c=d https://x.nl",
            {"www.a.nl": "https://x.nl/a", "b.nl": "https://x.nl/b?c=d", "": "https://x.nl"},
        ),
    ],
)
def test_previews_go_to_one_front_end_or_to_that_of_each_site(value, urls, monkeypatch):
    monkeypatch.setenv("HEADLESS_PREVIEW_URL", value)
    assert environment.headless_preview_urls() == urls


def test_other_sites_may_read_the_api_only_where_they_are_named(monkeypatch):
    monkeypatch.delenv("API_ALLOWED_ORIGINS", raising=False)
    assert environment.api_allowed_origins() == []
    monkeypatch.setenv("API_ALLOWED_ORIGINS", "https://www.Example.nl, http://localhost:4321,")
    assert environment.api_allowed_origins() == ["https://www.example.nl", "http://localhost:4321"]


@pytest.mark.parametrize(("value", "limit"), [("", 600), ("60", 60), ("off", None)])
def test_the_api_has_a_limit_unless_it_is_off(value, limit, monkeypatch):
    monkeypatch.setenv("API_RATE_LIMIT", value)
    assert environment.api_rate_limit() == limit


def test_no_header_is_trusted_unless_it_is_named(monkeypatch):
    monkeypatch.delenv("CLIENT_ADDRESS_HEADER", raising=False)
    assert environment.client_address_header() == ""
    monkeypatch.setenv("CLIENT_ADDRESS_HEADER", "X-Real-IP")
    assert environment.client_address_header() == "X-Real-IP"
