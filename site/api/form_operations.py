"""Getting the contact form to fill in, and sending it."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Annotated, Any

from django.conf import settings
from django.core.exceptions import NON_FIELD_ERRORS, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.utils.translation import override
from ninja import Router, Schema, Status
from ninja.decorators import decorate_view
from pydantic import AfterValidator, ConfigDict, Field

from api.access import access_of, reachable
from api.forms import FormDescription, ThanksDescription, form_of, thanks_of
from api.openapi import may_be_absent
from api.private_pages import why_hidden
from api.problems import FieldProblem, ProblemError, problem_document, require_json
from contact.forms import ContactForm
from contact.models import ContactPage
from contact.origin import is_admitted
from contact.sending import send, too_much
from contact.tokens import MAX_AGE, make_token

router = Router(tags=["forms"])

NO_STORE = {"Cache-Control": "no-store"}


class Form(FormDescription):
    """A form that can be filled in and sent."""

    token: str = Field(description="Send it along unchanged; it fits this page only.")
    token_max_age: int = Field(description="For how many seconds from now it can be sent.")


class Sent(Schema):
    """The message has been received."""

    thanks: ThanksDescription


def of_characters(text: str) -> str:
    """Refuses half a character: JSON can write one (`\\ud800`), and no database takes it."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise ValueError("This holds half of a surrogate pair, which is no character.") from error
    return text


Text = Annotated[str, AfterValidator(of_characters)]


class FilledInForm(Schema):
    """What a person typed, and the token; what is left out counts as left empty.

    What each field must be is said by `fields` of the form, and by the errors of one that is not: no more is said here,
    since what fills in the honeypot is thanked whatever it sends.
    """

    model_config = ConfigDict(extra="forbid", json_schema_extra=may_be_absent)

    name: Text = ""
    email: Text = ""
    message: Text = ""
    website: Text = Field(default="", description="The honeypot: always empty.")
    token: Text = ""


def _contact_page(page_id: int, request: HttpRequest) -> ContactPage:
    # Not by `pk`, the link to `Page`: Django looks for a number that no database has by other fields only.
    asked = ContactPage.objects.filter(id=page_id)
    page = reachable(asked, access_of(request)).select_related("locale").first()
    if page is None:
        raise why_hidden(asked.first(), access_of(request))
    return page


def _refusal(status: HTTPStatus, form: ContactForm) -> ProblemError:
    """The form's errors, in the language that is active; those of the whole form stand under their code."""
    errors = [
        FieldProblem(
            location="body", name=_name(field, error.code), detail=" ".join(error.messages)
        )
        for field, found in form.errors.as_data().items()
        for error in found
    ]
    return ProblemError(status, "The message has not been sent.", errors, NO_STORE)


def _name(field: str, code: str | None) -> str:
    """The token is a part of what is sent; the origin and the size are not."""
    if field != NON_FIELD_ERRORS:
        return field
    return "token" if code == "token" else ""


def takes_json(run: Callable) -> Callable:
    """Refuses other media types, and more than is read, before Ninja reads the body."""

    @wraps(run)
    def checked(request: HttpRequest, **path: Any) -> HttpResponse:
        try:
            access_of(request)  # of a token that does not work is spoken first, as everywhere
            _check_body(request, **path)
        except ProblemError as error:
            return problem_document(request, error)
        return run(request, **path)

    return checked


def _check_body(request: HttpRequest, page_id: int) -> None:
    require_json(request)
    try:
        request.body  # noqa: B018 (Django raises here)
    except SuspiciousOperation as error:
        with override(_contact_page(page_id, request).locale.language_code):
            raise _refusal(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, too_much()) from error


@router.get(
    "/pages/{int:page_id}/form",
    response=Form,
    url_name="contact_form",
    operation_id="get_form",
    summary="The form of a contact page, with a token to send it",
)
def get_form(request: HttpRequest, response: HttpResponse, page_id: int) -> Form:
    """Everything to build the form from, in the page's language. Never cached: the token is dated."""
    page = _contact_page(page_id, request)
    response.headers["Cache-Control"] = "no-store"
    return Form(
        **form_of(page, request).model_dump(),
        token=make_token(page),
        token_max_age=int(MAX_AGE.total_seconds()),
    )


@router.post(
    "/pages/{int:page_id}/form",
    response={201: Sent},
    operation_id="send_form",
    summary="Send a filled-in form",
)
@decorate_view(takes_json)
def send_form(
    request: HttpRequest,
    response: HttpResponse,
    page_id: int,
    filled_in: FilledInForm,
) -> Status[Sent]:
    """Checked and stored as from the built-in page.

    A server sends no `Origin`; a browser may send from this site and from the origins that the API admits. `errors` are
    in the page's language, each under its field. Upon a 403 that names `token`, get the form again and send what was
    typed with the new one.
    """
    page = _contact_page(page_id, request)
    with override(page.locale.language_code):
        values = filled_in.model_dump()
        form = ContactForm(values)
        refusal = send(
            page,
            form,
            token=values.pop("token"),
            is_welcome=is_admitted(request, settings.CORS_ALLOWED_ORIGINS),
        )
        if form.has_error(NON_FIELD_ERRORS, "token"):
            refusal = (
                HTTPStatus.FORBIDDEN
            )  # nothing that is typed can mend it: the form is to be got again
        if refusal:
            raise _refusal(refusal, form)
        response.headers["Cache-Control"] = "no-store"
        return Status(HTTPStatus.CREATED, Sent(thanks=thanks_of(page)))
