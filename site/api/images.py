"""Pictures that stand on pages visitors may see.

Words for a picture belong to the place where it stands, and differ by language: the documents of pages have them.
"""

from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField, CharField, QuerySet
from django.db.models.functions import Cast
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Query, Router, Schema
from pydantic import Field
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex

from api.access import Access, reachable
from api.answers import answer
from api.documents.images import FocalPoint, ImageSet, facts_of, image_set
from api.listing import Listed, Part, listed
from api.problems import not_found
from core.models import PracticeSettings
from core.renditions import Place
from core.visibility import in_public_collections

router = Router(tags=["images"])


class ImageItem(Schema):
    """A picture; sizes are pixels of the original."""

    id: int
    api_url: str
    original_width: int
    original_height: int
    focal_point: FocalPoint | None
    dominant_color: str | None = Field(
        description="As #rrggbb; null where the picture is transparent."
    )


class ImageDocument(ImageItem, ImageSet):
    """A picture, uncut, in every size and format that the site's pages have it in."""


@router.get("/images", response=Listed[ImageItem], operation_id="list_images", summary="Pictures")
def list_images(request: HttpRequest, parameters: Query[Part]) -> HttpResponse:
    """The newest first."""
    return listed(
        shown_images().order_by("-pk"), parameters, request, lambda part: map(_item, part)
    )


@router.get(
    "/images/{int:image_id}",
    response=ImageDocument,
    operation_id="get_image",
    url_name="get_image",
    summary="A picture",
)
def get_image(request: HttpRequest, image_id: int) -> HttpResponse:
    found = shown_images().filter(pk=image_id).first()
    sizes = found and image_set(found, Place.BODY)
    if not found or not sizes:
        raise not_found("There is no picture with this number on a page that visitors may see.")
    return answer(_item(found) | sizes)


def shown_images() -> QuerySet:
    """The pictures on pages that visitors may see, and the portrait; none in a private collection."""
    model = get_image_model()
    references = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(model)
    )
    pages = references.annotate(page_pk=Cast("object_id", BigIntegerField())).filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        page_pk__in=reachable(Page.objects.all(), Access()).values("pk"),
    )
    details = references.filter(content_type=ContentType.objects.get_for_model(PracticeSettings))
    wanted = (pages.values("to_object_id"), details.values("to_object_id"))
    images = model.objects.annotate(key=_as_text())
    shown = images.filter(key__in=wanted[0]) | images.filter(key__in=wanted[1])
    return in_public_collections(shown.distinct())


def _as_text() -> Any:
    return Cast("pk", CharField())


def _item(picture: Any) -> dict[str, Any]:
    path = reverse("api:get_image", args=[picture.pk])
    return facts_of(picture) | {"api_url": settings.SITE_URL + path}
