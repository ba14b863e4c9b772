"""Where the content API is."""

from django.http import HttpRequest, HttpResponse
from django.urls import path, re_path
from django.views.decorators.csrf import csrf_exempt

from api.problems import NOTHING_HERE, not_found, problem_document
from api.router import api


@csrf_exempt
def nothing_here(request: HttpRequest) -> HttpResponse:
    """The 404 of every other address; Django would send it on to one with a slash, and pages would look for it."""
    detail = f"{NOTHING_HERE} What there is: /api/v1/openapi.json, to be browsed at /api/v1/docs/."
    if request.path.endswith("/"):
        detail += " Addresses end without a slash."
    return problem_document(request, not_found(detail))


urlpatterns = [
    path("v1/", nothing_here),  # Ninja has a page of its own there
    path("v1/", api.urls),
    re_path("", nothing_here),
]
