"""A translatable snippet and a page that points at it: the site itself has none yet."""
