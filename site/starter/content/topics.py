"""What else the posts touch on: topics, each with a key for the posts to name."""

from typing import Any

from .texts import T

TOPICS: list[dict[str, Any]] = [
    {
        "key": "psoas",
        "name": T("Psoas", "Psoas"),
        "slug": T("psoas", "psoas"),
        "description": T(
            "De spier die je rug met je benen verbindt, en die vaak als eerste schrikt.",
            "The muscle that joins your back to your legs, and is often the first to startle.",
        ),
    },
    {
        "key": "nervous_system",
        "name": T("Zenuwstelsel", "Nervous system"),
        "slug": T("zenuwstelsel", "nervous-system"),
        "description": T(
            "Over waken, schrikken en weer tot rust komen.",
            "On keeping watch, startling, and coming to rest again.",
        ),
    },
    {
        "key": "breath",
        "name": T("Adem", "Breath"),
        "slug": T("adem", "breath"),
        "description": T(
            "Hoe adem beweegt, waar hij stokt en wat hij meeneemt.",
            "How breath moves, where it halts, and what it takes along.",
        ),
    },
]
