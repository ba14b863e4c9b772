"""A program that writes by Wagtail's own API."""

import json
from typing import Any

from django.test import Client
from wagtail.models import Page

from api.models import Scope
from tests.factories.tokens import bearer, make_token

API = "/api/v3-preview/"


class Writer:
    """A program with a token that writes as `user`."""

    def __init__(self, user: Any) -> None:
        self.client = Client()
        self.headers = bearer(make_token(Scope.WRITE_CONTENT, user=user))

    def ask(self, method: str, path: str, body: Any = None) -> Any:
        return self.client.generic(
            method,
            API + path,
            "" if body is None else json.dumps(body),
            content_type="application/json",
            headers=self.headers,
        )

    def change(self, page: Page, action: str | None = None, **fields: Any) -> Any:
        meta = {"meta": {"action": action}} if action else {}
        return self.ask("PATCH", f"pages/{page.pk}/", fields | meta)

    def act(self, page: Page, action: str, **body: Any) -> Any:
        return self.ask("POST", f"pages/{page.pk}/actions/{action}/", body)

    def create(self, parent: Page, kind: str = "home.StandardPage", **fields: Any) -> Any:
        meta = {"type": kind, "parent_id": parent.pk, "action": fields.pop("action", "draft")}
        return self.ask("POST", "pages/", {"meta": meta} | fields)
