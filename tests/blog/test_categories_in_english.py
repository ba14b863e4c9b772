"""The admin shows where a category stands in English, and takes it through the same review as a page."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail_localize.models import Translation

from blog.models import Category
from tests.factories.blog import make_category, translate_subject

pytestmark = pytest.mark.django_db

LIST = "/admin/snippets/blog/category/"


def behind(category: Category) -> str:
    """Publishes a Dutch name that the English has not followed; returns the address of the review."""
    category.name = "Adem en stilte"
    category.save_revision().publish()
    translation = Translation.objects.get(source__object_id=category.translation_key)
    return reverse("translations_review:segments", args=[translation.pk])


def test_the_list_says_where_each_category_stands(home, en, practitioner_client):
    make_category("Rust")
    adem = make_category("Adem")
    translate_subject(adem, en, "Breath")
    found = BeautifulSoup(practitioner_client.get(LIST).content, "html.parser")
    assert {link["data-state"] for link in found.select("[data-state]")} == {"missing", "complete"}
    review = behind(adem)
    found = BeautifulSoup(practitioner_client.get(LIST).content, "html.parser")
    assert found.select_one("[data-state=behind]")["href"] == review
    missing = found.select_one("[data-state=missing]")["href"]
    assert practitioner_client.get(missing).status_code == 200


def test_the_first_screen_names_a_category_that_is_behind(home, en, practitioner_client):
    adem = make_category("Adem")
    translate_subject(adem, en, "Breath")
    review = behind(adem)
    panel = BeautifulSoup(practitioner_client.get("/admin/").content, "html.parser")
    link = panel.select_one(".translations-behind [data-state=behind]")
    assert link["href"] == review
    assert "Adem en stilte" in link.parent.text


def test_publishing_a_category_says_what_is_behind(home, en, practitioner_client):
    adem = make_category("Adem")
    translate_subject(adem, en, "Breath")
    data = {"name": "Adem en stilte", "slug": adem.slug, "action-publish": "1"}
    response = practitioner_client.post(f"{LIST}edit/{adem.pk}/", data, follow=True)
    texts = " ".join(str(message) for message in response.context["messages"])
    assert "1 Engelse tekst loopt achter" in texts


def test_a_category_is_reviewed_as_a_page_is(home, en, practitioner_client):
    adem = make_category("Adem")
    english = translate_subject(adem, en, "Breath")
    review = behind(adem)
    page = BeautifulSoup(practitioner_client.get(review).content, "html.parser")
    assert "en stilte" in page.main.text
    form = page.select_one("form:has([name=segment])")
    data = {field["name"]: field.get("value", "") for field in form.select("input[name]")}
    data |= {"text": "Breath and silence", "action": "edit"}
    assert practitioner_client.post(review, data).status_code == 302
    practitioner_client.post(f"{LIST}edit/{english.pk}/", {"action": "publish"})
    english.refresh_from_db()
    assert (english.name, english.live) == ("Breath and silence", True)


def test_who_may_not_edit_categories_may_not_review_them(
    home, en, practitioners, practitioner_client
):
    adem = make_category("Adem")
    translate_subject(adem, en, "Breath")
    review = behind(adem)
    practitioners.permissions.remove(
        *practitioners.permissions.filter(content_type__model="category")
    )
    assert practitioner_client.get(review).status_code == 302
