"""The site's addresses, and before them Wagtail's API at `/v2/pages/`."""

from django.urls import path
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.views import PagesAPIViewSet

from config.urls import *  # noqa: F403
from config.urls import urlpatterns as of_the_site

router = WagtailAPIRouter("v2")
router.register_endpoint("pages", PagesAPIViewSet)
urlpatterns = [path("v2/", router.urls), *of_the_site]
