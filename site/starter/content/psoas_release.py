"""The psoas release: the page itself, what it is, being met, and the practical side."""

from .psoas_release_layers import LAYERS
from .psoas_release_questions import QUESTIONS
from .texts import Page, T, prose

PAGE: Page = {
    "title": T("Psoas-release", "Psoas release"),
    "slug": T("psoas-release", "psoas-release"),
    "search_description": T(
        "Een zachte, diepe massage van de psoas. Wat de behandeling inhoudt, waarom ontmoet "
        "worden ertoe doet, en wat er in je lichaam kan meespelen.",
        "A soft, deep massage of the psoas. What the treatment involves, why being met "
        "matters, and what may be going on beneath the surface.",
    ),
    "strapline": T(
        "Puur en diep. Verder naar binnen gaat lichaamswerk niet.",
        "Pure and deep. Body work goes no further in than this.",
    ),
    "introduction": T(
        "Een zachte massage van de spier waarin spanning zich het diepst kan verschuilen. Voor "
        "je lichaam, en voor alles wat het met je heeft meegedragen.",
        "A soft massage of the muscle in which tension can hide deepest. For your body, and "
        "for all that it has carried with you.",
    ),
    "hero": "depth",
    "hero_alt": T(
        "Een getekende lijn daalt vanaf een licht oppervlak af door steeds diepere aardetinten "
        "en opent zich aan het eind.",
        "A drawn line goes down from a pale surface through deepening tones of earth, and "
        "opens at its end.",
    ),
    "body": [
        (
            "treatment",
            {
                "heading": T("De behandeling", "The treatment"),
                "prose": prose(
                    T(
                        "De meeste spanning ken je wel. Schouders die omhoogkruipen, harde "
                        "kuiten, een stijve nek, een onderrug die ’s avonds zeurt. Daar kun je "
                        "iets mee: bewegen, rekken, een warm bad nemen. Of je laat je "
                        "masseren, of gaat naar een fysiotherapeut.",
                        "Most tension is familiar. Shoulders that creep upwards, hard calves, "
                        "a stiff neck, a lower back that grumbles in the evening. There is "
                        "something you can do about those: move, stretch, run a hot bath. Or "
                        "you have a massage, or see a physiotherapist.",
                    ),
                    T(
                        "Met de psoas gaat dat anders. Hij ligt zo diep dat je er <i>zelf</i> "
                        "niet bij kunt, niet op de plek waar hij vasthoudt. Daarvoor is deze "
                        "massage.",
                        "The psoas is another matter. It lies so deep that you cannot get to "
                        "it <i>yourself</i>, not at the place where it holds on. That is what "
                        "this massage is for.",
                    ),
                    T(
                        "Spanning die daar zit, kan zich op allerlei plaatsen laten merken: in "
                        "je rug of je buik, maar ook in hoe je slaapt en wat je voelt. Yoga en "
                        "adem kunnen de psoas langzaam overhalen om zachter te worden. In mijn "
                        "yogalessen in de avond krijgt hij daarom veel aandacht. Toch blijft "
                        "er dieper, is mijn ervaring, vaak iets achter: van stress die te lang "
                        "heeft geduurd, of van een schrik die nooit helemaal is weggegaan.",
                        "Tension held there can make itself known in all sorts of places: in "
                        "your back or your belly, but also in how you sleep and what you feel. "
                        "Yoga and breathing can slowly persuade the psoas to soften, which is "
                        "why it gets so much attention in my evening yoga classes. Yet further "
                        "down, in my experience, something often stays behind: from stress "
                        "that went on too long, or from a shock that never quite left.",
                    ),
                    T(
                        "De massage is zacht en gaat diep. Wat zich heeft opgehoopt, krijgt de "
                        "kans om zich te ontladen. Dat doe je niet alleen: ook in mij ontlaadt "
                        "zich dan iets. Daarna is er ruimte voor jou. Om te voelen wat er is, "
                        "om iets te zeggen, om stil te zijn.",
                        "The massage is soft and goes deep. What has built up is given the "
                        "chance to discharge. You do not do that alone: something in me "
                        "discharges along with you. Afterwards there is room for you. To feel "
                        "what is there, to say something, to be quiet.",
                    ),
                    T(
                        "Ik heb vertrouwen in wat je lichaam weet. Het hoeft van mij niets, en "
                        "zeker niet snel. Iedereen is welkom.",
                        "I trust what your body knows. I ask nothing of it, speed least of "
                        "all. Everyone is welcome.",
                    ),
                    T(
                        "De psoas-release komt niet in de plaats van medische zorg: met een "
                        "medische klacht ga je naar je arts.",
                        "The psoas release does not take the place of medical care: if you "
                        "have a medical complaint, please see your doctor.",
                    ),
                ),
                "reasons_heading": T("Waarmee je kunt komen", "What may bring you here"),
                "reason_groups": [
                    {
                        "name": T("In je lichaam", "In your body"),
                        "reasons": [
                            T("Pijn in je rug of onderrug", "Pain in your back or lower back"),
                            T("Bekkeninstabiliteit", "Pelvic instability"),
                            T("Pijn in je liezen", "Groin pain"),
                            T("Menstruatiepijn", "Period pain"),
                            T("Een spijsvertering die van slag is", "Unsettled digestion"),
                            T(
                                "Ademklachten, of een adem die hoog blijft",
                                "Breathing complaints, or a breath that stays high",
                            ),
                        ],
                    },
                    {
                        "name": T("In je gevoel", "In your feelings"),
                        "reasons": [
                            T("Je verdoofd voelen", "Feeling numb"),
                            T("Piekeren dat maar doorgaat", "Worrying that will not stop"),
                            T(
                                "Moeilijk bij je gevoel kunnen",
                                "Finding it hard to reach what you feel",
                            ),
                            T("Niet tot rust komen", "Being unable to settle"),
                            T("Slecht slapen", "Sleeping badly"),
                        ],
                    },
                    {
                        "name": T("In je verhaal", "In your story"),
                        "reasons": [
                            T(
                                "Een heftige gebeurtenis, zoals een auto-ongeluk",
                                "An intense event, such as a car accident",
                            ),
                            T(
                                "Trauma, of je er nu weet van hebt of niet",
                                "Trauma, whether or not you are aware of it",
                            ),
                            T(
                                "Of niets wat je een naam kunt geven",
                                "Or nothing you can put a name to",
                            ),
                        ],
                    },
                ],
            },
        ),
        (
            "being_met",
            {
                "heading": T("Ontmoet worden", "Being met"),
                "body": [
                    (
                        "prose",
                        prose(
                            T(
                                "Boven elke greep gaat voor mij de ontmoeting: twee mensen in "
                                "één ruimte, met aandacht voor elkaar. Als je me vraagt wat "
                                "het belangrijkste is van alles wat ik doe, dan is het dat.",
                                "More than any technique, what counts for me is the meeting: "
                                "two people in one room, attentive to each other. If you ask "
                                "me what matters most in everything I do, it is that.",
                            ),
                            T(
                                "Misschien ben je ooit alleen gebleven met een gevoel dat te "
                                "groot was. Niemand zag het, of niemand bleef. Hier mag het er "
                                "zijn, terwijl er iemand bij je is die je ziet en er niet van "
                                "schrikt. Of je lichaam nu schokt, verstijft, huilt of "
                                "helemaal stil wordt: je bent ermee welkom.",
                                "Perhaps you were once left alone with a feeling that was too "
                                "big for you. No one saw it, or no one stayed. Here it is "
                                "allowed to be, with someone beside you who sees you and is "
                                "not alarmed. Whether your body shakes, stiffens, weeps or "
                                "goes quite still, all of that is welcome.",
                            ),
                        ),
                    ),
                    ("refrain", T("Ik blijf bij je.", "I stay with you.")),
                    (
                        "prose",
                        prose(
                            T(
                                "Ik repareer je niet en ik stuur je niet. Ik ben er, zacht en "
                                "afgestemd, zodat een beweging die ooit werd afgebroken alsnog "
                                "haar eind kan vinden. Soms is dat te zien. Soms is het alleen "
                                "een zucht.",
                                "I do not repair you, and I do not steer you. I am there, soft "
                                "and attuned, so that a movement once broken off may find its "
                                "end after all. Sometimes you can see it happen. Sometimes it "
                                "is only a sigh.",
                            ),
                            T(
                                "Het woord daarvoor is co-regulatie. Het ene zenuwstelsel "
                                "vindt houvast bij het andere: in de nabijheid van iemand, in "
                                "een adem, in ogen en een stem. Zo kan een lichaam gaan merken "
                                "dat het veilig is.",
                                "The word for this is co-regulation. One nervous system finds "
                                "its footing with another: in someone’s nearness, in a breath, "
                                "in eyes and a voice. In that way a body can begin to notice "
                                "that it is safe.",
                            ),
                            T(
                                "Stap voor stap kan het dan uit de overlevingsstand komen, en "
                                "kan er plaats ontstaan voor herstel en contact, voor "
                                "verbondenheid. Zulke dingen gebeuren tussen mensen. In je "
                                "eentje kom je soms maar tot een zekere hoogte.",
                                "Little by little it can then come out of survival, and there "
                                "may be room again for recovery and contact, for feeling "
                                "connected. Such things happen between people. Alone, you can "
                                "sometimes get only so far.",
                            ),
                        ),
                    ),
                    ("refrain", T("Ook nu. Ik blijf bij je.", "Even now. I stay with you.")),
                ],
            },
        ),
        (
            "practical",
            {
                "heading": T("Praktisch", "Practical"),
                "prose": prose(
                    T(
                        "Een afspraak duurt langer dan de massage alleen. Vooraf nemen we de "
                        "tijd om aan te komen. Na afloop hoef je niet meteen overeind.",
                        "An appointment is longer than the massage alone. Beforehand we take "
                        "the time to arrive. Afterwards you do not have to get up straight "
                        "away.",
                    ),
                ),
                "prose_after": prose(
                    T(
                        "Je kunt een behandeling los boeken, of als deel van een langer "
                        "1:1-traject. Vaker komen kan helpen: een lichaam dat lang heeft "
                        "vastgehouden, laat soms laag voor laag los. Schrijf me, dan kijken we "
                        "samen wat bij je past.",
                        "You can book a treatment on its own, or as part of a longer "
                        "one-to-one course. Coming more often can help: a body that has held "
                        "on for a long time sometimes lets go layer by layer. Write to me, and "
                        "together we will see what suits you.",
                    ),
                    T(
                        "Meer hoef je niet te weten om te komen. Wil je toch de achtergrond, "
                        "lees dan verder.",
                        "You need know no more than this in order to come. If you would like "
                        "the background all the same, read on.",
                    ),
                ),
                "button_text": T("Neem contact op", "Get in touch"),
            },
        ),
        *LAYERS,
        QUESTIONS,
    ],
}
