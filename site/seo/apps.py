from django.apps import AppConfig


class SeoConfig(AppConfig):
    name = "seo"

    def ready(self) -> None:
        from seo.not_found import purging  # noqa: F401
        from seo.redirects import following  # noqa: F401
        from seo.site_pictures import making  # noqa: F401
