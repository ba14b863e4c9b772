"""Posts, the newest first."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import override
from ninja import Query, Router
from pydantic import Field
from wagtail.models import Locale

from api.documents.links import Language
from api.documents.making import Surroundings
from api.documents.parts import PostCard, post_card
from api.listing import Listed, Part, listed
from api.parameters import WrittenDate
from api.problems import nothing_of
from api.site import surroundings
from blog.models import BlogPage
from blog.posts import PostQuerySet
from blog.subjects import Category, Subject, Topic

router = Router(tags=["posts"])


class PostListParameters(Part):
    locale: Language = Field(description="Posts in this language.")  # type: ignore[valid-type]
    fallback: Language | None = Field(  # type: ignore[valid-type]
        None,
        description="Also posts of this language, where not there in the one asked for; each says which.",
    )
    category: str | None = Field(None, description="The slug of a category.", max_length=80)
    topic: str | None = Field(None, description="The slug of a topic.", max_length=80)
    year: int | None = Field(None, ge=1, le=9999, description="Posts of this year.")
    since: WrittenDate | None = Field(None, description="Posts of this day and later.")
    until: WrittenDate | None = Field(None, description="Posts of this day and earlier.")


@router.get("/posts", response=Listed[PostCard], operation_id="list_posts", summary="Posts")
def list_posts(request: HttpRequest, parameters: Query[PostListParameters]) -> HttpResponse:
    """The posts of a language, the newest first."""
    around = surroundings(parameters.locale, request)
    asked = parameters.fallback if parameters.fallback != parameters.locale else None
    fallback = Locale.objects.filter(language_code=asked).first() if asked else None
    posts = _live_posts(around, fallback)
    for name, model in (("category", Category), ("topic", Topic)):
        if slug := getattr(parameters, name):
            posts = _about(posts, model, slug, name, parameters)
    if parameters.year:
        posts = posts.filter(date__year=parameters.year)
    if parameters.since:
        posts = posts.filter(date__gte=parameters.since)
    if parameters.until:
        posts = posts.filter(date__lte=parameters.until)
    with override(parameters.locale):
        return listed(
            posts.listed(),
            parameters,
            request,
            lambda part: [post_card(post, around) for post in part],
        )


def _live_posts(around: Surroundings, fallback: Locale | None) -> PostQuerySet:
    """The posts of a language and its fallback, of those that visitors have a site in."""
    if fallback is not None and Surroundings(fallback, around.request).home is None:
        fallback = None
    if around.home is not None:
        return BlogPage.objects.in_locale(around.locale, fallback)
    return BlogPage.objects.in_locale(fallback) if fallback else BlogPage.objects.none()


def _about(
    posts: PostQuerySet,
    model: type[Subject],
    slug: str,
    name: str,
    parameters: PostListParameters,
) -> PostQuerySet:
    live = model._default_manager.filter(live=True)
    asked = live.filter(locale__language_code=parameters.locale, slug=slug)
    subject = None if "\0" in slug else asked.first()  # PostgreSQL takes no NUL
    if subject is None:
        raise nothing_of(name, f"There is no {name} with this slug in “{parameters.locale}”.")
    if parameters.fallback is None:
        return posts.about([subject])
    return posts.about(list(live.filter(translation_key=subject.translation_key)))
