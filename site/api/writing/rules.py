"""What may be written by a program without making the site untrue: Dutch, in the ways that nobody need be asked about.

Wagtail's API acts without the questions and refusals of the admin's pages. So everything is refused but what is named
here; what is published passes the same checks as in the admin, and English follows by the same signals.
"""

import json
from http import HTTPStatus
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest
from wagtail.models import Page

from api.problems import ProblemError, unprocessable
from core.languages import is_in_source_language
from core.models.pages import untitled
from translations.checks.claims import open_claims, texts_of
from translations.publication import translation_of
from translations.tree.counterparts import counterparts, sources_below

CREATE = ("POST", "pages/")
UPDATE = ("PATCH", "pages/<page_id>/")
PUBLISH = ("POST", "pages/<page_id>/actions/publish/")
UNPUBLISH = ("POST", "pages/<page_id>/actions/unpublish/")
REVERT = ("POST", "pages/<page_id>/actions/revert/")
WRITING = {CREATE, UPDATE, PUBLISH, UNPUBLISH, REVERT}
READING = {
    "pages/",
    "pages/find/",
    "pages/<page_id>/",
    "pages/<page_id>/revisions/",
    "pages/<page_id>/revisions/<revision_id>/",
    "schema/",
    "schema/<type_name>/",
    "whoami/",
    "openapi.json",
}
REASONS = {
    "move": "It asks whether the English moves along; move the page in the admin.",
    "delete": "It asks what becomes of the English; delete the page in the admin.",
    "copy": "Make a new page and give it the fields of the other.",
    "create_alias": "An alias below an English page would show Dutch to English readers.",
    "copy_for_translation": "It would make an English page of Dutch text; translate the page in the admin.",
    "convert_alias": "This site has no aliases.",
}


def refuse_elsewhere(method: str, route: str) -> None:
    """Raises a problem for what is not for programs; `route` is the pattern of Wagtail's API, such as `pages/`."""
    if (method in ("GET", "HEAD") and route in READING) or (method, route) in WRITING:
        return
    action = "delete" if method == "DELETE" else route.rstrip("/").rsplit("/", 1)[-1]
    reason = REASONS.get(action, "Do this in the admin.") if route.startswith("pages/") else ""
    reason = reason or "Only pages are written by this way; do this in the admin."
    raise ProblemError(HTTPStatus.FORBIDDEN, f"This is not done by a program here. {reason}")


def refuse_before(action: tuple[str, str], page: Page, body: dict[str, Any], user: Any) -> None:
    """Raises a problem where a page is locked for `user`, or an action would leave English untrue or be undone at once.

    Wagtail's API itself publishes a locked page.
    """
    if page.permissions_for_user(user).page_locked():
        raise ProblemError(HTTPStatus.FORBIDDEN, "The page is locked; unlock it in the admin.")
    is_dutch = is_in_source_language(page) and translation_of(page) is None
    if action != UNPUBLISH and not is_dutch:
        raise conflict(
            "English is written in the translation editor, beside its Dutch, and published there."
        )
    if action == UNPUBLISH:
        pages = sources_below([page]) if body.get("recursive") else Page.objects.filter(pk=page.pk)
        if counterparts(pages.values("translation_key")).live().exclude(pk=page.pk).exists():
            raise conflict(
                "Its English is live, and unpublishing asks what becomes of it; do this in the admin, or unpublish "
                "the English first."
            )


def refuse_published(page: Page) -> None:
    """Raises a problem where the newest draft, which is being published, needs somebody to look at it first."""
    draft = page.get_latest_revision_as_object()
    if draft.title in untitled():
        raise conflict("Give it a title first.")
    is_described = getattr(draft, "hero_decorative", True) or draft.hero_alt.strip()
    if getattr(draft, "hero_image_id", None) and not is_described:
        raise conflict("Describe the picture in hero_alt, or say that it is hero_decorative.")
    if claims := open_claims(draft, texts_of(draft)):
        sentences = "; ".join(f"“{claim.word}” in “{claim.sentence}”" for claim in claims)
        raise conflict(
            "Words that promise a cure stay only with a reason, which is given in the admin. "
            f"Publish it there, or change: {sentences}."
        )


def publishes(action: tuple[str, str], body: dict[str, Any]) -> bool:
    meta = body.get("meta")
    return action == PUBLISH or (isinstance(meta, dict) and meta.get("action") == "publish")


def body_of(request: HttpRequest) -> dict[str, Any]:
    """The body of a request, a JSON object; empty where there is none. Raises a problem for any other body."""
    try:
        body = json.loads(request.body or "{}")
        json.dumps(body, ensure_ascii=False).encode()  # half a character cannot be stored
    except RequestDataTooBig as error:
        status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        raise ProblemError(status, "The body is too large.") from error
    except (ValueError, RecursionError) as error:
        raise unreadable() from error
    if not isinstance(body, dict):
        raise unprocessable("body", "", "This is a JSON object.")
    return body


def unreadable() -> ProblemError:
    detail = "The body cannot be read: it is no JSON, or nested too deeply."
    return ProblemError(HTTPStatus.BAD_REQUEST, detail)


def conflict(detail: str) -> ProblemError:
    return ProblemError(HTTPStatus.CONFLICT, detail)
