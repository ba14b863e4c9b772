from search.models.index import SearchEntry, SiteWord
from search.models.missed import MissedTerm
from search.models.promoted import PromotedResult

__all__ = ["MissedTerm", "PromotedResult", "SearchEntry", "SiteWord"]
