"""Where each page or snippet stands in another language: the one definition of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, NamedTuple

from django.conf import settings
from django.contrib.admin.utils import quote
from django.db.models import (
    BooleanField,
    Case,
    CharField,
    Count,
    DateTimeField,
    F,
    IntegerField,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextChoices,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _
from wagtail.models import DraftStateMixin, Locale, Page, TranslatableMixin
from wagtail.query import PageQuerySet
from wagtail.snippets.models import get_snippet_models
from wagtail_localize.models import Translation

from translations.models import LiveSegment


class Behind(NamedTuple):
    """How many texts, since when, and when the translation last followed a publication of its source."""

    texts: int
    since: datetime | None
    followed_at: datetime


class State(TextChoices):
    """`BEHIND` includes a page whose last Dutch publication has not reached it (`is_pending`)."""

    MISSING = "missing", _("not translated")
    DRAFT = "draft", _("draft")
    BEHIND = "behind", _("behind")
    COMPLETE = "complete", _("complete")


def annotate_states(pages: QuerySet, locale: Locale) -> Any:
    """Adds to each page (or snippet) where its translation into `locale` stands, whatever the page's own language.

    `translation_state` is a `State`, or None for a page that is not live in the source language and has no
    translation; `texts_behind` and `behind_since` count and date the texts that are behind; `is_pending` says that a
    publication has not reached the translation; `translated_pk` and `translation_pk` are the page and the row of
    wagtail-localize, or None. Costs no query of its own.
    """
    key = OuterRef("translation_key")
    if issubclass(pages.model, Page):
        family = Page.objects.filter(translation_key=key, alias_of__isnull=True).order_by()
    else:
        family = pages.model._default_manager.filter(translation_key=key).order_by()
    translated = family.filter(locale=locale)
    written = family.filter(locale=Locale.get_default())
    rows = Translation.objects.filter(
        source__object_id=key, target_locale=locale, enabled=True
    ).order_by()
    behind = LiveSegment.objects.filter(
        translation__source__object_id=key,
        translation__target_locale=locale,
        translation__enabled=True,
        status__in=LiveSegment.BEHIND,
    )
    count = behind.order_by().values("translation").annotate(number=Count("pk")).values("number")
    live = BooleanField()
    return pages.annotate(
        translated_pk=Subquery(translated.values("pk")[:1], output_field=IntegerField()),
        translated_live=Subquery(translated.values("live")[:1], output_field=live),
        written_live=Subquery(written.values("live")[:1], output_field=live),
        written_published_at=Subquery(
            written.values("last_published_at")[:1], output_field=DateTimeField()
        ),
        translation_pk=Subquery(rows.values("pk")[:1], output_field=IntegerField()),
        followed_at=Subquery(
            rows.values("source__last_updated_at")[:1], output_field=DateTimeField()
        ),
        texts_behind=Coalesce(Subquery(count[:1], output_field=IntegerField()), Value(0)),
        behind_since=Subquery(
            behind.order_by("behind_since").values("behind_since")[:1],
            output_field=DateTimeField(),
        ),
    ).annotate(
        is_pending=Case(
            When(translated_live=True, followed_at__lt=F("written_published_at"), then=Value(True)),
            default=Value(False),
            output_field=live,
        ),
        translation_state=Case(
            When(translated_pk__isnull=True, written_live=True, then=Value(State.MISSING.value)),
            When(translated_pk__isnull=True, then=Value(None)),
            When(translated_live=False, then=Value(State.DRAFT.value)),
            When(Q(texts_behind__gt=0) | Q(is_pending=True), then=Value(State.BEHIND.value)),
            default=Value(State.COMPLETE.value),
            output_field=CharField(null=True),
        ),
    )


def behind_by_language(keys: Iterable[Any]) -> dict[str, dict[Any, Behind]]:
    """What is behind in the translations of many objects, by code of the language and translation key. One query.

    As `annotate_states` has it, for who knows already which pages are live: a third of the work. An object without a
    row was never submitted for translation.
    """
    is_behind = Q(live_segments__status__in=LiveSegment.BEHIND)
    rows = (
        Translation.objects.filter(source__object_id__in=keys, enabled=True)
        .exclude(target_locale__language_code=settings.LANGUAGE_CODE)
        .order_by()
        .values_list("target_locale__language_code", "source__object_id", "source__last_updated_at")
        .annotate(
            texts=Count("live_segments", filter=is_behind),
            since=Min("live_segments__behind_since", filter=is_behind),
        )
    )
    found: dict[str, dict[Any, Behind]] = defaultdict(dict)
    for code, key, followed, texts, since in rows:
        found[code][key] = Behind(texts, since, followed)
    return found


def pages_with_states(locale: Locale) -> PageQuerySet:
    """The pages in the source language that matter for `locale`: live, or translated already."""
    pages = Page.objects.filter(locale=Locale.get_default(), depth__gt=1, alias_of__isnull=True)
    return annotate_states(pages, locale).filter(translation_state__isnull=False)


def snippets_behind(locale: Locale) -> Iterator[Any]:
    """The translated snippets that are behind in `locale`, those in the source language with states."""
    for model in get_snippet_models():
        if issubclass(model, TranslatableMixin) and issubclass(model, DraftStateMixin):
            snippets = model._default_manager.filter(locale=Locale.get_default())
            yield from annotate_states(snippets, locale).filter(translation_state=State.BEHIND)


def next_step_url(page: Any, locale: Locale) -> str:
    """The admin page where a page or snippet with states is taken further: translate, edit, or review it."""
    if page.translation_state == State.MISSING:
        submit = _submit_url(page)
        return f"{submit}?select_locale={locale.language_code}"
    if page.translation_state == State.BEHIND and page.translation_pk:
        return reverse("translations_review:segments", args=[page.translation_pk])
    return edit_url(type(page), page.translated_pk)


def edit_url(model: Any, pk: Any) -> str:
    """Where a page or snippet is edited in the admin; a translation has the translation editor there."""
    if issubclass(model, Page):
        return reverse("wagtailadmin_pages:edit", args=[pk])
    return reverse(model.snippet_viewset.get_url_name("edit"), args=[quote(pk)])


def _submit_url(page: Any) -> str:
    if isinstance(page, Page):
        return reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    meta = page._meta
    return reverse(
        "wagtail_localize:submit_snippet_translation",
        args=[meta.app_label, meta.model_name, quote(page.pk)],
    )


def other_locales() -> list[Locale]:
    """The languages that pages are translated into."""
    return list(Locale.objects.exclude(pk=Locale.get_default().pk).order_by("language_code"))


def language_name(locale: Locale) -> str:
    """The name of a language in the language of the admin: `Engels`."""
    return get_language_info(locale.language_code)["name_translated"].capitalize()
