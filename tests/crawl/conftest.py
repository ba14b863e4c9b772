"""One site with more to find than the starter content, and everything that a crawler finds on it."""

from collections.abc import Iterator

import pytest

from tests.crawl.crawler import Document, crawl
from tests.scripts.served_site import Site
from tests.served_sites import served_copy

# Lists of more than one page, posts in one language only, and what no crawler may ever meet.
MORE_CONTENT = """
import datetime
from wagtail.models import PageViewRestriction, Site
from blog.models import BlogIndexPage, BlogPage
from blog.subjects import Category
from core.models import PracticeSettings
practice = PracticeSettings.for_site(Site.objects.get(is_default_site=True))
practice.lists_untranslated_posts = True
practice.save()
blog = BlogIndexPage.objects.get(locale__language_code="nl")
category = Category.objects.filter(locale=blog.locale, live=True).first()
def add(title, day, **fields):
    page = BlogPage(title=title, date=datetime.date(2025, 1, 1) + datetime.timedelta(days=day), **fields)
    BlogIndexPage.objects.get(pk=blog.pk).add_child(instance=page)
    return page
for number in range(30):
    post = add(f"Een bericht over de adem & de rug, nummer {number}", 9 * number,
        category=category if number % 2 else None,
        introduction="Wat je voelt als je even niets hoeft, en waarom dat niet altijd vanzelf gaat.",
        body=[("text", {"heading": "Wat er gebeurt", "prose":
            "<p>Je ligt op een warme tafel en je hoeft niets te doen, zodat je adem weer kan zakken.</p>"})])
    post.save_revision().publish()
add("Een concept dat niemand kent", 1, live=False).save_revision()
private = add("Achter slot en grendel", 2)
private.save_revision().publish()
PageViewRestriction.objects.create(page=private, restriction_type="login")
moved = BlogPage.objects.get(slug="een-bericht-over-de-adem-de-rug-nummer-29")
moved.slug = "een-nieuw-adres"
moved.save_revision().publish()
"""


@pytest.fixture(scope="package")
def crawled_site(
    prepared_site: Site, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, dict[str, Document]]]:
    with served_copy(prepared_site, tmp_path_factory.mktemp("crawled")) as site:
        site.manage("shell", "-v0", "-c", MORE_CONTENT)
        yield site.url, crawl(site.url)


@pytest.fixture(scope="package")
def base(crawled_site: tuple[str, dict[str, Document]]) -> str:
    """Scheme and host of the site."""
    return crawled_site[0]


@pytest.fixture(scope="package")
def documents(crawled_site: tuple[str, dict[str, Document]]) -> dict[str, Document]:
    """Every answer, by address."""
    return crawled_site[1]


@pytest.fixture(scope="package")
def pages(documents: dict[str, Document]) -> dict[str, Document]:
    """Those answers that are a page for people."""
    return {url: document for url, document in documents.items() if document.is_page}
