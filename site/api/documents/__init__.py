"""Documents: what the API says of pages, typed to the last field."""

from api.documents.pages import document_of, document_type, page_document_type, page_types

__all__ = ["document_of", "document_type", "page_document_type", "page_types"]
