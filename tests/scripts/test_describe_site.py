import pytest

from blog.models import BlogPage
from home.models import StandardPage
from scripts.describe_site import describe, page_name
from tests.factories.blog import make_category, translate_subject
from tests.factories.translations import translate_to
from tests.factories.tree import make_page

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("model", "name"),
    [("TreatmentIndexPage", "treatment-index"), ("HomePage", "home"), ("BlogPage", "post")],
)
def test_names_are_those_of_the_models(model, name):
    assert page_name(model) == name


def test_a_live_page_of_each_type_is_named_in_each_language(home, en, published):
    make_page(StandardPage, home, slug="oud").unpublish()
    page = make_page(StandardPage, home, slug="over-mij")
    english = translate_to(en, page, published)
    pages = describe()["pages"]
    assert pages["standard"] == {"nl": page.url, "en": english.url}
    assert pages["treatment"] == {}


def test_a_category_with_posts_to_read_is_named_in_each_language(home, en, published):
    make_page(BlogPage, home, category=make_category("Adem")).unpublish()
    rust = make_category("Rust")
    translate_subject(rust, en, "Stillness")
    translate_to(en, make_page(BlogPage, home, category=rust), published)
    assert describe()["category"] == {
        "nl": "/blog/categorie/rust/",
        "en": "/en/en-blog/category/stillness/",
    }


def test_the_answer_when_all_is_broken_is_there_in_both_languages(home):
    answers = describe()["server_error"]
    assert 'lang="nl"' in answers["nl"]
    assert 'lang="en"' in answers["en"]
