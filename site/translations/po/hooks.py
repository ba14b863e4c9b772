"""What Wagtail asks this part at its start."""

from django.urls import URLPattern, URLResolver, include, path
from wagtail import hooks

from translations.po.views import ImportView, export_behind, export_page


@hooks.register("register_admin_urls")
def po_urls() -> list[URLResolver]:
    urls = [
        path("behind/", export_behind, name="export_behind"),
        path("page/<int:translation_id>/", export_page, name="export_page"),
        path("import/", ImportView.as_view(), name="import"),
        path("import/<int:translation_id>/", ImportView.as_view(), name="import_page"),
    ]
    return [path("translations/po/", include((urls, "translations_po")))]


@hooks.register("register_admin_urls", order=-1)
def editor_urls() -> list[URLPattern]:
    """Stands before wagtail-localize's own, so that the translation editor's buttons lead here."""
    return [
        path("localize/translate/<int:translation_id>/pofile/download/", export_page),
        path("localize/translate/<int:translation_id>/pofile/upload/", ImportView.as_view()),
    ]
