import pytest
from bs4 import BeautifulSoup

from home.models import StandardPage
from tests.factories.translations import translate_to
from tests.factories.tree import make_page


@pytest.mark.django_db
def test_the_report_lists_translations_by_title(home, en, published, practitioner_client):
    for title in ("Water", "Adem", "Rust"):
        translate_to(en, make_page(StandardPage, home, title=title), published)
    html = practitioner_client.get("/admin/localize/reports/translations/").content
    rows = [row.text for row in BeautifulSoup(html, "html.parser").select("tbody tr")]
    order = [name for row in rows for name in ("Adem", "Rust", "Water") if f"{name} (" in row]
    assert order == ["Adem", "Rust", "Water"]
