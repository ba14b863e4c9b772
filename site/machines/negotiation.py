"""Whether who asks would rather have Markdown than a page."""

from django.http import HttpRequest

MARKDOWN = "text/markdown"  # RFC 7763
HTML = "text/html"


def prefers_markdown(request: HttpRequest) -> bool:
    """Only where `Accept` names Markdown, and ranks it above HTML or beside it (RFC 9110, 12.5.1).

    Beside it, since no browser names it: who does would rather have it, and names HTML for other sites. A browser gets
    the page, and so does who takes anything at all (`*/*`).
    """
    accept = request.headers.get("Accept", "")
    if MARKDOWN not in accept.lower():
        return False
    ranks = {HTML: 0.0, "text/*": 0.0, "*/*": 0.0, MARKDOWN: 0.0}
    named = set()
    for part in accept.lower().split(","):
        kind, *parameters = (piece.strip() for piece in part.split(";"))
        if kind in ranks:
            named.add(kind)
            ranks[kind] = quality(parameters)
    html = next((ranks[kind] for kind in (HTML, "text/*", "*/*") if kind in named), 0.0)
    return ranks[MARKDOWN] > 0 and ranks[MARKDOWN] >= html


def quality(parameters: list[str]) -> float:
    """The `q` among the parameters of a media range; 1 without it, 0 for one that is no number from 0 to 1."""
    for parameter in parameters:
        name, _mark, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                number = float(value)
            except ValueError:
                return 0.0
            return number if 0 <= number <= 1 else 0.0
    return 1.0
