"""What is said around the form, on the page and by the content API; in the language that is active."""

from dataclasses import dataclass

from django.utils.translation import gettext, ngettext


@dataclass(frozen=True)
class FormWords:
    """The texts around the fields; `privacy` says who reads a message and for how long it is kept."""

    note: str
    privacy: str
    send: str
    not_sent: str


@dataclass(frozen=True)
class Thanks:
    """What is said after sending; `text` is plain, with line ends."""

    heading: str
    text: str
    home_link: str


def form_words(days: int) -> FormWords:
    """The texts, with the number of days that messages are kept."""
    privacy = ngettext(
        "Only I read your message. It is deleted by itself after %(days)s day.",
        "Only I read your message. It is deleted by itself after %(days)s days.",
        days,
    )
    return FormWords(
        note=gettext("Please fill in every field."),
        privacy=privacy % {"days": days},
        send=gettext("Send"),
        not_sent=gettext("Your message has not been sent yet"),
    )


def words_of_thanks(heading: str = "", text: str = "") -> Thanks:
    """The practitioner's own words, or ours where she left hers empty."""
    return Thanks(
        heading=heading or gettext("Thank you for your message"),
        text=text or gettext("I will read it and answer you by e-mail."),
        home_link=gettext("To the home page"),
    )
