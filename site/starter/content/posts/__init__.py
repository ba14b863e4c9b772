"""The three posts of the blog, oldest first."""

from ..texts import Page
from . import breath, movement, psoas

PAGES: list[Page] = [psoas.PAGE, movement.PAGE, breath.PAGE]
