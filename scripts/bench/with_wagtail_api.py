"""Settings of what serves the site, with Wagtail's own API beside ours: both then answer from the same processes."""

from config.settings.production import *  # noqa: F403

ROOT_URLCONF = "bench.urls_with_wagtail_api"
