"""What is told of a page in another language: that it was published, went, fell behind or caught up."""

from collections.abc import Iterator

from django.dispatch import receiver
from django.http import HttpRequest
from wagtail.coreutils import get_dummy_request
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from publishing.webhooks.outbox import Outbox, telling
from publishing.webhooks.page_data import page_data
from publishing.webhooks.payloads import Event, PageData, TranslationChange, TranslationChanged
from publishing.webhooks.seen_pages import seen
from translations.overview.states import State, annotate_states
from translations.state_changes import translation_state_changed


def translation_published(page: Page, data: PageData, request: HttpRequest) -> Iterator[Event]:
    """For a page that visitors can see; two queries."""
    with_state = annotate_states(Page.objects.filter(pk=page.pk), page.locale).get()
    yield TranslationChanged(
        data=TranslationChange(
            locale=page.locale.language_code,
            state="behind" if with_state.translation_state == State.BEHIND else "complete",
            texts_behind=with_state.texts_behind,
            behind_since=with_state.behind_since,
            page=data,
            source=_source(page, request),
        )
    )


def translation_gone(page: Page, request: HttpRequest) -> Iterator[Event]:
    """For a page that visitors see no longer; one query."""
    yield TranslationChanged(
        data=TranslationChange(
            locale=page.locale.language_code,
            state="missing",
            texts_behind=0,
            behind_since=None,
            page=None,
            source=_source(page, request),
        )
    )


@receiver(translation_state_changed)
def tell_of_state(sender: type, translation: Translation, **kwargs: object) -> None:
    """The Dutch was published, or a text was reviewed, and the translation may look as it did."""
    outbox = Outbox.open()
    if outbox is None:
        return
    with telling():
        translated = Page.objects.filter(
            translation_key=translation.source.object_id, locale_id=translation.target_locale_id
        )
        request = get_dummy_request()
        for page in seen(translated).values():
            if data := page_data(page, request):
                outbox.put(translation_published(page, data, request))


def _source(page: Page, request: HttpRequest) -> PageData | None:
    written = Page.objects.filter(
        translation_key=page.translation_key, locale_id=Locale.get_default().pk
    )
    return next((page_data(page, request) for page in seen(written).values()), None)
