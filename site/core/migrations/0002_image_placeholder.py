from django.db import migrations, models
from PIL import Image

from core.image_uploads.placeholders import placeholder_of


def find_placeholders(apps, schema_editor):
    """Looks at each stored picture; one that cannot be read (its file is gone) keeps none."""
    pictures = apps.get_model("core", "CustomImage").objects.using(schema_editor.connection.alias)
    for picture in pictures.only("file").iterator():
        try:
            with picture.file.storage.open(picture.file.name) as file, Image.open(file) as opened:
                found = placeholder_of(opened)
        except Exception:  # a storage or a decoder may raise anything
            continue
        pictures.filter(pk=picture.pk).update(placeholder=found)


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='customimage',
            name='placeholder',
            field=models.CharField(choices=[('none', 'none'), ('paper', 'paper'), ('sand', 'sand'), ('blush', 'blush'), ('clay', 'clay'), ('rust', 'rust'), ('earth', 'earth'), ('ink', 'ink'), ('sage', 'sage'), ('moss', 'moss'), ('mist', 'mist'), ('slate', 'slate'), ('stone', 'stone')], default='none', editable=False, max_length=12),
        ),
        migrations.RunPython(find_placeholders, migrations.RunPython.noop, elidable=True),
    ]
