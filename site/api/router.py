"""The content API, version 1, at `/api/v1/`: one module for each resource registers its operations."""

from ninja import NinjaAPI

from api import form_operations, images, page_list, pages, posts, redirects, search, site
from api.problems import answer_with_problems

api = NinjaAPI(
    title="Psoas-release content API",
    version="1.0.0",
    description="What visitors may read, in Dutch and English, typed to the last field.",
    urls_namespace="api",
    openapi_url="/openapi.json",
    docs_url="/docs/",
)
answer_with_problems(api)
for resource in (page_list, pages, form_operations, site, posts, search, redirects, images):
    api.add_router("", resource.router)
