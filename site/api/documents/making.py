"""What the parts of one answer share while it is made, each thing looked up once and only if something asks."""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from django.http import HttpRequest
from wagtail.models import Locale, Page

from api.documents.links import Links, page_link
from blog.models import BlogIndexPage
from contact.models import ContactPage
from core.blocks.walk import walk
from core.families import OWN_FIELDS, lineage, look_around
from core.models import PracticeSettings, PracticeWords
from core.models.words import words_for_request
from core.page_links import page_ids_among
from core.remembered import remembered
from core.sites import root_paths_of
from core.visibility import visible
from home.models import HomePage
from treatments.models import TreatmentPage, linked_treatments


class Surroundings:
    """What an answer in one language may need, whatever it is about; that language is active."""

    def __init__(self, locale: Locale, request: HttpRequest) -> None:
        self.locale, self.request = locale, request
        self._made: dict[str, Any] = {}
        root_paths_of(request)

    def remembered(self, name: str, make: Callable[[], Any]) -> Any:
        """What `make` gives for this language and host, kept while the content is the same."""
        return remembered(self.request, (name, self.locale.pk, self.request.get_host()), make)

    @cached_property
    def practice(self) -> PracticeSettings:
        return PracticeSettings.for_request(self.request)

    @cached_property
    def words(self) -> PracticeWords:
        return words_for_request(self.request, self.locale.language_code)

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
        values = [value for _block, value in walk(getattr(page, "body", None))]
        linked = look_around(page, page_ids_among(values), request)
        self.links = Links(linked, page.locale, request)

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
        return linked_treatments(self.page, self.links.pages)
