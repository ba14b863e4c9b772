"""The psoas release, the background: the three layers and their figures."""

from .texts import Block, T, prose

LAYERS: list[Block] = [
    (
        "physical_layer",
        {
            "heading": T("De fysieke laag", "The physical layer"),
            "prose": prose(
                T(
                    "De psoas is een diepe spiergroep die je bovenlichaam met je onderlichaam "
                    "verbindt. Je hebt er twee, links en rechts van je wervelkolom.",
                    "The psoas is a deep muscle group that joins the upper half of your body "
                    "to the lower. You have two, one on either side of your spine.",
                ),
                T(
                    "Ze beginnen vlak onder je laagste ribben. Vanaf je middenrif gaan ze "
                    "omlaag, vastgehecht aan de voorkant van je lendenwervels; alleen de "
                    "onderste overgang, die naar je heiligbeen (L5–S1), slaan ze over. Ze gaan "
                    "door je bekken heen en eindigen aan de binnenkant van je dijbeen.",
                    "They begin just below your lowest ribs. From the diaphragm they travel "
                    "down, attached to the front of the lumbar vertebrae; only the last "
                    "junction, with the sacrum (L5–S1), is passed over. They go through your "
                    "pelvis and end on the inner side of your thigh bone.",
                ),
                T(
                    "Leg een hand op je buik, net naast je navel, en je bent er nog lang niet. "
                    "De psoas ligt achter je darmen, dicht tegen je ruggengraat, bijna in het "
                    "midden van jou.",
                    "Lay a hand on your belly, just beside the navel, and you are still a long "
                    "way off. The psoas lies behind your intestines, close against the spine, "
                    "almost in the middle of you.",
                ),
            ),
            "figure": {
                "title": T("Waar de psoas loopt", "Where the psoas runs"),
                "description": T(
                    "De romp van voren gezien. Links en rechts van de lendenwervels loopt een "
                    "psoas: vanaf het middenrif omlaag, door het bekken, naar de binnenkant "
                    "van het dijbeen.",
                    "The trunk seen from the front. A psoas runs on each side of the lumbar "
                    "vertebrae: from the diaphragm down through the pelvis to the inner side "
                    "of the thigh bone.",
                ),
                "diaphragm": T("Middenrif", "Diaphragm"),
                "lumbar_vertebrae": T("Lendenwervels", "Lumbar vertebrae"),
                "psoas_left": T("Psoas links", "Left psoas"),
                "psoas_right": T("Psoas rechts", "Right psoas"),
                "pelvis": T("Bekken", "Pelvis"),
                "thigh_bone": T("Dijbeen", "Thigh bone"),
            },
            "functions_heading": T("Waar je psoas aan meewerkt", "What your psoas has a part in"),
            "functions": [
                T("De stabiliteit van je bekken", "The stability of your pelvis"),
                T("Het buigen van je heup", "Bending your hip"),
                T("De beweeglijkheid van je onderrug", "The mobility of your lower back"),
                T("Het draaien van je bovenbeen", "Turning your thigh"),
                T("Je houding", "Your posture"),
                T("Je evenwicht", "Your balance"),
            ],
        },
    ),
    (
        "nervous_system",
        {
            "heading": T(
                "Het autonome zenuwstelsel en de psoas",
                "The autonomic nervous system and the psoas",
            ),
            "prose": prose(
                T(
                    "Een deel van je zenuwstelsel slaapt nooit. Het tast af of je veilig bent, "
                    "ook ’s nachts, ook terwijl je dit leest, en stemt je lichaam en je gedrag "
                    "af op wat het vindt. Je hoeft er niet bij na te denken, en meestal merk "
                    "je het niet. Dit is je autonome zenuwstelsel. Zoals ik het in mijn werk "
                    "ervaar, staat de psoas er rechtstreeks mee in contact.",
                    "Part of your nervous system never sleeps. It goes on sounding out whether "
                    "you are safe, at night too, and while you read this, and tunes your body "
                    "and your behaviour to what it finds. You do not have to think about it, "
                    "and mostly you do not notice. This is your autonomic nervous system. As I "
                    "experience it in my work, the psoas is in direct contact with it.",
                ),
                T(
                    "Wat dit stelsel niet doet, is afwegen. Een roofdier en de starende blik "
                    "van een vreemde kunnen hetzelfde alarm laten afgaan. Je spieren spannen "
                    "zich, je adem wordt snel en oppervlakkig, je spijsvertering verandert. "
                    "Aan dat alles kan de psoas meedoen.",
                    "What it does not do is weigh things up. A predator and a stranger’s stare "
                    "can set off the same alarm. Your muscles tense, your breath turns quick "
                    "and shallow, your digestion changes. The psoas may join in with all of "
                    "it.",
                ),
            ),
            "responses_heading": T("Vier manieren om te overleven", "Four ways to survive"),
            "responses": [
                {
                    "name": T("Vechten", "Fight"),
                    "description": T(
                        "Je zet je schrap en gaat ertegenin.", "You brace yourself and push back."
                    ),
                },
                {
                    "name": T("Vluchten", "Flight"),
                    "description": T(
                        "Je wilt weg, al is het maar in gedachten.",
                        "You want to get away, if only in your thoughts.",
                    ),
                },
                {
                    "name": T("Bevriezen", "Freeze"),
                    "description": T(
                        "Je verstijft, of je voelt even niets meer.",
                        "You go rigid, or for a while feel nothing at all.",
                    ),
                },
                {
                    "name": T("Aanpassen", "Fawn"),
                    "description": T(
                        "Je voegt je naar de ander, om het rustig te houden.",
                        "You fall in with the other person, to keep the peace.",
                    ),
                },
            ],
            "prose_after": prose(
                T(
                    "Is het gevaar voorbij, dan kan je lichaam weer tot rust komen, mits het "
                    "heeft kunnen afmaken waar het aan begonnen was. Vaak kon dat niet. Er was "
                    "geen tijd, je wist niet hoe, of het was te eng om het te laten gebeuren.",
                    "Once the danger is over your body can settle again, provided it was able "
                    "to finish what it had begun. Often it was not. There was no time, you did "
                    "not know how, or it was too frightening to let it happen.",
                ),
                T(
                    "Dan kan de spanning achterblijven in de psoas, alsof het nog niet voorbij is.",
                    "Then the tension can stay behind in the psoas, as if it were not over yet.",
                ),
            ),
            "figure": {
                "title": T("Van signaal naar rust", "From signal to rest"),
                "description": T(
                    "Een kring van vier stappen: een signaal roept een reactie op, de reactie "
                    "ontlaadt zich en het lichaam komt tot rust. Na de reactie takt een lijn "
                    "af die niet verdergaat: daar is ze afgebroken en blijft de spanning "
                    "achter.",
                    "A circle of four steps: a signal calls up a response, the response "
                    "discharges and the body comes to rest. After the response a line branches "
                    "off and goes no further: there it was cut short, and the tension stays "
                    "behind.",
                ),
                "signal": T("Signaal", "Signal"),
                "response": T("Reactie", "Response"),
                "discharge": T("Ontlading", "Discharge"),
                "rest": T("Rust", "Rest"),
                "cut_short": T("Afgebroken", "Cut short"),
            },
        },
    ),
    (
        "emotional_layer",
        {
            "heading": T("De emotionele laag", "The emotional layer"),
            "prose": prose(
                T(
                    "Sommigen noemen de psoas de spier van de ziel. Een plotselinge schrik kan "
                    "er sporen in achterlaten. Maar wat lang duurt, weegt in mijn ervaring "
                    "zwaarder: spanning waar geen eind aan kwam, gevoelens die nergens heen "
                    "konden. Dat kan van vroeger zijn, uit je jeugd. Het kan ook gaan om je "
                    "relatie, om je werk of je gezin, om geld, om je gezondheid.",
                    "Some call the psoas the muscle of the soul. A sudden shock can leave its "
                    "traces there. But what lasts weighs more heavily, in my experience: "
                    "stress that never came to an end, feelings that had nowhere to go. It may "
                    "be from long ago, from your youth. It may also be about your "
                    "relationship, your work or your family, about money, about your health.",
                ),
                T(
                    "Zo kan er een stille waakzaamheid ontstaan. Luid is ze nooit. Uit is ze "
                    "ook nooit.",
                    "In this way a quiet watchfulness can settle in. It is never loud. It is "
                    "never off, either.",
                ),
                T(
                    "Een gevoel dat geen ruimte krijgt, gaat niet altijd weg. Je lichaam kan "
                    "het voor gevaar houden en zich klaarmaken om iets te doen. Maar er valt "
                    "nergens tegen te vechten, en nergens heen te vluchten. De spanning blijft "
                    "dan waar ze is, en groeit. En ook dat voelt weer als gevaar: oorzaak en "
                    "gevolg lopen achter elkaar aan.",
                    "A feeling that is given no room does not always go away. Your body may "
                    "take it for danger and get ready to do something. But there is nothing to "
                    "fight, and nowhere to run. The tension then stays where it is, and grows. "
                    "And that in turn feels like danger: cause and effect go round after one "
                    "another.",
                ),
            ),
            "figure": {
                "title": T(
                    "Een kring die zichzelf in stand houdt", "A loop that keeps itself going"
                ),
                "description": T(
                    "Een kring van vijf stappen. Een gevoel zonder ruimte wordt voor gevaar "
                    "gehouden, het lichaam maakt zich klaar, het kan zich niet ontladen en de "
                    "spanning groeit. Dan begint de kring opnieuw.",
                    "A loop of five steps. A feeling without room is taken for danger, the "
                    "body gets ready, it cannot discharge and the tension grows. Then the loop "
                    "begins again.",
                ),
                "feeling": T("Gevoel zonder ruimte", "Feeling without room"),
                "alarm": T("Lijkt op gevaar", "Taken for danger"),
                "preparation": T("Lichaam maakt zich klaar", "Body gets ready"),
                "no_discharge": T("Geen ontlading", "No discharge"),
                "tension": T("Meer spanning", "More tension"),
            },
            "prose_after": prose(
                T(
                    "Dat je in zo’n kring zit, betekent niet dat je iets verkeerd doet. Je "
                    "lichaam probeert je te beschermen met wat het kent. Ik ga er niet "
                    "tegenin. Ik kom ernaast, zacht, tot waar de spanning zit, zodat de kring "
                    "ergens open kan gaan.",
                    "Being in such a loop does not mean that you are doing something wrong. "
                    "Your body is trying to protect you with what it knows. I do not push "
                    "against it. I come alongside, softly, down to where the tension is, so "
                    "that somewhere the loop may open.",
                ),
            ),
        },
    ),
]
