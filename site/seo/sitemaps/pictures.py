"""The pictures of the pages of a part. None is made for it: what pages have shown already, or what was uploaded."""

from wagtail.images import get_image_model
from wagtail.models import Page

from core.blocks.walk import image_ids
from core.renditions import shown_url


def pictures_of(by_type: dict[type[Page], list[int]], root_url: str) -> dict[int, list[str]]:
    """The absolute addresses of the pictures at the top and in the body, by the primary key of their page.

    `by_type` has the primary keys of the pages by their model. One query for each model that can have pictures, and two
    for the pictures.
    """
    chosen: dict[int, list[int]] = {}
    for model, pks in by_type.items():
        fields = {field.name for field in model._meta.get_fields()}
        names = [name for name in ("hero_image", "body") if name in fields]
        if not names:
            continue
        for pk, *values in model.objects.filter(pk__in=pks).values_list("pk", *names):
            stored = dict(zip(names, values, strict=True))
            hero = stored.get("hero_image")
            body = stored.get("body")
            chosen[pk] = ([hero] if hero else []) + (image_ids(body) if body is not None else [])
    wanted = {image_id for ids in chosen.values() for image_id in ids}
    images = get_image_model().objects.in_bulk(wanted)
    return {
        pk: [shown_url(images[each], root_url) for each in dict.fromkeys(ids) if each in images]
        for pk, ids in chosen.items()
    }
