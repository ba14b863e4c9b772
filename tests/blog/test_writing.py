"""A post as she writes it: what it needs, and what comes by itself."""

import datetime
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from blog.models import BlogIndexPage, BlogPage
from publishing import periodic
from tests.factories.translations import translate_to
from tests.factories.tree import make_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def index(home: Any) -> BlogIndexPage:
    return make_page(BlogIndexPage, home)


def write(client: Client, index: Page, publish: bool = True, **fields: Any) -> Any:
    """Sends the form of a new post as the editor does, with nothing in it but these fields."""
    empty = {"title": "", "slug": "", "introduction": "", "hero_image": "", "hero_alt": ""}
    data = empty | {"category": "", "date": "", "reading_time": "", "search_description": ""}
    data |= {"seo_title": "", "body": streamfield([])} | fields
    action = {"action-publish": "action-publish"} if publish else {}
    return client.post(
        f"/admin/pages/add/blog/blogpage/{index.pk}/", nested_form_data(data) | action
    )


def text(words: str) -> Any:
    return streamfield([("text", {"heading": "", "prose": rich_text(f"<p>{words}</p>")})])


def card(client: Client, url: str = "/blog/") -> Any:
    return BeautifulSoup(client.get(url).content, "html.parser").select_one(".post-card")


def description(client: Client, page: Page) -> str:
    shown = BeautifulSoup(client.get(page.url).content, "html.parser")
    found = shown.select_one("meta[name=description]")
    return found["content"] if found else ""


def test_a_title_is_all_that_a_post_needs(index, practitioner_client, client: Client):
    assert write(practitioner_client, index, title="Over rust").status_code == 302
    post = BlogPage.objects.get()
    assert post.live
    assert post.slug == "over-rust"
    assert post.date == timezone.localdate()
    assert post.reading_minutes == 1
    html = client.get("/blog/over-rust/").content.decode()
    assert "1 minuut leestijd" in html
    assert "og:image" in html


def test_the_address_of_a_title_that_is_taken_is_numbered(index, practitioner_client):
    write(practitioner_client, index, title="Over rust")
    # The editor fills in the address while she types.
    assert write(practitioner_client, index, title="Over rust", slug="over-rust").status_code == 302
    assert BlogPage.objects.order_by("pk").last().slug == "over-rust-1"


def test_a_title_without_letters_has_an_address_too(index, practitioner_client, client: Client):
    write(practitioner_client, index, title="🌿")
    assert client.get("/blog/blogbericht/").status_code == 200


def test_an_address_of_her_own_that_is_taken_is_refused(index, practitioner_client):
    write(practitioner_client, index, title="Over rust")
    assert write(practitioner_client, index, title="Stilte", slug="over-rust").status_code == 200
    assert BlogPage.objects.count() == 1


def test_a_draft_is_kept_without_a_title_and_cannot_be_published_so(index, practitioner_client):
    write(practitioner_client, index, publish=False, introduction="Een gedachte.")
    draft = BlogPage.objects.get()
    assert draft.title == "Zonder titel"
    assert draft.introduction == "Een gedachte."
    assert not draft.live
    assert write(practitioner_client, index).status_code == 200
    for title in ("Zonder titel", "Untitled"):
        assert write(practitioner_client, index, title=title).status_code == 200
    assert BlogPage.objects.count() == 1


def test_what_has_no_title_yet_is_not_published_with_others_either(
    index, practitioner_client, client: Client
):
    write(practitioner_client, index, publish=False, introduction="Een gedachte.")
    write(practitioner_client, index, publish=False, title="Af")
    ids = "&".join(f"id={post.pk}" for post in BlogPage.objects.all())
    answer = practitioner_client.post(
        f"/admin/bulk/wagtailcore/page/publish/?{ids}&next=/admin/pages/",
        {"next": "/admin/pages/"},
        follow=True,
    )
    assert "“Zonder titel” is niet gepubliceerd" in answer.content.decode()
    assert not BlogPage.objects.live().exists()


def test_the_editor_offers_the_beginning_of_the_draft_to_a_search_engine(
    index, practitioner_client
):
    post = make_page(BlogPage, index.get_parent().specific, search_description="Van haar.")
    post.introduction, post.body = "", [("text", {"heading": "", "prose": "<p>Nieuw begin.</p>"})]
    post.save_revision()
    html = practitioner_client.get(f"/admin/pages/{post.pk}/edit/").content.decode()
    panel = BeautifulSoup(html, "html.parser").select_one(".search-result")
    assert panel["data-search-result-beginning-value"] == "Nieuw begin."
    assert "Van haar." not in str(panel)


def test_what_comes_by_itself_can_be_overridden(index, practitioner_client, client: Client):
    own = {
        "date": "2026-01-31",
        "reading_time": "12",
        "slug": "stil",
        "search_description": "Kort.",
    }
    write(practitioner_client, index, title="Over rust", introduction="Lang.", **own)
    html = client.get("/blog/stil/").content.decode()
    assert "31 januari 2026" in html
    assert "12 minuten leestijd" in html
    post = BlogPage.objects.get()
    assert description(client, post) == "Kort."
    assert card(client).select_one(".post-card__introduction").text == "Lang."


def test_the_date_is_the_day_on_which_a_draft_appears(index, practitioner_client, monkeypatch):
    write(practitioner_client, index, publish=False, title="Over rust")
    draft = BlogPage.objects.get()
    assert draft.date is None
    later = timezone.now() + datetime.timedelta(days=9)
    monkeypatch.setattr(timezone, "now", lambda: later)
    draft.get_latest_revision().publish()
    draft.refresh_from_db()
    assert draft.date == timezone.localdate(later)
    # And stays so when it is published again.
    monkeypatch.setattr(timezone, "now", lambda: later + datetime.timedelta(days=30))
    draft.save_revision().publish()
    draft.refresh_from_db()
    assert draft.date == timezone.localdate(later)


def test_the_english_has_the_date_of_the_dutch(home, en, published, client: Client):
    post = make_page(BlogPage, home, date=datetime.date(2026, 1, 31), reading_time=9)
    english = translate_to(en, post, published)
    html = client.get(english.url).content.decode()
    assert "31 January 2026" in html
    assert "9 minutes to read" in html


def test_without_a_lead_the_summary_is_how_the_text_begins(
    index, practitioner_client, client: Client
):
    words = "Adem &amp; rust. " + "Je voelt je voeten op de grond. " * 20
    write(practitioner_client, index, title="Over rust", body=text(words))
    post = BlogPage.objects.get()
    summary = card(client).select_one(".post-card__introduction").text
    assert summary.startswith("Adem & rust. Je voelt")
    assert summary.endswith("…")
    assert len(summary) <= 200
    assert description(client, post) == summary


def test_an_english_summary_is_never_dutch(home, en, published, client: Client):
    prose = {"heading": "", "prose": "<p>Je voelt je voeten.</p>"}
    body = [{"type": "text", "value": prose, "id": "6c6c7f2c-8d1c-4a0b-8a43-7f0b8f6f1a11"}]
    post = make_page(BlogPage, home, introduction="", body=body)
    english = translate_to(en, post, published)
    summary = card(client, english.get_parent().url).select_one(".post-card__introduction").text
    assert summary == "EN Je voelt je voeten."


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ([], ""),
        ([("quote", {"quote": "Niets.", "attribution": ""})], ""),
        ([("text", {"heading": "Kop", "prose": "<p>a</p><p>b</p>"})], "a b"),
        ([("text", {"heading": "", "prose": f"<p>{'x' * 300}</p>"})], "x" * 199 + "…"),
    ],
)
def test_a_text_begins_with_its_words(home, body, expected):
    post = make_page(BlogPage, home, introduction="")
    post.body = body
    post.save()
    assert post.summary == expected


def test_every_block_of_a_post_can_be_added(index, practitioner_client):
    html = practitioner_client.get(f"/admin/pages/add/blog/blogpage/{index.pk}/").content.decode()
    for name in (
        "text",
        "heading",
        "quote",
        "captioned_image",
        "points",
        "call_to_action",
        "related_treatments",
        "audio",
        "video",
    ):
        assert f"&quot;{name}&quot;" in html or f'"{name}"' in html


def test_what_follows_a_heading_of_its_own_stands_under_it(home, client: Client):
    prose = "<h3>Klein</h3><p>Eronder.</p>"
    body = [
        ("heading", {"heading": "Groot"}),
        ("text", {"heading": "", "prose": prose}),
        ("points", {"heading": "", "points": ["<p>Een</p>", "<p>Twee</p>"], "numbered": True}),
        ("text", {"heading": "Ander", "prose": "<p>Later.</p>"}),
    ]
    post = make_page(BlogPage, home)
    post.body = body
    post.save_revision().publish()
    page = BeautifulSoup(client.get(post.url).content, "html.parser")
    found = [(tag.name, tag.text) for tag in page.select(".passage :is(h2, h3)")]
    assert found == [("h2", "Groot"), ("h3", "Klein"), ("h2", "Ander")]
    assert [item.text.strip() for item in page.select(".passage ol > li")] == ["Een", "Twee"]
    assert len(page.select(".passage")) == 2


def test_a_planned_post_appears_and_disappears_by_itself(home, en, published, client: Client):
    now = timezone.now()
    english_home = translate_to(en, home, published)
    post = make_page(BlogPage, home, title="Zomer", date=None)
    english = translate_to(en, post, published)
    post.unpublish()
    english.unpublish()
    post = BlogPage.objects.get(pk=post.pk)
    post.go_live_at, post.expire_at = now + datetime.timedelta(hours=1), None
    post.save_revision().publish()
    periodic.publish_scheduled_pages()
    assert client.get(post.url).status_code == 404

    # The hour has come.
    post.revisions.update(approved_go_live_at=now - datetime.timedelta(minutes=1))
    revision = post.revisions.latest("pk")
    revision.content["go_live_at"] = (now - datetime.timedelta(minutes=1)).isoformat()
    revision.save()
    periodic.publish_scheduled_pages()
    assert client.get(post.url).status_code == 200
    assert english_home.url == "/en/"

    BlogPage.objects.filter(pk=post.pk).update(expire_at=now - datetime.timedelta(seconds=1))
    published(periodic.publish_scheduled_pages)
    assert client.get(post.url).status_code == 404
    assert not card(client)


def test_the_loop_needs_no_cron(home, client: Client):
    """`run_periodic_jobs` runs beside the server; it publishes what is due."""
    post = make_page(BlogPage, home)
    post.unpublish()
    post = BlogPage.objects.get(pk=post.pk)
    post.go_live_at = timezone.now() - datetime.timedelta(minutes=1)
    post.save_revision(approved_go_live_at=post.go_live_at)
    for job in periodic._jobs:
        job.last_started = None
    call_command("run_periodic_jobs", "--once")
    assert client.get(post.url).status_code == 200
