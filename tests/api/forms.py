"""The form by the API, as a test asks for it and reads what comes back."""

from typing import Any

from django.http import HttpResponse


def address(page: Any) -> str:
    return f"/api/v1/pages/{page.pk}/form"


def errors(response: HttpResponse) -> dict[str, str]:
    """What is wrong, by field, in a problem document."""
    assert response.headers["Content-Type"] == "application/problem+json"
    return {error["name"]: error["detail"] for error in response.json()["errors"]}
