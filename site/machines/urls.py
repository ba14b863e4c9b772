"""Addresses for reading machines, in each language; no page can have one with a dot in it."""

from django.urls import path, re_path

from machines.llms import llms_txt
from machines.serving import markdown_page

urlpatterns = [
    path("llms.txt", llms_txt, name="llms_txt"),
    re_path(r"^(?P<path>[\w/-]+)\.md$", markdown_page, name="markdown_page"),
]
