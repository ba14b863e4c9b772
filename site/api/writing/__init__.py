"""Writing through Wagtail's own API (version 3, which Wagtail 8.0 calls a preview), for who has a token."""
