from django.apps import AppConfig


class SeoConfig(AppConfig):
    name = "seo"

    def ready(self) -> None:
        from seo.sitemaps import remembered

        remembered.connect()
