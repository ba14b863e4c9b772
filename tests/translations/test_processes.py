"""Several processes at once, and one that is killed: on the database the site is served with."""

import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.scripts.served_site import Site
from tests.served_sites import served_copy

DUTCH = "/behandelingen/psoas-release/"
ENGLISH = "/en/treatments/psoas-release/"
BEGIN = """
import os
from treatments.models import TreatmentPage
from translations import confirmation, publication, sync
from wagtail_localize.models import Translation
page = TreatmentPage.objects.get(locale__language_code="nl")
translation = Translation.objects.get(source__object_id=page.translation_key)
"""
STATE = """
from translations.models import LiveSegment
source = translation.source
rows = translation.live_segments.all()
wrong = [row for row in rows if row.status == "current" and row.confirmed_for_id != row.string_id]
print(sync.is_pending(source, page), rows.filter(status__in=LiveSegment.BEHIND).count(), len(wrong))
"""


@pytest.fixture(scope="module")
def site(prepared_site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with served_copy(prepared_site, tmp_path_factory.mktemp("processes")) as served:
        yield served


def run(site: Site, script: str) -> str:
    return site.manage("shell", "-v0", "-c", BEGIN + script).strip()


def test_a_process_that_is_killed_half_way_leaves_english_whole(site: Site) -> None:
    before = site.get(ENGLISH)
    kill = """
def die(*args, **kwargs):
    os._exit(9)
publication.compose = die
page.strapline, page.price = "Gloednieuwe woorden.", 321
page.save_revision().publish()
"""
    with pytest.raises(subprocess.CalledProcessError):
        run(site, kill)
    assert site.get(ENGLISH) == before
    assert "Gloednieuwe woorden." in site.get(DUTCH)
    assert run(site, STATE).split() == ["True", "0", "0"]

    run(site, "page.save_revision().publish()")
    html = site.get(ENGLISH)
    assert "€321" in html
    assert "Gloednieuwe woorden." not in html
    assert "Pure and deep." in html
    assert run(site, STATE).split() == ["False", "1", "0"]


def test_editors_at_the_same_moment_lose_nothing(site: Site) -> None:
    """Dutch is published again and again while English is reviewed and published."""
    write_dutch = """
for number in range(4):
    page = TreatmentPage.objects.get(pk=page.pk)
    page.introduction = f"Alinea {WHO} van ronde {chr(97 + number)}."
    page.save_revision().publish()
"""
    write_english = """
from django.core.exceptions import ValidationError
from translations.models import LiveSegment
for number in range(4):
    row = publication.is_behind(translation).select_related("string", "translation__source").first()
    if row is not None:
        try:
            confirmation.confirm_edit(row, f"English of round {chr(97 + number)}.")
        except LiveSegment.DoesNotExist:
            pass
    publication.publish_translation(Translation.objects.get(pk=translation.pk))
"""
    scripts = [
        write_dutch.replace("{WHO}", "een"),
        write_dutch.replace("{WHO}", "twee"),
        write_english,
    ]
    with ThreadPoolExecutor(3) as pool:
        for outcome in [pool.submit(run, site, script) for script in scripts]:
            outcome.result(timeout=120)
    html = site.get(ENGLISH)
    assert "Alinea" not in html
    assert run(site, STATE).split()[0] == "False"
    assert run(site, STATE).split()[2] == "0"
    kept = run(
        site,
        "from wagtail_localize.models import StringTranslation as S;"
        "print(S.objects.filter(data__startswith='English of round').count())",
    )
    assert int(kept) >= 1
