"""Gives each category an address that no other of its language has, and keeps it so."""

from django.conf import settings
from django.db import migrations, models
from django.utils.text import slugify

SLUG_LENGTH = 80


def free_slugs(categories):
    """Yields those of the categories, the oldest first, that need another address, with that address in `slug`.

    It is made of the name where there is none; one that is taken gets a number.
    """
    given = {(category.locale_id, category.slug) for category in categories}
    kept = set()
    for category in categories:
        place = category.locale_id, category.slug
        if category.slug and place not in kept:
            kept.add(place)
            continue
        is_source = category.locale.language_code == settings.LANGUAGE_CODE
        word = "categorie" if is_source else "category"
        wanted = category.slug or slugify(category.name) or word
        category.slug, number = wanted, 1
        while (category.locale_id, category.slug) in given:
            number += 1
            end = f"-{number}"
            category.slug = wanted[: SLUG_LENGTH - len(end)] + end
        given.add((category.locale_id, category.slug))
        yield category


def find_free_slugs(apps, schema_editor):
    Category = apps.get_model("blog", "Category")
    for category in free_slugs(list(Category.objects.select_related("locale").order_by("pk"))):
        category.save(update_fields=["slug"])


class Migration(migrations.Migration):
    dependencies = [("blog", "0002_categories")]

    operations = [
        migrations.RunPython(find_free_slugs, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="category",
            constraint=models.UniqueConstraint(
                fields=("locale", "slug"), name="one_category_at_an_address_per_language"
            ),
        ),
    ]
