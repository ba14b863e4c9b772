"""Tells other computers what changed on the site: signed webhooks, as https://www.standardwebhooks.com has them.

`page_signals`, `site_signals` and `translation_changes` notice what changed, `outbox` writes it down in the same
transaction, and `delivering` sends it from the loop of timed work. Without a webhook nothing is written or sent.
"""
