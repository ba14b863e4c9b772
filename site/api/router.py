"""The content API, version 1: what may be asked, at `/api/v1/`. Each resource registers its operations here."""

from ninja import NinjaAPI

from api.form_operations import router as forms
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
api.add_router("", forms)
