"""What Wagtail asks every app at its start."""

from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.snippets.models import register_snippet

from core.models import PracticeWords
from core.recordings.files import RECORDING_TYPES
from core.rich_text import LocalePageLinkHandler
from core.viewsets import NeverDeletePolicy, PracticeWordsViewSet

register_permission_policy(PracticeWords, NeverDeletePolicy(PracticeWords))
register_snippet(PracticeWordsViewSet)


@hooks.register("register_rich_text_features", order=10)
def register_page_links(features: FeatureRegistry) -> None:
    features.register_link_type(LocalePageLinkHandler)


@hooks.register("construct_document_chooser_queryset")
def choose_among_recordings(documents: QuerySet, request: HttpRequest) -> QuerySet:
    """The only thing that documents are chosen for is a block that plays one."""
    endings = [Q(file__iendswith=f".{ending}") for ending in RECORDING_TYPES]
    return documents.filter(reduce(or_, endings))
