"""What the practitioner may do, and what she is kept from."""

import pytest
from django.contrib.auth import get_user_model

from blog.models import BlogIndexPage, BlogPage
from contact.models import ContactPage
from home.models import HomePage, StandardPage
from starter.practitioner import ensure_group
from tests.factories.tree import make_page
from treatments.models import TreatmentIndexPage, TreatmentPage

pytestmark = pytest.mark.django_db

ALLOWED = [
    "/admin/",
    "/admin/images/",
    "/admin/images/add/",
    "/admin/messages/",
    "/admin/localize/reports/translations/",
    "/admin/snippets/blog/category/",
    "/admin/snippets/blog/category/add/",
    "/admin/snippets/blog/topic/",
    "/admin/snippets/blog/topic/add/",
    "/admin/settings/core/practicesettings/",
    "/admin/snippets/core/practicewords/",
    "/admin/settings/contact/contactsettings/",
    "/admin/redirects/",
    "/admin/redirects/add/",
    "/admin/redirects/import/",
    "/admin/reports/not-found/",
    "/admin/account/",
]
FORBIDDEN = [
    "/admin/users/",
    "/admin/groups/",
    "/admin/sites/",
    "/admin/locales/",
    "/admin/collections/",
]


@pytest.mark.parametrize("path", ALLOWED)
def test_she_may_open(path, home, practitioner_client):
    assert practitioner_client.get(path, follow=True).status_code == 200


@pytest.mark.parametrize("path", FORBIDDEN)
def test_she_is_kept_from(path, home, practitioner_client):
    response = practitioner_client.get(path)
    assert response.status_code == 302
    assert response.headers["Location"] == "/admin/"


def test_the_admin_is_dutch_for_her(home, practitioner_client):
    html = practitioner_client.get("/admin/").content.decode()
    assert 'lang="nl"' in html
    assert "Afbeeldingen" in html


def test_she_may_publish_and_translate_a_page(home, en, practitioner_client):
    page = make_page(TreatmentPage, home)
    editor = practitioner_client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert 'name="action-publish"' in editor
    response = practitioner_client.get(f"/admin/localize/submit/page/{home.pk}/")
    assert response.status_code == 200


@pytest.mark.parametrize(
    ("model", "offered"),
    [
        (
            HomePage,
            {
                "home/standardpage",
                "treatments/treatmentindexpage",
                "blog/blogindexpage",
                "contact/contactpage",
            },
        ),
        (StandardPage, {"home/standardpage"}),
        (TreatmentIndexPage, {"treatments/treatmentpage"}),
        (TreatmentPage, set()),
        (BlogIndexPage, {"blog/blogpage"}),
        (BlogPage, set()),
        (ContactPage, set()),
    ],
)
def test_only_the_page_types_that_make_sense_are_offered(
    model, offered, home, practitioner, practitioner_client
):
    page = make_page(model, home)
    types = {
        f"{offer._meta.app_label}/{offer._meta.model_name}"
        for offer in model.creatable_subpage_models()
        if offer.can_create_at(page)
    }
    assert types == offered
    for name in offered:
        response = practitioner_client.get(f"/admin/pages/add/{name}/{page.pk}/")
        assert response.status_code == 200


def test_a_second_list_of_treatments_is_not_offered(home, practitioner_client):
    make_page(TreatmentPage, home)
    html = practitioner_client.get(f"/admin/pages/{home.pk}/add_subpage/").content.decode()
    assert "treatments/treatmentindexpage" not in html


def test_a_second_home_page_is_not_offered(root, home, practitioner_client):
    response = practitioner_client.get(f"/admin/pages/add/home/homepage/{root.pk}/")
    assert response.status_code in {302, 403}


def test_making_the_group_again_keeps_what_was_added_to_it(practitioners):
    before = practitioners.permissions.count()
    user = get_user_model().objects.create_user("iemand")
    user.groups.add(practitioners)
    ensure_group()
    assert practitioners.permissions.count() == before
    assert practitioners.user_set.count() == 1
    assert practitioners.page_permissions.count() == 5
