"""The starter content as plain data: one module per page, every text in Dutch with its English.

Each module holds `PAGE` (the posts: `PAGES`), a dict of a page's fields. A stream of blocks is a
list of `(block name, value)`; pages and pictures are named by key. Nothing here imports Django.
"""
