"""The content API, version 1, at `/api/v1/`: one module for each resource registers its operations."""

from ninja import NinjaAPI

from api.form_operations import router as forms
from api.pages import router as pages
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

api.add_router("", pages)
api.add_router("", forms)
