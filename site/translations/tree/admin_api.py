"""Closes the actions of the admin's own API (`/admin/api/main/pages/<id>/action/<name>/`).

They copy, alias, translate, publish, move and delete pages without any of the questions and refusals of the admin's
pages, and nothing in the admin uses them. An unknown action is a 404.
"""

from wagtail.admin.api.views import PagesAdminAPIViewSet


def close_actions() -> None:
    PagesAdminAPIViewSet.actions = {}
