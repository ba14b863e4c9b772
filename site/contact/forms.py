"""What the contact page asks."""

from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from contact.models.messages import MESSAGE_MAX_LENGTH, NAME_MAX_LENGTH

TOO_LONG = _(
    "This text has %(show_value)s characters, and %(limit_value)s fit. Please make it shorter."
)


class MessageField(forms.CharField):
    """Text of several lines; a line end counts as one character, as it does for who types it."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> str:
        return (super().to_python(value) or "").replace("\r\n", "\n")


class ContactForm(forms.Form):
    """Name, address and message, and a trap for programs that fill in whatever they find.

    Lengths are validators: with `max_length` a browser would cut off pasted text without a word.
    """

    name = forms.CharField(
        label=_("Your name"),
        validators=[MaxLengthValidator(NAME_MAX_LENGTH, TOO_LONG)],
        error_messages={"required": _("Write your name, so that I know who you are.")},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("Your e-mail address"),
        help_text=_("I use it only to answer you."),
        max_length=254,
        error_messages={
            "required": _("Write your e-mail address, so that I can answer you."),
            "invalid": _("This e-mail address is not complete. Write it like name@example.com."),
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    message = MessageField(
        label=_("Your message"),
        help_text=_("Please leave out medical details; we can talk about those in person."),
        validators=[MaxLengthValidator(MESSAGE_MAX_LENGTH, TOO_LONG)],
        error_messages={"required": _("Write your message.")},
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    website = forms.CharField(
        label=_("Leave this field empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    @property
    def questions(self) -> list[forms.BoundField]:
        """The fields that a person fills in."""
        return [self["name"], self["email"], self["message"]]

    @property
    def is_trapped(self) -> bool:
        """True when the field that people do not see has been filled in."""
        return bool(self.data.get("website"))
