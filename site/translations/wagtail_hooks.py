"""What Wagtail asks every app at its start."""

from translations import report_order  # noqa: F401
