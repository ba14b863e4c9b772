"""The links by which someone outside reads a draft."""

import uuid
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.models import Page

_signer = Signer(salt="publishing.draft_link", sep=".")


class DraftLinkQuerySet(models.QuerySet):
    def working(self, now: datetime | None = None) -> "DraftLinkQuerySet":
        return self.filter(expires_at__gt=now or timezone.now())

    def expired(self, now: datetime | None = None) -> "DraftLinkQuerySet":
        return self.filter(expires_at__lte=now or timezone.now())


class DraftLink(models.Model):
    """Lets whoever has its address read the draft of a page until `expires_at`; deleting it revokes it.

    The address holds `key`, signed: what stands in the database, or in a backup of it, opens nothing.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="draft_links")
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField(db_index=True)

    objects = DraftLinkQuerySet.as_manager()

    # Neither a link nor who made it is content that Wagtail should count as a use of the page.
    wagtail_reference_index_ignore = True
    counts_as_content = False

    class Meta:
        verbose_name = _("link to a draft")
        verbose_name_plural = _("links to drafts")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return str(self.key)

    @classmethod
    def make(cls, page: Page, *, days: int, user: Any) -> "DraftLink":
        """A new link to the draft of `page` that works for so many days."""
        now = timezone.now()
        return cls.objects.create(
            page_id=page.pk,
            created_by=user,
            created_at=now,
            expires_at=now + timedelta(days=days),
        )

    @property
    def url(self) -> str:
        """Its address on this site, in the words of the page's language."""
        with override(self.page.locale.language_code):
            return reverse("draft", args=[_signer.sign(str(self.key))])

    @property
    def full_url(self) -> str:
        return settings.SITE_URL + self.url


def key_in(token: str) -> uuid.UUID | None:
    """The key that the last part of an address holds; None where this site did not sign it."""
    try:
        return uuid.UUID(_signer.unsign(token))
    except (BadSignature, ValueError):
        return None
