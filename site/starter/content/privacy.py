"""Privacy: what the site really stores; the block of the retention term adds the number itself."""

from .texts import Page, T, prose, ul

PAGE: Page = {
    "title": T("Privacy", "Privacy"),
    "slug": T("privacy", "privacy"),
    "search_description": T(
        "Wat deze site bewaart als je me schrijft, hoe dat vanzelf weer verdwijnt en wat je "
        "kunt vragen. Geen cookies, en niemand wordt gevolgd.",
        "What this site keeps when you write to me, how it is deleted again by itself, and "
        "what you can ask. No cookies for visitors, and nobody is followed.",
    ),
    "introduction": T(
        "Als je iemand schrijft over iets kwetsbaars, wil je weten waar dat blijft. Hier staat "
        "wat deze site bewaart, en wat niet.",
        "When you write to someone about something tender, you want to know where it ends up. "
        "Here is what this site keeps, and what it does not.",
    ),
    "body": [
        (
            "text",
            {
                "heading": T("Als je me schrijft", "When you write to me"),
                "prose": prose(
                    T(
                        "Stuur je een bericht via het contactformulier, dan bewaart de site:",
                        "If you send a message with the contact form, the site keeps:",
                    ),
                    ul(
                        T("je naam", "your name"),
                        T("je e-mailadres", "your e-mail address"),
                        T("je bericht", "your message"),
                        T("de taal waarin je de site las", "the language you were reading in"),
                        T("het moment van verzenden", "the moment you sent it"),
                        T("of ik het al gelezen heb", "whether I have read it yet"),
                    ),
                    T(
                        "Ik gebruik dat om je te antwoorden en, als je wilt, een afspraak te "
                        "maken. Dat is ook de reden dat ik het mag bewaren: je vraagt me om "
                        "een antwoord, en zonder die gegevens kan ik het niet geven.",
                        "I use that to answer you and, if you wish, to make an appointment. "
                        "That is also why I am allowed to keep it: you are asking me for an "
                        "answer, and without those details I cannot give one.",
                    ),
                    T(
                        "Van een nieuw bericht krijg ik een melding per e-mail. De tekst van "
                        "je bericht staat daar niet in; die lees ik in het beheer van de site. "
                        "Als ik je per e-mail antwoord, staat dat antwoord ook in jouw mailbox "
                        "en in de mijne.",
                        "When a message comes in, I am notified by e-mail. The text of your "
                        "message is not in that e-mail; I read it in the administration of the "
                        "site. If I answer you by e-mail, that answer is also in your mailbox "
                        "and in mine.",
                    ),
                    T(
                        "De site staat op een server van een hostingbedrijf. Dat bedrijf kan "
                        "bij de gegevens voor zover dat nodig is om de server te laten werken.",
                        "The site runs on a server at a hosting company, which can reach the "
                        "data as far as is needed to keep that server working.",
                    ),
                    T(
                        "Schrijf liever niets over je gezondheid in het formulier. Dat zijn "
                        "gevoelige gegevens, en ze zijn beter op hun plek in een gesprek.",
                        "Please leave your health out of the form if you can. Such details are "
                        "sensitive, and a conversation is a better place for them.",
                    ),
                ),
            },
        ),
        (
            "message_retention",
            {
                "heading": T("Hoelang je bericht blijft", "How long your message stays"),
                "prose": prose(
                    T(
                        "Een bericht hoeft niet voor altijd te blijven. Na een vaste termijn "
                        "verwijdert de site het vanzelf, ook als ik er niet aan denk. Wil je "
                        "dat het eerder weg is, dan hoef je het me maar te vragen.",
                        "A message need not stay for ever. After a fixed term the site deletes "
                        "it by itself, even if I do not think of it. If you would like it gone "
                        "sooner, you have only to ask.",
                    ),
                ),
            },
        ),
        (
            "text",
            {
                "heading": T("Als je alleen leest", "When you only read"),
                "prose": prose(
                    T(
                        "Als bezoeker krijg je van deze site geen cookies. Alleen wie inlogt "
                        "om de site te beheren, krijgt ze wel.",
                        "As a visitor you get no cookies from this site. Only someone who logs "
                        "in to run the site does.",
                    ),
                    T(
                        "Er wordt niet bijgehouden wat je leest en bezoekers worden niet gemeten. "
                        "Lettertypen, kaarten of video’s van elders worden niet geladen. Je "
                        "browser vraagt dus niets op bij een ander.",
                        "No record is made of what you read, and visitors are not measured. No "
                        "fonts, maps or videos are loaded from elsewhere. So your browser asks "
                        "nothing of anyone else.",
                    ),
                    T(
                        "Zoek je op deze site en is er niets te vinden, dan wordt geteld hoe "
                        "vaak dat in een maand met die woorden gebeurde. Zo zie ik wat ik nog "
                        "kan schrijven. Wie zocht, weet niemand; na een jaar is ook de telling "
                        "weg.",
                        "If you search this site and there is nothing to find, it counts how "
                        "often that happened with those words in a month. It tells me what I "
                        "could still write about. Nobody knows who searched, and after a year "
                        "the count is gone too.",
                    ),
                    T(
                        "Om je een pagina te kunnen sturen, ziet een server het IP-adres van "
                        "je apparaat. De site zelf houdt daar geen logboek van bij. Het "
                        "hostingbedrijf kan zulke technische gegevens korte tijd bewaren, "
                        "bijvoorbeeld om storingen en misbruik te kunnen vinden.",
                        "In order to send you a page, a server sees the IP address of your "
                        "device. The site itself keeps no log of it. The hosting company may "
                        "keep such technical data for a short time, for instance to trace "
                        "faults and abuse.",
                    ),
                ),
            },
        ),
        (
            "text",
            {
                "heading": T("Wat je kunt vragen", "What you can ask"),
                "prose": prose(
                    T(
                        "Je mag zien wat ik van je bewaar. Klopt het niet, dan pas ik het aan; "
                        "wil je het weg hebben, dan verwijder ik het. Een bericht via de "
                        "contactpagina is genoeg, het liefst met hetzelfde e-mailadres, zodat "
                        "ik weet dat jij het bent.",
                        "You may see what I keep about you. If it is wrong I will correct it; "
                        "if you want it gone I will delete it. A message through the contact "
                        "page is enough, preferably with the same e-mail address, so that I "
                        "know it is you.",
                    ),
                    T(
                        "Zit iets je dwars in hoe ik met je gegevens omga, zeg het me dan "
                        "gerust. Je kunt ook altijd een klacht indienen bij de Autoriteit "
                        "Persoonsgegevens.",
                        "If something about the way I handle your data troubles you, please "
                        "tell me. You can also always lodge a complaint with the Autoriteit "
                        "Persoonsgegevens, the Dutch data protection authority.",
                    ),
                ),
            },
        ),
    ],
}
