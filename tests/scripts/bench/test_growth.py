from bench.growth import Growth, verdicts


def growth(medians, queries=(5, 5)):
    return Growth("post", 1.3, "/post/", (10, 1000), medians, queries)


def test_growth_is_judged_from_the_fewest_posts_to_the_most():
    slower, more = verdicts([growth((10.0, 13.1))])
    assert not slower.is_met
    assert more.is_met


def test_more_queries_are_not_met_however_quick():
    quick, more = verdicts([growth((10.0, 10.0), queries=(5, 6))])
    assert quick.is_met
    assert not more.is_met
