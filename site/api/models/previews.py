"""Drafts as somebody looked at them a moment ago in the admin, for a front end that shows them."""

import json
import uuid
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.db import models
from django.utils import timezone
from wagtail.models import Page

# How long a token opens a draft; each look in the admin makes a new one.
LIFETIME = timedelta(hours=1)
_signer = TimestampSigner(salt="api.preview", sep=".")


class PreviewSnapshotQuerySet(models.QuerySet):
    def working(self, now: datetime | None = None) -> "PreviewSnapshotQuerySet":
        """Those of the last hour; of who may log in no more, nothing."""
        since = (now or timezone.now()) - LIFETIME
        return self.filter(previewed_at__gt=since, user__is_active=True)

    def expired(self, now: datetime | None = None) -> "PreviewSnapshotQuerySet":
        return self.filter(previewed_at__lte=(now or timezone.now()) - LIFETIME)


class PreviewSnapshot(models.Model):
    """What one user sees of one page in the editor, saved or not; the next look replaces it.

    A token holds `key`, signed: what stands in the database, or in a backup of it, opens nothing.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="preview_snapshots")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    content = models.TextField()
    previewed_at = models.DateTimeField(default=timezone.now, db_index=True)

    objects = PreviewSnapshotQuerySet.as_manager()

    wagtail_reference_index_ignore = True
    counts_as_content = False

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["page", "user"], name="one_preview_of_a_page_per_user")
        ]

    def __str__(self) -> str:
        return str(self.key)

    @classmethod
    def of(cls, page: Any, user: Any) -> "PreviewSnapshot":
        """Keeps `page` as it is in memory; it has been saved at least once."""
        snapshot, _created = cls.objects.update_or_create(
            page_id=page.pk,
            user=user,
            defaults={"content": page.to_json(), "previewed_at": timezone.now()},
        )
        return snapshot

    @property
    def token(self) -> str:
        return _signer.sign(str(self.key))

    def draft(self) -> Any:
        """The page as it was kept, of the type that it is, in its place of now."""
        return self.page.with_content_json(json.loads(self.content))


class PreviewOverError(Exception):
    """A token that this site signed, longer ago than it works."""


def snapshot_of(token: str) -> PreviewSnapshot | None:
    """What a token opens; None where this site did not sign it. Raises PreviewOverError."""
    try:
        key = uuid.UUID(_signer.unsign(token, max_age=LIFETIME))
    except SignatureExpired as error:
        raise PreviewOverError from error
    except (BadSignature, ValueError):
        return None
    snapshot = PreviewSnapshot.objects.working().select_related("page").filter(key=key).first()
    if snapshot is None:
        raise PreviewOverError
    return snapshot
