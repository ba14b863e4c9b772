"""What is asked for a new token."""

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from api.models import ApiToken, Scope

TERMS = [(30, _("a month")), (90, _("three months")), (365, _("a year"))]
SCOPES = [
    (Scope.READ_DRAFTS, _("read drafts: every page as it would be published now")),
    (Scope.READ_PRIVATE, _("read private pages: what stands behind a password or a login")),
    (Scope.WRITE_CONTENT, _("write pages: make, change and publish them in Dutch")),
]


class ApiTokenForm(forms.ModelForm):
    """A token for `for_user`, who may let it write as somebody else only as a superuser."""

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
