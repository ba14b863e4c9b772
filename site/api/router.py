"""The content API, version 1, at `/api/v1/`: one module for each resource registers its operations."""

from api import (
    form_operations,
    images,
    page_list,
    pages,
    post_lists,
    posts,
    preview,
    private_pages,
    redirects,
    search,
    site,
)
from api.access import access_of
from api.documentation import Documentation, only_read
from api.openapi import DocumentedAPI
from api.parameters import refuse_all_where_none_is_known
from api.problems import answer_with_problems

api = DocumentedAPI(
    title="Psoas-release content API",
    version="1.0.0",
    description="What visitors may read, in Dutch and English, typed to the last field.",
    urls_namespace="api",
    openapi_url="/openapi.json",
    docs_url="/docs/",
    docs=Documentation(),
    docs_decorator=only_read,
    auth=access_of,  # of every operation, so that a token that does not work is never passed over
)
api.add_decorator(refuse_all_where_none_is_known, mode="view")
answer_with_problems(api)
for resource in (
    page_list,
    pages,
    private_pages,
    form_operations,
    preview,
    site,
    posts,
    post_lists,
    search,
    redirects,
    images,
):
    api.add_router("", resource.router)
