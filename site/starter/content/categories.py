"""What the posts are about: two categories, each with a key for the posts to name."""

from typing import Any

from .texts import T

CATEGORIES: list[dict[str, Any]] = [
    {
        "key": "body",
        "name": T("Je lichaam leren kennen", "Getting to know your body"),
        "slug": T("je-lichaam", "your-body"),
        "description": T(
            "Waar iets zit, wat het doet en waarom het zo voelt.",
            "Where something is, what it does, and why it feels the way it does.",
        ),
    },
    {
        "key": "rest",
        "name": T("Adem en rust", "Breath and rest"),
        "slug": T("adem-en-rust", "breath-and-rest"),
        "description": T(
            "Over adem die zakt, en over wat er kan gebeuren als er even niets hoeft.",
            "On breath that sinks, and on what can happen when for once nothing has to.",
        ),
    },
]
