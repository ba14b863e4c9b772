"""Addresses. Pages come last: Dutch at `/`, English at `/en/`."""

from django.apps import apps
from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.decorators.csrf import csrf_exempt
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from core.routing import serve
from core.views import document, media
from seo.robots import robots_txt

handler404 = "core.views.page_not_found"
handler500 = "core.views.server_error"

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("api/", include("api.urls")),
    path("documents/<int:document_id>/<str:document_filename>", document),
    path("documents/", include(wagtaildocs_urls)),
    path("", include("seo.site_pictures.urls")),
    path("", include("seo.sitemaps.urls")),
    path("robots.txt", robots_txt, name="robots_txt"),
    re_path(rf"^{settings.MEDIA_URL.lstrip('/')}(?P<path>.*)$", media, name="media"),
    *i18n_patterns(
        *([path("patterns/", include("patterns.urls"))] if apps.is_installed("patterns") else []),
        path("", include("search.urls")),
        path("", include("publishing.urls")),
        path("", include("machines.urls")),
        # Wagtail's own pages for who may read what stands behind a password or a login.
        *(route for route in wagtail_urls.urlpatterns if route.name != "wagtail_serve"),
        # What Wagtail routes has no dot in it, but feeds do.
        re_path(r"^((?:[\w\-]+/)+(?:atom|rss)\.xml)$", serve, name="feed"),
        # Visitors have no cookie, so Django's CSRF check has nothing to compare. Pages take no POST but the contact
        # page's, which checks a signed token and where the request comes from.
        re_path(wagtail_urls.serve_pattern, csrf_exempt(serve), name="wagtail_serve"),
        prefix_default_language=False,
    ),
]
