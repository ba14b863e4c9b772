"""The contact page: asks for little, and for nothing medical."""

from .texts import Page, T

PAGE: Page = {
    "title": T("Contact", "Contact"),
    "slug": T("contact", "contact"),
    "search_description": T(
        "Wil je iets vragen of een afspraak maken? Een paar regels zijn genoeg. Ik lees je "
        "bericht zelf en schrijf je terug zodra ik kan.",
        "Would you like to ask something or make an appointment? A few lines are enough. I "
        "read your message myself and reply when I can.",
    ),
    "introduction": T(
        "Wil je iets vragen of een afspraak maken? Een paar regels zijn genoeg, en mooi hoeven "
        "ze niet te zijn. Medische bijzonderheden, of wat je hebt meegemaakt, kun je beter "
        "bewaren tot we elkaar spreken. Ik lees je bericht zelf. Het kan een paar dagen duren "
        "voordat je van me hoort.",
        "Would you like to ask something or make an appointment? A few lines are enough, and "
        "they need not be well put. Medical details, or what you have been through, are better "
        "kept until we speak. I read your message myself. It may be a few days before you hear "
        "from me.",
    ),
    "thank_you_heading": T(
        "Dank je wel, je bericht is aangekomen", "Thank you, your message has arrived"
    ),
    "thank_you_text": T(
        "Ik lees het met aandacht en schrijf je terug. Dat kan een paar dagen duren. Kan het "
        "niet wachten en heb je nu hulp nodig, bel dan je huisarts, of bij gevaar het "
        "noodnummer.",
        "I will read it with care and write back to you. That may take a few days. If it "
        "cannot wait and you need help now, please call your doctor or, if you are in danger, "
        "the emergency services.",
    ),
}
