"""What every page of a front end needs: the practice, the languages, and the words around a page."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override, pgettext_lazy
from ninja import Query, Router, Schema
from pydantic import Field, create_model
from wagtail.models import Locale

from api.answers import answer
from api.documents.labels import with_places
from api.documents.links import Language, PageLink
from api.documents.making import Surroundings
from api.documents.parts import Practice, practice
from api.parameters import Parameters
from api.problems import not_found
from blog.models import BlogIndexPage
from core.colours import PAPER, PAPER_DARK
from core.visibility import visible
from home.models import HomePage
from seo.site_pictures.looks import icon_look, version

router = Router(tags=["site"])

LABELS = {
    "skip_to_text": _("Skip to the text"),
    "menu": _("Menu"),
    "main_menu": _("Main menu"),
    "close": _("Close"),
    "language": _("Language"),
    "at_the_foot": _("At the foot of the page"),
    "contact": _("Contact"),
    "search": pgettext_lazy("verb", "Search"),
    "opening_hours": _("Opening hours"),
    "elsewhere": _("Elsewhere"),
    "kvk": _("KvK"),
    "vat_id": _("VAT ID"),
    "member_of": _("Member of"),
    "membership_number": pgettext_lazy("membership", "number"),
    "complaints": _("Complaints:"),
    "to_the_first_page": _("To the first page"),
    "not_found_title": _("This page is not here"),
    "not_found_text": _(
        "Perhaps it has moved, or a letter is missing from its address. From here you can go on."
    ),
    "search_label": _("What are you looking for?"),
    "not_this_page": with_places(_("(not this page, but “%(title)s”)"), "title"),
}
Labels = create_model(
    "SiteLabels",
    __base__=Schema,
    __doc__="Words of the site itself around a page, in the language that was asked for.",
    **dict.fromkeys(LABELS, (str, ...))
    | {
        "not_this_page": (
            str,
            Field(
                description="What a link to another language says where the page has no translation; `{title}` is for "
                "the title of the page that it leads to, which is in that language."
            ),
        )
    },
)


class InLocale(Parameters):
    locale: Language = Field(  # type: ignore[valid-type]
        settings.LANGUAGE_CODE, description="The language of the words."
    )


class SiteLanguage(Schema):
    """A language; `name` is its name in itself, `home` is null where visitors have no home page in it."""

    code: Language  # type: ignore[valid-type]
    name: str
    is_source: bool
    home: PageLink | None


class Icons(Schema):
    favicon_ico: str
    favicon_svg: str
    touch_icon: str


class ThemeColors(Schema):
    """The ground of the page, as #rrggbb."""

    light: str
    dark: str


class SiteDocument(Schema):
    locale: Language  # type: ignore[valid-type]
    url: str
    languages: list[SiteLanguage]
    practice: Practice
    posts_fallback: Language | None = Field(  # type: ignore[valid-type]
        description="The language whose posts the lists also show where there is no translation, or null: "
        "`fallback` for `/posts`."
    )
    search_path: str
    icons: Icons
    theme_colors: ThemeColors
    labels: Labels  # type: ignore[valid-type]


class NavigationDocument(Schema):
    """The menus of a language: `main` at the top, `footer` at the foot, in the order of the tree."""

    locale: Language  # type: ignore[valid-type]
    home: PageLink
    main: list[PageLink]
    footer: list[PageLink]
    contact: PageLink | None
    blog: PageLink | None


@router.get(
    "/site", response=SiteDocument, operation_id="get_site", summary="The practice and its site"
)
def get_site(request: HttpRequest, parameters: Query[InLocale]) -> HttpResponse:
    """Name, contact, languages, and the words around a page."""
    around = surroundings(parameters.locale, request)
    with override(parameters.locale):
        mark = version(icon_look(around.practice))
        names = ("favicon_ico", "favicon_svg", "touch_icon")
        document = {
            "locale": parameters.locale,
            "url": settings.SITE_URL,
            "languages": _languages(around),
            "practice": practice(around),
            "posts_fallback": _posts_fallback(around),
            "search_path": reverse("search"),
            "icons": {name: f"{settings.SITE_URL}{reverse(name)}?v={mark}" for name in names},
            "theme_colors": {"light": PAPER, "dark": PAPER_DARK},
            "labels": {name: str(text) for name, text in LABELS.items()},
        }
        return answer(document)


@router.get(
    "/navigation", response=NavigationDocument, operation_id="get_navigation", summary="The menus"
)
def get_navigation(request: HttpRequest, parameters: Query[InLocale]) -> HttpResponse:
    """The pages directly below the home page of a language."""
    around = surroundings(parameters.locale, request)
    if around.home is None:
        raise not_found(f"There is no site in “{parameters.locale}” yet.")
    links = [(page.show_in_menus, around.page_link(page)) for page in around.below_home]
    around.home.locale = around.locale
    document = {
        "locale": parameters.locale,
        "home": around.page_link(around.home),
        "main": [link for is_main, link in links if is_main],
        "footer": [link for is_main, link in links if not is_main],
        "contact": around.contact,
        "blog": around.blog and around.page_link(around.blog),
    }
    return answer(document)


def surroundings(language: str, request: HttpRequest) -> Surroundings:
    """For an answer in a language; raises a 404 problem where the site does not have it."""
    locale = Locale.objects.filter(language_code=language).first()
    if locale is None:
        raise not_found(f"There is no site in “{language}” yet.")
    return Surroundings(locale, request)


def _posts_fallback(around: Surroundings) -> str | None:
    fallback = BlogIndexPage.fallback_of(around.locale, around.request)
    return fallback and fallback.language_code


def _languages(around: Surroundings) -> list[dict[str, Any]]:
    homes = visible(HomePage.objects).select_related("locale")
    links = {page.locale.language_code: around.page_link(page) for page in homes}
    return [
        {
            "code": code,
            "name": name,
            "is_source": code == settings.LANGUAGE_CODE,
            "home": links.get(code),
        }
        for code, name in settings.LANGUAGES
    ]
