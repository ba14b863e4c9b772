"""What the head of a page says to search engines and to who shares it."""

from typing import Any

from ninja import Schema
from pydantic import Field

from api.documents.making import Making
from seo.descriptions import description_of, title_of
from seo.site_pictures.addresses import picture_for
from seo.structured_data import as_json, graph_at
from translations.alternates import language_links


class ShareImage(Schema):
    """The picture that a message with a link shows; sizes are pixels."""

    url: str
    alt: str
    media_type: str
    width: int
    height: int


class SearchEngines(Schema):
    """For the head: `title` is whole, with the name of the practice; `json_ld` may stand in a `<script>` as it is."""

    title: str
    description: str
    canonical_url: str
    share_image: ShareImage | None
    json_ld: str = Field(description="One graph of schema.org's nodes, as JSON; empty for a draft.")


def search_engines(making: Making, url: str) -> dict[str, Any]:
    page, practice = making.page, making.practice  # the picture asks the request for it too
    description = description_of(page)
    picture = picture_for(page, making.home, making.request) if page.pk else None
    graph = graph_at(
        page,
        url,
        links=language_links(page, making.request),
        description=description,
        practice=practice,
        words=making.words,
        home=making.home,
        request=making.request,
    )
    return {
        "title": title_of(page, practice.practice_name),
        "description": description,
        "canonical_url": url,
        "share_image": picture
        and {
            "url": picture.url,
            "alt": picture.alt,
            "media_type": picture.kind,
            "width": picture.width,
            "height": picture.height,
        },
        "json_ld": as_json(graph) if graph else "",
    }
