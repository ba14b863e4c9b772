"""Where to search, in the words of each language: `/zoeken/`, `/en/search/`."""

from django.urls import path
from django.utils.text import format_lazy

from search.apps import ADDRESS
from search.views import SearchView, opensearch

urlpatterns = [
    path(ADDRESS, SearchView.as_view(), name="search"),
    path(format_lazy("{}opensearch.xml", ADDRESS), opensearch, name="opensearch"),
]
