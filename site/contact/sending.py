"""What becomes of a form that was sent: the checks that the page and the content API share."""

from http import HTTPStatus

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from wagtail.models import Page

from contact.forms import ContactForm
from contact.messages import receive_message
from contact.tokens import is_valid_token


def send(page: Page, form: ContactForm, *, token: str, is_welcome: bool) -> HTTPStatus | None:
    """Stores the message of a form that passes every check, in the language of the page.

    `is_welcome` says that it comes from a place that may send. None where its sender is to be thanked, which a
    program that fell into the trap is too; else the status of the refusal, with the reasons in the form's errors.
    What is wrong with the form as a whole has a code: “origin” or “token”.
    """
    if not is_welcome:
        refuse(
            form,
            "origin",
            gettext(
                "Your browser did not confirm that this message comes from this page. "
                "Your text is still here: please press “Send” once more."
            ),
        )
        return HTTPStatus.FORBIDDEN
    if form.is_trapped:
        return None
    if not is_valid_token(token, page):
        refuse(
            form,
            "token",
            gettext(
                "This page was open for a long time. Your text is still here: "
                "please press “Send” once more."
            ),
        )
    if not form.is_valid():
        return HTTPStatus.UNPROCESSABLE_ENTITY
    receive_message(
        page,
        name=form.cleaned_data["name"],
        email=form.cleaned_data["email"],
        message=form.cleaned_data["message"],
    )
    return None


def too_much() -> ContactForm:
    """The form of a request that was too large to read; it says so, and nothing else."""
    form = ContactForm({})
    form.errors.clear()
    refuse(
        form,
        "size",
        gettext(
            "This was too much to receive at once. Please go back in your browser, "
            "make your message shorter and send it again."
        ),
    )
    return form


def refuse(form: ContactForm, code: str, reason: str) -> None:
    form.add_error(None, ValidationError(reason, code=code))
