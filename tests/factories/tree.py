"""One live page of any type, in the place where that type belongs."""

from typing import Any

import wagtail_factories
from wagtail.models import Page, Site

from blog.models import BlogIndexPage, BlogPage
from contact.models import ContactPage
from core.models import BasePage
from home.models import HomePage, StandardPage
from tests.factories.blog import BlogIndexPageFactory, BlogPageFactory
from tests.factories.home import StandardPageFactory
from tests.factories.treatments import TreatmentIndexPageFactory, TreatmentPageFactory
from treatments.models import TreatmentIndexPage, TreatmentPage


class ContactPageFactory(wagtail_factories.PageFactory):
    title = "Contact"
    slug = "contact"

    class Meta:
        model = ContactPage


FACTORIES: dict[type[BasePage], type[wagtail_factories.PageFactory]] = {
    StandardPage: StandardPageFactory,
    TreatmentIndexPage: TreatmentIndexPageFactory,
    TreatmentPage: TreatmentPageFactory,
    BlogIndexPage: BlogIndexPageFactory,
    BlogPage: BlogPageFactory,
    ContactPage: ContactPageFactory,
}
PARENTS: dict[type[BasePage], type[BasePage]] = {
    TreatmentPage: TreatmentIndexPage,
    BlogPage: BlogIndexPage,
}


def make_home() -> HomePage:
    """A live Dutch home page, the root of the default site."""
    root = Page.get_first_root_node()
    welcome = {"slug": "welcome-to-wagtail", "url_path": "/welcome-to-wagtail/"}
    Page.objects.child_of(root).exact_type(Page).update(**welcome)
    page = root.add_child(instance=HomePage(title="Thuis", slug="home", live=True))
    Site.objects.update_or_create(
        is_default_site=True, defaults={"root_page": page, "hostname": "testserver", "port": 80}
    )
    Site.clear_site_root_paths_cache()
    return page


def make_page(model: type[BasePage], home: HomePage, **fields: Any) -> Page:
    """A published page of this type below `home`, with the index it needs.

    A type that may exist once gives the one there is, with these fields.

    Raises KeyError for a type that has no factory yet.
    """
    if model is HomePage:
        page = HomePage.objects.get(pk=home.pk)
    elif existing := (model.max_count_per_parent and model.objects.child_of(home).first()):
        page = existing
    else:
        above = PARENTS.get(model)
        page = FACTORIES[model](parent=make_page(above, home) if above else home, **fields)
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return model.objects.get(pk=page.pk)


def anew(page: Any) -> Any:
    """The page as it is in the database now."""
    return type(page).objects.get(pk=page.pk)
