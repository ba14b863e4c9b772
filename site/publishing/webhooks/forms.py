"""What she fills in of a webhook."""

from django import forms
from django.utils.translation import gettext_lazy

from publishing.models import Webhook
from publishing.models.webhooks import EventType, all_events


class WebhookForm(forms.ModelForm):
    url = Webhook._meta.get_field("url").formfield(assume_scheme="https")
    events = forms.MultipleChoiceField(
        label=gettext_lazy("Tell it when"),
        choices=EventType.chosen,
        initial=all_events,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Webhook
        fields = ["name", "url", "events", "is_active"]

    def save(self, commit: bool = True) -> Webhook:
        """A webhook that is on, or has another address, is given a new chance."""
        if self.instance.is_active:
            self.instance.gone_at = None
        if "url" in self.changed_data or "is_active" in self.changed_data:
            self.instance.failing_since = None
        return super().save(commit)
