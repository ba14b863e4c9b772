"""Recordings: uploaded, played in the page, and answered in parts."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.translation import override
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction

from blog.models import BlogPage
from core.blocks import AudioBlock
from core.recordings import forms
from core.recordings.byte_ranges import asked_for
from core.recordings.files import is_recording, minutes_of
from tests.factories.recordings import m4a, make_recording, mp3
from tests.factories.translations import translate_to
from tests.factories.tree import make_page

pytestmark = pytest.mark.django_db


def body_of(response: Any) -> bytes:
    return b"".join(response.streaming_content) if response.streaming else response.content


def audio_value(**fields: Any) -> Any:
    value = {"heading": "Drie keer ademen", "recording": None, "english_recording": None}
    value |= {"minutes": None, "without_words": False, "prose": "<p>Adem in.</p>"}
    return value | fields


def saved(**fields: Any) -> Any:
    """The block as it is after she saved it."""
    block = AudioBlock()
    return block.clean(block.normalize(audio_value(**fields)))


def post_with(home: Any, **fields: Any) -> BlogPage:
    page = make_page(BlogPage, home)
    page.body = [("audio", audio_value(**fields))]
    page.save_revision().publish()
    return BlogPage.objects.get(pk=page.pk)


def shown(client: Client, page: Any) -> BeautifulSoup:
    return BeautifulSoup(client.get(page.url).content, "html.parser")


@pytest.mark.parametrize(
    ("name", "content", "minutes"),
    [
        ("adem.mp3", mp3(120), 2),
        ("adem.MP3", mp3(5), 1),
        ("memo.m4a", m4a(180), 3),
        ("adem.mp3", b"no sound at all" * 50, 0),
        ("memo.m4a", b"no sound at all" * 50, 0),
        ("adem.mp3", b"", 0),
    ],
)
def test_length_is_read_from_the_contents(name: str, content: bytes, minutes: int) -> None:
    assert is_recording(name)
    assert minutes_of(ContentFile(content), name) == minutes


class TestUpload:
    def upload(self, client: Client, name: str, content: bytes) -> Any:
        file = SimpleUploadedFile(name, content)
        return client.post(
            "/admin/documents/chooser/create/?multiple=0",
            {
                "document-chooser-upload-title": "Adem",
                "document-chooser-upload-file": file,
                "document-chooser-upload-collection": Collection.get_first_root_node().pk,
            },
        ).json()

    def test_she_uploads_a_recording_where_she_chooses_one(self, practitioner_client) -> None:
        assert self.upload(practitioner_client, "adem.mp3", mp3(3))["step"] == "chosen"
        assert self.upload(practitioner_client, "memo.m4a", m4a())["step"] == "chosen"
        assert get_document_model().objects.count() == 2

    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("adem.mp3", b"<script>alert(1)</script>" * 40),
            ("adem.wav", b"RIFF"),
            ("adem.html", b"<p>"),
        ],
    )
    def test_anything_else_is_refused(self, name, content, practitioner_client) -> None:
        assert self.upload(practitioner_client, name, content)["step"] != "chosen"
        assert not get_document_model().objects.exists()

    def test_a_file_that_is_too_large_is_refused(self, practitioner_client, monkeypatch) -> None:
        monkeypatch.setattr(forms, "LARGEST_FILE", 0)
        answer = self.upload(practitioner_client, "adem.mp3", mp3(3))
        assert "groter dan" in str(answer)

    def test_only_recordings_are_offered(self, practitioner_client) -> None:
        make_recording()
        paper = get_document_model()(title="Papier")
        paper.file.save("papier.pdf", ContentFile(b"%PDF-"), save=True)
        html = practitioner_client.get("/admin/documents/chooser/").content.decode()
        assert "Adem" in html
        assert "Papier" not in html


class TestBlock:
    def test_nothing_is_loaded_until_play_is_pressed(self, home, client: Client) -> None:
        recording = make_recording()
        page = shown(client, post_with(home, recording=recording, minutes=4))
        player = page.select_one("audio")
        assert player["preload"] == "none"
        assert player["src"] == recording.url
        assert player.has_attr("controls")
        assert not player.has_attr("autoplay")
        section = page.select_one(".section--audio").text
        assert "4 minuten" in section
        assert "Adem in." in section
        assert "in het Nederlands" not in section
        policy = client.get("/blog/").headers["Content-Security-Policy"]
        assert "media-src 'self'" in policy

    def test_english_plays_what_is_spoken_in_english(
        self, home, en, published, client: Client
    ) -> None:
        dutch, english = make_recording(), make_recording("breath.mp3")
        post = post_with(home, recording=dutch, english_recording=english)
        page = shown(client, translate_to(en, post, published))
        assert page.select_one("audio")["src"] == english.url
        assert "(in Dutch)" not in page.select_one(".section--audio").text
        assert "EN Adem in." in page.select_one(".section--audio").text
        assert shown(client, post).select_one("audio")["src"] == dutch.url

    @pytest.mark.parametrize(("without_words", "said"), [(False, True), (True, False)])
    def test_english_says_when_it_is_spoken_in_dutch(
        self, without_words, said, home, en, published, client: Client
    ) -> None:
        post = post_with(home, recording=make_recording(), without_words=without_words)
        page = shown(client, translate_to(en, post, published))
        assert ("(in Dutch)" in page.select_one(".section--audio").text) is said
        # The words that name the player are English, whatever is heard.
        assert page.select_one("audio")["aria-label"] == "EN Drie keer ademen"
        assert not page.select_one("audio").has_attr("lang")

    def test_a_deleted_recording_leaves_its_words(self, home, client: Client) -> None:
        recording = make_recording()
        post = post_with(home, recording=recording)
        recording.delete()
        page = shown(client, post)
        assert not page.select("audio")
        assert "Adem in." in page.select_one(".section--audio").text

    def test_length_is_filled_in_unless_she_says_it(self) -> None:
        recording = make_recording(content=mp3(180))
        assert saved(recording=recording).length == 3
        assert saved(recording=recording, minutes=9).length == 9

    def test_a_recording_in_the_place_of_another_has_its_own_length(self) -> None:
        value = saved(recording=make_recording(content=mp3(180)))
        assert value.length == 3
        value["recording"] = make_recording("langer.mp3", mp3(600))
        value = AudioBlock().clean(value)
        assert value.length == 10
        value["recording"].file.save("korter.mp3", ContentFile(mp3(60)), save=True)
        assert value.length == 1

    def test_the_english_recording_has_its_own_length(self) -> None:
        dutch, english = make_recording(content=mp3(180)), make_recording("b.mp3", mp3(300))
        value = saved(recording=dutch, english_recording=english, minutes=4)
        assert value.length == 4
        with override("en"):
            assert value.length == 5

    def test_a_recording_whose_file_is_gone_can_be_saved(self, home, client: Client) -> None:
        recording = make_recording()
        recording.file.storage.delete(recording.file.name)
        assert saved(recording=recording).length == 0
        assert "Adem in." in shown(client, post_with(home, recording=recording)).main.text

    def test_a_player_without_words_is_not_named_after_a_dutch_file(self) -> None:
        block = AudioBlock()
        value = block.normalize(audio_value(recording=make_recording(), heading=""))
        with override("en"):
            html = block.render(value)
        assert BeautifulSoup(html, "html.parser").audio["aria-label"] == "Recording"

    def test_a_document_that_is_no_recording_is_refused(self) -> None:
        block = AudioBlock()
        paper = make_recording("papier.pdf", b"%PDF-")
        with pytest.raises(StructBlockValidationError) as error:
            block.clean(block.normalize(audio_value(recording=paper)))
        assert list(error.value.block_errors) == ["recording"]


LONG = "bytes=" + "9" * 5000 + "-"


class TestParts:
    """An iPhone asks for the first two bytes, and plays nothing that cannot give them."""

    @pytest.mark.parametrize(
        ("header", "first", "length"),
        [
            ("bytes=0-1", 0, 2),
            ("bytes=10-", 10, 90),
            ("bytes=-5", 95, 5),
            ("bytes=-500", 0, 100),
            ("bytes=90-200", 90, 10),
        ],
    )
    def test_a_part_is_answered(self, header, first, length, client: Client) -> None:
        content = bytes(range(100))
        recording = make_recording(content=content)
        answer = client.get(recording.url, headers={"Range": header})
        assert answer.status_code == 206
        assert body_of(answer) == content[first : first + length]
        assert answer.headers["Content-Range"] == f"bytes {first}-{first + length - 1}/100"
        assert answer.headers["Content-Length"] == str(length)
        assert answer.headers["Content-Type"] == "audio/mpeg"
        assert not answer.cookies

    @pytest.mark.parametrize(
        "header", ["", "bytes=", "bytes=5-2", "bytes=0-1,5-6", "lines=0-1", LONG]
    )
    def test_what_is_no_range_gets_all_of_it(self, header, client: Client) -> None:
        recording = make_recording(content=bytes(100))
        answer = client.get(recording.url, headers={"Range": header})
        assert answer.status_code == 200
        assert len(body_of(answer)) == 100
        assert answer.headers["Accept-Ranges"] == "bytes"

    def test_a_range_behind_the_end_is_refused(self, client: Client) -> None:
        recording = make_recording(content=bytes(100))
        answer = client.get(recording.url, headers={"Range": "bytes=100-"})
        assert answer.status_code == 416
        assert answer.headers["Content-Range"] == "bytes */100"
        assert body_of(answer) == b""

    def test_a_part_of_another_version_is_never_mixed_in(self, client: Client) -> None:
        recording = make_recording(content=bytes(100))
        whole = client.get(recording.url)
        body_of(whole)
        for condition, status, length in ((whole.headers["ETag"], 206, 2), ('"other"', 200, 100)):
            headers = {"Range": "bytes=0-1", "If-Range": condition}
            answer = client.get(recording.url, headers=headers)
            assert answer.status_code == status
            assert len(body_of(answer)) == length

    def test_who_may_not_have_it_gets_no_part_either(self, client: Client) -> None:
        recording = make_recording(content=bytes(100))
        CollectionViewRestriction.objects.create(
            collection=recording.collection, restriction_type="login"
        )
        answer = client.get(recording.url, headers={"Range": "bytes=0-1"})
        assert answer.status_code == 302

    def test_sizes_of_zero(self) -> None:
        assert asked_for("bytes=0-", 0) == range(0)
        assert asked_for("bytes=-0", 10) == range(10, 10)
