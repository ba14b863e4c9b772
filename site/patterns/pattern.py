"""What the pattern page shows: parts of a page one below the other, and whole pages at an address of their own."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from django.contrib.staticfiles import finders
from django.http import HttpRequest
from django.template.loader import render_to_string

from patterns.content import Sample

Context = Callable[[Sample], dict[str, Any]]


@dataclass(frozen=True)
class Pattern:
    """A template with something to fill it.

    `name` is its address, `code` what to search for, `frame` the template that puts it in its place on a page.
    """

    name: str
    template: str
    context: Context = field(repr=False)
    label: Any = ""
    code: str = ""
    frame: str = ""
    is_page: bool = False

    @property
    def stylesheet(self) -> str:
        """The sheet named after the template, or `""` where it has none of its own."""
        path = f"css/blocks/{PurePosixPath(self.template).stem}.css"
        return path if finders.find(path) else ""

    def render(self, request: HttpRequest, sample: Sample) -> str:
        return render_to_string(self.frame or self.template, self.context(sample), request=request)
