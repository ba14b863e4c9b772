"""Static files as visitors get them: one stylesheet, hashed names, compressed beforehand."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from whitenoise.storage import CompressedManifestStaticFilesStorage

# `@import url("tokens.css") layer(tokens);`, the only form main.css uses.
IMPORT = re.compile(r'@import url\("(?P<path>[^"]+)"\) layer\((?P<layer>[\w.-]+)\);')


def bundle_stylesheet(path: Path) -> str:
    """The text of a stylesheet with each layered `@import` replaced by what it imports."""

    def inline(match: re.Match[str]) -> str:
        text = (path.parent / match["path"]).read_text(encoding="utf-8")
        return f"@layer {match['layer']} {{\n{text}}}"

    return IMPORT.sub(inline, path.read_text(encoding="utf-8"))


class OneStylesheetStorage(CompressedManifestStaticFilesStorage):
    """Writes `css/main.css` with its imports in place, before hashing and compressing."""

    def post_process(self, paths: dict, dry_run: bool = False, **options: Any) -> Iterator:
        if "css/main.css" in paths and not dry_run:
            # From the sources: the copy that was collected before is a bundle already.
            source, name = paths["css/main.css"]
            bundled = bundle_stylesheet(Path(source.path(name)))
            Path(self.path("css/main.css")).write_text(bundled, encoding="utf-8")
            # Hashing reads from where a file was found; from here on that is the bundled copy.
            paths = paths | {"css/main.css": (self, "css/main.css")}
        yield from super().post_process(paths, dry_run, **options)

    def compress_files(self, paths: set[str]) -> Iterator[tuple[str, str]]:
        """Compresses what pages link to: names with a hash. Source maps, half of all bytes, are for who debugs."""
        linked = paths & set(self.hashed_files.values())
        yield from super().compress_files({name for name in linked if not name.endswith(".map")})
