"""Opening a page that stands behind a password."""

from datetime import datetime
from http import HTTPStatus

from django.http import HttpRequest
from django.utils.crypto import constant_time_compare
from ninja import Path, Router, Schema
from pydantic import ConfigDict, Field
from wagtail.models import Page, PageViewRestriction

from api import page_passes, password_guesses
from api.access import Access, access_of, unauthorized, visible_to
from api.problems import ProblemError, documented, not_found, require_json
from core.families import lineage

router = Router(tags=["pages"])

NO_PAGE = "There is no page here that visitors may see."
LONGEST_PASSWORD = 255  # of the field that it is compared with


class PagePassword(Schema):
    """What a visitor filled in."""

    model_config = ConfigDict(extra="forbid")

    password: str = Field(min_length=1, max_length=LONGEST_PASSWORD)


class PageAccess(Schema):
    """What opens the page, and what stands below it."""

    token: str = Field(
        description="To be sent with requests for the page: Authorization: Bearer TOKEN."
    )
    expires_at: datetime


@router.post(
    "/pages/{page_id}/access",
    response=PageAccess,
    operation_id="open_page",
    summary="Open a page that stands behind a password",
    openapi_extra=documented({HTTPStatus.FORBIDDEN: "The password is not the one of this page."}),
)
def open_page(
    request: HttpRequest,
    password: PagePassword,
    page_id: int = Path(..., ge=1, le=2**31 - 1),
) -> PageAccess:
    """Exchanges the password for a token that works for an hour, or until the password is another one.

    Send the token of a page above along, where each has a password of its own: the new token then opens both.

    After ten wrong passwords in ten minutes, a 429 says when to come again.
    """
    request.is_private = True  # type: ignore[attr-defined]
    access = access_of(request)
    require_json(request)
    page = Page.objects.live().filter(pk=page_id).first()
    asking = _passwords_of(page) if page is not None else []
    if not asking:
        raise not_found("No page with this number asks for a password.")
    if wait := password_guesses.seconds_to_wait(request, asking):
        raise ProblemError(
            HTTPStatus.TOO_MANY_REQUESTS,
            f"Too many wrong passwords for this page; come again in {wait} seconds.",
            headers={"Retry-After": str(wait)},
        )
    given = password.password
    fitting = [
        restriction
        for restriction in asking
        if constant_time_compare(given.encode(), restriction.password.encode())
    ]
    if not fitting:
        password_guesses.count_wrong(request, asking)
        raise ProblemError(HTTPStatus.FORBIDDEN, "The password is not the one of this page.")
    earlier = PageViewRestriction.objects.filter(pk__in=access.opened)
    token, expires_at = page_passes.make([*fitting, *earlier])
    return PageAccess(token=token, expires_at=expires_at)


def why_hidden(page: Page | None, access: Access) -> ProblemError:
    """What to answer for a page that is not among those a request may see.

    A 401 that says how to open it where a password is all that is asked for, as the site itself asks visitors for it;
    a 404 for any other page, as for none, and below a home page that is not live.
    """
    if page is not None and page.live and lineage(page)[-1].live:
        restrictions = page.get_view_restrictions()
        asking = [each for each in restrictions if each.pk not in access.opened]
        kinds = {restriction.restriction_type for restriction in asking}
        if (
            kinds == {PageViewRestriction.PASSWORD}
            and not visible_to(Page.objects.filter(pk=page.pk), access).exists()
        ):
            return unauthorized(
                "This page asks for a password; exchange it for a token at "
                f"POST /api/v1/pages/{page.pk}/access.",
                error="",
            )
    return not_found(NO_PAGE)


def _passwords_of(page: Page) -> list[PageViewRestriction]:
    """The restrictions of a page, and of those above it, that ask for a password."""
    return list(page.get_view_restrictions().filter(restriction_type=PageViewRestriction.PASSWORD))
