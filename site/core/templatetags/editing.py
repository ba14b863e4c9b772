"""What only someone who is logged in sees."""

from typing import Any

from django import template
from django.conf import settings
from wagtail.admin.templatetags.wagtailuserbar import wagtailuserbar

from core.content_security import note_editor_bar

register = template.Library()


@register.simple_tag(takes_context=True)
def editor_bar(context: dict[str, Any]) -> str:
    """Wagtail's user bar, for a request that carries a session.

    A visitor has no session; not asking for one keeps `Vary: Cookie` off public pages.
    """
    request = context.get("request")
    if request is None or settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return ""
    bar = wagtailuserbar(context)
    if bar:
        note_editor_bar(request)
    return bar
