"""What visitors can find: an entry for each page they may see, and the words that stand in those."""

from django.db import models
from wagtail.models import Page


class SearchEntry(models.Model):
    """A live page that nothing keeps private, as it was when it last changed.

    `index/` keeps the words beside it that a database looks in, in what each has for that and no model can hold: two
    columns of this table on PostgreSQL, a virtual table on SQLite.
    """

    page = models.OneToOneField(Page, on_delete=models.CASCADE, primary_key=True, related_name="+")
    language = models.CharField(max_length=10)
    title = models.CharField(max_length=255)
    texts = models.JSONField(default=list)
    day = models.DateField(null=True)

    wagtail_reference_index_ignore = True  # a page is not in use because it can be found

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.title


class SiteWord(models.Model):
    """A word that visitors can find in a language, without accents, and on how many pages it stands.

    `beginning` and `ending` are its first and last two letters, `ends` its first and its last one: whoever mistypes one
    letter of a word leaves at least one of the three as it is.
    """

    language = models.CharField(max_length=10)
    word = models.CharField(max_length=60)
    shown = models.CharField(max_length=60)
    stem = models.CharField(max_length=60)
    beginning = models.CharField(max_length=2)
    ending = models.CharField(max_length=2)
    ends = models.CharField(max_length=2)
    length = models.PositiveSmallIntegerField()
    pages = models.IntegerField()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["language", "word"], name="one_site_word_per_language")
        ]
        indexes = [
            models.Index(fields=["language", "stem"], name="site_word_stem"),
            models.Index(fields=["language", "beginning", "length"], name="site_word_beginning"),
            models.Index(fields=["language", "ending", "length"], name="site_word_ending"),
            models.Index(fields=["language", "ends", "length"], name="site_word_ends"),
        ]

    def __str__(self) -> str:
        return self.shown
