"""What the admin shows of the content API."""

from wagtail import hooks

from api.viewsets import ApiTokenViewSet


@hooks.register("register_admin_viewset")
def register_tokens() -> ApiTokenViewSet:
    return ApiTokenViewSet()
