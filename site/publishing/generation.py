"""Which state the content is in: a word that is another one after every committed change of what visitors may see.

Who keeps an answer keeps this word beside it, and knows by one small query whether the answer still holds.

The database itself notes each change, by triggers: in the same transaction, so that change and word are seen together
or, after a rollback, not at all; and whatever wrote the rows (`bulk_create`, `update`, SQL of Wagtail's trees).
On PostgreSQL each statement that changes content adds a row and touches no other, so that no writer waits for another;
SQLite has one writer at a time, and there the newest row is enough. The word is the sum of random numbers: other rows,
other word, also where a rolled back number is given out again.

`manage.py migrate` makes the triggers of tables that are new, and removes those of tables that no longer count. A model
with `counts_as_content = False` is nobody's content; those of other packages are named here.
"""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import connection, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper
from django.db.models import Model

from publishing.models import ContentChange
from publishing.periodic import periodic

# Accounts, sessions, and what the admin keeps for itself.
NO_CONTENT_APPS = {
    "auth",
    "contenttypes",
    "sessions",
    "wagtailadmin",
    "wagtailsearch",
    "wagtailusers",
}
NO_CONTENT = {
    "wagtail_localize.LocaleSynchronization",
    "wagtail_localize.TranslationLog",
    "wagtailcore.APIToken",
    "wagtailcore.Comment",
    "wagtailcore.CommentReply",
    "wagtailcore.GroupCollectionPermission",
    "wagtailcore.GroupPagePermission",
    "wagtailcore.GroupSitePermission",
    "wagtailcore.ModelLogEntry",
    "wagtailcore.PageLogEntry",
    "wagtailcore.PageSubscription",
    "wagtailcore.Revision",  # a draft; what is published is written to its model too
    "wagtailcore.UploadedFile",
}
# Made from what is there already, while somebody waits. The renditions that pages show are named in the row of their
# picture, and that changes; the others are the admin's.
MADE_BY_VISITS = {"core.CustomRendition", "wagtailimages.Rendition", "wagtailembeds.Embed"}

KEPT_ROWS = 100  # more than these are made one, so that adding them up stays quick

TABLE = "publishing_contentchange"
NAME = "content_change"  # of the triggers, followed by what they wait for; of PostgreSQL's function
READ = "SELECT SUM(token) FROM publishing_contentchange"
NOTE = {
    "sqlite": "DELETE FROM publishing_contentchange; INSERT INTO publishing_contentchange (id, token)"
    " VALUES (1, abs(random() % 4503599627370496));",
    "postgresql": "INSERT INTO publishing_contentchange (token) VALUES (floor(random() * 4503599627370496));",
}
FUNCTION = f"""
CREATE OR REPLACE FUNCTION {NAME}() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS
$$ BEGIN {NOTE["postgresql"]} RETURN NULL; END $$
"""
EVENTS = {
    "sqlite": ("INSERT", "UPDATE", "DELETE"),
    "postgresql": ("INSERT", "UPDATE", "DELETE", "TRUNCATE"),
}
TRIGGERS = {
    "sqlite": "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'content_change_%'",
    "postgresql": "SELECT tgname, relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid"
    " WHERE tgname LIKE 'content_change_%' AND relnamespace = current_schema()::regnamespace",
}


def current() -> str:
    """The word for the content as this connection sees it; one query."""
    with connection.cursor() as cursor:
        cursor.execute(READ)
        return str(cursor.fetchone()[0] or 0)


def changed() -> None:
    """Notes a change of what visitors see that leaves no trace in a table of content."""
    with connection.cursor() as cursor:
        for statement in NOTE[connection.vendor].rstrip(";").split(";"):
            cursor.execute(statement)


@periodic(minutes=5)
def prune() -> None:
    """Makes many noted changes one; those that are not committed yet stay."""
    if ContentChange.objects.count() > KEPT_ROWS:
        with transaction.atomic():
            newest = ContentChange.objects.latest("pk").pk
            changed()
            ContentChange.objects.filter(pk__lte=newest).delete()


def watch(using: str = "default", **_kwargs: Any) -> None:
    """The receiver of `post_migrate`: gives every table of content its triggers, and takes those of others away."""
    database = connections[using]
    with transaction.atomic(using), database.cursor() as cursor:
        tables = set(database.introspection.table_names(cursor))
        if TABLE not in tables:  # migrated back to before there was any
            return
        if database.vendor == "postgresql":
            cursor.execute(FUNCTION)
        wanted = {
            (_trigger(database, table, event), table): _create(database, table, event)
            for table, event in _watched(database)
            if table in tables
        }
        existing = _existing(database, cursor)
        for name, table in existing - wanted.keys():
            on_table = f' ON "{table}"' if database.vendor == "postgresql" else ""
            cursor.execute(f'DROP TRIGGER "{name}"{on_table}')
        for name, table in wanted.keys() - existing:
            cursor.execute(wanted[name, table])


def counts(model: type[Model]) -> bool:
    """Whether a row of this model may show anywhere on the site or in its API."""
    options = model._meta
    return (
        options.managed
        and not options.proxy
        and options.app_label not in NO_CONTENT_APPS
        and options.label not in NO_CONTENT
        and getattr(model, "counts_as_content", True)
    )


def _watched(database: BaseDatabaseWrapper) -> Iterator[tuple[str, str]]:
    """Each table of content, with each kind of statement that changes it."""
    for model in apps.get_models(include_auto_created=True):
        if counts(model):
            for event in EVENTS[database.vendor]:
                if event != "INSERT" or model._meta.label not in MADE_BY_VISITS:
                    yield model._meta.db_table, event


def _existing(database: BaseDatabaseWrapper, cursor: CursorWrapper) -> set[tuple[str, str]]:
    cursor.execute(TRIGGERS[database.vendor])
    return {(name, table) for name, table in cursor.fetchall()}


def _trigger(database: BaseDatabaseWrapper, table: str, event: str) -> str:
    """A name that SQLite needs to be the only one in the database, PostgreSQL in the table."""
    name = f"{NAME}_{event.lower()}"
    return name if database.vendor == "postgresql" else f"{name}_{table}"


def _create(database: BaseDatabaseWrapper, table: str, event: str) -> str:
    what = (
        f"FOR EACH STATEMENT EXECUTE FUNCTION {NAME}()"
        if database.vendor == "postgresql"
        else f"BEGIN {NOTE['sqlite']} END"
    )
    return f'CREATE TRIGGER "{_trigger(database, table, event)}" AFTER {event} ON "{table}" {what}'
