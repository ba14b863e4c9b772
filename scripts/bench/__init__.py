"""The parts of `make bench`, one subject each."""
