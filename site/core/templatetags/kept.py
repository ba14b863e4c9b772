"""What is the same on every page of a language, written once while the content is the same."""

from typing import Any

from django import template
from django.template.base import NodeList, Parser, Token
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language
from wagtail.contrib.settings.context_processors import SettingProxy

from core.remembered import remembered
from core.sites import host_of

register = template.Library()
# What may be asked inside, as the context processors give it: a preview puts something else in its place.
SURROUNDINGS = {
    "settings": SettingProxy,
    "practice_words": SimpleLazyObject,
    "navigation": SimpleLazyObject,
}


class Kept(template.Node):
    """Nothing inside may depend on the page, the path or who asks: on `SURROUNDINGS` alone, without what is current."""

    def __init__(self, name: str, nodelist: NodeList) -> None:
        self.name, self.nodelist = name, nodelist

    def render(self, context: template.Context) -> Any:
        request = context.get("request")
        if request is None or not all(
            type(context.get(name)) is kind for name, kind in SURROUNDINGS.items()
        ):
            return self.nodelist.render(context)
        key = ("written", self.name, host_of(request), get_language())
        return remembered(request, key, lambda: self.nodelist.render(context))


@register.tag
def kept(parser: Parser, token: Token) -> Kept:
    """`{% kept "hours" %}…{% endkept %}`: each name once in all templates."""
    _tag, name = token.split_contents()
    nodelist = parser.parse(("endkept",))
    parser.delete_first_token()
    return Kept(name, nodelist)
