"""Categories and topics in the admin."""

from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from blog.subjects import Category, Subject, Topic
from translations.overview.columns import StateColumn
from translations.overview.states import annotate_states, other_locales


class SubjectIndexView(IndexView):
    """The list, with where each category or topic stands in the other languages."""

    def get_base_queryset(self) -> QuerySet[Subject]:
        subjects = super().get_base_queryset()
        for locale in other_locales()[:1]:
            subjects = annotate_states(subjects, locale)
        return subjects

    @cached_property
    def columns(self) -> list[Column]:
        return [*super().columns, *(StateColumn(locale) for locale in other_locales()[:1])]


class SubjectViewSet(SnippetViewSet):
    """What posts are about; made in Dutch and translated."""

    add_to_admin_menu = True
    index_view_class = SubjectIndexView
    list_display = ["name", "slug"]
    search_fields = ["name", "description"]


class CategoryViewSet(SubjectViewSet):
    model = Category
    icon = "tag"
    menu_label = _("Categories of posts")
    menu_order = 310


class TopicViewSet(SubjectViewSet):
    model = Topic
    icon = "list-ul"
    menu_label = _("Topics of posts")
    menu_order = 311
