from bench import rows
from bench.rounds import Measured
from bench.table import markdown, speed_table


def test_columns_are_as_wide_as_their_widest_and_figures_stand_to_the_right():
    assert markdown(("", "ms"), [("page", "1.5"), ("API", "1,020")]).splitlines() == [
        "|      |    ms |",
        "| ---- | ----: |",
        "| page |   1.5 |",
        "| API  | 1,020 |",
    ]


def test_speed_is_shown_as_a_share_of_a_file_that_was_asked_for_in_the_same_way():
    def at(requests_a_second):
        return [Measured(requests_a_second, 1, 1, 1, 1, 1)]

    figures = {
        (rows.STATIC, rows.PLAIN): at(1000),
        (rows.STATIC, rows.COMPRESSED): at(2000),
        (rows.NGINX, rows.PLAIN): at(500),
        (rows.NGINX, rows.COMPRESSED): at(500),
    }
    lines = [line.split("|") for line in speed_table(figures).splitlines()[2:]]
    assert [line[4].strip() for line in lines] == ["1.000", "1.000", "0.500", "0.250"]
