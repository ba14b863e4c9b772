"""Dutch terms with their English, and a note for a translator; the practitioner changes the list as she likes."""

TERMS: list[tuple[str, str, str]] = [
    ("behandeling", "treatment", ""),
    ("ontmoet worden", "being met", "Gezien en ontvangen worden door een ander."),
    ("de fysieke laag", "the physical layer", ""),
    ("de emotionele laag", "the emotional layer", ""),
    ("het autonome zenuwstelsel", "the autonomic nervous system", ""),
    ("jouw investering", "your investment", "De prijs."),
    ("1:1-traject", "one-to-one course", "Een reeks afspraken, met zijn tweeën."),
    ("lichaamswerk", "body work", ""),
    ("co-regulatie", "co-regulation", ""),
    (
        "aanpassen (fawn)",
        "fawn",
        "De vierde reactie op gevaar, naast vechten, vluchten en bevriezen.",
    ),
]
