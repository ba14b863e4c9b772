"""What waits for a commit, in a test whose transaction never commits."""

from collections.abc import Callable
from typing import Any

from django.test import TestCase


def with_commit(action: Callable, *args: Any, **kwargs: Any) -> Any:
    """Runs what waits for a commit too: wagtail-localize publishes then."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        return action(*args, **kwargs)
