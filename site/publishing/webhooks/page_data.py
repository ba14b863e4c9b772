"""A page as an event names it."""

from django.conf import settings
from django.http import HttpRequest
from wagtail.models import Page

from publishing.webhooks.payloads import PageData

API = "/api/v1/pages/"  # the API is a floor above


def page_data(page: Page, request: HttpRequest) -> PageData | None:
    """None for a page without an address, such as one outside the site. Costs no query for pages with their locale."""
    _site, root_url, path = page.get_url_parts(request) or (None, None, None)
    if path is None:
        return None
    model = page.cached_content_type.model_class()
    return PageData(
        id=page.pk,
        type=model._meta.label if model else "wagtailcore.Page",
        locale=page.locale.language_code,
        title=page.title,
        path=path,
        url=f"{root_url}{path}",
        api_url=f"{settings.SITE_URL}{API}{page.pk}",
    )
