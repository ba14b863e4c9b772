from bench.machine import processors, total_memory

CPUINFO = """processor\t: 0
model name\t: Some CPU @ 2.50GHz

processor\t: 1
model name\t: Some CPU @ 2.50GHz
"""


def test_processors_are_counted_and_named_once():
    assert processors(CPUINFO) == (2, "Some CPU @ 2.50GHz")


def test_processors_without_a_name_are_named_by_their_kind():
    count, name = processors("processor\t: 0\n")
    assert count == 1
    assert name


def test_memory_is_told_in_gigabytes():
    assert total_memory("MemTotal:    2000000 kB\nMemFree:  1 kB\n") == 2.048
