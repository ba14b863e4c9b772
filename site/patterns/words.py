"""What the pattern page says in place of her words, by language: it tests widths and heights, not content."""

# Each stands first in a text of its own, so that no two headings on the page are the same.
SHORT = {
    "nl": (
        "Adem Rust Huid Hart Buik Voet Hand Rug Hals Knie Heup Bot Pees Spier Zenuw Slaap Kracht Ruimte Grond Warmte "
        "Stilte Licht Water Diepte Golf Spoor Tijd Oor Oog Stem Kin Borst Rib Pols Duim Teen Enkel Nek Kaak Wang Haar "
        "Tong Lip Neus Elleboog Schouder Dij Kuit Hiel Navel"
    ),
    "en": (
        "Breath Rest Skin Heart Belly Foot Hand Back Throat Knee Hip Bone Tendon Muscle Nerve Sleep Strength Room "
        "Ground Warmth Silence Light Water Depth Wave Trace Time Ear Eye Voice Chin Chest Rib Wrist Thumb Toe Ankle "
        "Neck Jaw Cheek Hair Tongue Lip Nose Elbow Shoulder Thigh Calf Heel Navel"
    ),
}
SENTENCES = {
    "nl": (
        "wordt stil wanneer je blijft liggen.",
        "komt terug, en niemand hoeft daar iets voor te doen.",
        "heeft de tijd; wat vandaag niet komt, mag later komen.",
    ),
    "en": (
        "grows quiet when you stay lying down.",
        "comes back, and nobody has to do a thing for it.",
        "takes its time; what does not come today may come later.",
    ),
}
# Words as long as the language makes them (Dutch joins them without a hyphen) among those of every day.
LONG = {
    "nl": (
        "zenuwstelselregulatietechnieken in je rug en de bekkenbodemspierontspanning die je zelf kunt doen met een "
        "ademhalingsoefeningenreeks voor wie last heeft van tussenwervelschijfaandoeningen of van de "
        "vermoeidheidsverschijnselen na een arbeidsongeschiktheidsverzekeringen en dan weer "
        "lichaamsbewustzijnsontwikkeling"
    ),
    "en": (
        "psychoneuroimmunological in your back and the counterproductiveness that you can feel in a "
        "musculoskeletal interconnectedness for whoever has electroencephalographic misinterpretations or the "
        "incomprehensibilities of a neurophysiological self-understanding and then again "
        "otorhinolaryngological"
    ),
}
