"""The lists of words she keeps herself."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from translations.models import ClaimWord, GlossaryTerm


class GlossaryViewSet(ModelViewSet):
    """Terms that are always translated the same way."""

    model = GlossaryTerm
    name = "glossary"
    url_prefix = "words/glossary"
    icon = "list-ul"
    menu_label = _("Glossary")
    list_display = ["term", "translation", "note"]
    search_fields = ["term", "translation", "note"]
    form_fields = ["term", "translation", "note"]
    add_to_reference_index = False
    copy_view_enabled = False


class ClaimWordViewSet(ModelViewSet):
    """Words that promise a cure, each with a gentler wording."""

    model = ClaimWord
    name = "claim_words"
    url_prefix = "words/claims"
    icon = "warning"
    menu_label = _("Words that promise a cure")
    list_display = ["word", "gentler", "language"]
    list_filter = ["language"]
    search_fields = ["word", "gentler"]
    form_fields = ["language", "word", "gentler"]
    add_to_reference_index = False
    copy_view_enabled = False


class WordsViewSetGroup(ModelViewSetGroup):
    menu_label = _("Words")
    menu_icon = "openquote"
    menu_order = 800
    items = (GlossaryViewSet, ClaimWordViewSet)
