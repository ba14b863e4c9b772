"""What search engines are told to visit: an index, and per language small parts of at most `PART` pages.

The protocol is that of https://www.sitemaps.org/protocol.html, with Google's images and the languages as links
(https://developers.google.com/search/docs/specialty/international/localized-versions).
"""
