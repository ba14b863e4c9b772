"""Where the words about the practice are written."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Locale
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet

from core.models import PracticeWords


class OnceInDutchView(CreateView):
    """Begins the words in Dutch; where they exist it leads to them. English is made by translating."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        source = Locale.get_default()
        words = PracticeWords.objects.filter(locale=source).first()
        if words is not None:
            return redirect(self.edit_url_name, words.pk)
        if self.locale != source:
            messages.warning(request, _("Write these words in Dutch first, then translate them."))
            return redirect(self.index_url_name)
        return super().dispatch(request, *args, **kwargs)


class NeverDeletePolicy(ModelPermissionPolicy):
    """Nobody deletes: the words of a language exist once, and its translations are made of the ones there are."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action != "delete" and super().user_has_permission(user, action)


class PracticeWordsViewSet(SnippetViewSet):
    """One for each language, in the settings menu beside the practice details."""

    model = PracticeWords
    icon = "openquote"
    menu_label = gettext_lazy("Words about the practice")
    menu_name = "practice-words"
    menu_order = 110
    add_to_settings_menu = True
    add_view_class = OnceInDutchView
    copy_view_enabled = False
    list_display = ["__str__", "locale"]
