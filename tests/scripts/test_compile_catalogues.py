import os

from django.utils import translation

from scripts.compile_catalogues import compile_catalogues

CATALOGUE = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "A word of our own"
msgstr "Één woord van ons"

#, fuzzy
msgid "A guessed word"
msgstr "Een gok"

msgid "%(count)s hour of ours"
msgid_plural "%(count)s hours of ours"
msgstr[0] "%(count)s uur van ons"
msgstr[1] "%(count)s uren van ons"
"""


def write_catalogue(folder):
    path = folder / "nl" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    path.write_text(CATALOGUE, encoding="utf-8")
    return path


def test_django_reads_the_compiled_catalogue(tmp_path, settings):
    write_catalogue(tmp_path)
    compile_catalogues(tmp_path)
    settings.LOCALE_PATHS = [tmp_path]
    with translation.override("nl"):
        assert translation.gettext("A word of our own") == "Één woord van ons"
        assert translation.gettext("A guessed word") == "A guessed word"
        several = translation.ngettext("%(count)s hour of ours", "%(count)s hours of ours", 2)
        assert several == "%(count)s uren van ons"


def test_only_a_changed_catalogue_is_compiled_again(tmp_path):
    source = write_catalogue(tmp_path)
    target = source.with_suffix(".mo")
    os.utime(source, (1, 1))
    assert compile_catalogues(tmp_path) == [target]
    assert compile_catalogues(tmp_path) == []
    later = target.stat().st_mtime + 1
    os.utime(source, (later, later))
    assert compile_catalogues(tmp_path) == [target]
    assert sorted(path.name for path in source.parent.iterdir()) == ["django.mo", "django.po"]
