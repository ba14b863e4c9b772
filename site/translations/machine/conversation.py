"""Talks with a translation server over HTTP, and puts what goes wrong into words."""

import time
from typing import Any

import requests
from django.utils.translation import gettext as _

from translations.machine.errors import MachineTranslationError

# Seconds a server may ask to wait before one more try; longer is for a person to decide.
LONGEST_WAIT = 5


class Conversation:
    """Requests to one server, `name`, each with a time-out in seconds; redirects are not followed."""

    def __init__(
        self, name: str, headers: dict[str, str] | None = None, timeout: float = 30
    ) -> None:
        self.name = name
        self.headers = headers or {}
        self.timeout = timeout

    def ask(self, method: str, url: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        """The JSON object that the server answers with; `{}` for an empty answer.

        Raises MachineTranslationError.
        """
        response = self._send(method, url, body)
        if response.status_code == 429 and (wait := self._wait(response)) is not None:
            time.sleep(wait)
            response = self._send(method, url, body)
        if not 200 <= response.status_code < 300:
            raise MachineTranslationError(self._refusal(response))
        if not response.content:
            return {}
        try:
            answer = response.json()
        except ValueError as error:
            raise self.bad_answer() from error
        if not isinstance(answer, dict):
            raise self.bad_answer()
        return answer

    def bad_answer(self) -> MachineTranslationError:
        return MachineTranslationError(
            _("%(name)s gave an answer that cannot be used. Try again later, or translate by hand.")
            % {"name": self.name}
        )

    def _send(self, method: str, url: str, body: dict[str, Any] | None) -> requests.Response:
        try:
            return requests.request(
                method,
                url,
                json=body,
                headers=self.headers,
                timeout=self.timeout,
                allow_redirects=False,
            )
        except requests.Timeout as error:
            text = _("%(name)s did not answer in time. Try again in a moment.")
            raise MachineTranslationError(text % {"name": self.name}) from error
        except requests.RequestException as error:
            text = _("%(name)s could not be reached. Try again later, or translate by hand.")
            raise MachineTranslationError(text % {"name": self.name}) from error

    def _wait(self, response: requests.Response) -> float | None:
        """Seconds until the one further try; None where the server wants more than is bearable."""
        asked = response.headers.get("Retry-After", "1")
        seconds = float(asked) if asked.isdigit() else 1.0
        return seconds if seconds <= LONGEST_WAIT else None

    def _refusal(self, response: requests.Response) -> str:
        texts = {
            400: _("%(name)s does not understand the text that was sent. Translate it by hand."),
            401: _("%(name)s does not accept the key. Ask who looks after the site to check it."),
            403: _("%(name)s does not accept the key. Ask who looks after the site to check it."),
            413: _("The text is too long for %(name)s. Translate it by hand."),
            429: _("%(name)s is asked too much at the moment. Try again in a few minutes."),
            456: _(
                "The allowance of %(name)s is used up. Wait until it is renewed, or translate by hand."
            ),
        }
        other = _(
            "%(name)s has a fault of its own (%(code)d). Try again later, or translate by hand."
        )
        text = texts.get(response.status_code, other)
        return text % {"name": self.name, "code": response.status_code}
