from django.apps import AppConfig


class TranslationsConfig(AppConfig):
    name = "translations"

    def ready(self) -> None:
        from translations import draftable_snippets, editor_queries, resubmission, signals  # noqa: F401
        from translations.tree import signals as tree_signals  # noqa: F401

        editor_queries.install()
