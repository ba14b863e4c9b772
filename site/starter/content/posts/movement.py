"""A post: why the body wants to finish a movement."""

from ..texts import Page, T, prose

PAGE: Page = {
    "key": "movement",
    "title": T(
        "Waarom het lichaam een beweging wil afmaken", "Why the body wants to finish a movement"
    ),
    "slug": T("een-beweging-afmaken", "finishing-a-movement"),
    "search_description": T(
        "Soms kon je niet vechten, rennen of huilen toen het nodig was. Wat je lichaam toen "
        "begon, kan zijn blijven wachten. Over afmaken, ook in het klein.",
        "Sometimes you could not fight, run or weep when you needed to. What your body began "
        "then may still be waiting. On finishing, even in small ways.",
    ),
    "introduction": T(
        "Een beweging die ooit is afgebroken, is daarmee niet altijd weg. Soms wacht ze.",
        "A movement that was once broken off has not always gone away. Sometimes it waits.",
    ),
    "hero": "movement",
    "hero_alt": T(
        "Een getekende lijn die halverwege afbreekt en na een open ruimte verdergaat.",
        "A drawn line that breaks off halfway and, after an open space, continues.",
    ),
    "category": "rest",
    "topics": ["nervous_system"],
    "date": "2026-10-05",
    "body": [
        (
            "text",
            {
                "heading": T("Een halve zin", "Half a sentence"),
                "prose": prose(
                    T(
                        "Stel dat iemand je onderbreekt, midden in een zin, en dat het gesprek "
                        "gewoon doorgaat. Je knikt en je luistert. Maar een deel van je houdt "
                        "die zin nog vast. Pas als je hem alsnog hebt gezegd, of hem echt hebt "
                        "laten gaan, ben je er weer helemaal bij.",
                        "Suppose someone interrupts you in the middle of a sentence, and the "
                        "conversation simply moves on. You nod and you listen. But part of you "
                        "is still holding that sentence. Only when you have said it after all, "
                        "or have truly let it go, are you wholly there again.",
                    ),
                    T(
                        "Ik denk vaak dat een lichaam ook zo werkt.",
                        "I often think a body works like that, too.",
                    ),
                ),
            },
        ),
        (
            "text",
            {
                "heading": T("Een begin met een richting", "A beginning with a direction"),
                "prose": prose(
                    T(
                        "Onder alles wat je denkt en doet, gaat je autonome zenuwstelsel na of "
                        "je veilig bent. Vangt het een teken van gevaar op, dan wacht het jouw "
                        "oordeel niet af. Je spieren spannen zich, je adem schiet omhoog, in "
                        "je buik verandert iets. Of er nu een dier op je afkomt of iemand je "
                        "te lang aankijkt: het begin kan hetzelfde zijn.",
                        "Beneath everything you think and do, your autonomic nervous system is "
                        "checking whether you are safe. If it catches a sign of danger, it "
                        "does not wait for your opinion. Your muscles tense, your breath "
                        "shoots up, something changes in your belly. Whether an animal is "
                        "coming at you or someone has looked at you too long, the beginning "
                        "can be the same.",
                    ),
                    T(
                        "Dat begin heeft een richting. Duwen. Rennen. Je doodstil houden, of "
                        "meebuigen met wat de ander wil. Mag het uitkomen waar het heen wilde, "
                        "dan zakt de spanning vaak vanzelf weer. Even trillen, een zucht, en "
                        "het is voorbij.",
                        "That beginning has a direction. Pushing. Running. Keeping dead still, "
                        "or bending to what the other person wants. If it is allowed to arrive "
                        "where it was going, the tension often drops again by itself. A "
                        "tremble, a sigh, and it is over.",
                    ),
                ),
            },
        ),
        (
            "text",
            {
                "heading": T("Als het niet kon", "When it was not possible"),
                "prose": prose(
                    T(
                        "Heel vaak kon het niet. In een auto, met een gordel om, valt er niet "
                        "te rennen. Een kind aan tafel kan niet terugduwen. Op je werk houd je "
                        "je tranen in tot de vergadering voorbij is, en daarna wacht de "
                        "volgende. Soms was er geen tijd. Soms wist je niet hoe, of was het te "
                        "eng om te voelen hoe groot het was.",
                        "Very often it was not. In a car, with a seat belt on, there is no "
                        "running. A child at the table cannot push back. At work you hold in "
                        "your tears until the meeting is over, and then there is another. "
                        "Sometimes there was no time. Sometimes you did not know how, or it "
                        "was too frightening to feel how big it was.",
                    ),
                    T(
                        "Je hebt je toen goed gehouden. Dat was knap, en waarschijnlijk was "
                        "het nodig. Maar wat je lichaam had klaargezet, kan zijn blijven "
                        "staan.",
                        "You kept yourself together then. That took strength, and it was "
                        "probably necessary. But what your body had made ready may have stayed "
                        "that way.",
                    ),
                    T(
                        "De psoas is, zo ervaar ik het, een van de plekken waar je dat terug "
                        "kunt vinden: een spier die al begonnen was je knieën op te trekken, "
                        "of je weg te dragen.",
                        "In my experience the psoas is one of the places where you may find it "
                        "again: a muscle that had already begun to draw up your knees, or to "
                        "carry you away.",
                    ),
                ),
            },
        ),
        (
            "quote",
            {
                "quote": T(
                    "Wat op vasthouden lijkt, is soms een beweging die op haar beurt wacht.",
                    "What looks like holding on is sometimes a movement waiting its turn.",
                ),
                "attribution": "",
            },
        ),
        (
            "text",
            {
                "heading": T("Het hoeft niet groot te zijn", "It need not be big"),
                "prose": prose(
                    T(
                        "Bij ontladen denk je misschien aan iets luids. Dat kan. Het kan ook "
                        "een voet zijn die een klein beetje afzet, een kaak die zachter wordt, "
                        "tranen zonder verhaal.",
                        "The word discharge may make you think of something loud. It can be. "
                        "It can also be a foot that pushes off ever so slightly, a jaw that "
                        "softens, tears without a story.",
                    ),
                    T(
                        "Ik lok zo’n beweging niet uit. Ik blijf erbij, met mijn handen en "
                        "mijn aandacht, en wacht of je lichaam merkt dat het deze keer niet "
                        "alleen is. Dan komt er soms iets op gang. Soms ook niet, en dan was "
                        "erbij zijn genoeg voor die dag.",
                        "I do not try to provoke such a movement. I stay, with my hands and my "
                        "attention, and wait to see whether your body notices that it is not "
                        "alone this time. Then sometimes something begins to stir. Sometimes "
                        "it does not, and being there was enough for that day.",
                    ),
                ),
            },
        ),
        (
            "call_to_action",
            {
                "heading": T("Herken je hier iets van?", "Do you recognise something here?"),
                "text": T(
                    "Je mag me schrijven, ook als je nog niet weet wat je precies wilt vragen.",
                    "You may write to me, even if you do not yet know quite what you want to ask.",
                ),
                "button_text": T("Schrijf me", "Write to me"),
                "page": "contact",
            },
        ),
    ],
}
