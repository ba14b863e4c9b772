"""A page that has expired in Dutch has no English that lives on.

Nobody can be asked then: `publish_scheduled` unpublishes it while she is away.
"""

from wagtail.models import Locale, Page

from translations.tree.counterparts import counterparts


def follow_expired() -> int:
    """Unpublishes what is live in another language while its Dutch page has expired; returns how many."""
    expired = Page.objects.filter(
        locale_id=Locale.get_default().pk, live=False, expired=True
    ).values("translation_key")
    english = list(counterparts(expired).live())
    for page in english:
        page.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    return len(english)


def drop_schedule(page: Page) -> None:
    """Takes the dates of the Dutch page off its new translation, which would not follow when those change."""
    page.go_live_at = page.expire_at = None
    Page.objects.filter(pk=page.pk).update(go_live_at=None, expire_at=None)
