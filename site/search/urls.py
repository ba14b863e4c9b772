"""Where to search, in the words of each language: `/zoeken/`, `/en/search/`."""

from django.urls import path

from search.apps import ADDRESS
from search.views import SearchView

urlpatterns = [path(ADDRESS, SearchView.as_view(), name="search")]
