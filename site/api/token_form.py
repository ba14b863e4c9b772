"""What is asked for a new token."""

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from api.models import ApiToken, Scope

TERMS = [(30, _("a month")), (90, _("three months")), (365, _("a year"))]
SCOPES = [
    (Scope.READ_DRAFTS, _("read drafts: every page as it would be published now")),
    (Scope.READ_PRIVATE, _("read private pages: what stands behind a password or a login")),
    (Scope.WRITE_CONTENT, _("write pages: make, change and publish them in Dutch")),
]


READING = {Scope.READ_DRAFTS, Scope.READ_PRIVATE}


def _reads_everything(user: Any) -> bool:
    """Whether the admin shows this user every page, drafts and private ones too."""
    root = Page.get_first_root_node()
    actions = ["add", "change", "publish"]
    return page_permission_policy.user_has_any_permission_for_instance(user, actions, root)


class ApiTokenForm(forms.ModelForm):
    """A token for `for_user`: it may do nothing that they may not, and writes as somebody else only for a superuser."""

    scopes = forms.MultipleChoiceField(
        label=_("What it may do"), choices=SCOPES, widget=forms.CheckboxSelectMultiple
    )
    days = forms.TypedChoiceField(
        label=_("How long it works"),
        choices=TERMS,
        coerce=int,
        initial=90,
        widget=forms.RadioSelect,
    )

    class Meta:
        model = ApiToken
        fields = ["purpose", "scopes", "user"]
        help_texts = {
            "user": _(
                "Only for a token that writes: it may do what this user may do, "
                "and stands in the history under that name."
            )
        }

    def __init__(self, *args: Any, for_user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.for_user = for_user
        if not _reads_everything(for_user):
            scopes = self.fields["scopes"]
            assert isinstance(scopes, forms.MultipleChoiceField)  # noqa: S101 for the type checker
            scopes.choices = [each for each in SCOPES if each[0] not in READING]
        users = get_user_model().objects.filter(is_active=True)
        if not for_user.is_superuser:
            # Else whoever may make a token could do with it what they themselves may not.
            users = users.filter(pk=for_user.pk)
        field = self.fields["user"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 for the type checker
        field.queryset = users

    def clean(self) -> dict[str, Any]:
        cleaned_data = super().clean() or {}
        writes = Scope.WRITE_CONTENT in cleaned_data.get("scopes", [])
        if writes and not cleaned_data.get("user") and "user" not in self.errors:
            self.add_error(
                "user", ValidationError(_("Choose as whom the token writes."), code="required")
            )
        if not writes:
            cleaned_data["user"] = None
        return cleaned_data
