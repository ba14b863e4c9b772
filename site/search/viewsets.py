"""Recommended results in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.viewsets.model import ModelViewSet

from search.models import PromotedResult


class PromotedResultViewSet(ModelViewSet):
    """Which page stands first for which words."""

    model = PromotedResult
    name = "promoted_results"
    url_prefix = "search/recommended"
    icon = "pick"
    menu_label = _("Recommended results")
    menu_order = 350
    add_to_settings_menu = True
    list_display = ["words", "page", "language"]
    list_filter = ["language"]
    search_fields = ["words"]
    panels = [FieldPanel("language"), FieldPanel("words"), FieldPanel("page")]
    add_to_reference_index = False
    copy_view_enabled = False
