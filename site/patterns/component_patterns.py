"""Parts of a page that are no block: the head of a page, buttons, colours and sizes."""

import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders

from blog.models import BlogPage
from home.models import StandardPage
from patterns.content import Sample, stand_in
from patterns.pattern import Pattern
from patterns.stand_ins import shell, treatment

TOKEN = re.compile(r"--(?P<name>[\w-]+):\s*(?P<value>[^;]+);")


def component_patterns() -> list[Pattern]:
    head = "core/partials/page_head.html"
    return [
        Pattern("colours", "patterns/colours.html", _tokens, code="static/css/tokens.css"),
        Pattern("sizes", "patterns/sizes.html", _tokens, code="static/css/tokens.css"),
        Pattern("buttons", "patterns/buttons.html", _label, code=".button"),
        Pattern("page-head", head, lambda sample: {"page": stand_in(StandardPage, sample)}),
        Pattern(
            "page-head-with-date",
            head,
            lambda sample: {"page": stand_in(BlogPage, sample, date=date(2026, 9, 30))},
        ),
        Pattern(
            "page-head-with-picture",
            head,
            lambda sample: {"page": treatment(sample), "thread": True},
        ),
        Pattern(
            "draft-notice",
            "publishing/partials/draft_notice.html",
            lambda sample: {"until": datetime(2026, 9, 30, 12, tzinfo=UTC)},
        ),
    ]


def tokens() -> dict[str, str]:
    """Each custom property of `tokens.css` with its value in the light scheme."""
    text = Path(str(finders.find("css/tokens.css"))).read_text(encoding="utf-8")
    light = text.split("@media")[0]
    return {match["name"]: match["value"] for match in TOKEN.finditer(light)}


def _tokens(sample: Sample) -> dict[str, Any]:
    found = tokens()
    return {
        "colours": [name for name, value in found.items() if value.startswith("#")],
        "sizes": [name for name in found if name.startswith("step-")],
        "text": sample.at(0).text(24),
    }


def _label(sample: Sample) -> dict[str, Any]:
    return shell(sample) | {"label": sample.text(60)}
