"""The word for the state of the content: another one after every change, the same as long as nothing changes."""

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone
from wagtail.documents.models import Document
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction, Site

from contact.models import ContactMessage
from core.models import CustomImage, PracticeSettings
from home.models import HomePage, StandardPage
from publishing import generation
from publishing.models import ContentChange, DraftLink
from search.models import MissedTerm, PromotedResult
from tests.factories.tree import make_page
from translations.models import LiveSegment

pytestmark = pytest.mark.django_db


@pytest.fixture
def about(home: HomePage) -> StandardPage:
    return make_page(StandardPage, home, slug="over-mij")


def changes(action: Callable[..., Any], *args: Any, **kwargs: Any) -> bool:
    before = generation.current()
    action(*args, **kwargs)
    return generation.current() != before


def test_it_stays_the_same_while_nothing_changes(about, client: Client):
    assert not changes(client.get, about.url)
    assert not changes(client.get, "/nergens/")


def test_it_costs_one_query(about, django_assert_num_queries):
    with django_assert_num_queries(1):
        generation.current()


def test_every_way_to_change_a_page_is_noticed(about, home):
    other = make_page(StandardPage, home, slug="elders")
    about.title = "Anders"
    assert changes(about.save)
    assert changes(about.save_revision().publish)
    assert changes(about.unpublish)
    assert changes(about.move, other, pos="last-child")
    assert changes(StandardPage.objects.filter(pk=about.pk).update, title="Nog anders")
    assert changes(about.delete)


def test_rows_written_past_djangos_signals_are_noticed(about):
    assert changes(
        PromotedResult.objects.bulk_create,
        [PromotedResult(language="nl", words="rug", page=about)],
        ignore_conflicts=True,
    )
    assert changes(PromotedResult.objects.all()._raw_delete, using="default")
    with connection.cursor() as cursor:
        assert changes(cursor.execute, "UPDATE wagtailcore_page SET title = 'Ruw'")


def test_what_stands_beside_pages_is_noticed(about, picture):
    site = Site.objects.get()
    practice = PracticeSettings.for_site(site)
    collection = Collection.get_first_root_node().add_child(instance=Collection(name="Privé"))
    assert changes(practice.save)
    assert changes(site.save)
    assert changes(PageViewRestriction.objects.create, page=about, restriction_type="login")
    assert changes(
        CollectionViewRestriction.objects.create, collection=collection, restriction_type="login"
    )
    assert changes(CustomImage.objects.filter(pk=picture.pk).update, focal_point_x=3)
    assert changes(Document.objects.create, title="Folder", file="folder.pdf")
    assert changes(call_command, "rebuild_search_index", verbosity=0)


def test_the_pictures_that_a_visit_makes_change_nothing_but_their_end_does(picture):
    rendition = None

    def make() -> None:
        nonlocal rendition
        rendition = picture.get_rendition("width-32")

    assert not changes(make)
    assert changes(rendition.delete)


def test_what_visitors_leave_behind_changes_nothing(about, practitioner):
    assert not changes(
        ContactMessage.objects.create, name="Noor", email="n@example.com", message="?"
    )
    assert not changes(
        MissedTerm.objects.create, language="nl", month=timezone.localdate(), term="rug"
    )
    assert not changes(DraftLink.make, about, days=1, user=practitioner)
    assert not changes(Client().force_login, practitioner)


def test_a_change_that_is_rolled_back_has_never_been(about):
    before = generation.current()
    with transaction.atomic():
        about.save()
        inside = generation.current()
        transaction.set_rollback(True)
    assert inside != before
    assert generation.current() == before
    about.save()
    assert generation.current() not in (before, inside)


def test_a_change_after_a_rolled_back_one_is_noticed_in_the_same_transaction(about):
    with transaction.atomic():
        with transaction.atomic():
            about.save()
            transaction.set_rollback(True)
        assert changes(about.save)
        with transaction.atomic():
            assert changes(about.save)


def test_what_can_be_told_by_no_table_can_be_told(about):
    assert changes(generation.changed)


def test_many_changes_become_one(about, monkeypatch):
    monkeypatch.setattr(generation, "KEPT_ROWS", 3)
    seen = {generation.current()}
    for _turn in range(9):
        about.save()
        seen.add(generation.current())
    generation.prune()
    assert ContentChange.objects.count() == 1
    assert len(seen) == 10
    assert changes(about.save)


def test_every_table_is_watched_or_named():
    """What is named exists, and what no name leaves out has its triggers."""
    labels = {model._meta.label for model in apps.get_models(include_auto_created=True)}
    assert labels >= generation.NO_CONTENT | generation.MADE_BY_VISITS
    assert {config.label for config in apps.get_app_configs()} >= generation.NO_CONTENT_APPS
    with connection.cursor() as cursor:
        existing = {table for _name, table in generation._existing(connection, cursor)}
    assert existing == {
        model._meta.db_table
        for model in apps.get_models(include_auto_created=True)
        if generation.counts(model)
    }
    assert {LiveSegment._meta.db_table, HomePage._meta.db_table} <= existing
    assert not {"django_session", "publishing_contentchange", "wagtailcore_revision"} & existing


def test_triggers_follow_what_counts(about, monkeypatch):
    monkeypatch.setattr(generation, "NO_CONTENT", {*generation.NO_CONTENT, "wagtailcore.Site"})
    generation.watch()
    assert not changes(Site.objects.get().save)
    monkeypatch.undo()
    generation.watch()
    assert changes(Site.objects.get().save)


def test_two_writers_do_not_wait_for_each_other_and_each_change_is_seen_once_committed():
    """On PostgreSQL; SQLite has one writer at a time, whatever it writes."""
    if connection.vendor != "postgresql":
        return
    import psycopg

    settings = connection.get_connection_params()
    keys = {"dbname", "user", "password", "host", "port"}
    target = {key: settings[key] for key in keys & settings.keys()}
    write = "UPDATE wagtailcore_locale SET language_code = language_code WHERE language_code = %s"
    with (
        psycopg.connect(**target) as one,
        psycopg.connect(**target) as two,
        psycopg.connect(**target, autocommit=True) as reader,
    ):

        def read() -> Any:
            return reader.execute(generation.READ).fetchone()

        for writer in (one, two):
            writer.execute("SET lock_timeout = '2s'")
        before = read()
        one.execute(write, ["nl"])
        two.execute(write, ["en"])
        assert read() == before
        two.commit()
        second = read()
        one.commit()
        assert len({before, second, read()}) == 3
