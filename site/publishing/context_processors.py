"""What every template may ask about the draft that it shows."""

from typing import Any

from django.http import HttpRequest


def draft_link(request: HttpRequest) -> dict[str, Any]:
    """Adds `draft_link`, by which someone outside reads a draft; None for everybody else."""
    return {"draft_link": getattr(request, "draft_link", None)}
