from typing import Any

import pytest

from tests.api.writing.writer import Writer


@pytest.fixture
def writer(practitioner: Any) -> Writer:
    return Writer(practitioner)
