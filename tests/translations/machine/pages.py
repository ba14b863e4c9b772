"""What a machine made of a page."""

from django.test import Client
from wagtail_localize.models import StringTranslation, Translation


def texts(translation: Translation) -> dict[str, StringTranslation]:
    rows = StringTranslation.objects.filter(context__object_id=translation.source.object_id)
    return {row.translation_of.data: row for row in rows.select_related("translation_of")}


def press_button(client: Client, translation: Translation) -> str:
    page = translation.get_target_instance()
    response = client.post(
        f"/admin/localize/translate/{translation.pk}/machine_translate/",
        {"next": f"/admin/pages/{page.pk}/edit/"},
        follow=True,
    )
    assert response.status_code == 200
    return response.content.decode()
