"""Where a draft is read, in the words of each language: `/concept/…/`, `/en/draft/…/`."""

from django.urls import path
from django.utils.text import format_lazy

from publishing.apps import DRAFTS
from publishing.views import draft

urlpatterns = [path(format_lazy("{}<str:token>/", DRAFTS), draft, name="draft")]
