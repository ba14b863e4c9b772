"""The nodes that every page has: the site in its language, the practice, and who works there."""

from collections import defaultdict
from datetime import time
from typing import Any
from urllib.parse import urljoin

from django.urls import reverse
from django.utils import translation

from core.blocks.practice import spans_of
from core.models import PracticeSettings, PracticeWords
from core.opening_hours import WEEKDAYS

Node = dict[str, Any]
COUNTRY = "NL"  # the details ask for a Dutch registration and a Dutch VAT number


def website_node(home_url: str, root_url: str, language: str, practice: PracticeSettings) -> Node:
    """The site as it is in one language, with where to search it."""
    with translation.override(language):
        search = urljoin(root_url, reverse("search"))
    return {
        "@type": "WebSite",
        "@id": f"{home_url}#website",
        "url": home_url,
        "name": practice.practice_name,
        "inLanguage": language,
        "publisher": {"@id": f"{root_url}/#practice"},
        "potentialAction": {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": f"{search}?q={{search_term_string}}",
            },
            # What schema.org calls the place of the word: https://schema.org/docs/actions.html
            "query-input": "required name=search_term_string",
        },
    }


def practice_node(
    node_id: str, root_url: str, practice: PracticeSettings, practitioner: Node
) -> Node:
    has_address = practice.street or practice.postal_code or practice.city
    return {
        "@type": "HealthAndBeautyBusiness",
        "@id": node_id,
        "name": practice.practice_name,
        "url": f"{root_url}/",
        "telephone": practice.telephone,
        "email": practice.email,
        "address": {
            "@type": "PostalAddress",
            "streetAddress": practice.street,
            "postalCode": practice.postal_code,
            "addressLocality": practice.city,
            "addressCountry": COUNTRY,
        }
        if has_address
        else None,
        "openingHoursSpecification": _opening_hours(practice),
        "vatID": practice.vat_number,
        "identifier": {
            "@type": "PropertyValue",
            "propertyID": "KvK",
            "value": practice.kvk_number,
        },
        "sameAs": [link.value["url"] for link in practice.social_links],
        "employee": practitioner,
    }


def practitioner_node(
    node_id: str,
    root_url: str,
    practice: PracticeSettings,
    words: PracticeWords,
    workplace: Node,
) -> Node:
    portrait = practice.portrait
    return {
        "@type": "Person",
        "@id": node_id,
        "name": practice.practitioner_name,
        "description": words.about,
        "image": {
            "@type": "ImageObject",
            "url": urljoin(root_url, portrait.file.url),
            "caption": words.portrait_alt,
        }
        if portrait is not None
        else None,
        "worksFor": workplace,
        "memberOf": {
            "@type": "Organization",
            "name": practice.association_name,
            "url": practice.association_website,
        },
    }


def _opening_hours(practice: PracticeSettings) -> list[Node]:
    """One node for each stretch of the day, with the days that have it."""
    days: dict[tuple[time, time], list[str]] = defaultdict(list)
    for span in sorted(set(spans_of(practice.opening_hours))):
        name = WEEKDAYS[span.weekday].capitalize()
        days[span.opens, span.closes].append(f"https://schema.org/{name}")
    return [
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": names,
            "opens": f"{opens:%H:%M}",
            "closes": f"{closes:%H:%M}",
        }
        for (opens, closes), names in days.items()
    ]
