"""What each database looks in: two columns and their indexes on PostgreSQL, a virtual table on SQLite."""

from django.db import migrations
from django.db.utils import OperationalError, NotSupportedError

POSTGRESQL = [
    "ALTER TABLE search_searchentry ADD COLUMN title_words tsvector, ADD COLUMN words tsvector",
    # No list of what is not yet in the index: every search would read through it.
    "CREATE INDEX search_title_words ON search_searchentry USING gin (title_words) WITH (fastupdate = off)",
    "CREATE INDEX search_words ON search_searchentry USING gin (words) WITH (fastupdate = off)",
    "CREATE INDEX search_newest ON search_searchentry (language, day DESC NULLS FIRST, page_id DESC)",
]
POSTGRESQL_BACK = [
    "ALTER TABLE search_searchentry DROP COLUMN title_words, DROP COLUMN words",
    "DROP INDEX search_newest",
]
# The words come in without accents and cut to their stem.
SQLITE = [
    "CREATE VIRTUAL TABLE search_words USING fts5(language, title, headings, texts, tokenize = 'unicode61 remove_diacritics 0')",
    "CREATE TRIGGER search_words_of_deleted_entry AFTER DELETE ON search_searchentry"
    " BEGIN DELETE FROM search_words WHERE rowid = old.page_id; END",
]
SQLITE_BACK = ["DROP TRIGGER search_words_of_deleted_entry", "DROP TABLE search_words"]


def make(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        _run(schema_editor, POSTGRESQL)
        return
    try:
        _run(schema_editor, SQLITE)
    except OperationalError as error:
        if "fts5" not in str(error):
            raise
        raise NotSupportedError(
            "The search needs SQLite's FTS5, which the SQLite of this Python was built without. "
            "Use a Python with it, as Debian's and python.org's are, or PostgreSQL (DATABASE_URL)."
        ) from error


def drop(apps, schema_editor):
    _run(schema_editor, POSTGRESQL_BACK if schema_editor.connection.vendor == "postgresql" else SQLITE_BACK)


def _run(schema_editor, statements):
    for statement in statements:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]

    operations = [migrations.RunPython(make, drop, elidable=False)]
