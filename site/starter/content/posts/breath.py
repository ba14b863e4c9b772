"""A post: what breath has to do with it."""

from ..texts import Page, T, prose

PAGE: Page = {
    "key": "breath",
    "title": T("Wat adem ermee te maken heeft", "What breath has to do with it"),
    "slug": T("wat-adem-ermee-te-maken-heeft", "what-breath-has-to-do-with-it"),
    "search_description": T(
        "Het middenrif en de psoas zijn buren: wat de een doet, kan de ander merken. Over een "
        "adem die hoog blijft, en over kijken zonder sturen.",
        "The diaphragm and the psoas are neighbours: what one does, the other may notice. On a "
        "breath that stays high, and on watching without steering.",
    ),
    "introduction": T(
        "Adem en psoas wonen naast elkaar. Wat de een doet, kan de ander merken.",
        "Breath and psoas live next door to each other. What one does, the other may notice.",
    ),
    "hero": "breath",
    "hero_alt": T(
        "Een tekening van trage golven onder elkaar, als een rustige ademhaling.",
        "A drawing of slow waves, one below another, like quiet breathing.",
    ),
    "category": "rest",
    "topics": ["psoas", "breath"],
    "date": "2026-10-26",
    "body": [
        (
            "text",
            {
                "heading": T("Twee buren", "Two neighbours"),
                "prose": prose(
                    T(
                        "Je middenrif is de spier waarmee je ademt: een koepel onder je "
                        "longen, die daalt als je inademt en weer omhoogkomt als je uitademt. "
                        "Aan de achterkant zit die koepel vast aan je ruggengraat. Dicht bij "
                        "die plek begint ook de psoas.",
                        "Your diaphragm is the muscle you breathe with: a dome beneath your "
                        "lungs that goes down as you breathe in and rises again as you breathe "
                        "out. At the back, that dome is fastened to your spine. Close to that "
                        "spot, the psoas begins.",
                    ),
                    T(
                        "Zo dicht bij elkaar kun je moeilijk doen alsof je de ander niet kent. "
                        "Een middenrif dat ruim beweegt, kan de psoas zachtjes meenemen. En "
                        "houdt de psoas vast, dan kan het daarboven ook krap voelen.",
                        "Living that close, it is hard to pretend you do not know each other. "
                        "A diaphragm that moves freely can gently take the psoas along with "
                        "it. And when the psoas holds on, it can feel cramped upstairs as "
                        "well.",
                    ),
                ),
            },
        ),
        (
            "text",
            {
                "heading": T("Waarom je adem hoog gaat zitten", "Why your breath climbs"),
                "prose": prose(
                    T(
                        "Bij spanning wordt je adem vaak kort en oppervlakkig. Dat is geen "
                        "fout. Je lichaam maakt zich klaar om iets te doen, en een snelle adem "
                        "hoort daarbij. Is het weer veilig, dan mag hij zakken.",
                        "Under stress your breath often turns short and shallow. That is not a "
                        "mistake. Your body is getting ready to do something, and quick "
                        "breathing is part of it. When it is safe again, the breath may sink.",
                    ),
                    T(
                        "Alleen komt dat moment soms niet. Misschien ben je lang op je hoede "
                        "geweest: om geld, om een kind, in een huis waar de stemming zo kon "
                        "omslaan. Dan kan het gewoon zijn gaan lijken. De adem blijft hoog, de "
                        "buik een beetje ingehouden, en ergens laag in je rug staat iets aan.",
                        "But sometimes that moment never comes. Perhaps you have been on your "
                        "guard for a long time: over money, over a child, in a house where the "
                        "mood could turn in an instant. It can come to seem normal. The breath "
                        "stays high, the belly slightly held, and somewhere low in your back "
                        "something is switched on.",
                    ),
                ),
            },
        ),
        (
            "text",
            {
                "heading": T("Kijken zonder sturen", "Watching without steering"),
                "prose": prose(
                    T(
                        "‘Adem eens diep door’ is lief bedoeld. Toch kan het voelen als nóg "
                        "iets wat moet. Een waakzaam lichaam laat zich niet graag bevelen, "
                        "zelfs niet op zachte toon.",
                        "‘Just take a deep breath’ is kindly meant. Yet it can feel like one "
                        "more thing you have to do. A watchful body does not take orders "
                        "easily, even in a soft voice.",
                    ),
                    T(
                        "Je kunt wel kijken. Waar gaat je adem vanzelf heen, en waar houdt hij "
                        "op? Leg je hand op de plek die al meebeweegt; de rest mag nog even "
                        "wachten. En doe dan niets. Misschien wordt de uitademing wat langer. "
                        "Misschien zucht je. Gebeurt er niets, dan heb je toch even naar "
                        "jezelf geluisterd.",
                        "What you can do is watch. Where does your breath go of its own "
                        "accord, and where does it stop? Lay your hand on the place that is "
                        "already moving; the rest can wait a while. And then do nothing. "
                        "Perhaps the out-breath grows a little longer. Perhaps you sigh. If "
                        "nothing happens, you have still listened to yourself for a moment.",
                    ),
                    T(
                        "Word je er onrustig van, houd dan op en kijk om je heen. Het raam, de "
                        "deur, de stoel waar je op zit. Dat is net zo goed een manier om hier "
                        "te zijn.",
                        "If it makes you restless, stop and look around you. The window, the "
                        "door, the chair you are sitting on. That is just as good a way of "
                        "being here.",
                    ),
                ),
            },
        ),
        (
            "quote",
            {
                "quote": T(
                    "Een adem die nergens heen hoeft, komt soms het verst.",
                    "A breath with nowhere to go sometimes travels furthest.",
                ),
                "attribution": "",
            },
        ),
        (
            "text",
            {
                "heading": T("Samen ademen", "Breathing together"),
                "prose": prose(
                    T(
                        "Tijdens een behandeling adem ik met je mee, zonder je iets voor te "
                        "doen. Aan een adem kan een zenuwstelsel merken dat er iemand is, "
                        "zoals ook aan een stem of een blik. Het ene lichaam kan rustiger "
                        "worden bij het andere; co-regulatie heet dat.",
                        "During a treatment I breathe along with you, without showing you how. "
                        "From a breath a nervous system can tell that someone is there, as it "
                        "can from a voice or a glance. One body can grow calmer beside "
                        "another; this is called co-regulation.",
                    ),
                    T(
                        "In mijn yogalessen in de avond gaat het anders, en langzamer. Daar "
                        "nodigt je eigen adem de psoas uit. Of hij op de uitnodiging ingaat, "
                        "is aan hem.",
                        "My evening yoga classes take another way, a slower one. There it is "
                        "your own breath that invites the psoas. Whether it accepts is up to "
                        "the psoas.",
                    ),
                ),
            },
        ),
        (
            "related_treatments",
            {
                "heading": T(
                    "Waar adem en aanraking samenkomen", "Where breath and touch come together"
                ),
                "treatments": ["psoas_release"],
            },
        ),
    ],
}
