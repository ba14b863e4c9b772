"""The links inside a translated text.

wagtail-localize takes the attributes of a link out of the text and leaves `<a id="a1">`; numbers are given from the
left, so the same number may be another link once the source was edited.
"""

import json

from bs4 import BeautifulSoup


def follow_links(text: str, attrs_then: str, attrs_now: str) -> str:
    """Gives the links of a text the numbers that its source has now; takes a link off that the source lost.

    `attrs_then` and `attrs_now` are the source's links when the text was confirmed and now, as JSON objects of
    `{"a1": {"href": …}}`. A link whose target alone was changed keeps its number, and so gets the new target.
    """
    if "<a " not in text:
        return text
    then, now = json.loads(attrs_then) or {}, json.loads(attrs_now) or {}
    if then == now:
        return text
    soup = BeautifulSoup(text, "html.parser")
    for link in soup.find_all("a"):
        number = _number_now(str(link.get("id")), then, now)
        if number is None:
            link.unwrap()
        else:
            link["id"] = number
    return str(soup)


def _number_now(number: str, then: dict[str, dict], now: dict[str, dict]) -> str | None:
    target = then.get(number)
    if target is not None and now.get(number) != target:
        for candidate, attributes in now.items():
            if attributes == target:
                return candidate
        if len(then) != len(now) or now.get(number) in then.values():
            return None
    return number if number in now else None
