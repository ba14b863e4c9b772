"""What each event tells: JSON of these types, in the envelope of Standard Webhooks (`type`, `timestamp`, `data`).

An event holds what visitors may see and no more: never a draft, never anything of a private page.
"""

from datetime import datetime
from typing import Annotated, Literal

from django.utils import timezone
from pydantic import BaseModel, Field

from publishing.models.webhooks import EventType, WebhookEvent


class PageData(BaseModel):
    """A page as visitors find it, or found it until now. `path` is `url` without scheme and host."""

    id: int
    type: str = Field(examples=["treatments.TreatmentPage"])
    locale: str = Field(examples=["nl", "en"])
    title: str
    path: str
    url: str
    api_url: str


class PageChange(BaseModel):
    page: PageData


class PageMove(PageChange):
    """`page` has the new address."""

    old_path: str
    old_url: str


class TranslationChange(BaseModel):
    """Where the translation of `source` into `locale` stands.

    `page` is the translated page, None while it is missing; `source` is None where visitors cannot see the page that
    is translated. `texts_behind` counts the texts whose source changed since, `behind_since` says since when.
    """

    locale: str
    state: Literal["complete", "behind", "missing"]
    texts_behind: int
    behind_since: datetime | None
    page: PageData | None
    source: PageData | None


class SiteChange(BaseModel):
    """`changed` is what kind of thing: `menus`, or the name of a model, such as `core.PracticeSettings`."""

    changed: str = Field(
        examples=["menus", "core.PracticeSettings", "blog.Category", "wagtailredirects.Redirect"]
    )


class WebhookName(BaseModel):
    """`webhook` is what it is called in the admin."""

    webhook: str


class Envelope(BaseModel):
    """`id` is that of the header `webhook-id`; `timestamp` is when it happened, not when it is sent."""

    id: str = Field(default_factory=WebhookEvent.new_id)
    timestamp: datetime = Field(default_factory=timezone.now)


class PagePublished(Envelope):
    type: Literal[EventType.PAGE_PUBLISHED] = EventType.PAGE_PUBLISHED
    data: PageChange


class PageUnpublished(Envelope):
    type: Literal[EventType.PAGE_UNPUBLISHED] = EventType.PAGE_UNPUBLISHED
    data: PageChange


class PageMoved(Envelope):
    type: Literal[EventType.PAGE_MOVED] = EventType.PAGE_MOVED
    data: PageMove


class PageDeleted(Envelope):
    type: Literal[EventType.PAGE_DELETED] = EventType.PAGE_DELETED
    data: PageChange


class TranslationChanged(Envelope):
    type: Literal[EventType.TRANSLATION_CHANGED] = EventType.TRANSLATION_CHANGED
    data: TranslationChange


class SiteChanged(Envelope):
    type: Literal[EventType.SITE_CHANGED] = EventType.SITE_CHANGED
    data: SiteChange


class WebhookTest(Envelope):
    type: Literal[EventType.TEST] = EventType.TEST
    data: WebhookName


Event = (
    PagePublished
    | PageUnpublished
    | PageMoved
    | PageDeleted
    | TranslationChanged
    | SiteChanged
    | WebhookTest
)
# For who describes or reads them: `TypeAdapter(AnyEvent).json_schema()`.
AnyEvent = Annotated[Event, Field(discriminator="type")]
