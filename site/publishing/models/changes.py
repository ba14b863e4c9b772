"""That content has changed."""

from django.db import models


class ContentChange(models.Model):
    """A change of what visitors may see; the database writes these itself (`publishing.generation`)."""

    token = models.BigIntegerField()

    counts_as_content = False

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.token)
