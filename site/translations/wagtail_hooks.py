"""What Wagtail asks every app at its start."""

from translations import complete_only, refused_actions, report_order  # noqa: F401
