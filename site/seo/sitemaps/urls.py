"""Addresses of the sitemaps; no page can have one with a dot in it."""

from django.urls import path

from seo.sitemaps import views

urlpatterns = [
    path("sitemap.xml", views.index, name="sitemap"),
    path("sitemap-<slug:language>-<int:number>.xml", views.part, name="sitemap_part"),
]
