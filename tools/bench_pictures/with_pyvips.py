"""libvips through pyvips, VIPS_CONCURRENCY=1: each width by its own thumbnail (shrink-on-load), or in a cascade."""
import pathlib
import sys
import time

import pyvips

pyvips.cache_set_max(0)
way, what, out, *files = sys.argv[1:]
QUALITY = {1280: 80, 640: 80, 320: 75, 160: 75}


def save(picture, name, width):
    if what == "both":
        picture = picture.copy_memory()
        picture.webpsave(f"{out}/{name}-{width}.webp", Q=75, keep="none")
    picture.jpegsave(f"{out}/{name}-{width}.jpg", Q=QUALITY[width], optimize_coding=True, keep="none")


def work(file):
    data, name = pathlib.Path(file).read_bytes(), pathlib.Path(file).stem
    last = None
    for width in QUALITY:
        if way == "width" or last is None:
            last = pyvips.Image.thumbnail_buffer(data, width, height=10_000)
        else:
            last = last.thumbnail_image(width, height=10_000)
        if way == "cascade":
            last = last.copy_memory()
        save(last, name, width)


for _ in sys.stdin:
    before = time.process_time()
    for file in files:
        work(file)
    print(f"{time.process_time() - before:.6f}", flush=True)
