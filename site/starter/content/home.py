"""The home page: what this is, and for whom."""

from .texts import Page, T, prose

PAGE: Page = {
    "title": T("Zacht lichaamswerk, tot bij de psoas", "Gentle body work, as deep as the psoas"),
    "slug": T("home", "home"),
    "seo_title": T(
        "Psoas-release: zacht en diep lichaamswerk", "Psoas release: gentle, deep body work"
    ),
    "search_description": T(
        "Een zachte massage van de psoas, de spier diep in je buik die soms jaren iets "
        "vasthoudt. Ook als je niet weet wat er is, ben je welkom.",
        "A gentle massage of the psoas, the muscle deep in your belly that can hold on for "
        "years. You are welcome even if you have no name for it.",
    ),
    "strapline": T("Voor wat zich niet laat wegrekken.", "For what stretching cannot reach."),
    "introduction": T(
        "Diep in je buik, aan de voorkant van je ruggengraat, ligt een spier die soms meer "
        "vasthoudt dan je merkt. Ik werk zacht en met aandacht, tot daar. Je hoeft niet te "
        "weten wat er is om te mogen komen.",
        "Deep in your belly, at the front of your spine, lies a muscle that sometimes holds "
        "more than you notice. I work gently and attentively, all the way down to it. You do "
        "not need to know what is the matter before you come.",
    ),
    "hero": "home",
    "hero_alt": T(
        "Eén getekende lijn, als een heuvelrug of een rustend lichaam, boven vlakken in warme "
        "zand- en kleitinten.",
        "A single drawn line, like a range of hills or a body at rest, over bands of warm sand "
        "and clay.",
    ),
    "body": [
        (
            "text",
            {
                "heading": T("Wat ik doe", "What I do"),
                "prose": prose(
                    T(
                        "Ik geef lichaamswerk. De psoas-release is daarvan de diepste vorm: "
                        "een massage die zacht begint, zacht blijft en toch ver naar binnen "
                        "reikt.",
                        "I do body work. The psoas release is its deepest form: a massage that "
                        "begins softly, stays soft and still reaches a long way in.",
                    ),
                    T(
                        "De psoas loopt van je middenrif langs je onderrug en door je bekken "
                        "naar je dijbeen. Hij geeft je houding steun en tilt je been op. Maar "
                        "hij kan zich ook spannen als er gevaar is, of als iets in je gelooft "
                        "dat het er is. Soms laat hij daarna niet meer los.",
                        "The psoas runs from your diaphragm, along your lower back and through "
                        "your pelvis, to your thigh bone. It supports your posture and lifts "
                        "your leg. But it can also tighten when there is danger, or when "
                        "something in you believes there is. Sometimes it does not let go "
                        "again afterwards.",
                    ),
                    T(
                        "Tijdens een behandeling krijgt die spier aandacht, en jij net zo "
                        "goed. Ik luister met mijn handen. Haast is er niet.",
                        "During a treatment that muscle is given attention, and so are you. I "
                        "listen with my hands. There is no hurry.",
                    ),
                ),
            },
        ),
        (
            "text",
            {
                "heading": T("Voor wie", "Who it is for"),
                "prose": prose(
                    T(
                        "Misschien merk je het in je lijf: een rug die maar blijft zeuren, een "
                        "bekken dat niet stevig voelt, een adem die hoog blijft zitten. "
                        "Misschien merk je het ergens anders. Je piekert en slaapt slecht. Of "
                        "je voelt juist weinig, en vraagt je af waar alles gebleven is.",
                        "Perhaps you notice it in your body: a back that goes on aching, a "
                        "pelvis that does not feel steady, a breath that stays high in your "
                        "chest. Perhaps you notice it elsewhere. You worry, and sleep badly. "
                        "Or you feel very little, and wonder where it has all gone.",
                    ),
                    T(
                        "Misschien is er iets gebeurd. Of je weet alleen dat er iets vastzit, "
                        "zonder dat je er een woord voor hebt. Ook dan ben je welkom.",
                        "Perhaps something happened. Or you know only that something is stuck, "
                        "and have no word for it. You are welcome then, too.",
                    ),
                    T(
                        "Je hoeft niets te kunnen en niets uit te leggen. Gespannen "
                        "binnenkomen mag.",
                        "There is nothing you need to be good at, and nothing you have to "
                        "explain. You may arrive tense.",
                    ),
                ),
            },
        ),
        (
            "quote",
            {
                "quote": T(
                    "Aan jou valt niets te repareren. Er valt iemand te ontmoeten.",
                    "There is nothing in you to repair. There is someone to meet.",
                ),
                "attribution": "",
            },
        ),
        (
            "text",
            {
                "heading": T("Wat ik je kan geven", "What I can offer you"),
                "prose": prose(
                    T(
                        "Beloven kan ik niets. Een lichaam laat los op zijn eigen moment, en "
                        "soms is dat moment nog niet gekomen. Wat ik je wel kan geven, is "
                        "tijd, een zachte hand en iemand die erbij blijft.",
                        "I can promise nothing. A body lets go in its own time, and sometimes "
                        "that time has not come yet. What I can give you is time, a soft hand "
                        "and someone who stays.",
                    ),
                    T(
                        "Het kan zijn dat je adem zakt en je buik zachter wordt. Het kan ook "
                        "zijn dat je pas later iets merkt, of iets heel anders dan je had "
                        "gedacht. Daar is allemaal plaats voor.",
                        "Your breath may sink and your belly soften. Or you may notice "
                        "something only later, or something quite different from what you had "
                        "in mind. There is room for all of that.",
                    ),
                ),
            },
        ),
    ],
}
