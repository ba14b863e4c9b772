"""Who comes through to Wagtail's API: who has a token of ours that writes, and nobody else, whatever the session says.

Wagtail has tokens of its own, without an end and without scopes. Here there is one kind, so theirs open nothing: their
pages in the admin come with the app `wagtail.api.v3`, which is not installed, and their lookup is replaced.
"""

import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from wagtail.api.v3.auth import BearerTokenAuth
from wagtail.api.v3.urls import api
from wagtail.models import Page

from api.access import access_of
from api.models import ApiToken, Scope
from api.problems import ProblemError, not_found, problem_response
from api.writing import block_ids, block_shapes, rules

View = Callable[..., HttpResponse]


def authenticate(auth: BearerTokenAuth, request: HttpRequest, secret: str) -> ApiToken | None:
    """In place of Wagtail's: the token that the gate has let in; None would be a 401."""
    access = access_of(request)
    return access.token if Scope.WRITE_CONTENT in access.scopes else None


BearerTokenAuth.authenticate = authenticate
block_ids.keep_in_forms()
block_shapes.check_in_forms()


@api.exception_handler(RecursionError)
def on_recursion(request: HttpRequest, error: RecursionError) -> HttpResponse:
    """For a body that could be read, but not be worked with."""
    return problem_response(api, request, rules.unreadable())


def gated(route: str, view: View) -> View:
    """A view of Wagtail's API behind the gate; what it writes is kept whole, or not at all."""

    @wraps(view)
    def gate(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        request.user = AnonymousUser()  # a session counts for nothing
        request.is_private = True  # type: ignore[attr-defined]
        try:
            access = access_of(request)
            access.require(Scope.WRITE_CONTENT)
            assert access.token is not None  # noqa: S101 for the type checker
            request.user = access.token.user or AnonymousUser()
            rules.refuse_elsewhere(request.method or "", route)
            with transaction.atomic():
                response = _follow_rules(view, (request.method or "", route), request, args, kwargs)
        except ProblemError as error:
            response = problem_response(api, request, error)
        response.headers["Cache-Control"] = "private, no-store"
        return response

    gate.csrf_exempt = True  # type: ignore[attr-defined]  # no cookie counts here
    return gate


def _follow_rules(
    view: View, action: tuple[str, str], request: HttpRequest, args: Any, kwargs: dict[str, Any]
) -> HttpResponse:
    """Calls the view between what is refused before and after it; within a transaction."""
    if action not in rules.WRITING:
        return view(request, *args, **kwargs)
    body = rules.body_of(request)
    page = _page(kwargs.get("page_id"))
    if page is not None:
        rules.refuse_before(action, page, body, request.user)
    response = view(request, *args, **kwargs)
    if response.status_code >= 400:
        transaction.set_rollback(True)
    elif rules.publishes(action, body):
        published = page or Page.objects.get(pk=json.loads(response.content)["id"])
        rules.refuse_published(Page.objects.get(pk=published.pk))
    return response


def _page(key: str | None) -> Page | None:
    """The page that an address names, None where it needs none; raises a 404 where there is no such page."""
    if key is None:
        return None
    page = Page.objects.filter(pk=int(key)).first() if key.isdecimal() else None
    if page is None:
        raise not_found("There is no page with this number.")
    return page


def urls() -> tuple[list[URLPattern], str]:
    """The addresses of Wagtail's API, each behind the gate."""
    patterns, _app_name, namespace = api.urls
    return (
        [
            path(
                str(pattern.pattern),
                gated(str(pattern.pattern), pattern.callback),
                name=pattern.name,
            )
            for pattern in patterns
        ],
        namespace,
    )
