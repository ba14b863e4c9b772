import subprocess
import sys

import pytest

from tests.scripts.served_site import PROJECT_DIR, plain_environment

PRINT_ADDRESS = """
from site_environment import start_django
start_django()
from django.conf import settings
print(settings.SITE_URL)
"""


@pytest.mark.parametrize(
    ("variables", "address"),
    [
        ({"SITE_URL": ""}, "http://127.0.0.1:8123"),
        ({"SITE_URL": "https://www.example.nl"}, "https://www.example.nl"),
    ],
)
def test_site_is_at_its_port_unless_an_address_is_set(tmp_path, variables, address):
    result = subprocess.run(
        [sys.executable, "-c", PRINT_ADDRESS],
        env=plain_environment(
            DATA_DIR=str(tmp_path),
            PORT="8123",
            PYTHONPATH=str(PROJECT_DIR / "scripts"),
            **variables,
        ),
        capture_output=True,
        text=True,
        check=True,
    )
    assert result.stdout.strip() == address
