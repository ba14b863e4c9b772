"""What a request may see: what its token says, and nothing that a session or a cookie says.

Tokens stand in the `Authorization` header alone (RFC 6750), never in an address: addresses are written to logs.
"""

from dataclasses import dataclass, field
from http import HTTPStatus

from django.http import HttpRequest
from wagtail.query import PageQuerySet

from api import page_passes
from api.models import ApiToken, Scope
from api.problems import ProblemError
from core.visibility import visible
from home.models import HomePage

REALM = "content"


@dataclass(frozen=True)
class Access:
    """`scopes` are those of the request's token, `opened` the restrictions of pages whose password was given."""

    scopes: frozenset[str] = field(default_factory=frozenset)
    opened: frozenset[int] = field(default_factory=frozenset)
    token: ApiToken | None = None

    def require(self, scope: Scope) -> None:
        """Raises a problem unless the token has this scope: 401 without a token, 403 with another."""
        if scope in self.scopes:
            return
        if self.token is None:
            raise unauthorized(f"This asks for a token with the scope {scope}.", error="")
        raise ProblemError(
            HTTPStatus.FORBIDDEN,
            f"The token lacks the scope {scope}.",
            headers={
                "WWW-Authenticate": f'Bearer realm="{REALM}", error="insufficient_scope", scope="{scope}"'
            },
        )


def unauthorized(detail: str, error: str = "invalid_token") -> ProblemError:
    """A 401 that says how to do better (RFC 6750, section 3); `error` is empty where nothing was given."""
    challenge = f'Bearer realm="{REALM}"' + (f', error="{error}"' if error else "")
    return ProblemError(HTTPStatus.UNAUTHORIZED, detail, headers={"WWW-Authenticate": challenge})


def access_of(request: HttpRequest) -> Access:
    """What this request may see, found once. No query without a token; raises a 401 for one that does not work."""
    known: Access | None = getattr(request, "content_access", None)
    if known is None:
        header = request.headers.get("Authorization")
        if header is not None:
            # The answer is for whoever has the token, and stays in no cache.
            request.is_private = True  # type: ignore[attr-defined]
        known = Access() if header is None else _access_by(header)
        request.content_access = known  # type: ignore[attr-defined]
    return known


def visible_to(pages: PageQuerySet, access: Access) -> PageQuerySet:
    """The live pages of a queryset that a request with this access may see; in the same query."""
    if Scope.READ_PRIVATE in access.scopes:
        return pages.live()
    return visible(pages, access.opened)


def reachable(pages: PageQuerySet, access: Access) -> PageQuerySet:
    """Those of `visible_to` at whose address something answers: none where the home page of the language does not."""
    homes = visible_to(HomePage.objects.all(), access).order_by().values("locale")
    return visible_to(pages, access).filter(locale__in=homes)


def _access_by(header: str) -> Access:
    scheme, _space, secret = header.partition(" ")
    if scheme.lower() != "bearer":
        raise unauthorized("Write the header as: Authorization: Bearer TOKEN.")
    secret = secret.strip()
    opened = page_passes.opened_by(secret)
    if opened is not None:
        return Access(opened=opened)
    token = ApiToken.objects.presented(secret)
    if token is None:
        raise unauthorized("The token is unknown, over or revoked.")
    token.note_use()
    return Access(scopes=frozenset(token.scopes), token=token)
