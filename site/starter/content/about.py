"""About me: how she works and what she offers; a name and a portrait come from the settings."""

from .texts import Page, T, h3, prose

PAGE: Page = {
    "title": T("Over mij", "About me"),
    "slug": T("over-mij", "about"),
    "search_description": T(
        "Ik geef lichaamswerk, yogalessen in de avond en 1:1-trajecten. Over hoe ik werk, "
        "waarom ik wacht, en wat je bij me kunt vinden.",
        "I offer body work, evening yoga classes and one-to-one courses. About how I work, why "
        "I wait, and what you can find here with me.",
    ),
    "introduction": T(
        "Ik werk met lichamen, en dus met de mensen die erin wonen. Met mijn handen, met adem, "
        "met stilte als dat beter past.",
        "I work with bodies, and so with the people who live in them. With my hands and with "
        "breath, and with silence where that fits better.",
    ),
    "body": [
        (
            "text",
            {
                "heading": T("Hoe ik werk", "How I work"),
                "prose": prose(
                    T(
                        "Vaak begin ik met wachten. Ik wil eerst merken hoe het met je is, "
                        "voordat ik iets doe.",
                        "Often I begin by waiting. Before I do anything, I want to notice how "
                        "you are.",
                    ),
                    T(
                        "Ik geloof niet dat ik beter dan jouw lichaam weet wat het nodig "
                        "heeft. Het heeft je tot hier gebracht, op zijn eigen manier. Die "
                        "manier verdient respect, ook als je er nu last van hebt.",
                        "I do not believe I know better than your body what it needs. It has "
                        "brought you this far, in its own way. That way deserves respect, even "
                        "if it is making life hard for you now.",
                    ),
                    T(
                        "Dus dring ik niet aan. Je kunt op elk moment nee zeggen, of ‘nog "
                        "niet’. Wat er die dag niet kan, hoeft die dag niet.",
                        "So I do not push. You can say no at any moment, or ‘not yet’. What "
                        "cannot happen that day does not have to.",
                    ),
                ),
            },
        ),
        (
            "quote",
            {
                "quote": T(
                    "Ik volg je lichaam. Voorop lopen hoef ik niet.",
                    "I follow your body. I have no need to walk ahead.",
                ),
                "attribution": "",
            },
        ),
        (
            "text",
            {
                "heading": T("Wat je bij me vindt", "What you can find here"),
                "prose": prose(
                    h3(T("Psoas-release", "Psoas release")),
                    T(
                        "Een zachte massage die tot bij de psoas gaat, met ruimte voor wat er "
                        "dan komt. Van alles wat ik geef, gaat dit het diepst.",
                        "A soft massage that goes as far as the psoas, with room for whatever "
                        "comes then. Of all I offer, this goes deepest.",
                    ),
                    h3(T("Yoga in de avond", "Evening yoga")),
                    T(
                        "’s Avonds geef ik yogales. De psoas krijgt daarin veel aandacht: met "
                        "houdingen en met adem nodigen we hem uit om zachter te worden. Dat "
                        "gaat langzaam, en het mag langzaam gaan.",
                        "In the evenings I teach yoga. The psoas gets a good deal of attention "
                        "there: with postures and with breath we invite it to soften. That is "
                        "slow, and it is allowed to be.",
                    ),
                    h3(T("1:1-traject", "One-to-one course")),
                    T(
                        "Soms vraagt iets meer tijd dan één afspraak. In een 1:1-traject ga ik "
                        "langer met je mee, en de psoas-release kan daar deel van zijn. Hoe "
                        "zo’n traject eruitziet, bedenken we samen.",
                        "Some things ask for more time than one appointment. In a one-to-one "
                        "course I go along with you for longer, and the psoas release can be "
                        "part of that. What such a course looks like, we work out together.",
                    ),
                ),
            },
        ),
        (
            "call_to_action",
            {
                "heading": T("Eerst even kennismaken?", "Would you like to get acquainted first?"),
                "text": T(
                    "Je kunt me alles vragen wat je wilt weten voordat je komt. Geen vraag is "
                    "te klein.",
                    "You can ask me anything you would like to know before you come. No "
                    "question is too small.",
                ),
                "button_text": T("Stel je vraag", "Ask your question"),
                "page": "contact",
            },
        ),
    ],
}
