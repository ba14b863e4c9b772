"""What Wagtail asks every app at its start."""

from wagtail import hooks

from machines.serving import in_markdown

# Last, so that a page is in Markdown only for who may read it: Wagtail's own hook asks for a password before.
hooks.register("on_serve_page", in_markdown, order=100)
