"""What the parts of one answer share while it is made, each thing looked up once and only if something asks."""

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from wagtail.models import Locale, Page, Site

from api.documents.links import Links, page_link
from api.documents.remembered import remembered
from blog.models import BlogIndexPage
from contact.models import ContactPage
from core.blocks.walk import walk
from core.models import PracticeSettings, PracticeWords
from core.models.words import live_words
from core.page_links import families, leads, page_ids_among
from core.renditions import load_renditions
from core.visibility import visible
from home.models import HomePage
from translations.alternates import (
    OWN_FIELDS,
    Family,
    family_among,
    language_links,
    lineage,
    with_those_above,
)
from treatments.blocks import RelatedTreatmentsBlock
from treatments.models import TreatmentPage, linked_treatments


def site_of(request: HttpRequest) -> Site | None:
    """The site that the request is for, where everybody else finds it who asks for it."""
    site = remembered(request, ("site", request.get_host()), lambda: _find_site(request))
    request._wagtail_site = site  # type: ignore[attr-defined]
    return site


def _find_site(request: HttpRequest) -> Site | None:
    """The only site comes with its practice, in one query; among several Wagtail chooses, in another."""
    sites = Site.objects.select_related("root_page", "practicesettings__portrait")[:2]
    is_only = len(sites) == 1 and sites[0].is_default_site
    if not is_only:
        return Site.find_for_request(request)
    if not hasattr(sites[0], "practicesettings"):
        # As nobody has filled it in yet; the site has it from here on.
        PracticeSettings(site=sites[0])
    return sites[0]


def _practice_of(site: Site | None) -> PracticeSettings:
    """Raises PracticeSettings.DoesNotExist without a site."""
    if site is not None and hasattr(site, "practicesettings"):
        return site.practicesettings
    return PracticeSettings.for_site(site)


class Surroundings:
    """What an answer in one language may need, whatever it is about; that language is active."""

    def __init__(self, locale: Locale, request: HttpRequest) -> None:
        self.locale, self.request = locale, request
        self._made: dict[str, Any] = {}
        if site_of(request):
            self.practice  # noqa: B018 (at once: it comes with the site, and others ask the request for it)

    def remembered(self, name: str, make: Callable[[], Any]) -> Any:
        """What `make` gives for this language and host, kept while the content is the same."""
        return remembered(self.request, (name, self.locale.pk, self.request.get_host()), make)

    @cached_property
    def practice(self) -> PracticeSettings:
        practice = self.remembered("practice", lambda: _practice_of(site_of(self.request)))
        # Where everybody else finds it who asks for the settings of this request.
        setattr(self.request, PracticeSettings.get_cache_attr_name(), practice)
        return practice

    @cached_property
    def words(self) -> PracticeWords:
        return self.remembered("words", lambda: live_words(self.locale.language_code))

    @cached_property
    def home(self) -> Page | None:
        """The home page of the language; None where visitors have none."""
        return self.remembered(
            "home", lambda: visible(HomePage.objects).filter(locale=self.locale).first()
        )

    @cached_property
    def below_home(self) -> list[Page]:
        """What visitors find directly below the home page of the language, in the order of the tree."""
        return self.remembered("below_home", self._read_below_home)

    def _read_below_home(self) -> list[Page]:
        if self.home is None:
            return []
        pages = list(visible(Page.objects.child_of(self.home)).only(*OWN_FIELDS))
        for page in pages:
            page.locale = self.locale
        return pages

    @cached_property
    def contact(self) -> dict[str, Any] | None:
        """A `PageLink` to the contact page of the language; None where visitors have none."""
        page = self._below_home(ContactPage)
        return page and self.page_link(page)

    @cached_property
    def blog(self) -> Page | None:
        """The blog of the language, not of its own type; None where visitors have none."""
        return self._below_home(BlogIndexPage)

    def _below_home(self, model: type[Page]) -> Page | None:
        return next((page for page in self.below_home if page.specific_class is model), None)

    def once(self, name: str, make: Callable[[], Any]) -> Any:
        """What `make` gives, made the first time that somebody asks for it by this name."""
        if name not in self._made:
            self._made[name] = make()
        return self._made[name]

    def page_link(self, page: Page) -> dict[str, Any]:
        """A `PageLink` to a page as visitors see it."""
        return self.remembered(f"link {page.pk}", lambda: page_link(page, self.request))


class Making(Surroundings):
    """The document of `page` in the making; all links of its body and what is around it are looked up at once."""

    def __init__(self, page: Page, request: HttpRequest) -> None:
        super().__init__(page.locale, request)
        self.page = page
        self.own_link = page_link(page, request)
        walked = walk(getattr(page, "body", None))
        self._values = [value for _block, value in walked]
        self._has_treatment_cards = any(
            isinstance(block, RelatedTreatmentsBlock) for block, _value in walked
        )
        self.links = Links(self._look_up_pages(page_ids_among(self._values)), page.locale, request)

    def _look_up_pages(self, linked: set[int]) -> dict[int, Page | None]:
        """What links to those lead to; with them the pages around the page, unless these are known already."""
        page, found, asked = self.page, [], Q(pk__in=linked)

        def around_page() -> Family:
            found.extend(families(with_those_above(page) | asked))
            family = family_among(page, found)
            # Kept is no page with its body.
            return family._replace(lineage=family.lineage[1:])

        family = self._of_page("family", around_page)
        page._family = family._replace(lineage=[page, *family.lineage])
        page._language_links = self._of_page(
            "translations", lambda: language_links(page, self.request)
        )
        if linked and not found:
            found.extend(families(asked))
        return leads(linked, found, page.locale)

    def _of_page(self, name: str, make: Callable[[], Any]) -> Any:
        """What `make` gives, kept while the content is the same; never for a page that is not in the tree yet."""
        return self.remembered(f"{name} of {self.page.pk}", make) if self.page.pk else make()

    def load_pictures(self, cards: Iterable[Any]) -> None:
        """Loads the renditions of all that the page shows, also on the cards of other pages; one query."""
        linked = self.treatments.values() if self._has_treatment_cards else ()
        heroes = [getattr(each, "hero_image", None) for each in (self.page, *linked, *cards)]
        load_renditions([*self._values, *heroes])

    def page_link(self, page: Page) -> dict[str, Any]:
        """Of the page itself, which may be a draft, nothing is kept for others."""
        return self.own_link if page is self.page else super().page_link(page)

    @cached_property
    def home(self) -> Page:
        """The home page above the page."""
        return lineage(self.page)[-1]

    @cached_property
    def treatments(self) -> dict[int, TreatmentPage]:
        """The treatments that the body links to, by primary key."""
        return linked_treatments(self.page, self.links.pages, with_renditions=False)
