"""What every page shares."""

from collections.abc import Callable
from http import HTTPMethod
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.text import slugify
from django.utils.translation import get_language, gettext, override
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.coreutils import find_available_slug
from wagtail.images import get_image_model_string
from wagtail.models import Page, PageViewRestriction
from wagtail_localize.fields import SynchronizedField

from core.families import HOME_DEPTH, look_around
from core.languages import is_in_source_language
from core.page_links import linked_page_ids, use_page_links
from core.panels import SearchResultPanel

# First parts of addresses that never reach a page; see config/urls.py. Those with a dot no page can have. Rooms above
# add their own when they are ready.
RESERVED_SLUGS = {
    "admin",
    "documents",
    "patterns",
    settings.STATIC_URL.strip("/"),
    settings.MEDIA_URL.strip("/"),
    *(code for code, _name in settings.LANGUAGES),
}


NO_RESTRICTIONS = PageViewRestriction.objects.none()

# Rooms above may show a preview of the admin in another place: each is asked with the page, the admin's request and the
# mode, and answers or returns None. Without an answer the built-in page is shown.
PREVIEW_SERVERS: list[Callable[[Any, HttpRequest, str], HttpResponse | None]] = []


def untitled() -> set[str]:
    """What a draft without a title is called, in each language that an editor may have."""
    titles = set()
    for code, _name in settings.LANGUAGES:
        with override(code):
            titles.add(gettext("Untitled"))
    return titles


class BasePageForm(WagtailAdminPageForm):
    """Keeps a draft that has no title yet, makes the address, and refuses one that the site itself uses."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False

    def defer_required_fields(self) -> None:
        """While a draft is being saved; Wagtail's own still asks for a title, and would keep nothing without."""
        super().defer_required_fields()
        title = self.fields.get("title")
        if title is not None and title.required:
            title.required = False
            self.deferred_required_fields.append("title")

    def clean_title(self) -> str:
        title = self.cleaned_data["title"]
        if self.is_deferred_validation:
            return title or gettext("Untitled")
        if title in untitled():
            raise ValidationError(_("Give it a title first."), code="required")
        return title

    def clean_slug(self) -> str:
        """Where there is none, or it only follows the title: one that no page beside it has."""
        # A title such as “🌿” has no letter that an address can have.
        made = slugify(self.cleaned_data.get("title", "")) or slugify(
            self._meta.model._meta.verbose_name
        )
        slug = self.cleaned_data["slug"] or made
        if self.parent_page is None or slug != made:
            return slug
        return find_available_slug(self.parent_page, slug, ignore_page_id=self.instance.pk)

    def clean(self) -> dict[str, Any]:
        cleaned_data = super().clean()
        slug = cleaned_data.get("slug")
        if (
            self.parent_page is not None
            and self.parent_page.depth == HOME_DEPTH
            and slug in RESERVED_SLUGS
        ):
            self.add_error(
                "slug",
                ValidationError(
                    _(
                        "The site uses the address “/%(slug)s/” itself; choose another, such as “%(slug)s-2”."
                    ),
                    code="reserved",
                    params={"slug": slug},
                ),
            )
        return cleaned_data


class HeroPageForm(BasePageForm):
    """Asks for the picture's alternative text when publishing, not while a draft is being saved."""

    class Media:
        js = ["js/admin/next_field.js"]

    def clean(self) -> dict[str, Any]:
        cleaned_data = super().clean()
        if (
            not self.is_deferred_validation
            and "hero_alt" in self.fields  # a program may send some of the fields only
            and cleaned_data.get("hero_image")
            and not cleaned_data.get("hero_decorative")
            and not cleaned_data.get("hero_alt", "").strip()
        ):
            self.add_error(
                "hero_alt",
                ValidationError(
                    _(
                        "Describe the picture for people who cannot see it, "
                        "or tick “Only decoration”."
                    ),
                    code="required",
                ),
            )
        return cleaned_data


class BasePage(Page):
    """A page of the site. Visitors may only read it: a type that takes a POST says so itself."""

    base_form_class = BasePageForm
    allowed_http_methods = [HTTPMethod.GET, HTTPMethod.HEAD, HTTPMethod.OPTIONS]

    # What a list of pages of all types calls it.
    kind: ClassVar[Any] = _("Page")

    # Which of schema.org's kinds of page it is.
    schema_type: ClassVar[str] = "WebPage"

    # What the menus know a page as, where its place depends on what it is: "" or "contact".
    navigation_role: ClassVar[str] = ""

    # Shared pictures that another language takes over together with their words only, by the field of those words:
    # {"hero_alt": ["hero_image", "hero_decorative"]}, the picture first.
    described_pictures: ClassVar[dict[str, list[str]]] = {}

    share_image = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("share picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("What a message with a link to this page shows. Leave empty, and it is drawn."),
    )

    promote_panels = [
        Page.promote_panels[0],  # address, title and description for search engines
        SearchResultPanel(heading=_("In a search engine")),
        *Page.promote_panels[1:],
        FieldPanel("share_image"),
    ]

    override_translatable_fields = [
        SynchronizedField("show_in_menus", overridable=False),
        SynchronizedField("share_image", overridable=False),
    ]

    # What the top of a page shows, of types that have none: a template that asks in vain takes its time to find out.
    date: Any = None
    hero_image: Any = None
    strapline: Any = ""

    # Of a page that was found for a visitor: whether it is known that nobody is kept from it.
    is_known_to_be_public = False
    # The parts of its address, by whether a request is at hand, and by the active language.
    known_addresses: "dict[tuple[bool, str | None], tuple[int, str, str] | None] | None" = None

    class Meta:
        abstract = True

    def get_view_restrictions(self) -> Any:
        """Wagtail's; asks nothing of the database where there is none for sure."""
        return NO_RESTRICTIONS if self.is_known_to_be_public else super().get_view_restrictions()

    @classmethod
    def can_create_at(cls, parent: Page) -> bool:
        """Pages begin in the source language; the others get theirs by translation."""
        return (parent.is_root() or is_in_source_language(parent)) and super().can_create_at(parent)

    def get_url_parts(self, request: HttpRequest | None = None) -> tuple[int, str, str] | None:
        """Wagtail's; of a page that was found for a visitor, worked out once."""
        if self.known_addresses is None:
            return super().get_url_parts(request)
        key = request is not None, get_language()
        if key not in self.known_addresses:
            self.known_addresses[key] = super().get_url_parts(request)
        return self.known_addresses[key]

    def get_structured_data(self, subject: Any) -> list[dict[str, Any]]:
        """What the page is about, as nodes of schema.org beside those every page has.

        `subject` is a `seo.structured_data.Subject`. Values that are empty, nodes without what their type needs and
        references to nodes that are not there are left out afterwards.
        """
        return []

    def make_preview_request(
        self,
        original_request: HttpRequest | None = None,
        preview_mode: str | None = None,
        extra_request_attrs: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Every preview of the admin comes by here, that of types with addresses below their own included."""
        if original_request is not None:
            for show in PREVIEW_SERVERS:
                response = show(self, original_request, preview_mode or "")
                if response is not None:
                    return response
        return super().make_preview_request(original_request, preview_mode, extra_request_attrs)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `linked_pages`: what each page id in the body leads to in this page's language.

        The links of the whole body are looked up here at once; templates only read.
        """
        context = super().get_context(request, *args, **kwargs)
        body = getattr(self, "body", None)
        if body is not None:
            context["linked_pages"] = look_around(self, linked_page_ids(body), request)
            use_page_links(context["linked_pages"])
        return context


class HeroMixin(models.Model):
    """A large picture under the title: one for all languages, described in each."""

    hero_image = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    hero_alt = models.CharField(
        _("alternative text"),
        max_length=255,
        blank=True,
        help_text=_("What the picture shows, for people who cannot see it."),
    )
    hero_decorative = models.BooleanField(
        _("only decoration"),
        default=False,
        help_text=_("Screen readers then pass the picture over."),
    )

    base_form_class = HeroPageForm
    hero_panel = MultiFieldPanel(
        [FieldPanel("hero_image"), FieldPanel("hero_alt"), FieldPanel("hero_decorative")],
        heading=_("Picture at the top"),
    )
    described_pictures: ClassVar[dict[str, list[str]]] = {
        "hero_alt": ["hero_image", "hero_decorative"]
    }
    hero_translatable_fields = [
        SynchronizedField("hero_image", overridable=False),
        SynchronizedField("hero_decorative", overridable=False),
    ]

    class Meta:
        abstract = True

    @property
    def hero_alternative_text(self) -> str:
        """The text for the `alt` attribute; empty for a decorative picture."""
        return "" if self.hero_decorative else self.hero_alt
