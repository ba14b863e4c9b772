import pytest

from scripts.lighthouse import WANTED, Verdict, conclusion, table


def report(performance=1.0, seo=1.0):
    """What Lighthouse writes, as far as it is read: one audit in each category, with its score."""
    scores = dict.fromkeys(WANTED, 1.0) | {"performance": performance, "seo": seo}
    return {
        "categories": {
            name: {"score": score, "auditRefs": [{"id": f"{name}-audit", "weight": 1}]}
            for name, score in scores.items()
        },
        "audits": {
            f"{name}-audit": {"score": score, "title": f"Title of {name}", "displayValue": "3 s"}
            for name, score in scores.items()
        },
    }


def verdict(*performances, seo=1.0):
    found = Verdict("home-nl")
    for performance in performances:
        found.add(report(performance, seo))
    return found


@pytest.mark.parametrize(
    ("performances", "settled"),
    [
        ((0.99,), False),
        ((0.99, 0.98), True),
        ((0.97, 0.96), True),
        ((0.97, 0.99), False),
        ((0.97, 0.99, 0.98), True),
    ],
)
def test_runs_end_when_another_could_not_change_the_outcome(performances, settled):
    assert verdict(*performances).is_settled is settled


@pytest.mark.parametrize(
    ("performances", "good"),
    [((0.5, 0.99, 0.98), True), ((0.97, 0.99, 0.5), False), ((0.98, 0.98), True)],
)
def test_one_slow_run_of_three_is_forgiven(performances, good):
    assert (conclusion([verdict(*performances)]) == "") is good


def test_other_categories_need_everything():
    wrong = conclusion([verdict(1, 1, seo=0.99)])
    assert "home-nl: seo 99 (needs 100)" in wrong
    assert "performance" not in wrong


def test_failed_audits_are_named_with_what_was_measured():
    assert "seo: Title of seo (3 s)" in conclusion([verdict(1, 1, seo=0.5)])


def test_table_marks_what_is_too_low():
    head, row = table([verdict(0.9, 0.9)]).splitlines()
    assert head.split() == list(WANTED)
    assert row.split() == ["home-nl", "90!", "100", "100", "100"]
