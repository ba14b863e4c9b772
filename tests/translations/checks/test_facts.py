"""Facts are read the same way in both languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translations.checks.facts import facts
from translations.checks.parity import facts_changed, mismatches

SAME = [
    ("om half acht", "at 7.30 pm"),
    ("om half acht", "at half past seven"),
    ("kwart over 9", "quarter past nine"),
    ("’s avonds om 8 uur", "at 8 pm"),
    ("van 9.00-17.30 uur", "9 am – 5.30 pm"),
    ("9.00-17.00 uur", "from 9:00 to 17:00"),
    ("om 20u30", "at 8:30 pm"),
    ("tweehonderd euro", "€ 200"),
    ("60 tot 90 euro", "€60 to €90"),
    ("10 tot 12 maart", "March 10 to 12"),
    ("de 3e keer", "the third time"),
    ("de 2de afspraak", "the 2nd appointment"),
    ("1 uur", "an hour"),
    ("een uur", "1 hour"),
    ("tweemaal per week", "twice a week"),
    ("een half uur", "30 minutes"),
    ("een half uur", "half an hour"),
    ("anderhalf uur", "90 minutes"),
    ("een kwartier", "a quarter of an hour"),
    ("drie kwartier", "45 minutes"),
    ("2½ uur", "two and a half hours"),
    ("tweeënhalf uur", "2.5 hours"),
    ("de twee spieren", "both muscles"),
    ("een 1:1-traject", "a one-to-one course"),
    ("06 - 12 34 56 78", "+31 6 12345678"),
    ("0031 (0)6 1234 5678", "06-12345678"),
    ("€&nbsp;100", "€100"),
    ("<b>€ 100</b><br>per keer", "<b>€100</b><br>each"),
    ("€ 12,50", "€12.50"),
    ("25% korting", "25 per cent off"),
    ("1.250 mensen", "1,250 people"),
    ("in mei", "May is the month"),
    ("24/7", "24/7"),
    ("1234 AB Utrecht", "1234 AB Utrecht"),
    ("op 1 januari", "on the 1st of January"),
    ("12 mrt 2026", "12 Mar 2026"),
    ("neem je lijf in acht", "mind your body"),
    ("de eerste keer", "the first time"),
    ("honderdtwintig", "one hundred and twenty"),
    ("met z’n tweeën", "the two of us"),
]
DIFFERENT = [
    ("om 8.00 uur", "at 8 pm"),
    ("half acht", "at 8.30 pm"),
    ("€ 100", "100%"),
    ("60 tot 90 euro", "€60 to €95"),
    ("vanaf 9.00 uur", "from 9.30 am"),
    ("L5-S1", "L4-S1"),
    ("3 keer", "a few times"),
    ("in mei", "in June"),
    ("12 maart 2026", "12 March 2027"),
    ("1.250", "1.250"),
    ("10%", "15%"),
    ("anderhalf uur", "an hour"),
    ("tweehonderd", "three hundred"),
    ('<a id="a1">een</a> <a id="a2">b</a>', '<a id="a1">one</a> b'),
    ("2 weken", "14 weeks"),
]


@pytest.mark.parametrize(("dutch", "english"), SAME)
def test_the_same_fact_worded_otherwise_is_no_mismatch(dutch, english):
    assert mismatches(dutch, english) == []


@pytest.mark.parametrize(("dutch", "english"), DIFFERENT)
def test_another_fact_is_a_mismatch(dutch, english):
    assert mismatches(dutch, english)


@pytest.mark.parametrize(
    ("text", "language", "fact"),
    [
        ("€ 1.250,50", "nl", ("price", "1250.5")),
        ("8 pm", "en", ("time", "20:00")),
        ("12 maart", "nl", ("date", "03-12")),
        ("op zaterdag", "nl", ("weekday", "6")),
        ("+31 6 12345678", "en", ("phone", "0612345678")),
        ("15 procent", "nl", ("percentage", "15")),
    ],
)
def test_a_fact_has_a_kind_and_a_neutral_value(text, language, fact):
    assert facts(text, language)[fact] == 1


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("Het duurt 1 uur", "Het duurt een uur", False),
        ("Het duurt een uur", "Het duurt anderhalf uur", True),
        ("Bel 06 12345678", "Bel 06-12 34 56 78", False),
        ("Bel 06 12345678", "Bel 06 12345679", True),
        ("Mail a@praktijk.example", "Mail b@praktijk.example", True),
        ("Om 9.00 uur", "Om 9:00 uur", False),
        ("Om 9.00 uur", "Om 9.30 uur", True),
        ("60 en 60", "60", True),
        ("van 1 tot 2 uur", "van 2 tot 1 uur", False),
    ],
)
def test_a_stale_fact_is_known_from_another_wording(old, new, changed):
    assert facts_changed(old, new) is changed


AMOUNTS = st.integers(2, 9999)


@given(AMOUNTS)
def test_every_amount_agrees_with_itself_in_the_other_language(amount):
    dutch = f"Het kost € {amount:,}".replace(",", ".") + " per keer."
    assert mismatches(dutch, f"It costs €{amount:,} each time.") == []


@given(AMOUNTS, AMOUNTS)
def test_two_different_amounts_never_agree(amount, other):
    if amount != other:
        assert len(mismatches(f"Het kost € {amount}.", f"It costs €{other}.")) == 2


@given(st.integers(0, 23), st.integers(0, 59))
def test_every_time_agrees_with_itself_in_the_other_language(hour, minutes):
    english = f"at {hour % 12 or 12}:{minutes:02} {'pm' if hour >= 12 else 'am'}"
    assert mismatches(f"om {hour}.{minutes:02} uur", english) == []


@given(st.text(max_size=120), st.sampled_from(["nl", "en"]))
def test_any_text_can_be_read(text, language):
    facts(text, language)
    assert not facts_changed(text, text)
