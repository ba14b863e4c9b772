"""What holds for every process that serves the site."""

import subprocess
import sys

from tests.scripts.served_site import PROJECT_DIR

MOST = 40  # MiB; without what is tested, a hundred more
MAKE_PICTURES = """
import io, sys, threading
from PIL import Image
from application_server import give_memory_of_pictures_back

def resident():
    with open("/proc/self/statm") as facts:
        return int(facts.read().split()[1]) * 4096 // 2**20

def make():
    for width in (1200, 600):
        picture = Image.open(io.BytesIO(photograph)).resize((width, width * 3 // 4))
        for form in ("AVIF", "WEBP", "JPEG"):
            picture.save(io.BytesIO(), form)

give_memory_of_pictures_back()
buffer = io.BytesIO()
Image.effect_noise((3000, 2250), 60).convert("RGB").save(buffer, "JPEG")
photograph = buffer.getvalue()
before = resident()
threads = [threading.Thread(target=make) for _ in range(2)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(resident() - before)
"""


def test_the_memory_of_pictures_is_given_back():
    said = subprocess.run(
        [sys.executable, "-c", MAKE_PICTURES],
        cwd=PROJECT_DIR / "scripts",
        capture_output=True,
        text=True,
        check=True,
    )
    assert int(said.stdout) < MOST
