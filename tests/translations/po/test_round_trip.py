"""A translator outside: the file goes out, comes back, and is taken in whole or not at all."""

from typing import Any

import polib
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from wagtail_localize.models import StringTranslation, Translation

from home.models import StandardPage
from tests.factories.translations import translate_to, translation_into
from tests.factories.tree import make_page
from translations.models import GlossaryTerm

pytestmark = pytest.mark.django_db

TWICE = "Adem rustig uit."


@pytest.fixture
def dutch(home: Any) -> StandardPage:
    body = [
        {"type": "text", "id": "b1", "value": {"heading": TWICE, "prose": f"<p>{TWICE}</p>"}},
        {"type": "text", "id": "b2", "value": {"heading": "", "prose": "<p>Zie <b>dit</b>.</p>"}},
    ]
    return make_page(StandardPage, home, title="Over mij", introduction="Wie ik ben.", body=body)


@pytest.fixture
def translation(dutch: StandardPage, en: Any, published: Any) -> Translation:
    translate_to(en, dutch, published)
    return translation_into(en, dutch)


def download(client: Client, path: str) -> polib.POFile:
    response = client.get(f"/admin/translations/po/{path}")
    assert response.status_code == 200
    return polib.pofile(response.content.decode())


def upload(client: Client, content: Any, **data: Any) -> Any:
    raw = content if isinstance(content, bytes) else str(content).encode()
    file = SimpleUploadedFile("engels.po", raw)
    return client.post("/admin/translations/po/import/", {"file": file} | data, follow=True)


def texts() -> set[tuple[int, int, str, bool]]:
    return set(
        StringTranslation.objects.values_list(
            "context_id", "translation_of_id", "data", "has_error"
        )
    )


def entry(po: polib.POFile, dutch: str, place: str = "") -> polib.POEntry:
    (found,) = [each for each in po if each.msgid == dutch and place in each.msgctxt]
    return found


def test_a_sentence_that_occurs_twice_can_be_translated_twice(
    translation, dutch, practitioner_client
):
    po = download(practitioner_client, f"page/{translation.pk}/")
    assert len({each.msgctxt for each in po}) == len(po)
    entry(po, TWICE, "heading").msgstr = "Breathing out"
    entry(po, TWICE, "prose").msgstr = "Breathe out slowly."
    upload(practitioner_client, po)
    made = {
        row.context.path: row.data
        for row in StringTranslation.objects.filter(translation_of__data=TWICE)
    }
    assert made == {"body.b1.heading": "Breathing out", "body.b1.prose": "Breathe out slowly."}


def test_what_comes_in_is_a_draft(translation, dutch, practitioner_client, client: Client):
    po = download(practitioner_client, f"page/{translation.pk}/")
    entry(po, "Wie ik ben.").msgstr = "Who I am."
    upload(practitioner_client, po)
    row = StringTranslation.objects.get(translation_of__data="Wie ik ben.")
    assert (row.data, row.translation_type) == ("Who I am.", "manual")
    english = translation.get_target_instance()
    assert "Who I am." not in client.get(english.url).content.decode()


def test_out_and_in_again_changes_nothing(translation, practitioner_client):
    before = texts()
    po = download(practitioner_client, f"page/{translation.pk}/")
    upload(practitioner_client, po)
    assert texts() == before


def test_what_is_behind_goes_out_with_the_dutch_before_and_the_words_of_the_list(
    translation, dutch, practitioner_client
):
    GlossaryTerm.objects.create(term="dieper", translation="deeper")
    dutch.introduction = "Wie ik dieper ben."
    dutch.save_revision().publish()
    po = download(practitioner_client, "behind/")
    (only,) = list(po)
    assert only.msgid == "Wie ik dieper ben."
    assert only.previous_msgid == "Wie ik ben."
    assert only.msgstr == "EN Wie ik ben."
    assert only.fuzzy
    assert "deeper" in only.comment
    upload(practitioner_client, po)
    assert StringTranslation.objects.get(translation_of__data="Wie ik dieper ben.").has_error
    only.msgstr = "Who I am deeper."
    only.flags.remove("fuzzy")
    upload(practitioner_client, po)
    row = StringTranslation.objects.get(translation_of__data="Wie ik dieper ben.")
    assert (row.data, row.has_error) == ("Who I am deeper.", False)


@pytest.mark.parametrize("ending", ["crlf", "bom", "reordered"])
def test_what_an_editor_makes_of_a_file_does_not_matter(ending, translation, practitioner_client):
    po = download(practitioner_client, f"page/{translation.pk}/")
    entry(po, "Wie ik ben.").msgstr = "Who I am."
    if ending == "reordered":
        po.reverse()
    raw = str(po).encode()
    raw = {"crlf": raw.replace(b"\n", b"\r\n"), "bom": b"\xef\xbb\xbf" + raw}.get(ending, raw)
    upload(practitioner_client, raw)
    assert StringTranslation.objects.get(translation_of__data="Wie ik ben.").data == "Who I am."


def broken(kind: str, po: polib.POFile) -> bytes:
    first = entry(po, "Wie ik ben.")
    first.msgstr = "Who I am."
    other = entry(po, "Zie <b>dit</b>.")
    if kind == "not utf-8":
        return b'msgid "\xff"'
    if kind == "not a po file":
        return b"<html>hallo</html>"
    if kind == "empty":
        return b""
    if kind == "breaks off":
        raw = str(po).encode()
        return raw[: raw.rindex(b'msgstr "') + 9]
    if kind == "unknown place":
        other.msgctxt = "elsewhere"
    elif kind == "twice":
        po.append(first)
    elif kind == "dutch changed in the file":
        other.msgid = "Zie iets anders."
    elif kind == "block tag":
        other.msgstr = "<p>See</p>"
    elif kind == "foreign link":
        other.msgstr = 'See <a id="a7">this</a>.'
    elif kind == "too long":
        entry(po, "Over mij").msgstr = "x" * 300
    elif kind == "wrong language":
        po.metadata["Language"] = "fr"
    return str(po).encode()


@pytest.mark.parametrize(
    "kind",
    [
        "not utf-8",
        "not a po file",
        "empty",
        "breaks off",
        "unknown place",
        "twice",
        "dutch changed in the file",
        "block tag",
        "foreign link",
        "too long",
        "wrong language",
    ],
)
def test_a_bad_file_is_refused_whole_with_its_reason(kind, translation, practitioner_client):
    before = texts()
    po = download(practitioner_client, f"page/{translation.pk}/")
    response = upload(practitioner_client, broken(kind, po))
    assert response.status_code == 200
    errors = response.context["file_errors"]
    form = response.context["form"]
    assert errors or form.errors
    if kind not in ("not utf-8", "not a po file", "empty"):
        assert all(error.line for error in errors)
    assert texts() == before


def test_dutch_that_changed_since_is_told_and_can_be_left_out(
    translation, dutch, practitioner_client
):
    po = download(practitioner_client, f"page/{translation.pk}/")
    entry(po, "Wie ik ben.").msgstr = "Who I am."
    entry(po, "Zie <b>dit</b>.").msgstr = "See <b>this</b>."
    dutch.introduction = "Wie ik nu ben."
    dutch.save_revision().publish()
    before = texts()
    assert upload(practitioner_client, po).context["file_errors"]
    assert texts() == before
    upload(practitioner_client, po, skip_outdated="on")
    assert StringTranslation.objects.filter(data="See <b>this</b>.").exists()
    assert not StringTranslation.objects.filter(data="Who I am.").exists()


def test_the_buttons_of_the_editor_lead_here(translation, practitioner_client):
    response = practitioner_client.get(
        f"/admin/localize/translate/{translation.pk}/pofile/download/"
    )
    po = polib.pofile(response.content.decode())
    entry(po, "Wie ik ben.").msgstr = "Who I am."
    file = SimpleUploadedFile("engels.po", str(po).encode())
    practitioner_client.post(
        f"/admin/localize/translate/{translation.pk}/pofile/upload/", {"file": file}
    )
    assert StringTranslation.objects.filter(data="Who I am.").exists()


def test_a_stranger_gets_and_gives_nothing(translation, client):
    assert client.get(f"/admin/translations/po/page/{translation.pk}/").status_code == 302
    assert client.post("/admin/translations/po/import/").status_code == 302
