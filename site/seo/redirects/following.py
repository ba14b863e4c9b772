"""What Wagtail's own redirects leave to do when pages move.

Wagtail makes one from each old address of a page and of the live pages below it. A page that has never been live needs
none; one that moves back must not be sent away from where it is now; and an address may be longer than what is kept.
"""

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.contrib.redirects import signal_handlers
from wagtail.contrib.redirects.models import Redirect
from wagtail.coreutils import get_dummy_request
from wagtail.models import Page, Site
from wagtail.signals import page_published, page_slug_changed, post_page_move

from seo.models import NotFoundAddress
from seo.redirects.addresses import LONGEST, normal
from seo.redirects.destinations import lead_along


class BatchOfWhatFits(signal_handlers.BatchRedirectCreator):
    """Leaves out old addresses that are longer than the column, at which PostgreSQL would refuse the whole move.

    Of none at all, Wagtail's own would delete every redirect that was made by itself.
    """

    def process(self) -> None:
        self.items: list[Redirect] = [each for each in self.items if len(each.old_path) <= LONGEST]
        if self.items:
            super().process()


# Wagtail has no setting for it.
signal_handlers.BatchRedirectCreator = BatchOfWhatFits


@receiver(post_page_move)
def after_a_move(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    tidy(instance, was_live=instance.first_published_at is not None)


@receiver(page_slug_changed)
def after_a_change_of_slug(
    sender: type[Page], instance: Page, instance_before: Page, **kwargs: Any
) -> None:
    tidy(instance, was_live=instance_before.first_published_at is not None)


@receiver(page_published)
def after_publishing(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """Nobody meets a 404 there any more, nor is sent from the page's address to itself."""
    try:
        address = normal(instance.get_url() or "")
    except ValueError:
        return
    Redirect.objects.filter(old_path=address, redirect_page=instance.pk).delete()
    NotFoundAddress.objects.filter(path=address).delete()


@receiver(post_save, sender=Redirect)
def what_is_redirected_is_found(sender: type[Redirect], instance: Redirect, **kwargs: Any) -> None:
    NotFoundAddress.objects.filter(path=instance.old_path).delete()


def tidy(page: Page, *, was_live: bool) -> None:
    """Deletes the redirects of a subtree that lead from where a page is now, or from where nobody has seen it.

    The latter is so for a page that was never live before, and for what has come to be live below it only since.
    """
    request = get_dummy_request()  # keeps what Wagtail looks up for the address of any page
    needless, kept = [], []
    below = Redirect.objects.filter(redirect_page__path__startswith=page.path)
    for redirect in below.select_related("redirect_page__locale"):
        target = redirect.redirect_page
        url = (target.get_url(request) or "").rstrip("/") + (
            redirect.redirect_page_route_path or "/"
        )
        is_unseen = redirect.automatically_created and not was_live and is_new_with(page, target)
        if is_unseen or normal(url) == redirect.old_path.lower():
            needless.append(redirect.pk)
        elif redirect.automatically_created:
            kept.append(redirect)
    Redirect.objects.filter(pk__in=needless).delete()
    for start in range(0, len(kept), 500):
        some = [redirect.old_path for redirect in kept[start : start + 500]]
        NotFoundAddress.objects.filter(path__in=some).delete()
    lead_along(kept)


def is_new_with(page: Page, target: Page) -> bool:
    """Whether `target`, the page or one below it, was not live before the page was."""
    if target.pk == page.pk or target.first_published_at is None:
        return True
    return (
        page.first_published_at is not None and target.first_published_at >= page.first_published_at
    )


def route_moved(page: Page, before: str, after: str) -> None:
    """Leads from an address below a page to another one below it: `/category/old/` to `/category/new/`.

    For rooms whose pages answer for more than their own address. What led to the old address leads to the new one, and
    an address that is in use again leads nowhere.
    """
    url = (page.get_url() or "").rstrip("/")
    site = Site.objects.get(pk=page.get_url_parts()[0])
    old, new = normal(url + before), normal(url + after)
    below = Redirect.objects.filter(redirect_page=page)
    Redirect.objects.filter(old_path=new, redirect_page=page).delete()
    below.filter(redirect_page_route_path=before).update(redirect_page_route_path=after)
    if len(old) <= LONGEST:
        Redirect.objects.update_or_create(
            old_path=old,
            site=site,
            defaults={
                "redirect_page": page,
                "redirect_page_route_path": after,
                "redirect_link": "",
                "automatically_created": True,
            },
        )
