"""What every page type must satisfy, from the day it is born."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import get_page_models
from wagtail.test.utils.form_data import querydict_from_html
from wagtail_localize.fields import TranslatableField, get_translatable_fields

from api.documents import document_type
from core.models import BasePage
from seo.pruning import REQUIRED
from seo.site_pictures.making import draw_pictures
from tests.factories.bodies import body_of_every_block
from tests.factories.form_data import block_form_data
from tests.factories.practice import DETAILS, fill_practice
from tests.factories.texts import texts_of
from tests.factories.translations import translate_to
from tests.factories.tree import make_page
from tests.seo.reading import entries, nodes, references
from treatments.models import TreatmentPage

PAGE_MODELS = [model for model in get_page_models() if issubclass(model, BasePage)]

pytestmark = pytest.mark.django_db


@pytest.fixture
def treatment(home: Any) -> Any:
    """For the blocks that lead to a treatment."""
    return make_page(TreatmentPage, home)


def test_there_are_page_types():
    assert len(PAGE_MODELS) >= 7


@pytest.mark.parametrize("model", PAGE_MODELS)
class TestEveryPageType:
    def test_renders_in_its_own_language(self, model, home, treatment, picture, client: Client):
        page = make_page(model, home)
        if hasattr(page, "body"):
            page.body = body_of_every_block(model)
            page.save_revision().publish()
        response = client.get(page.url)
        assert response.status_code == 200
        html = response.content.decode()
        assert '<html lang="nl"' in html
        assert html.count("<h1") == 1
        assert page.title in html

    def test_previews_in_every_mode(self, model, home):
        page = make_page(model, home)
        assert page.preview_modes
        for mode, _label in page.preview_modes:
            assert page.make_preview_request(preview_mode=mode).status_code == 200

    def test_says_what_it_is_for(self, model):
        assert str(model.get_page_description())
        assert str(model._meta.verbose_name) != model.__name__

    def test_is_published_through_the_admin_form(
        self, model, home, treatment, picture, recording, practitioner_client
    ):
        page = make_page(model, home)
        page.unpublish()
        url = f"/admin/pages/{page.pk}/edit/"
        data = querydict_from_html(
            practitioner_client.get(url).content.decode(), form_id="page-edit-form"
        ).dict()
        data |= {"title": "Nieuwe titel", "action-publish": "1"}
        blocks = body_of_every_block(model)
        if hasattr(model, "body"):
            stream_block = model._meta.get_field("body").stream_block
            data |= block_form_data("body", stream_block, stream_block.normalize(blocks))
        response = practitioner_client.post(url, data)
        assert response.status_code == 302, form_errors(response)
        saved = model.objects.get(pk=page.pk)
        assert saved.title == "Nieuwe titel"
        assert saved.live
        if hasattr(model, "body"):
            assert [block.block_type for block in saved.body] == [name for name, _value in blocks]
            assert texts_of(saved.body) == texts_of(stream_block.normalize(blocks))

    def test_translates_to_a_live_english_page(self, model, home, en, published, client: Client):
        page = make_page(model, home)
        english = translate_to(en, page, published)
        assert english.live
        html = client.get(english.url).content.decode()
        assert english.url.startswith("/en/")
        assert '<html lang="en"' in html
        assert f"EN {page.title}" in html

    def test_is_found_by_the_visitors_search(self, model, home, client: Client):
        page = make_page(model, home, title="Zeilboot")
        html = client.get("/zoeken/", {"q": "zeilboot"}).content.decode()
        assert f'<a href="{page.url}"><mark>Zeilboot</mark></a>' in html
        assert f"{model.kind}</p>" in html

    def test_a_draft_of_it_is_not_found(self, model, home, client: Client):
        page = make_page(model, home, title="Zeilboot")
        page.unpublish()
        html = client.get("/zoeken/", {"q": "zeilboot"}).content.decode()
        assert "<mark>" not in html

    def test_its_document_is_what_its_schema_says(
        self, model, home, en, treatment, picture, recording, published, client: Client
    ):
        page = make_page(model, home)
        if hasattr(page, "body"):
            page.body = body_of_every_block(model)
            page.save_revision().publish()
        for each in (page, translate_to(en, page, published)):
            document = client.get(f"/api/v1/pages/{each.pk}").json()
            typed = document_type(model).schema.model_validate(document)
            assert typed.model_dump(mode="json") == document

    def test_is_in_exactly_one_sitemap_in_each_language(
        self, model, home, en, published, client: Client
    ):
        page = make_page(model, home)
        english = translate_to(en, page, published)
        found = entries(client)  # which refuses an address that is there twice
        assert {page.full_url, english.full_url} <= found.keys()

    def test_is_told_to_machines_as_a_graph_in_which_nothing_is_missing(
        self, model, home, en, published, client: Client
    ):
        fill_practice(home, **DETAILS)
        page = make_page(model, home)
        english = translate_to(en, page, published)
        for each in (page, english):
            found = nodes(client, each.url)
            assert references(list(found.values())) <= found.keys()
            webpage = found[f"{each.full_url}#webpage"]
            assert webpage["@type"] == model.schema_type
            assert webpage["name"] == each.title
            assert webpage["inLanguage"] == each.locale.language_code
            for node in found.values():
                assert set(REQUIRED[node["@type"]]) <= node.keys()

    def test_has_a_picture_of_its_own_for_who_shares_it(
        self, model, home, en, published, client: Client
    ):
        page = make_page(model, home)
        english = translate_to(en, page, published)
        draw_pictures()
        for each in (page, english):
            head = BeautifulSoup(client.get(each.url).content, "html.parser").head
            response = client.get(head.find("meta", property="og:image")["content"])
            assert response.status_code == 200
            assert response.headers["Content-Type"] == "image/png"
            assert "immutable" in response.headers["Cache-Control"]

    def test_stands_in_the_menu_of_every_language_or_of_none(self, model, home, en, published):
        page = make_page(model, home)
        english = translate_to(en, page, published)
        page.show_in_menus = True
        page.save_revision().publish()
        english.refresh_from_db()
        assert english.show_in_menus

    def test_can_do_without_any_text_that_another_language_may_hold_back(self, model):
        required = [
            field.field_name
            for field in get_translatable_fields(model)
            if isinstance(field, TranslatableField) and not field.get_field(model).blank
        ]
        assert required == ["title", "slug"]

    def test_takes_no_post_unless_it_has_a_form(self, model, home, client: Client):
        page = make_page(model, home)
        expected = {405} if "POST" not in page.allowed_http_method_names() else {422, 403}
        assert client.post(page.url, {"anything": "x"}).status_code in expected


def form_errors(response: Any) -> Any:
    form = response.context and response.context.get("form")
    return form.errors if form else response.content[:500]
