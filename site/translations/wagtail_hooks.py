"""What Wagtail asks every app at its start."""

from translations import chooser_language, page_viewset, preview, refused_actions  # noqa: F401
from translations.checks import hooks as checks_hooks  # noqa: F401
from translations.checks import snippets as checks_snippets  # noqa: F401
from translations.machine import hooks as machine_hooks  # noqa: F401
from translations.overview import hooks as overview_hooks  # noqa: F401
from translations.po import hooks as po_hooks  # noqa: F401
from translations.review import hooks as review_hooks  # noqa: F401
from translations.tree import hooks as tree_hooks  # noqa: F401
