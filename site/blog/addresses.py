"""The addresses below a blog, in the words of the active language."""

from django.urls import register_converter
from django.urls.converters import IntConverter, StringConverter
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _


class NumberConverter(IntConverter):
    """The number of a page as it is counted: no zero in front, so that each has one address."""

    regex = "[1-9][0-9]{0,5}"


class YearConverter(NumberConverter):
    regex = "[1-9][0-9]{3}"


class FeedConverter(StringConverter):
    regex = "atom|rss"


register_converter(NumberConverter, "number")
register_converter(YearConverter, "year")
register_converter(FeedConverter, "feed")

# Translators: an address; letters without accents, and keep what stands between < and >
PAGE = _("page/<number:number>/")
# Translators: an address; letters without accents, and keep what stands between < and >
CATEGORY = _("category/<slug:slug>/")
# Translators: an address; letters without accents, and keep what stands between < and >
TOPIC = _("topic/<slug:slug>/")
YEAR = "<year:year>/"
FEED = "<feed:kind>.xml/"  # Wagtail adds the slash to what it routes; see config/urls.py

PAGE_OF_CATEGORY = format_lazy("{}{}", CATEGORY, PAGE)
PAGE_OF_TOPIC = format_lazy("{}{}", TOPIC, PAGE)
PAGE_OF_YEAR = format_lazy("{}{}", YEAR, PAGE)
FEED_OF_CATEGORY = format_lazy("{}{}", CATEGORY, FEED)
FEED_OF_TOPIC = format_lazy("{}{}", TOPIC, FEED)
