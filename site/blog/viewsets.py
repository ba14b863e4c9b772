"""Categories in the admin."""

from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from blog.models import Category
from translations.overview.columns import StateColumn
from translations.overview.states import annotate_states, other_locales


class CategoryIndexView(IndexView):
    """The list, with where each category stands in the other languages."""

    def get_base_queryset(self) -> QuerySet[Category]:
        categories = super().get_base_queryset()
        for locale in other_locales()[:1]:
            categories = annotate_states(categories, locale)
        return categories

    @cached_property
    def columns(self) -> list[Column]:
        return [*super().columns, *(StateColumn(locale) for locale in other_locales()[:1])]


class CategoryViewSet(SnippetViewSet):
    """What posts are about; made in Dutch and translated."""

    model = Category
    icon = "tag"
    menu_label = _("Categories of posts")
    menu_order = 310
    add_to_admin_menu = True
    index_view_class = CategoryIndexView
    list_display = ["name", "slug"]
    search_fields = ["name", "description"]
