"""The group for the practitioner: what she does, and neither users nor sites nor languages."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

GROUP_NAME = "Praktijkhouder"

# app label, codename; what she may touch besides pages and pictures
PERMISSIONS = [
    ("wagtailadmin", "access_admin"),
    ("wagtail_localize", "submit_translation"),
    ("core", "change_practicesettings"),
    *(("core", f"{action}_practicewords") for action in ("view", "add", "change", "publish")),
    ("contact", "change_contactsettings"),
    ("contact", "view_contactmessage"),
    ("contact", "delete_contactmessage"),
    *(
        ("blog", f"{action}_{model}")
        for model in ("category", "topic")
        for action in ("view", "add", "change", "publish", "delete")
    ),
    *(("blog", f"{action}_category") for action in ("view", "add", "change", "publish", "delete")),
    *(
        ("translations", f"{action}_{model}")
        for model in ("claimword", "glossaryterm")
        for action in ("view", "add", "change", "delete")
    ),
]
PAGE_PERMISSIONS = ["add_page", "change_page", "publish_page", "lock_page", "unlock_page"]
IMAGE_PERMISSIONS = ["add_image", "change_image", "choose_image"]


@transaction.atomic
def ensure_group() -> Group:
    """Makes the group, or gives an existing one what it lacks; takes nothing away."""
    group, _created = Group.objects.get_or_create(name=GROUP_NAME)
    for app_label, codename in PERMISSIONS:
        group.permissions.add(
            Permission.objects.get(content_type__app_label=app_label, codename=codename)
        )
    root = Page.get_first_root_node()
    for codename in PAGE_PERMISSIONS:
        GroupPagePermission.objects.get_or_create(
            group=group,
            page=root,
            permission=Permission.objects.get(
                content_type__app_label="wagtailcore", codename=codename
            ),
        )
    collection = Collection.get_first_root_node()
    for codename in IMAGE_PERMISSIONS:
        GroupCollectionPermission.objects.get_or_create(
            group=group,
            collection=collection,
            permission=Permission.objects.get(
                content_type__app_label="wagtailimages", codename=codename
            ),
        )
    return group
