"""The index of treatments."""

from .texts import Page, T

PAGE: Page = {
    "title": T("Behandelingen", "Treatments"),
    "slug": T("behandelingen", "treatments"),
    "search_description": T(
        "Lees in alle rust wat een behandeling inhoudt: de massage zelf, het praktische, en de "
        "achtergrond voor wie meer wil weten over de psoas.",
        "Read at your own pace what a treatment involves: the massage itself, the practical "
        "side, and the background for anyone curious about the psoas.",
    ),
    "introduction": T(
        "Hier lees je wat ik je kan bieden. Neem er de tijd voor, en lees van de achtergrond "
        "zoveel als je prettig vindt. Twijfel je of iets bij je past? Vraag het me gerust.",
        "This is where you can read what I have to offer. Take your time, and read as much of "
        "the background as you care to. If you are unsure whether something is right for you, "
        "do ask me.",
    ),
}
