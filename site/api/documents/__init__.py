"""Documents: what the API says of pages, typed to the last field."""

from api.documents.page_types import page_types
from api.documents.pages import document_of, document_type, page_document_type

__all__ = ["document_of", "document_type", "page_document_type", "page_types"]
