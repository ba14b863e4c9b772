"""What Wagtail asks every app at its start."""

from wagtail.snippets.models import register_snippet

from blog.viewsets import CategoryViewSet, TopicViewSet

register_snippet(CategoryViewSet)
register_snippet(TopicViewSet)
