"""Tokens: what lets a program read more than a visitor may, or write."""

import secrets
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# What secret scanners look for: `psoas_` and 43 letters, digits, hyphens or underscores.
PREFIX = "psoas_"
SECRET_BYTES = 32
# How much of a token the admin shows, to tell one from another; 43 letters less 4 are still beyond guessing.
SHOWN = len(PREFIX) + 4
# Writing down every use would make each request that reads one that writes.
USE_IS_NOTED_EVERY = timedelta(hours=1)


class Scope(models.TextChoices):
    """What a token may do."""

    READ_DRAFTS = "drafts:read", _("read drafts")
    READ_PRIVATE = "private:read", _("read private pages")
    WRITE_CONTENT = "content:write", _("write pages")


class ApiTokenQuerySet(models.QuerySet):
    def working(self, now: datetime | None = None) -> "ApiTokenQuerySet":
        """Neither over nor revoked; one that writes does so only while its user may log in."""
        return self.filter(
            models.Q(user__isnull=True) | models.Q(user__is_active=True),
            expires_at__gt=now or timezone.now(),
            revoked_at__isnull=True,
        )

    def presented(self, secret: str) -> "ApiToken | None":
        """The working token with this secret; None for any other text."""
        if not secret.startswith(PREFIX):
            return None
        return self.working().select_related("user").filter(digest=digest(secret)).first()


class ApiToken(models.Model):
    """A token with a purpose, until `expires_at` or until it is revoked; a revoked one is kept, to be looked at.

    Only `digest` is stored. SHA-256 without salt or rounds is enough for it: those slow down guessing, and nobody
    guesses 256 random bits.
    """

    purpose = models.CharField(
        _("purpose"),
        max_length=120,
        help_text=_("Who uses it for what, such as “preview of the new website”."),
    )
    scopes = models.JSONField(_("what it may do"), default=list)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("writes as"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="content_api_tokens",
    )
    digest = models.CharField(max_length=64, unique=True, editable=False)
    beginning = models.CharField(_("begins with"), max_length=SHOWN, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("made by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        editable=False,
    )
    created_at = models.DateTimeField(_("made"), default=timezone.now, editable=False)
    expires_at = models.DateTimeField(_("works until"), editable=False)
    revoked_at = models.DateTimeField(_("revoked"), null=True, editable=False)
    last_used_at = models.DateTimeField(_("last used"), null=True, editable=False)

    objects = ApiTokenQuerySet.as_manager()

    wagtail_reference_index_ignore = True
    counts_as_content = False

    class Meta:
        verbose_name = _("access token")
        verbose_name_plural = _("access tokens")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return self.purpose

    @classmethod
    def make(
        cls,
        purpose: str,
        scopes: list[str],
        *,
        days: int,
        created_by: Any = None,
        user: Any = None,
    ) -> "tuple[ApiToken, str]":
        """A new token that works for so many days, and its secret, which is nowhere else."""
        secret = PREFIX + secrets.token_urlsafe(SECRET_BYTES)
        now = timezone.now()
        token = cls.objects.create(
            purpose=purpose,
            scopes=sorted(scopes),
            user=user,
            digest=digest(secret),
            beginning=secret[:SHOWN],
            created_by=created_by,
            created_at=now,
            expires_at=now + timedelta(days=days),
        )
        return token, secret

    @property
    def is_working(self) -> bool:
        is_barred = self.user is not None and not self.user.is_active
        return self.revoked_at is None and self.expires_at > timezone.now() and not is_barred

    @property
    def state(self) -> Any:
        """In a word, for the admin's list."""
        if self.revoked_at is not None:
            return _("revoked")
        return _("works") if self.is_working else _("over")

    @property
    def scope_labels(self) -> str:
        return ", ".join(str(scope.label) for scope in Scope if scope in self.scopes)

    def revoke(self) -> None:
        """From now on it opens nothing; the first time counts."""
        if self.revoked_at is None:
            self.revoked_at = timezone.now()
            self.save(update_fields=["revoked_at"])

    def note_use(self) -> None:
        """Keeps when it was last used, as of the hour."""
        now = timezone.now()
        if self.last_used_at is None or now - self.last_used_at >= USE_IS_NOTED_EVERY:
            self.last_used_at = now
            type(self).objects.filter(pk=self.pk).update(last_used_at=now)


def digest(secret: str) -> str:
    """What is stored of a token."""
    return sha256(secret.encode()).hexdigest()
