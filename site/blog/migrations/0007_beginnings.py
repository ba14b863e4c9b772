"""Posts from before have a beginning too."""

import json
import textwrap
from html import unescape

from django.db import migrations
from django.utils.html import strip_tags


def keep_beginnings(apps, schema_editor):
    BlogPage = apps.get_model("blog", "BlogPage")
    for pk, body in BlogPage.objects.values_list("pk", "body").iterator():
        blocks = json.loads(body or "[]") if isinstance(body, str) else body or []
        prose = " ".join(block["value"].get("prose") or "" for block in blocks if block["type"] == "text")
        text = unescape(strip_tags(prose.replace("<", " <")))
        beginning = textwrap.shorten(text, 200, placeholder="…")
        BlogPage.objects.filter(pk=pk).update(beginning=beginning)


class Migration(migrations.Migration):

    dependencies = [
        ('blog', '0006_writing'),
    ]

    operations = [
        migrations.RunPython(keep_beginnings, migrations.RunPython.noop, elidable=True),
    ]
