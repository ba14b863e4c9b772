"""What every template may ask about the practice, besides its settings."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from core.models import PracticeWords
from core.models.words import words_for_request


def practice_words(request: HttpRequest) -> dict[str, Any]:
    """Adds `practice_words`, those of the active language, once a template uses them."""

    def read() -> PracticeWords:
        return words_for_request(request, get_language() or "")

    return {"practice_words": SimpleLazyObject(read)}
