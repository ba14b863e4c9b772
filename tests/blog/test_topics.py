"""A post has any number of topics, ticked in its form; its English has theirs, where those are live."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import Locale

from blog.models import BlogPage
from blog.subjects import Topic
from tests.factories.blog import make_category, make_topic, translate_subject
from tests.factories.translations import translate_to
from tests.factories.tree import make_page

pytestmark = pytest.mark.django_db


def soup(client: Client, url: str) -> BeautifulSoup:
    response = client.get(url)
    assert response.status_code == 200, url
    return BeautifulSoup(response.content, "html.parser")


def shown(client: Client, post: BlogPage) -> dict[str, str]:
    """The topics below a post, with their addresses."""
    return {link.text: link["href"] for link in soup(client, post.url).select(".topics a")}


def test_a_post_leads_to_its_topics(home, client: Client):
    post = make_page(BlogPage, home, topics=[make_topic("Psoas"), make_topic("Adem")])
    assert shown(client, post) == {
        "Adem": "/blog/onderwerp/adem/",
        "Psoas": "/blog/onderwerp/psoas/",
    }
    assert shown(client, make_page(BlogPage, home)) == {}


def test_she_makes_a_topic_and_ticks_it(home, en, practitioner_client, client: Client):
    response = practitioner_client.post(
        "/admin/snippets/blog/topic/add/", {"name": "Slaap", "action-publish": "1"}
    )
    assert response.status_code == 302
    slaap = Topic.objects.get(slug="slaap")
    translate_subject(slaap, en, "Sleep")
    make_topic("Weg").unpublish()
    post = make_page(BlogPage, home)
    url = f"/admin/pages/{post.pk}/edit/"
    form = BeautifulSoup(practitioner_client.get(url).content, "html.parser")
    boxes = form.select("input[type=checkbox][name=topics]")
    assert [int(box["value"]) for box in boxes] == [slaap.pk]
    data = {
        "title": post.title,
        "slug": post.slug,
        "date": "2026-10-01",
        "body-count": 0,
        "topics": [slaap.pk],
        "action-publish": "1",
    }
    assert practitioner_client.post(url, data).status_code == 302
    assert list(BlogPage.objects.get(pk=post.pk).topics.all()) == [slaap]
    assert shown(client, post) == {"Slaap": "/blog/onderwerp/slaap/"}
    assert "Onderwerpen" in practitioner_client.get("/admin/").content.decode()


def test_a_topic_that_went_off_stays_ticked_but_does_not_show(
    home, practitioner_client, client: Client
):
    slaap = make_topic("Slaap")
    post = make_page(BlogPage, home, topics=[slaap])
    slaap.unpublish()
    assert shown(client, post) == {}
    form = practitioner_client.get(f"/admin/pages/{post.pk}/edit/").content
    assert BeautifulSoup(form, "html.parser").select_one("input[name=topics][checked]")


def english_topics(post: BlogPage, en: Locale) -> list[str]:
    english = post.get_translation(en).specific
    return [topic.name for topic in english.topics.all()]


def test_english_has_the_english_topics_that_are_live(home, en, published, client: Client):
    psoas, slaap = make_topic("Heupbuiger"), make_topic("Slaap")
    translate_subject(psoas, en, "Hip flexor")
    post = make_page(BlogPage, home, topics=[psoas, slaap])
    english = translate_to(en, post, published)
    assert english_topics(post, en) == ["Hip flexor"]
    assert shown(client, english) == {"Hip flexor": "/en/en-blog/topic/hip-flexor/"}

    sleep = translate_subject(slaap, en, "Sleep")
    assert english_topics(post, en) == ["Hip flexor", "Sleep"]
    assert list(shown(client, english)) == ["Hip flexor", "Sleep"]

    sleep.unpublish()
    assert english_topics(post, en) == ["Hip flexor"]
    assert [topic.name for topic in post.topics.all()] == ["Heupbuiger", "Slaap"]


def test_english_follows_when_she_ticks_others_or_none(home, en, published):
    psoas, slaap = make_topic("Heupbuiger"), make_topic("Slaap")
    translate_subject(psoas, en, "Hip flexor")
    translate_subject(slaap, en, "Sleep")
    post = make_page(BlogPage, home, topics=[psoas])
    translate_to(en, post, published)
    for topics, expected in (
        ([slaap], ["Sleep"]),
        ([slaap, psoas], ["Hip flexor", "Sleep"]),
        ([], []),
    ):
        post = BlogPage.objects.get(pk=post.pk)
        post.topics = topics
        post.save_revision().publish()
        assert english_topics(post, en) == expected


def test_a_copy_of_a_post_keeps_its_topics(home):
    post = make_page(BlogPage, home, topics=[make_topic("Slaap")])
    copy = post.copy(update_attrs={"slug": "kopie"})
    assert [topic.name for topic in copy.topics.all()] == ["Slaap"]


def test_a_topic_and_a_category_may_have_the_same_address(home):
    assert (make_topic("Adem").slug, make_category("Adem").slug) == ("adem", "adem")
    assert make_topic("Adem").slug == "adem-2"
