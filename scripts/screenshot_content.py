"""Gives a site as many treatments and posts as its lists are to be looked at with, in both languages.

    python scripts/screenshot_content.py TREATMENTS POSTS

The site's own come first; what is missing is made, what is too many is hidden from visitors. For a site that
nobody needs: nothing is asked, and nothing is kept that the translation editor would need.
"""

import datetime
import sys
import uuid
from typing import Any

from site_environment import start_django

# Long and short ones take turns; Dutch words a third longer than English ones show what breaks.
TITLES = {
    "nl": (
        "Adem",
        "Wat er gebeurt als je lichaam eindelijk mag afmaken wat het ooit begon",
        "Bekkenbodemontspanningsoefeningen",
        "Zacht en diep",
        "Over aanraking, aandacht en de tijd nemen",
    ),
    "en": (
        "Breath",
        "What happens when your body may at last finish what it once began",
        "Pelvic floor relaxation exercises",
        "Soft and deep",
        "On touch, attention and taking time",
    ),
}
INTRODUCTIONS = {
    "nl": (
        "Een rustig stuk over wat je kan voelen, en over wat je niet hoeft te doen.",
        "",
        "Soms is één zin genoeg.",
        "Soms zijn het er meer. Dan loopt de tekst door over een paar regels, zodat je ziet hoe een kaart in de lijst "
        "eruitziet als ze veel te vertellen heeft en het haar niet lukt om dat kort te doen.",
    ),
    "en": (
        "A quiet piece about what you may feel, and about what you need not do.",
        "",
        "Sometimes one sentence is enough.",
        "Sometimes there are more. The text then runs over several lines, so that you see what a card in the list "
        "looks like when it has much to say and does not manage to be brief.",
    ),
}


def set_number_of(kind: Any, wanted: int) -> None:
    """Makes `wanted` pages of this type visible in each language that has a list of them."""
    from wagtail.models import Page

    parent_model = kind.allowed_parent_page_models()[0]
    keys = [uuid.uuid4() for _ in range(wanted)]  # pages of one key are each other's translation
    for parent in parent_model.objects.live().select_related("locale").order_by("path"):
        children = kind.objects.child_of(parent).order_by("path")
        for number in range(children.count(), wanted):
            parent.add_child(instance=_page(kind, number, parent.locale, keys[number]))
            parent.refresh_from_db()
        shown = list(children.values_list("pk", flat=True)[:wanted])
        Page.objects.child_of(parent).update(live=False)
        Page.objects.filter(pk__in=shown).update(live=True)


def _page(kind: Any, number: int, locale: Any, key: uuid.UUID) -> Any:
    from wagtail.images import get_image_model

    language = locale.language_code
    titles, introductions = TITLES[language], INTRODUCTIONS[language]
    page = kind(
        title=titles[number % len(titles)],
        slug=f"page-{number}",
        introduction=introductions[number % len(introductions)],
        locale=locale,
        translation_key=key,
        live=True,
    )
    if number % 3:  # so that cards with and without a picture are seen side by side
        page.hero_image = get_image_model().objects.order_by("pk").first()
        page.hero_alt = titles[0]
    if "date" in {field.name for field in kind._meta.concrete_fields}:
        page.date = datetime.date(2025, 12, 31) - datetime.timedelta(days=9 * number)
    else:
        page.strapline = titles[-1]
        page.price, page.duration_from, page.duration_to = 45 + 20 * number, 45, 60 + 10 * number
    return page


if __name__ == "__main__":
    start_django()
    from blog.models import BlogPage
    from treatments.models import TreatmentPage

    set_number_of(TreatmentPage, int(sys.argv[1]))
    set_number_of(BlogPage, int(sys.argv[2]))
