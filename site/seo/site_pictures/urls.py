"""Addresses of the drawn pictures; no page can have one with a dot in it."""

from django.urls import path

from seo.site_pictures import views

urlpatterns = [
    path("favicon.svg", views.favicon_svg, name="favicon_svg"),
    path("favicon.ico", views.favicon_ico, name="favicon_ico"),
    path("apple-touch-icon.png", views.touch_icon, name="touch_icon"),
    path("share-<int:pk>-<slug:version>.<slug:ending>", views.page_picture, name="page_picture"),
    path("share-<slug:language>.png", views.share_picture, name="share_picture"),
]
