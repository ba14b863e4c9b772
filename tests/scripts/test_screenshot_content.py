import pytest

from blog.models import BlogIndexPage, BlogPage
from scripts.screenshot_content import set_number_of
from tests.factories.translations import translate_to
from tests.factories.tree import make_page
from treatments.models import TreatmentIndexPage, TreatmentPage

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("kind", "list_of"), [(TreatmentPage, TreatmentIndexPage), (BlogPage, BlogIndexPage)]
)
def test_both_languages_get_as_many_as_asked(kind, list_of, home, en, picture, published, client):
    own = make_page(kind, home, title="Van haar")
    translate_to(en, own, published)
    for wanted in (0, 1, 3, 2):
        set_number_of(kind, wanted)
        for language in ("nl", "en"):
            live = kind.objects.live().filter(locale__language_code=language)
            assert live.count() == wanted
            index = list_of.objects.get(locale__language_code=language)
            assert client.get(index.url).status_code == 200
    own.refresh_from_db()
    assert own.live
