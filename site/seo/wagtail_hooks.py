"""What Wagtail asks every app at its start."""

from seo.redirects import hooks  # noqa: F401
