"""A post: where the psoas is and what it does."""

from ..texts import Page, T, prose

PAGE: Page = {
    "key": "psoas",
    "title": T("Waar je psoas ligt en wat hij doet", "Where your psoas is, and what it does"),
    "slug": T("waar-je-psoas-ligt", "where-your-psoas-is"),
    "search_description": T(
        "De psoas ligt te diep om hem zelf te vinden, en toch gebruik je hem bij elke stap. "
        "Een wandeling langs een spier die je zelden opmerkt.",
        "The psoas lies too deep to find with your own hands, and yet you use it with every "
        "step. A walk along a muscle you hardly notice.",
    ),
    "introduction": T(
        "Over de psoas hoor je meestal pas als er iets mee is. Jammer, want hij loopt de hele "
        "dag met je mee.",
        "Most of us hear about the psoas only when something is amiss with it. A pity, for it "
        "walks along with you all day.",
    ),
    "hero": "psoas",
    "hero_alt": T(
        "Een getekende lijn als een ruggengraat, met twee gebogen banden die er links en "
        "rechts van naar beneden lopen.",
        "A drawn line like a spine, with two curved bands running down from it to the left and "
        "the right.",
    ),
    "category": "body",
    "topics": ["psoas", "nervous_system"],
    "date": "2026-09-14",
    "body": [
        (
            "text",
            {
                "heading": T("Een spier die je niet ziet", "A muscle you do not see"),
                "prose": prose(
                    T(
                        "Je biceps kun je aanspannen voor de spiegel. Je psoas niet. Hij ligt "
                        "achter de organen in je buik, tegen de voorkant van je ruggengraat, "
                        "zo ver naar binnen dat je hem met je eigen handen niet echt kunt "
                        "vinden. Toch is hij er bij elke stap.",
                        "You can flex your biceps in front of the mirror. Not your psoas. It "
                        "lies behind the organs of your belly, against the front of your "
                        "spine, so far in that your own hands cannot really find it. Even so, "
                        "it is there in every step.",
                    ),
                ),
            },
        ),
        (
            "text",
            {
                "heading": T("Van rib naar dijbeen", "From rib to thigh bone"),
                "prose": prose(
                    T(
                        "Eigenlijk zijn het er twee, een links en een rechts. Leg je handen "
                        "eens op je onderste ribben. Daar vlak onder, diep vanbinnen, beginnen "
                        "ze, dicht bij je middenrif.",
                        "There are in fact two, one on the left and one on the right. Lay your "
                        "hands on your lowest ribs for a moment. Just below them, deep inside, "
                        "is where they begin, close to your diaphragm.",
                    ),
                    T(
                        "Laat je aandacht nu zakken, langs je onderrug. Onderweg is de psoas "
                        "vastgehecht aan de voorkant van je lendenwervels. Alleen bij de "
                        "laatste overgang, tussen de vijfde lendenwervel en je heiligbeen, "
                        "doet hij niet mee. Hij gaat verder door de kom van je bekken, komt "
                        "bij je lies naar voren en eindigt hoog aan de binnenkant van je "
                        "dijbeen.",
                        "Now let your attention sink, along your lower back. On its way the "
                        "psoas is attached to the front of the lumbar vertebrae. Only at the "
                        "last junction, between the fifth lumbar vertebra and the sacrum, does "
                        "it play no part. It goes on through the bowl of your pelvis, comes "
                        "forward at the groin and ends high on the inner side of your thigh "
                        "bone.",
                    ),
                    T(
                        "Zo verbindt hij boven met onder. De meeste spieren horen bij een arm, "
                        "een been of een rug. Deze hoort bij het geheel.",
                        "In this way it joins above to below. Most muscles belong to an arm, a "
                        "leg or a back. This one belongs to the whole.",
                    ),
                ),
            },
        ),
        (
            "text",
            {
                "heading": T("Op een gewone dag", "On an ordinary day"),
                "prose": prose(
                    T(
                        "Je tilt je knie op voor een traptrede: daar is hij. Je bukt voor een "
                        "sok en komt weer overeind. Je draait je been naar buiten om uit de "
                        "auto te stappen, of je staat in de bus en vangt een bocht op. De "
                        "psoas werkt mee aan de stevigheid van je bekken en aan de "
                        "beweeglijkheid van je onderrug, aan je houding en je evenwicht.",
                        "You lift your knee to climb a stair: there it is. You bend down for a "
                        "sock and come up again. You turn your leg out to get out of the car, "
                        "or stand on the bus and ride out a bend. The psoas has a share in the "
                        "steadiness of your pelvis and the mobility of your lower back, in "
                        "your posture and your balance.",
                    ),
                    T(
                        "Dat doet hij zonder dat je het hoeft te vragen. Misschien is dat "
                        "waarom we hem zo makkelijk vergeten.",
                        "It does this without being asked. Perhaps that is why we forget it so "
                        "easily.",
                    ),
                ),
            },
        ),
        (
            "text",
            {
                "heading": T("Als je schrikt", "When you take fright"),
                "prose": prose(
                    T(
                        "Er is nog iets. Als je schrikt, krimp je vanzelf een beetje in "
                        "elkaar, en ook daar kan de psoas aan meedoen. Is de schrik voorbij, "
                        "dan mag hij weer los. Maar zolang je lichaam denkt dat er gevaar is, "
                        "kan hij gespannen blijven, ook als je er zelf allang niet meer aan "
                        "denkt.",
                        "There is something else. When you are startled you shrink a little by "
                        "yourself, and the psoas may take part in that too. When the fright is "
                        "over, it may let go again. But as long as your body believes there is "
                        "danger, it can remain tense, even when you yourself have long stopped "
                        "thinking about it.",
                    ),
                    T(
                        "Zulke spanning kan zich op onverwachte plaatsen laten merken: in een "
                        "rug die niet los wil, in een adem die hoog blijft, in een hoofd dat "
                        "doorgaat terwijl je wilt slapen. Het hoeft niet zo te zijn. Een zere "
                        "rug kan ook gewoon een zere rug zijn, en met een klacht die aanhoudt "
                        "ga je naar je arts.",
                        "Tension of that kind can make itself known in unexpected places: in a "
                        "back that will not loosen, in a breath that stays high, in a mind "
                        "that carries on when you want to sleep. It need not be so. A sore "
                        "back can simply be a sore back, and a complaint that persists is one "
                        "to take to your doctor.",
                    ),
                ),
            },
        ),
        (
            "text",
            {
                "heading": T("Even liggen", "Lying down for a moment"),
                "prose": prose(
                    T(
                        "Wil je hem leren kennen, ga dan op je rug liggen, met je knieën "
                        "gebogen en je voeten op de grond. Leg een hand op je onderbuik. Je "
                        "hoeft niets los te laten. Merk alleen op hoe je bekken rust, en of "
                        "dat links anders voelt dan rechts.",
                        "If you would like to get to know it, lie on your back with your knees "
                        "bent and your feet on the floor. Lay a hand on your lower belly. You "
                        "do not have to let go of anything. Just notice how your pelvis rests, "
                        "and whether the left feels different from the right.",
                    ),
                ),
            },
        ),
        (
            "captioned_image",
            {
                "image": {
                    "image": "breath",
                    "alt_text": T(
                        "Een tekening van trage golven onder elkaar, als een rustige ademhaling.",
                        "A drawing of slow waves, one below another, like quiet breathing.",
                    ),
                    "decorative": False,
                },
                "caption": T("Een paar ademhalingen zijn genoeg.", "A few breaths are enough."),
            },
        ),
        (
            "text",
            {
                "heading": "",
                "prose": prose(
                    T(
                        "Misschien voel je weinig. Dat geeft niet. Weten waar hij ligt, is al "
                        "een begin.",
                        "Perhaps you will feel very little. That is all right. Knowing where "
                        "it lies is a beginning.",
                    ),
                ),
            },
        ),
        (
            "related_treatments",
            {
                "heading": T("Verder de diepte in", "Further into the depth"),
                "treatments": ["psoas_release"],
            },
        ),
    ],
}
