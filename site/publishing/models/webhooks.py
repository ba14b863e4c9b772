"""Who is told of changes, of which, and how that went."""

import uuid
from datetime import datetime, timedelta

from django.db import models
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from publishing.webhooks.addresses import validate_url
from publishing.webhooks.signing import secret_of, signatures

KEPT_ANSWER = 500  # characters
OLD_SECRET = timedelta(hours=24)  # how long it signs along after a new one was made
KEEPS_FAILING = timedelta(minutes=15)


class EventType(models.TextChoices):
    """What a webhook can be told of; `publishing.webhooks.payloads` says what each tells."""

    PAGE_PUBLISHED = "page.published", _("a page is published, or published again")
    PAGE_UNPUBLISHED = "page.unpublished", _("a page goes offline or becomes private")
    PAGE_MOVED = "page.moved", _("a page gets another address")
    PAGE_DELETED = "page.deleted", _("a page is deleted")
    TRANSLATION_CHANGED = "translation.changed", _("a translation is published or falls behind")
    SITE_CHANGED = (
        "site.changed",
        _("something changes for the whole site: your details, menus, pictures, redirects"),
    )
    TEST = "webhook.test", _("a test")

    @classmethod
    def chosen(cls) -> list[tuple[str, str | Promise]]:
        """The choices of a webhook; a test is for every one."""
        return [choice for choice in cls.choices if choice[0] != cls.TEST]


def new_key() -> str:
    return get_random_string(32)


def all_events() -> list[str]:
    return [value for value, _label in EventType.chosen()]


class WebhookQuerySet(models.QuerySet):
    def failing(self, now: datetime | None = None) -> "WebhookQuerySet":
        """Those that want attention: nothing has got through for a while, or the receiver wants no more."""
        since = (now or timezone.now()) - KEEPS_FAILING
        return self.filter(
            models.Q(is_active=True, failing_since__lte=since)
            | models.Q(is_active=False, gone_at__isnull=False)
        )


class Webhook(models.Model):
    """An address that is told of changes.

    Its secret is made of `key` and the site's own SECRET_KEY: a backup of the database alone signs nothing.
    """

    name = models.CharField(
        _("name"), max_length=80, help_text=_("For yourself, such as the site that is rebuilt.")
    )
    url = models.URLField(
        _("address"),
        max_length=500,
        validators=[validate_url],
        help_text=_("Where the events are posted to, beginning with https://."),
    )
    events = models.JSONField(_("events"), default=all_events)
    is_active = models.BooleanField(
        _("on"), default=True, help_text=_("While it is off, nothing is sent.")
    )
    key = models.CharField(max_length=32, default=new_key, editable=False)
    previous_key = models.CharField(max_length=32, blank=True, editable=False)
    previous_until = models.DateTimeField(null=True, editable=False)
    is_secret_shown = models.BooleanField(default=False, editable=False)
    created_at = models.DateTimeField(_("made"), default=timezone.now, editable=False)
    # Since when nothing has got through; None while the last delivery did.
    failing_since = models.DateTimeField(null=True, editable=False)
    # When the receiver answered that it is gone for good, which turned it off.
    gone_at = models.DateTimeField(null=True, editable=False)

    objects = WebhookQuerySet.as_manager()
    wagtail_reference_index_ignore = True
    counts_as_content = False

    class Meta:
        verbose_name = _("webhook")
        verbose_name_plural = _("webhooks")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def secret(self) -> str:
        return secret_of(self.key)

    def rotate_secret(self, now: datetime) -> None:
        """Makes a new secret; the old one signs along for `OLD_SECRET`, so that the receiver can change over."""
        self.previous_key, self.previous_until = self.key, now + OLD_SECRET
        self.key = new_key()
        self.is_secret_shown = True
        self.save(update_fields=["key", "previous_key", "previous_until", "is_secret_shown"])

    def sign(self, event_id: str, now: datetime, body: str) -> str:
        """The value of the header `webhook-signature`."""
        keys = [self.key]
        if self.previous_key and self.previous_until and now < self.previous_until:
            keys.append(self.previous_key)
        return signatures(keys, event_id, now, body)


class WebhookEvent(models.Model):
    """Something that changed, as it is told: `payload` is sent as it stands."""

    id = models.CharField(primary_key=True, max_length=40)
    type = models.CharField(_("event"), max_length=30, choices=EventType.choices)
    created_at = models.DateTimeField(_("when"), db_index=True)
    payload = models.TextField(_("content"))

    wagtail_reference_index_ignore = True
    counts_as_content = False

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.type

    @staticmethod
    def new_id() -> str:
        """Without a full stop, which would make what is signed ambiguous."""
        return f"evt_{uuid.uuid4().hex}"


class WebhookDelivery(models.Model):
    """An event on its way to one webhook.

    Whoever delivers it raises `attempts` and sets `next_attempt_at` before it sends: if it dies, another tries then.
    """

    class State(models.TextChoices):
        PENDING = "pending", _("on its way")
        DELIVERED = "delivered", _("delivered")
        FAILED = "failed", _("failed")

    class Problem(models.TextChoices):
        TIMEOUT = "timeout", _("no answer in time")
        CONNECTION = "connection", _("no connection")
        CERTIFICATE = "certificate", _("its certificate cannot be trusted")
        REFUSED = "refused", _("an address in a private network, where nothing is sent")
        REDIRECT = "redirect", _("it leads to another address: change the address of the webhook")
        STATUS = "status", _("it did not accept the event")

    webhook = models.ForeignKey(
        Webhook, on_delete=models.CASCADE, related_name="deliveries", verbose_name=_("webhook")
    )
    event = models.ForeignKey(
        WebhookEvent, on_delete=models.CASCADE, related_name="deliveries", verbose_name=_("event")
    )
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.PENDING
    )
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    next_attempt_at = models.DateTimeField(_("next attempt"), default=timezone.now)
    last_attempt_at = models.DateTimeField(_("last attempt"), null=True)
    status_code = models.PositiveSmallIntegerField(_("answer"), null=True)
    problem = models.CharField(_("problem"), max_length=12, blank=True, choices=Problem.choices)
    answer = models.TextField(_("text of the answer"), blank=True)

    wagtail_reference_index_ignore = True
    counts_as_content = False

    class Meta:
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["state", "next_attempt_at"], name="due_deliveries")]

    def __str__(self) -> str:
        return f"{self.event.get_type_display()} → {self.webhook}"

    @property
    def waits_for_webhook(self) -> bool:
        """It is sent as soon as its webhook is on. A test waits for nothing."""
        is_off = not self.webhook.is_active and self.event.type != EventType.TEST
        return is_off and self.state == self.State.PENDING

    @property
    def planned_at(self) -> datetime | None:
        """When it is tried next; None once it has arrived or failed, and while its webhook is off."""
        if self.state != self.State.PENDING or self.waits_for_webhook:
            return None
        return self.next_attempt_at

    @property
    def answer_summary(self) -> str:
        """`204`, `500: it did not accept the event`, or what went wrong before there was an answer."""
        parts = [str(self.status_code) if self.status_code else "", self.get_problem_display()]
        return ": ".join(filter(None, parts))

    def send_again(self, now: datetime) -> None:
        """Puts it in the row once more, with all its attempts. The id of the event stays the same."""
        self.state, self.attempts, self.next_attempt_at = self.State.PENDING, 0, now
        self.save(update_fields=["state", "attempts", "next_attempt_at"])
