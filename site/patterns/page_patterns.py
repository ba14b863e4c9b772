"""Whole pages, by the templates that visitors get: at their fullest, and in the states that are easily forgotten."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from django.core.paginator import Paginator
from django.utils.translation import gettext

from blog.categories import Category
from blog.models import POSTS_PER_PAGE, BlogIndexPage, BlogPage
from contact.forms import ContactForm
from contact.models import ContactPage
from contact.models.settings import DEFAULT_RETENTION_DAYS
from home.models import HomePage, StandardPage
from patterns.content import Sample, stand_in
from patterns.pattern import Pattern
from patterns.stand_ins import NOWHERE, body, posts, practice_details, shell, treatment
from search.extracts import marked
from search.views import LONGEST_QUERY, Result
from treatments.models import TreatmentIndexPage, TreatmentPage

MANY_PAGES = 17


def page_patterns() -> list[Pattern]:
    pages: list[tuple[str, str, Callable[[Sample], dict[str, Any]]]] = [
        ("home", "home/home_page.html", _home),
        ("text-page", "home/standard_page.html", _text_page),
        ("treatment", "treatments/treatment_page.html", _treatment),
        ("treatment-without-facts", "treatments/treatment_page.html", _treatment_without_facts),
        *(
            (
                f"treatments-{number}",
                "treatments/treatment_index_page.html",
                partial(_treatments, number),
            )
            for number in (0, 1, 3, 9)
        ),
        *(
            (f"posts-{number}", "blog/blog_index_page.html", partial(_posts, number, 1))
            for number in (0, 1, POSTS_PER_PAGE, 3 * POSTS_PER_PAGE)
        ),
        *(
            (
                f"posts-page-{page}-of-{MANY_PAGES}",
                "blog/blog_index_page.html",
                partial(_posts, MANY_PAGES * POSTS_PER_PAGE, page),
            )
            for page in (1, MANY_PAGES // 2 + 1, MANY_PAGES)
        ),
        ("category", "blog/blog_category.html", partial(_category, POSTS_PER_PAGE)),
        ("category-empty", "blog/blog_category.html", partial(_category, 0)),
        ("post", "blog/blog_page.html", _post),
        ("search", "search/search.html", partial(_search, None)),
        ("search-results", "search/search.html", partial(_search, 12)),
        ("search-nothing-found", "search/search.html", partial(_search, 0)),
        ("contact", "contact/contact_page.html", partial(_contact, ContactForm, full=True)),
        (
            "contact-errors",
            "contact/contact_page.html",
            partial(_contact, partial(ContactForm, {})),
        ),
        ("contact-thanks", "contact/contact_page.html", partial(_contact, ContactForm, sent=True)),
        ("not-found", "404.html", _shell_alone),
        ("server-error", "500.html", lambda sample: {"language": sample.language}),
        ("menu-1", "home/standard_page.html", partial(_menu, 1)),
        ("menu-9", "home/standard_page.html", partial(_menu, 9)),
        ("footer-full", "home/standard_page.html", _footer),
    ]
    return [Pattern(name, template, context, is_page=True) for name, template, context in pages]


def _home(sample: Sample) -> dict[str, Any]:
    page = stand_in(HomePage, sample, hero_image=sample.picture, body=body(HomePage, sample))
    return shell(sample, details=practice_details(sample)) | {
        "page": page,
        "treatments": [treatment(sample) for _ in range(3)],
        "posts": posts(3, sample),
    }


def _text_page(sample: Sample) -> dict[str, Any]:
    return shell(sample) | {"page": stand_in(StandardPage, sample, body=body(StandardPage, sample))}


def _treatment(sample: Sample) -> dict[str, Any]:
    return shell(sample) | {"page": treatment(sample, body=body(TreatmentPage, sample))}


def _treatment_without_facts(sample: Sample) -> dict[str, Any]:
    page = stand_in(
        TreatmentPage,
        sample,
        bookable_singly=False,
        body=body(TreatmentPage, sample),
    )
    return shell(sample) | {"page": page}


def _treatments(number: int, sample: Sample) -> dict[str, Any]:
    return shell(sample) | {
        "page": stand_in(TreatmentIndexPage, sample),
        "treatments": [treatment(sample) for _ in range(number)],
    }


def _posts(number: int, page: int, sample: Sample) -> dict[str, Any]:
    found = Paginator(posts(number, sample), POSTS_PER_PAGE).get_page(page)
    return shell(sample) | {"page": stand_in(BlogIndexPage, sample), "posts": found}


def _post(sample: Sample) -> dict[str, Any]:
    page = stand_in(
        BlogPage,
        sample,
        date=date(2026, 9, 30),
        hero_image=sample.picture,
        body=body(BlogPage, sample),
    )
    return shell(sample) | {"page": page, "other_posts": posts(3, sample)}


def _category(number: int, sample: Sample) -> dict[str, Any]:
    found = Paginator(posts(number, sample), POSTS_PER_PAGE).get_page(1)
    name = sample.text(60)
    links = [(Category(name=sample.at(place).text(60)), NOWHERE) for place in range(5)]
    return shell(sample) | {
        "page": stand_in(BlogIndexPage, sample),
        "category": Category(name=name),
        "head": {"title": name, "introduction": sample.text(300)},
        "categories": links,
        "posts": found,
    }


def _search(number: int | None, sample: Sample) -> dict[str, Any]:
    """`number` of pages found; None before anything was asked."""
    context = shell(sample) | {"head": {"title": gettext("Search")}, "longest_query": LONGEST_QUERY}
    if number is None:
        return context
    word = sample.text(20)
    results = [
        Result(
            NOWHERE,
            sample.text(20),
            marked(sample.at(place).text(255), [word]),
            marked(sample.at(place).text(300), [word]),
        )
        for place in range(number)
    ]
    found = Paginator(results, 10).get_page(1)
    return context | {
        "query": word,
        "has_all_words": False,
        "results": results[:10],
        "found": found,
        "page_query": "q=…&",
    }


def _contact(
    form: Callable[[], ContactForm], sample: Sample, sent: bool = False, full: bool = False
) -> dict[str, Any]:
    return shell(sample, details=practice_details(sample) if full else None) | {
        "page": stand_in(ContactPage, sample),
        "form": form(),
        "token": "",
        "sent": sent,
        "retention_days": DEFAULT_RETENTION_DAYS,
    }


def _shell_alone(sample: Sample) -> dict[str, Any]:
    return shell(sample)


def _menu(number: int, sample: Sample) -> dict[str, Any]:
    return shell(sample, menu=number) | {"page": stand_in(StandardPage, sample)}


def _footer(sample: Sample) -> dict[str, Any]:
    return shell(sample, details=practice_details(sample)) | {
        "page": stand_in(StandardPage, sample)
    }
