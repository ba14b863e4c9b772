"""Videos and maps: a link that says where it leads, and nothing of another site before it is followed."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.test import Client
from wagtail.models import Site

from core.blocks import VideoBlock
from core.models import PracticeSettings
from core.templatetags.elsewhere import host_name
from home.models import StandardPage
from tests.factories.translations import translate_to, translation_into
from tests.factories.tree import make_page

pytestmark = pytest.mark.django_db


def video(picture: Any = None, **changes: Any) -> dict[str, Any]:
    image = {"image": picture and picture.pk, "alt_text": "Een gezicht.", "decorative": False}
    value = {
        "heading": "Samen ademen",
        "image": image if picture else {"image": None, "alt_text": None, "decorative": None},
        "url": "https://www.vimeo.com/1?a=b&c=d",
        "minutes": 1,
        "prose": "<p>Ik adem.</p>",
    }
    return {"type": "video", "id": "5b1f3a56", "value": value | changes}


def map_block(picture: Any = None, **changes: Any) -> dict[str, Any]:
    value = {"heading": "Zo vind je mij", "image": video(picture)["value"]["image"], "prose": ""}
    return {"type": "map", "id": "6c1f3a56", "value": value | changes}


def live_at(address: bool) -> None:
    PracticeSettings.objects.update_or_create(
        site=Site.objects.get(is_default_site=True),
        defaults={"street": "Laan 1", "postal_code": "1234 AB", "city": "Zeist"} if address else {},
    )


def shown(home: Any, client: Client, block: dict[str, Any]) -> Any:
    page = make_page(StandardPage, home, body=[block])
    return BeautifulSoup(client.get(page.url).content, "html.parser").find("main")


def test_a_video_is_a_picture_with_a_link_that_says_where_it_leads(home, picture, client: Client):
    main = shown(home, client, video(picture))
    (link,) = main.find_all("a")
    assert link["href"] == "https://www.vimeo.com/1?a=b&c=d"
    assert set(link["rel"]) == {"noopener", "noreferrer", "external"}
    assert link.img["alt"] == "Een gezicht."
    words = " ".join(link.get_text(" ").split())
    assert words == "Bekijk op vimeo.com (opent een andere site) 1 minuut"
    assert not main.find_all(["iframe", "video", "embed", "object", "script"])
    assert not [tag for tag in main.find_all(src=True) if not tag["src"].startswith("/media/")]


def test_a_video_without_a_picture_or_length_is_still_a_link(home, client: Client):
    main = shown(home, client, video(minutes=None, prose=""))
    assert "vimeo.com" in main.a.get_text()
    assert not main.find("img")
    assert not main.select(".elsewhere__picture, .video__length, .prose")


@pytest.mark.parametrize("url", ["http://vimeo.com/1", "javascript:alert(1)", "vimeo", ""])
def test_only_a_whole_address_with_https_will_do(url):
    block = VideoBlock()
    with pytest.raises(ValidationError):
        block.clean(block.to_python(video(url=url)["value"]))
    assert host_name(url) == ""


def test_a_broken_address_in_old_content_gives_no_link_and_no_error(home, client: Client):
    main = shown(home, client, video(url="https://[vimeo"))
    assert not main.find("a")
    assert "Samen ademen" in main.get_text()


def test_a_map_shows_the_practices_address_and_leads_to_the_route(home, picture, client: Client):
    live_at(address=True)
    main = shown(home, client, map_block(picture))
    (link,) = main.find_all("a")
    assert link["href"] == ("https://www.openstreetmap.org/directions?to=Laan+1%2C+1234+AB+Zeist")
    assert set(link["rel"]) == {"noopener", "noreferrer", "external"}
    assert "Laan 1, 1234 AB Zeist" in link.get_text()
    assert "openstreetmap.org (opent een andere site)" in link.get_text()


def test_a_map_with_nothing_filled_in_vanishes(home, client: Client):
    live_at(address=False)
    main = shown(home, client, map_block())
    assert "Zo vind je mij" not in main.get_text()
    assert not main.select(".section")


def test_a_map_without_an_address_keeps_its_picture_and_words(home, picture, client: Client):
    main = shown(home, client, map_block(picture, prose="<p>Bel aan.</p>"))
    assert main.find("img")
    assert "Bel aan." in main.get_text()
    assert not main.find("a")


def test_their_words_are_translated_and_a_video_may_be_another_in_english(
    home, en, picture, published: Any, client: Client
):
    live_at(address=True)
    page = make_page(StandardPage, home, body=[video(picture), map_block(picture)])
    english = translate_to(en, page, published)
    html = client.get(english.url).content.decode()
    for words in ("EN Samen ademen", "EN Een gezicht.", "EN Ik adem.", "EN Zo vind je mij"):
        assert words in html
    assert "Watch on vimeo.com (opens another site)" in html
    overridable = translation_into(en, page).source.overridablesegment_set
    assert list(overridable.values_list("context__path", flat=True)) == ["body.5b1f3a56.url"]


def test_a_deleted_picture_leaves_the_link(home, picture, client: Client):
    page = make_page(StandardPage, home, body=[video(picture)])
    picture.delete()
    main = BeautifulSoup(client.get(page.url).content, "html.parser").find("main")
    assert "vimeo.com" in main.a.get_text()
    assert not main.find("img")
