"""Blocks stay out of migrations, and historical models keep the content they cannot read."""

from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from home.models import StandardPage
from tests.factories.home import StandardPageFactory

BODY = [{"type": "text", "value": {"heading": "Kop", "prose": "<p>Tekst</p>"}, "id": "a1"}]


def test_migrations_name_no_block():
    field = StandardPage._meta.get_field("body")
    _name, path, args, kwargs = field.deconstruct()
    assert path == "core.fields.StreamField"
    assert args == [[]]
    assert "block_lookup" not in kwargs


def test_no_migration_file_holds_a_block_definition():
    texts = [
        (path, path.read_text())
        for config in apps.get_app_configs()
        if "/site/" in f"{config.path}/" and (Path(config.path) / "migrations").is_dir()
        for path in (Path(config.path) / "migrations").glob("0*.py")
        if "site-packages" not in str(path)
    ]
    assert texts
    assert [
        path for path, text in texts if "wagtail.blocks" in text or "block_lookup" in text
    ] == []


@pytest.mark.django_db
def test_saving_a_historical_page_keeps_its_body(home):
    page = StandardPageFactory(parent=home, body=BODY)
    state = MigrationExecutor(connection).loader.project_state()
    historical = state.apps.get_model("home", "StandardPage").objects.get(pk=page.pk)

    historical.introduction = "Anders"
    historical.save()

    page = StandardPage.objects.get(pk=page.pk)
    assert page.introduction == "Anders"
    assert page.body.raw_data[0]["value"]["heading"] == "Kop"


@pytest.mark.django_db
def test_a_historical_page_hands_its_sections_through_as_stored(home):
    page = StandardPageFactory(parent=home, body=BODY)
    state = MigrationExecutor(connection).loader.project_state()
    historical = state.apps.get_model("home", "StandardPage").objects.get(pk=page.pk)
    assert historical.body == BODY
