"""The content API, version 1: what may be asked, at `/api/v1/`. One module a resource registers its operations."""

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
)
api.add_decorator(refuse_all_where_none_is_known, mode="view")
answer_with_problems(api)
