"""Facts that both languages have to state."""

import pytest

from translations.checks.parity import facts, facts_changed, mismatches

SAME = [
    ("Het kost € 100.", "It costs €100."),
    ("Het kost € 100.", "It costs 100 euros."),
    ("€ 1.250,50", "€1,250.50"),
    ("€ 100,-", "€100"),
    ("1,5 tot 2 uur", "1.5 to 2 hours"),
    ("anderhalf tot twee uur", "one and a half to two hours"),
    ("anderhalf uur", "an hour and a half"),
    ("van 9.00 tot 17.00 uur", "from 9 am to 5 pm"),
    ("om 20.00 uur", "at 8 pm"),
    ("om 20:30", "at 8:30 p.m."),
    ("om 8 uur ’s avonds", "at 8 pm"),
    ("om 8 uur", "at 8 am"),
    ("op 12 maart 2026", "on March 12, 2026"),
    ("op 12 maart 2026", "on 12 March 2026"),
    ("12-03-2026", "12 March 2026"),
    ("op 3 mei", "on 3 May"),
    ("in het midden van mei 2026", "in the middle of May 2026"),
    ("elke maandagavond", "every Monday evening"),
    ("op dinsdagen", "on Tuesdays"),
    ("Bel 06 12 34 56 78.", "Call +31 6 12345678."),
    ("Mail Post@Praktijk.example", "Write to post@praktijk.example"),
    ("wervels L5-S1", "vertebrae L5-S1"),
    ("vijfentwintig jaar", "twenty-five years"),
    ("drieëndertig", "thirty-three"),
    ("ongeveer 10%", "about 10 percent"),
    ('Lees <a id="a1">dit</a> op 1&nbsp;juni', 'Read <a id="a1">this</a> on 1 June'),
    ("Een vrouw, één lichaam", "One woman, one body"),
    ("Je mag blijven", "You may stay. May it help."),
    ("zie www.praktijk.example.", "see www.praktijk.example"),
]
DIFFERENT = [
    ("€ 110", "€100"),
    ("twee uur", "three hours"),
    ("om 20.00 uur", "at 7 pm"),
    ("12 maart", "12 April"),
    ("op maandag", "on Tuesday"),
    ("06 12345678", "06 12345679"),
    ("a@praktijk.example", "b@praktijk.example"),
    ('<a id="a1">hier</a>', "here"),
    ("1,5 uur", "15 hours"),
    ("100", "1000"),
    ("twee van de drie", "two"),
]


@pytest.mark.parametrize(("dutch", "english"), SAME)
def test_the_same_facts_in_the_manner_of_each_language_agree(dutch, english):
    assert mismatches(dutch, english) == []


@pytest.mark.parametrize(("dutch", "english"), DIFFERENT)
def test_another_fact_is_pointed_out(dutch, english):
    assert mismatches(dutch, english)


def test_a_mismatch_names_both_sides():
    missing, extra = mismatches("Het kost € 110.", "It costs €100.")
    assert "€ 110" in missing
    assert "€ 100" in extra


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("Je ademt mee", "Je ademt mee.", False),
        ("Het duurt 2 uur", "Het duurt zo'n 2 uur", False),
        ("Het duurt 2 uur", "Het duurt 3 uur", True),
        ("Het duurt twee uur", "Het duurt drie uur", True),
        ("Op maandag", "Op dinsdag", True),
        ("In maart", "In april", True),
        ("Voor € 100", "Voor 100 euro", False),
        ("Kom langs", "Kom 2 keer langs", True),
        ('Lees <a id="a1">dit</a>', "Lees dit", False),
        ("twee of drie keer", "drie of twee keer", False),
    ],
)
def test_a_figure_or_date_that_changed_is_seen(old, new, changed):
    assert facts_changed(old, new) is changed


def test_facts_are_written_the_same_in_both_languages():
    assert facts("€ 1.250,50 op 1 mei", "nl") == facts("€1,250.50 on 1 May", "en")
