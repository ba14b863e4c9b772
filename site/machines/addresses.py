"""Where the Markdown of a page is: `/about.md` for `/about/`, `/en/index.md` for the first page of a language."""

from django.conf import settings

ENDING = ".md"
INDEX = "index"
# The first page of each language, whose address has no name of its own.
FIRST_PAGES = {
    "/",
    *(f"/{code}/" for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE),
}


def markdown_address(path: str) -> str:
    """The address of the Markdown of the page at `path`, which may have a host before it."""
    start, slash, _end = path.rpartition("/")
    local = "/" + path.split("://", 1)[-1].partition("/")[2]
    return f"{start}{slash}{INDEX}{ENDING}" if local in FIRST_PAGES else f"{start}{ENDING}"


def page_path(path: str) -> str:
    """The path of the page for the path of its Markdown without the ending: `about/` for `about`, `""` for `index`."""
    return "" if path == INDEX else f"{path}/"
