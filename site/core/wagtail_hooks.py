"""What Wagtail asks every app at its start."""

from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.snippets.models import register_snippet

from core.models import PracticeWords
from core.rich_text import LocalePageLinkHandler
from core.viewsets import NeverDeletePolicy, PracticeWordsViewSet

register_permission_policy(PracticeWords, NeverDeletePolicy(PracticeWords))
register_snippet(PracticeWordsViewSet)


@hooks.register("register_rich_text_features", order=10)
def register_page_links(features: FeatureRegistry) -> None:
    features.register_link_type(LocalePageLinkHandler)
