"""The psoas release: the questions people may have before they come."""

from .texts import Block, T, prose

QUESTIONS: Block = (
    "questions",
    {
        "heading": T("Vragen die je misschien hebt", "Questions you may have"),
        "questions": [
            {
                "question": T("Doet het pijn?", "Does it hurt?"),
                "answer": prose(
                    T(
                        "Ik werk zacht. Wel kom ik op een plek die niet gewend is aangeraakt "
                        "te worden, en dat kan gevoelig zijn. Jij bepaalt het tempo. Eén woord "
                        "of een beweging van je hand is genoeg: dan wacht ik, of ik stop.",
                        "I work softly. But I do come to a place that is not used to being "
                        "touched, and that can be tender. You set the pace. One word, or a "
                        "movement of your hand, is enough: I wait, or I stop.",
                    ),
                ),
            },
            {
                "question": T(
                    "Moet ik vertellen wat er gebeurd is?", "Do I have to tell you what happened?"
                ),
                "answer": prose(
                    T(
                        "Nee. Vertellen mag en zwijgen ook. Een lichaam heeft vaak geen "
                        "verhaal nodig om te beginnen.",
                        "No. You may tell me, and you may say nothing. A body often needs no "
                        "story in order to begin.",
                    ),
                ),
            },
            {
                "question": T(
                    "En als ik moet huilen, of juist niets voel?",
                    "What if I cry, or feel nothing at all?",
                ),
                "answer": prose(
                    T(
                        "Het kan allebei, en het een is niet beter dan het ander. Je hoeft je "
                        "er niet voor te verontschuldigen. Niets voelen is ook iets wat je "
                        "lichaam doet, en daar blijf ik net zo goed bij.",
                        "Either may happen, and one is no better than the other. There is "
                        "nothing to apologise for. Feeling nothing is also something your body "
                        "does, and I stay with that just as well.",
                    ),
                ),
            },
            {
                "question": T(
                    "Merk ik er meteen iets van?", "Will I notice something straight away?"
                ),
                "answer": prose(
                    T(
                        "Dat weet ik van tevoren niet. Misschien voel je je lichter, misschien "
                        "moe. Het kan zijn dat er pas later iets verschuift, en het kan zijn "
                        "dat je weinig merkt. Plan na afloop liever niets, als dat lukt.",
                        "I cannot know beforehand. You may feel lighter, or tired. Something "
                        "may shift only later, and it may be that you notice very little. If "
                        "you can, keep the rest of the day free.",
                    ),
                ),
            },
            {
                "question": T("Hoe vaak zou ik moeten komen?", "How often should I come?"),
                "answer": prose(
                    T(
                        "Begin gerust met één keer. Daarna voel je zelf of je terug wilt "
                        "komen. Aandringen doe ik niet.",
                        "By all means come just once to begin with. After that you will sense "
                        "for yourself whether you want to come back. I will not press you.",
                    ),
                ),
            },
            {
                "question": T(
                    "Ik ben zwanger, pas geopereerd of onder behandeling. Kan ik komen?",
                    "I am pregnant, have just had surgery or am under medical treatment. Can I "
                    "come?",
                ),
                "answer": prose(
                    T(
                        "Overleg eerst met je arts, verloskundige of therapeut, en zeg het me "
                        "voordat we iets afspreken. Eén zin is genoeg; de rest vertel je me "
                        "liever als we elkaar spreken dan in een bericht. Is het beter om te "
                        "wachten, dan wachten we.",
                        "Please talk to your doctor, midwife or therapist first, and let me "
                        "know before we arrange anything. One sentence is enough; the rest is "
                        "better told when we speak than in a message. If it is wiser to wait, "
                        "we wait.",
                    ),
                ),
            },
        ],
    },
)
