import datetime

import factory
import wagtail_factories

from blog.models import BlogIndexPage, BlogPage


class BlogIndexPageFactory(wagtail_factories.PageFactory):
    title = "Blog"
    slug = "blog"

    class Meta:
        model = BlogIndexPage


class BlogPageFactory(wagtail_factories.PageFactory):
    title = factory.Sequence(lambda number: f"Bericht {number}")
    introduction = "Over adem."
    date = datetime.date(2026, 9, 14)

    class Meta:
        model = BlogPage
