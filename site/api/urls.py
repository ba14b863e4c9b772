"""Where the content API is."""

from django.urls import path

from api.router import api

urlpatterns = [path("v1/", api.urls)]
