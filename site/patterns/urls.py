"""Addresses of the pattern page, in each language; installed in development and in tests only."""

from django.urls import path

from patterns import views

app_name = "patterns"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("<slug:name>/", views.one, name="one"),
]
