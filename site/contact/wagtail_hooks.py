"""What the admin shows of messages."""

from wagtail import hooks
from wagtail.permissions import register_permission_policy

from contact.models import ContactMessage
from contact.viewsets import ContactMessageViewSet, ReadAndDeletePolicy

register_permission_policy(ContactMessage, ReadAndDeletePolicy(ContactMessage))


@hooks.register("register_admin_viewset")
def register_messages() -> ContactMessageViewSet:
    return ContactMessageViewSet()
