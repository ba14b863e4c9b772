"""What the contact form asks and says, described in the language of its page."""

from dataclasses import asdict
from typing import Literal

from django import forms
from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import override
from ninja import Schema
from pydantic import Field

from contact.forms import ContactForm
from contact.models import ContactPage, ContactSettings
from contact.wording import form_words


class FormField(Schema):
    """One field, as the built-in page shows it."""

    name: str = Field(description="Its key in what is sent.")
    kind: Literal["text", "email", "textarea"]
    label: str
    help_text: str
    required: bool
    max_length: int | None = Field(description="In characters; a line end counts as one.")
    autocomplete: str = Field(description="For the attribute of that name; empty for none.")
    honeypot: bool = Field(
        description="True: keep it from people (also from their keyboard and screen reader), and send it empty."
    )


class ThanksDescription(Schema):
    """What to say after sending."""

    heading: str
    text: str = Field(
        description="Plain text; a line end is a line end, an empty line a paragraph."
    )
    home_link: str = Field(description="What the link to the home page says.")


class FormDescription(Schema):
    """What a form asks and says; all that can be kept, so without the token."""

    url: str = Field(description="Where the form can be got with the token that sending asks for.")
    submit_url: str
    method: Literal["POST"]
    fields: list[FormField]
    note: str = Field(description="Stands above the fields.")
    privacy: str = Field(description="Who reads a message, and how long it is kept.")
    retention_days: int
    send: str = Field(description="What the button says.")
    not_sent: str = Field(description="The heading above what is wrong.")
    thanks: ThanksDescription


def form_of(page: ContactPage, request: HttpRequest) -> FormDescription:
    """Describes the form of a page, live or a draft, in the page's language; one query a request."""
    days = ContactSettings.for_visit(request).retention_days
    url = f"{settings.SITE_URL}{reverse('api:contact_form', args=[page.pk])}"
    with override(page.locale.language_code):
        form = ContactForm()
        return FormDescription(
            url=url,
            submit_url=url,
            method="POST",
            fields=[_field(bound, honeypot=bound not in form.questions) for bound in form],
            retention_days=days,
            thanks=thanks_of(page),
            **asdict(form_words(days)),
        )


def _field(bound: forms.BoundField, *, honeypot: bool) -> FormField:
    widget = bound.field.widget
    limits = [
        validator.limit_value
        for validator in bound.field.validators
        if isinstance(validator, MaxLengthValidator)
    ]
    return FormField(
        name=bound.name,
        kind="textarea" if isinstance(widget, forms.Textarea) else widget.input_type,
        label=str(bound.label),
        help_text=str(bound.help_text),
        required=bound.field.required,
        max_length=min(limits, default=None),
        autocomplete=widget.attrs.get("autocomplete", ""),
        honeypot=honeypot,
    )


def thanks_of(page: ContactPage) -> ThanksDescription:
    return ThanksDescription(**asdict(page.thanks))
