"""Drafts for who has a token that reads them."""

from django.http import HttpRequest
from wagtail.models import Page

from api.access import access_of
from api.models import Scope
from api.problems import not_found
from core.models import BasePage
from publishing.views import newest_draft


def draft_numbered(pk: int, request: HttpRequest) -> BasePage:
    """What publishing this page now would show, of the type that it is; of one that is not live, too.

    Raises a 401 or 403 problem unless the token of the request reads drafts, and a 404 where there is no such page. A
    token that reads drafts reads those of private pages: what is being written is more than what is kept from visitors.
    """
    access_of(request).require(Scope.READ_DRAFTS)
    page = Page.objects.filter(pk=pk, depth__gt=1).select_related("locale").first()
    if page is None or not issubclass(page.specific_class or Page, BasePage):
        raise not_found("There is no page with this number.")
    return newest_draft(page)
