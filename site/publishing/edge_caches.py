"""Caches of others in front of the site (Cloudflare, CloudFront), emptied after every change of the content.

Wagtail's own signals would purge the address of the page that was published, in the request that publishes it; but a
page shows in menus, lists, feeds and other pages too. So the loop beside the server purges everything, a few seconds
after the state of the content became another one, and once when it starts: the code may be another one then. Nothing
is sent unless a cache is chosen in the environment.
"""

import logging
import uuid

import requests
from django.conf import settings
from wagtail.contrib.frontend_cache.backends.cloudflare import CloudflareBackend
from wagtail.contrib.frontend_cache.backends.cloudfront import CloudfrontBackend
from wagtail.contrib.frontend_cache.utils import get_backends

from publishing import generation
from publishing.periodic import periodic

logger = logging.getLogger(__name__)

SECONDS = 30  # for the cache to answer
_purged: dict[str, str] = {}  # the state for which each cache was emptied


class Cloudflare(CloudflareBackend):
    """`ENDPOINT` is where its API is; for tests."""

    def __init__(self, params: dict) -> None:
        self.endpoint = params.pop("ENDPOINT", "https://api.cloudflare.com/client/v4")
        super().__init__(params)

    def purge_everything(self) -> None:
        """https://developers.cloudflare.com/api/resources/cache/methods/purge/; RuntimeError where it is refused."""
        response = requests.post(
            f"{self.endpoint}/zones/{self.cloudflare_zoneid}/purge_cache",
            json={"purge_everything": True},
            headers={"Authorization": f"Bearer {self.cloudflare_token}"},
            timeout=SECONDS,
            allow_redirects=False,
        )
        if response.status_code != requests.codes.ok:
            raise RuntimeError(
                f"Cloudflare did not empty its cache: {response.status_code} {response.text[:500]}"
            )


class CloudFront(CloudfrontBackend):
    """Keys of AWS come from where boto3 looks for them: its own variables, or the role of the machine."""

    def purge_everything(self) -> None:
        """One path of the thousand a month that are free; botocore's errors where it is refused."""
        paths = {"Quantity": 1, "Items": ["/*"]}
        self.client.create_invalidation(
            DistributionId=self.cloudfront_distribution_id,
            InvalidationBatch={"Paths": paths, "CallerReference": str(uuid.uuid4())},
        )


@periodic(seconds=5, beside=True)
def purge_edge_caches() -> None:
    """Empties each cache that has not been since the content changed. What fails is logged, and tried again."""
    if not settings.WAGTAILFRONTENDCACHE:
        return
    state = generation.current()
    for name, backend in get_backends().items():
        if _purged.get(name) == state:
            continue
        try:
            backend.purge_everything()
        except Exception:  # each package raises its own; the other cache is emptied all the same
            logger.exception("The cache %s could not be emptied.", name)
        else:
            _purged[name] = state
