"""Posts stand in categories, each with a list at an address of its own in every language."""

import datetime
from importlib import import_module

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.test import Client
from wagtail.models import PageViewRestriction
from wagtail_localize.models import Translation

from blog.models import BlogIndexPage, BlogPage
from blog.subjects import SLUG_LENGTH, Category
from tests.factories.blog import make_category, translate_subject
from tests.factories.translations import translate_to
from tests.factories.tree import make_page

pytestmark = pytest.mark.django_db


def soup(client: Client, url: str) -> BeautifulSoup:
    response = client.get(url)
    assert response.status_code == 200, url
    return BeautifulSoup(response.content, "html.parser")


def titles(client: Client, url: str) -> list[str]:
    return [heading.text.strip() for heading in soup(client, url).select("main article h2")]


def offered(client: Client, url: str) -> list[str]:
    return [link.text for link in soup(client, url).select(".categories a")]


def head(page: BeautifulSoup) -> dict[str, str]:
    links = page.select("link[rel=alternate][hreflang]")
    found = {link["hreflang"]: link["href"] for link in links}
    return found | {"canonical": page.select_one("link[rel=canonical]")["href"]}


def test_a_category_lists_its_posts_and_no_others(home, client: Client):
    adem = make_category("Adem", description="Over ademen.")
    make_page(BlogPage, home, title="Over de psoas")
    make_page(BlogPage, home, title="Over adem", category=adem)
    make_page(BlogPage, home, title="Concept", category=adem).unpublish()
    assert titles(client, "/blog/categorie/adem/") == ["Over adem"]
    page = soup(client, "/blog/categorie/adem/")
    assert page.h1.text == "Adem"
    assert "Over ademen." in page.select_one("main header").text
    assert page.title.text.startswith("Adem · Blog")
    assert page.select_one("meta[name=description]")["content"] == "Over ademen."


def test_a_post_and_its_card_lead_to_the_category(home, client: Client):
    adem = make_category("Adem")
    post = make_page(BlogPage, home, category=adem)
    for url in (post.url, "/blog/"):
        link = soup(client, url).select_one("main a[href='/blog/categorie/adem/']")
        assert link.text == "Adem"


def test_the_blog_offers_categories_that_have_posts_a_visitor_can_read(home, client: Client):
    adem, rust, leeg = (make_category(name) for name in ("Adem", "Rust", "Leeg"))
    make_page(BlogPage, home, category=rust)
    make_page(BlogPage, home, category=adem)
    secret = make_page(BlogPage, home, category=leeg)
    PageViewRestriction.objects.create(page=secret, restriction_type="login")
    assert offered(client, "/blog/") == ["Alle berichten", "Adem", "Rust"]
    current = soup(client, "/blog/categorie/rust/").select(".categories [aria-current=page]")
    assert [link.text for link in current] == ["Rust"]


def test_a_blog_without_categories_has_no_list_of_them(home, client: Client):
    make_category("Adem")
    make_page(BlogPage, home)
    assert offered(client, "/blog/") == []


def test_a_category_without_posts_says_something_kind(home, client: Client):
    make_category("Adem")
    make_page(BlogIndexPage, home)
    assert "Hierover staat nog geen bericht" in soup(client, "/blog/categorie/adem/").main.text


@pytest.mark.parametrize(
    "path",
    [
        "/blog/categorie/onbekend/",
        "/blog/categorie/concept/",
        "/blog/category/adem/",
        "/blog/categorie/",
    ],
)
def test_an_address_of_no_category_gives_a_404(home, path, client: Client):
    make_category("Adem")
    make_category("Concept").unpublish()
    make_page(BlogIndexPage, home)
    assert client.get(path).status_code == 404


def test_an_english_post_stands_in_the_english_category(home, en, published, client: Client):
    adem = make_category("Adem")
    translate_subject(adem, en, "Breath")
    post = make_page(BlogPage, home, title="Over adem", category=adem)
    english = translate_to(en, post, published)
    assert english.category.name == "Breath"
    assert titles(client, "/en/en-blog/category/breath/") == ["EN Over adem"]
    link = soup(client, english.url).select_one(".page-head__meta a")
    assert (link.text, link["href"]) == ("Breath", "/en/en-blog/category/breath/")


def test_english_shows_no_dutch_category(home, en, published, client: Client):
    post = make_page(BlogPage, home, title="Over rust", category=make_category("Stilte"))
    english = translate_to(en, post, published)
    for url in (english.url, "/en/en-blog/"):
        assert "Stilte" not in str(soup(client, url))
        assert soup(client, url).select("main a[href*=category]") == []
    assert client.get("/en/en-blog/category/stilte/").status_code == 404


def test_a_category_that_is_translated_later_appears_on_english_posts(
    home, en, published, client: Client
):
    adem = make_category("Adem")
    english = translate_to(en, make_page(BlogPage, home, category=adem), published)
    breath = translate_subject(adem, en, "Breath")
    assert "Breath" in soup(client, english.url).select_one(".page-head__meta").text
    breath.unpublish()
    assert "Breath" not in str(soup(client, english.url))


def test_the_language_switch_leads_to_the_same_category(home, en, published, client: Client):
    adem = make_category("Adem")
    translate_to(en, make_page(BlogPage, home, category=adem), published)
    translate_subject(adem, en, "Breath")
    dutch, english = "/blog/categorie/adem/", "/en/en-blog/category/breath/"
    assert soup(client, dutch).select_one("header a[hreflang]")["href"] == english
    assert soup(client, english).select_one("header a[hreflang]")["href"] == dutch
    both = {"nl": f"http://testserver{dutch}", "en": f"http://testserver{english}"}
    both |= {"x-default": both["nl"]}
    assert head(soup(client, dutch)) == both | {"canonical": both["nl"]}
    assert head(soup(client, english)) == both | {"canonical": both["en"]}


def test_the_language_switch_of_an_untranslated_category_leads_to_the_blog_and_says_so(
    home, en, published, client: Client
):
    adem = make_category("Adem")
    translate_to(en, make_page(BlogPage, home, category=adem), published)
    page = soup(client, "/blog/categorie/adem/")
    link = page.select_one("header a[hreflang]")
    assert link["href"] == "/en/en-blog/"
    assert "EN Blog" in link.text
    url = "http://testserver/blog/categorie/adem/"
    assert head(page) == {"nl": url, "x-default": url, "canonical": url}


def test_a_category_gets_a_free_address_from_its_name(nl):
    assert make_category("Adem & rust").slug == "adem-rust"
    assert make_category("Adem rust").slug == "adem-rust-2"
    with pytest.raises(ValidationError, match="adres"):
        make_category("Iets anders", slug="adem-rust")


def test_she_makes_a_category_and_gives_it_to_a_post(home, practitioner_client, client: Client):
    response = practitioner_client.post(
        "/admin/snippets/blog/category/add/", {"name": "Adem", "action-publish": "1"}
    )
    assert response.status_code == 302
    adem = Category.objects.get(slug="adem")
    assert adem.live
    post = make_page(BlogPage, home)
    form = practitioner_client.get(f"/admin/pages/{post.pk}/edit/")
    assert "Adem" in BeautifulSoup(form.content, "html.parser").select_one("#id_category").text
    assert "/admin/snippets/blog/category/" in practitioner_client.get("/admin/").content.decode()
    response = practitioner_client.post(
        f"/admin/pages/{post.pk}/edit/",
        {
            "title": post.title,
            "slug": post.slug,
            "date": "2026-10-01",
            "body-count": 0,
            "category": adem.pk,
            "action-publish": "1",
        },
    )
    assert response.status_code == 302
    assert titles(client, "/blog/categorie/adem/") == [post.title]


def test_only_dutch_categories_are_offered_to_a_post(home, en, practitioner_client):
    translate_subject(make_category("Adem"), en, "Breath")
    post = make_page(BlogPage, home)
    html = practitioner_client.get(f"/admin/pages/{post.pk}/edit/").content
    assert "Breath" not in BeautifulSoup(html, "html.parser").select_one("#id_category").text


def test_a_post_leads_on_to_its_category_first_and_then_to_the_newest(home, client: Client):
    adem = make_category("Adem")
    for day, category in ((1, adem), (9, None), (8, None), (7, None)):
        date = datetime.date(2026, 9, day)
        make_page(BlogPage, home, title=f"Dag {day}", date=date, category=category)
    post = make_page(BlogPage, home, title="Dit", category=adem)
    other = make_page(BlogPage, home, title="Los bericht")

    def read_on(page: BlogPage) -> list[str]:
        return [heading.text for heading in soup(client, page.url).select("article h3")]

    assert read_on(post) == ["Dag 1", "Los bericht", "Dag 9"]
    assert read_on(other) == ["Dit", "Dag 9", "Dag 8"]


def test_a_category_without_letters_has_an_address_too(home, en, published, client: Client):
    leaf = make_category("🌿")
    assert make_category("♥").slug == "categorie-2"
    english = translate_subject(leaf, en, "🍃")
    assert english.slug == "category"
    post = make_page(BlogPage, home, title="Groen", category=leaf)
    for url in ("/", "/blog/", post.url):
        assert client.get(url).status_code == 200
    assert titles(client, "/blog/categorie/categorie/") == ["Groen"]


def test_a_taken_address_is_numbered_within_its_length(nl):
    long = make_category("Adem", slug="a" * SLUG_LENGTH)
    copy = Category.objects.create(name="Adem", locale=nl, slug=long.slug)
    assert copy.slug == "a" * (SLUG_LENGTH - 2) + "-2"


def test_a_category_published_at_a_set_time_takes_no_address_of_another(nl):
    later = make_category("Adem")
    later.slug = "rust"
    revision = later.save_revision()
    make_category("Rust")
    revision.publish()
    later.refresh_from_db()
    assert later.slug == "rust-2"


def test_addresses_of_older_categories_are_made_free(nl, en):
    migration = import_module("blog.migrations.0003_category_addresses")
    older = [
        Category(name=name, slug=slug, locale=locale)
        for name, slug, locale in (
            ("Adem", "adem", nl),
            ("Rust", "adem", nl),
            ("Twee", "adem-2", nl),
            ("🌿", "", nl),
            ("🍃", "", nl),
            ("🍃", "", en),
        )
    ]
    changed = list(migration.free_slugs(older))
    slugs = [category.slug for category in older]
    assert slugs == ["adem", "adem-3", "adem-2", "categorie", "categorie-2", "category"]
    assert changed == [older[1], *older[3:]]


def test_an_english_post_without_dutch_is_offered_english_categories(
    home, en, published, practitioner_client, client: Client
):
    adem = make_category("Adem")
    breath = translate_subject(adem, en, "Breath")
    post = make_page(BlogPage, home, category=adem)
    english = translate_to(en, post, published)
    BlogPage.objects.get(pk=post.pk).delete()
    Translation.objects.all().delete()
    edit = f"/admin/pages/{english.pk}/edit/"
    form = BeautifulSoup(practitioner_client.get(edit).content, "html.parser")
    offer = {option.text.strip() for option in form.select("#id_category option[value]")}
    assert "Breath" in offer
    assert "Adem" not in offer
    assert form.select_one("#id_category option[selected]")["value"] == str(breath.pk)


def test_a_category_of_another_language_is_not_shown(home, en, published, client: Client):
    adem = make_category("Adem")
    english = translate_to(en, make_page(BlogPage, home), published)
    BlogPage.objects.filter(pk=english.pk).update(category=adem)
    for url in (english.url, "/en/en-blog/"):
        assert "Adem" not in soup(client, url).main.text
