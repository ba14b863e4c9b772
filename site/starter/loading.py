"""Makes the starter site the way an editor would: Dutch pages, then English segment by segment."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction
from wagtail.models import Locale, Page, Site
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.operations import translate_object

from blog.models import BlogIndexPage, BlogPage
from blog.subjects import Category, Subject, Topic
from contact.models import ContactPage
from core.models import BasePage, CustomImage
from home.models import HomePage, StandardPage
from starter.bodies import References, raw_body, translations
from starter.content import (
    about,
    blog,
    categories,
    contact,
    home,
    posts,
    privacy,
    psoas_release,
    topics,
    treatments,
)
from starter.content.texts import T
from starter.pictures import draw
from treatments.models import TreatmentIndexPage, TreatmentPage

SHARED_FACTS = {
    "price": Decimal(100),
    "currency": "EUR",
    "duration_from": 90,
    "duration_to": 120,
    "massage_from": 60,
    "massage_to": 90,
    "bookable_singly": True,
    "part_of_course": True,
}


@dataclass(frozen=True)
class StarterPage:
    """One page to make: its key, model, content and the key of the page above it (`""` for the root)."""

    key: str
    model: type[BasePage]
    content: dict[str, Any]
    parent: str = "home"
    in_menu: bool = True


def starter_pages() -> list[StarterPage]:
    """All pages in the order of the tree, parents first."""
    return [
        StarterPage("home", HomePage, home.PAGE, parent="", in_menu=False),
        StarterPage("treatments", TreatmentIndexPage, treatments.PAGE),
        StarterPage("psoas_release", TreatmentPage, psoas_release.PAGE, parent="treatments"),
        StarterPage("about", StandardPage, about.PAGE),
        StarterPage("blog", BlogIndexPage, blog.PAGE),
        *(StarterPage(post["key"], BlogPage, post, parent="blog") for post in posts.PAGES),
        StarterPage("contact", ContactPage, contact.PAGE),
        StarterPage("privacy", StandardPage, privacy.PAGE, in_menu=False),
    ]


def is_empty() -> bool:
    """Whether the database has no page but those that Wagtail's own installation makes."""
    return not any(page.model.objects.exists() for page in starter_pages())


@transaction.atomic
def load() -> None:
    """Fills an empty site with pages in both languages; all of it or nothing."""
    english, _created = Locale.objects.get_or_create(language_code="en")
    subjects = {}
    for model, contents in ((Category, categories.CATEGORIES), (Topic, topics.TOPICS)):
        subjects[model] = _make_dutch_subjects(model, contents)
        for content in contents:
            _translate(subjects[model][content["key"]], content, english)
    pages = _make_dutch_pages(_make_pictures(), subjects)
    for starter_page in starter_pages():
        _translate(pages[starter_page.key], starter_page.content, english)


def _make_pictures() -> dict[str, int]:
    """Draws each picture that the content names; returns its primary key by that name."""
    descriptions: dict[str, str] = {}
    for starter_page in starter_pages():
        content = starter_page.content
        if content.get("hero"):
            descriptions[content["hero"]] = str(content["hero_alt"])
    references = {}
    for key, description in descriptions.items():
        image = CustomImage(
            title=f"psoas-release-{key}",
            description=description,
            file=ContentFile(draw(key), name=f"{key}.jpg"),
        )
        image.save()
        references[key] = image.pk
    return references


def _make_dutch_subjects(
    model: type[Subject], contents: list[dict[str, Any]]
) -> dict[str, Subject]:
    """The categories or topics of posts, by the key that the content gives them."""
    made = {}
    for content in contents:
        words = {name: str(value) for name, value in content.items() if isinstance(value, T)}
        subject = model(locale=Locale.get_default(), live=False, **words)
        subject.save()
        subject.save_revision().publish()
        made[content["key"]] = subject
    return made


def _make_dutch_pages(
    pictures: dict[str, int], subjects: dict[type[Subject], dict[str, Subject]]
) -> dict[str, BasePage]:
    """Makes the tree first, since bodies link to pages, then fills and publishes each page."""
    root = Page.get_first_root_node()
    welcome = Page.objects.child_of(root).exact_type(Page).first()
    if welcome is not None:  # the page that Wagtail's own installation makes
        welcome.slug = "welcome-to-wagtail"
        welcome.save(clean=False)
    pages: dict[str, BasePage] = {}
    for starter_page in starter_pages():
        page = starter_page.model(live=False, show_in_menus=starter_page.in_menu)
        for name, value in starter_page.content.items():
            if isinstance(value, T):
                setattr(page, name, str(value))
        if starter_page.model is TreatmentPage:
            for name, fact in SHARED_FACTS.items():
                setattr(page, name, fact)
        if "date" in starter_page.content:
            page.date = starter_page.content["date"]
        if "category" in starter_page.content:
            page.category = subjects[Category][starter_page.content["category"]]
            page.topics = [subjects[Topic][key] for key in starter_page.content["topics"]]
        if "hero" in starter_page.content:
            page.hero_image_id = pictures[starter_page.content["hero"]]
        parent = pages[starter_page.parent] if starter_page.parent else root
        pages[starter_page.key] = parent.add_child(instance=page)
    references = References(pictures, {key: page.pk for key, page in pages.items()})
    for starter_page in starter_pages():
        page = pages[starter_page.key]
        if "body" in starter_page.content:
            page.body = raw_body(starter_page.content["body"], references)
        page.save_revision().publish()
    _use_as_site(pages["home"], welcome)
    return pages


def _use_as_site(home_page: BasePage, welcome: Page | None) -> None:
    """Points the default site at the home page, then removes Wagtail's welcome page."""
    site = Site.objects.filter(is_default_site=True).first() or Site(
        is_default_site=True, hostname="localhost"
    )
    site.root_page = home_page
    site.site_name = settings.WAGTAIL_SITE_NAME
    site.save()
    if welcome is not None:
        Page.objects.get(pk=welcome.pk).delete()


def _translate(page: BasePage | Subject, content: dict[str, Any], english: Locale) -> None:
    """Submits a page, category or topic for translation, fills in each segment, and publishes the result.

    Raises ValueError when a segment has no English text.
    """
    source_page = type(page).objects.get(pk=page.pk)
    translate_object(source_page, [english])
    translation = Translation.objects.get(
        source__object_id=source_page.translation_key, target_locale=english
    )
    english_by_dutch = translations(content)
    for segment in translation.source.stringsegment_set.select_related("string", "context"):
        dutch = segment.string.data
        if dutch not in english_by_dutch:
            raise ValueError(f"No English for “{dutch}” ({segment.context.path}).")
        StringTranslation.from_text(
            segment.string, english, segment.context, english_by_dutch[dutch]
        )
    # Published here rather than by wagtail-localize, which waits for the commit: by then this page has children
    # that its copy in memory knows nothing of, and saving it would cut them off.
    translation.save_target(publish=False)
    translation.get_target_instance().get_latest_revision().publish()
