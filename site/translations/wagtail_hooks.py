"""What Wagtail asks every app at its start."""

from translations import complete_only, report_order  # noqa: F401
