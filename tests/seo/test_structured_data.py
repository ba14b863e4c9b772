"""What a page says to machines."""

from typing import Any

import pytest
from django.test import Client

from blog.models import BlogPage
from core.models import BasePage
from home.models import StandardPage
from seo.structured_data import as_json
from tests.factories.blog import make_category
from tests.factories.practice import DETAILS, WORDS, fill_practice, make_words
from tests.factories.translations import translate_to
from tests.factories.tree import make_page
from tests.seo.reading import nodes, of_type, references
from treatments.models import TreatmentPage

ROOT = "http://testserver"

pytestmark = pytest.mark.django_db


def test_the_practice_and_the_practitioner_are_told_from_the_details(home, nl, client: Client):
    fill_practice(home, **DETAILS)
    make_words(nl, **WORDS)
    found = nodes(client, home.url)
    assert found[f"{ROOT}/#practice"] == {
        "@type": "HealthAndBeautyBusiness",
        "@id": f"{ROOT}/#practice",
        "name": "Psoas-release",
        "url": f"{ROOT}/",
        "telephone": "+31 6 12 34 56 78",
        "email": "marijke@example.com",
        "address": {
            "@type": "PostalAddress",
            "streetAddress": "Kerkstraat 1",
            "postalCode": "3581 AB",
            "addressLocality": "Utrecht",
            "addressCountry": "NL",
        },
        "openingHoursSpecification": [
            {
                "@type": "OpeningHoursSpecification",
                "dayOfWeek": ["https://schema.org/Monday"],
                "opens": "09:00",
                "closes": "17:00",
            }
        ],
        "vatID": "NL001234567B01",
        "identifier": {"@type": "PropertyValue", "propertyID": "KvK", "value": "12345678"},
        "sameAs": ["https://profiel.example/marijke"],
        "employee": {"@id": f"{ROOT}/#practitioner"},
    }
    assert found[f"{ROOT}/#practitioner"] == {
        "@type": "Person",
        "@id": f"{ROOT}/#practitioner",
        "name": "Marijke de Wit",
        "description": "Ik werk met aandacht.",
        "worksFor": {"@id": f"{ROOT}/#practice"},
        "memberOf": {
            "@type": "Organization",
            "name": "Vereniging van Lichaamswerkers",
            "url": "https://vereniging.example/",
        },
    }


def test_what_is_not_filled_in_is_left_out_and_nothing_refers_to_it(home, client: Client):
    fill_practice(home, membership_number="2041-77", association_website="https://x.example/")
    post = make_page(BlogPage, home)
    found = nodes(client, post.url)
    assert found[f"{ROOT}/#practice"].keys() == {"@type", "@id", "name", "url"}
    assert of_type(found, "Person") is None
    assert references(list(found.values())) <= found.keys()
    assert of_type(found, "BlogPosting")["author"] == {"@id": f"{ROOT}/#practice"}


def test_days_with_the_same_hours_stand_together(home, client: Client):
    hours = [("tuesday", "09:00"), ("monday", "09:00"), ("monday", "13:00")]
    fill_practice(
        home,
        opening_hours=[
            {"type": "hours", "value": {"weekday": day, "opens": at, "closes": at[:3] + "30"}}
            for day, at in hours
        ],
    )
    said = of_type(nodes(client, home.url), "HealthAndBeautyBusiness")["openingHoursSpecification"]
    assert [(each["opens"], len(each["dayOfWeek"])) for each in said] == [
        ("09:00", 2),
        ("13:00", 1),
    ]


def test_the_site_says_where_to_search_it_in_each_language(
    home, en, published: Any, client: Client
):
    english = translate_to(en, home, published)
    for page, search in ((home, "/zoeken/"), (english, "/en/search/")):
        site = nodes(client, page.url)[f"{page.full_url}#website"]
        template = site["potentialAction"]["target"]["urlTemplate"]
        assert template == f"{ROOT}{search}?q={{search_term_string}}"
        assert site["inLanguage"] == page.locale.language_code
        assert client.get(template.replace("{search_term_string}", "adem")).status_code == 200


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_treatment_is_a_service_with_the_price_that_its_page_shows(
    language, home, en, published: Any, client: Client
):
    page: BasePage = make_page(TreatmentPage, home, price="95.50")
    english = translate_to(en, page, published)
    page = {"nl": page, "en": english}[language]
    service = of_type(nodes(client, page.url), "Service")
    assert service["name"] == page.title
    assert service["provider"] == {"@id": f"{ROOT}/#practice"}
    assert service["offers"] == {
        "@type": "Offer",
        "price": "95.50",
        "priceCurrency": "EUR",
        "url": page.full_url,
        "eligibleQuantity": {
            "@type": "QuantitativeValue",
            "minValue": 90,
            "maxValue": 120,
            "unitCode": "MIN",
        },
    }
    shown = {"nl": "€\xa095,50", "en": "€95.50"}[language]
    assert shown in client.get(page.url).content.decode()


def test_a_treatment_without_a_price_offers_nothing(home, client: Client):
    page = make_page(TreatmentPage, home, price=None)
    assert "offers" not in of_type(nodes(client, page.url), "Service")


def test_a_post_and_its_translation_name_each_other(home, en, published: Any, client: Client):
    fill_practice(home, practitioner_name="Marijke de Wit")
    post = make_page(BlogPage, home, title="Adem", category=make_category("Rust"))
    english = translate_to(en, post, published)
    dutch_node = of_type(nodes(client, post.url), "BlogPosting")
    english_node = of_type(nodes(client, english.url), "BlogPosting")
    assert dutch_node["inLanguage"] == "nl"
    assert dutch_node["datePublished"] == english_node["datePublished"] == "2026-09-14"
    assert dutch_node["articleSection"] == "Rust"
    assert dutch_node["author"] == {"@id": f"{ROOT}/#practitioner"}
    assert [each["@id"] for each in dutch_node["workTranslation"]] == [english_node["@id"]]
    assert english_node["translationOfWork"]["@id"] == dutch_node["@id"]
    assert english_node["translationOfWork"]["inLanguage"] == "nl"
    assert "translationOfWork" not in dutch_node
    english.unpublish()
    assert "workTranslation" not in of_type(nodes(client, post.url), "BlogPosting")


def test_the_trail_leads_from_the_home_page_to_the_page(home, client: Client):
    parent = make_page(StandardPage, home, title="Boven")
    page = StandardPage(title="Onder", slug="onder", live=True)
    parent.add_child(instance=page)
    trail = of_type(nodes(client, page.url), "BreadcrumbList")["itemListElement"]
    assert [(each["position"], each["name"], each["item"]) for each in trail] == [
        (1, "Thuis", home.full_url),
        (2, "Boven", parent.full_url),
        (3, "Onder", page.full_url),
    ]
    parent.unpublish()
    trail = of_type(nodes(client, page.url), "BreadcrumbList")["itemListElement"]
    assert [each["name"] for each in trail] == ["Thuis", "Onder"]
    found = nodes(client, home.url)
    assert of_type(found, "BreadcrumbList") is None
    assert "breadcrumb" not in of_type(found, "WebPage")


def test_a_list_below_the_blog_ends_the_trail_itself(home, client: Client):
    make_page(BlogPage, home, category=make_category("Adem"))
    found = nodes(client, "/blog/categorie/adem/")
    assert of_type(found, "BreadcrumbList")["itemListElement"][-1] == {
        "@type": "ListItem",
        "position": 3,
        "name": "Adem",
        "item": f"{ROOT}/blog/categorie/adem/",
    }
    assert of_type(found, "CollectionPage")["@id"] == f"{ROOT}/blog/categorie/adem/#webpage"


def test_no_text_can_end_the_block(home, client: Client):
    title = "</script><!-- <script> & \u2028 “aanhaling”"
    page = make_page(StandardPage, home, title=title)
    assert of_type(nodes(client, page.url), "WebPage")["name"] == title
    assert not set("<>&") & set(as_json({"name": title}))


def test_an_error_and_the_search_say_nothing_of_a_page(home, client: Client):
    for path in ("/nergens/", "/zoeken/"):
        assert b"ld+json" not in client.get(path).content
