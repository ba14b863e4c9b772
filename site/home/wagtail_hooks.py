"""The admin's own home page."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks

from home.welcome import WelcomePanel


@hooks.register("construct_homepage_panels")
def add_welcome_panel(request: HttpRequest, panels: list[Any]) -> None:
    panels.insert(0, WelcomePanel())


@hooks.register("insert_global_admin_css")
def welcome_css() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin/welcome.css"))
