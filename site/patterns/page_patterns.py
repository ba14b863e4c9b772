"""Whole pages, by the templates that visitors get: at their fullest, and in the states that are easily forgotten."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from django.core.paginator import Paginator
from django.utils.translation import gettext

from blog.feeds import FeedLink
from blog.lists import POSTS_PER_PAGE, PostList
from blog.models import BlogIndexPage, BlogPage
from blog.reading_on import RELATED_POSTS, ReadingOn
from blog.subjects import Category, Topic
from contact.forms import ContactForm
from contact.models import ContactPage
from contact.models.settings import DEFAULT_RETENTION_DAYS
from contact.wording import form_words
from home.models import HomePage, StandardPage
from patterns.content import Sample, stand_in
from patterns.pattern import Pattern
from patterns.stand_ins import NOWHERE, body, posts, practice_details, shell, treatment
from search.engine import Reading, Results
from search.extracts import marked
from search.views import LONGEST_QUERY, Result, WayOn
from search.words import Wanted, words_in
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
        ("posts-of-a-category", "blog/post_list.html", partial(_category, POSTS_PER_PAGE)),
        ("posts-of-an-empty-category", "blog/post_list.html", partial(_category, 0)),
        ("posts-of-a-year", "blog/post_list.html", _year),
        ("post", "blog/blog_page.html", _post),
        ("post-alone", "blog/blog_page.html", _post_alone),
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
    context = shell(sample) | {"page": stand_in(BlogIndexPage, sample), "posts": found}
    return context | (_other_lists(sample, number // POSTS_PER_PAGE) if number else {})


def _post(sample: Sample) -> dict[str, Any]:
    page = stand_in(
        BlogPage,
        sample,
        date=date(2026, 9, 30),
        hero_image=sample.picture,
        body=body(BlogPage, sample),
    )
    previous, following, *related = posts(2 + RELATED_POSTS, sample)
    return shell(sample) | {
        "page": page,
        "topics": _other_lists(sample, 3)["topics"],
        "reading_on": ReadingOn(related, previous, following),
    }


def _post_alone(sample: Sample) -> dict[str, Any]:
    return shell(sample) | {
        "page": stand_in(BlogPage, sample, date=date(2026, 9, 30), body=body(BlogPage, sample)),
        "reading_on": ReadingOn([], None, None),
        "treatments": [treatment(sample)],
    }


def _category(number: int, sample: Sample) -> dict[str, Any]:
    subject = Category(name=sample.text(60), description=sample.text(300))
    return _list(PostList(subject), number, sample)


def _year(sample: Sample) -> dict[str, Any]:
    return _list(PostList(year=2026), POSTS_PER_PAGE, sample)


def _list(post_list: PostList, number: int, sample: Sample) -> dict[str, Any]:
    return shell(sample) | {
        "page": stand_in(BlogIndexPage, sample),
        "list": post_list,
        "head": {"title": post_list.title, "introduction": post_list.introduction},
        "posts": Paginator(posts(number, sample), POSTS_PER_PAGE).get_page(1),
        **_other_lists(sample, 10),
    }


def _other_lists(sample: Sample, number: int) -> dict[str, Any]:
    """The ways to other lists: `number` of each kind, and two feeds."""
    feeds = [FeedLink("Blog", name, "application/xml", NOWHERE) for name in ("Atom", "RSS")]
    return {
        "categories": [(Category(name=sample.at(x).text(60)), NOWHERE) for x in range(number // 2)],
        "topics": [(Topic(name=sample.at(20 + x).text(60)), NOWHERE) for x in range(number)],
        "years": [(2026 - x, NOWHERE) for x in range(number)],
        "feeds": feeds,
    }


def _search(number: int | None, sample: Sample) -> dict[str, Any]:
    """`number` of pages found, the first one recommended; None before anything was asked."""
    context = shell(sample) | {"head": {"title": gettext("Search")}, "longest_query": LONGEST_QUERY}
    ways_on = [WayOn(sample.at(place).text(60), NOWHERE, sample.text(20)) for place in range(5)]
    if number is None:
        return context | {"ways_on": ways_on}
    word = sample.text(20)
    wanted = Wanted.of(words_in(word), "nl")
    results = [
        Result(
            NOWHERE,
            sample.text(20),
            marked(sample.at(place).text(255), wanted),
            marked(sample.at(place).text(300), wanted),
            is_promoted=place == 0,
        )
        for place in range(number)
    ]
    found = Paginator(results, 10).get_page(1)
    reading = Reading([[word]], mistakes={word: word}, parts=[word])
    return context | {
        "query": word,
        "is_cut": True,
        "results": results[:10],
        "found": found,
        "outcome": Results(found, wanted, reading, has_all_words=False, mended=word),
        "page_query": "q=…&",
        "suggestions": [(sample.at(place).text(20), NOWHERE) for place in range(3)],
        "ways_on": ways_on,
    }


def _contact(
    form: Callable[[], ContactForm], sample: Sample, sent: bool = False, full: bool = False
) -> dict[str, Any]:
    page = stand_in(ContactPage, sample)
    return shell(sample, details=practice_details(sample) if full else None) | {
        "page": page,
        "form": form(),
        "token": "",
        "sent": sent,
        "words": form_words(DEFAULT_RETENTION_DAYS),
        "thanks": page.thanks,
    }


def _shell_alone(sample: Sample) -> dict[str, Any]:
    return shell(sample)


def _menu(number: int, sample: Sample) -> dict[str, Any]:
    return shell(sample, menu=number) | {"page": stand_in(StandardPage, sample)}


def _footer(sample: Sample) -> dict[str, Any]:
    return shell(sample, details=practice_details(sample)) | {
        "page": stand_in(StandardPage, sample)
    }
