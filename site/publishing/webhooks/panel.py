"""A note on the admin's home while a webhook keeps failing."""

from collections.abc import Mapping
from typing import Any

from wagtail.admin.ui.components import Component

from publishing.models import Webhook


class FailingWebhooksPanel(Component):
    """Nothing at all while all is well; one query."""

    name = "failing_webhooks"
    template_name = "publishing/admin/webhooks/failing_panel.html"
    order = 10

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        return {"webhooks": list(Webhook.objects.failing())}
