"""Words of the site itself, for templates that many visitors ask for."""

from typing import Any
from weakref import WeakKeyDictionary

from django import template
from django.template.base import Parser, Token
from django.templatetags.i18n import TranslateNode, do_translate
from django.utils.translation import trans_real

register = template.Library()


class ConstantWords(template.Node):
    """A text that is the same for everybody who reads a language: looked up the first time, and kept.

    By the catalogue that it is from, of which a language has one; a developer's own, changed while the site runs, is
    another one.
    """

    child_nodelists = ()

    def __init__(self, node: TranslateNode) -> None:
        self.node = node
        self.known: WeakKeyDictionary[Any, str] = WeakKeyDictionary()

    def render(self, context: template.Context) -> str:
        catalogue = trans_real.catalog()
        known = self.known.get(catalogue)
        if known is None:
            known = self.known[catalogue] = self.node.render(context)
        return known


@register.tag
def translate(parser: Parser, token: Token) -> template.Node:
    """Django's; a text that no variable is part of is looked up once for each language."""
    node = do_translate(parser, token)
    expression = node.filter_expression
    is_constant = expression.var.lookups is None and not expression.filters
    return node if node.asvar or not is_constant else ConstantWords(node)
