"""Pillow-SIMD: draft() decodes at half size or less, then each width is made from the next larger one."""
import pathlib
import sys
import time

from PIL import Image, ImageOps

_, what, out, *files = sys.argv[1:]
QUALITY = {1280: 80, 640: 80, 320: 75, 160: 75}


def work(file):
    picture, name = Image.open(file), pathlib.Path(file).stem
    is_lying = picture.getexif().get(0x0112, 1) >= 5
    across, down = picture.size[::-1] if is_lying else picture.size
    size = (1280, round(1280 * down / across))
    stored_size = size[::-1] if is_lying else size
    picture.draft("RGB", stored_size)
    last = None
    for width in QUALITY:
        if last is None:
            last = ImageOps.exif_transpose(picture.resize(stored_size, Image.LANCZOS))
        else:
            last = last.resize((width, round(width * last.height / last.width)), Image.LANCZOS)
        last.info.clear()
        last.save(f"{out}/{name}-{width}.jpg", quality=QUALITY[width])
        if what == "both":
            last.save(f"{out}/{name}-{width}.webp", quality=75, method=4)


for _ in sys.stdin:
    before = time.process_time()
    for file in files:
        work(file)
    print(f"{time.process_time() - before:.6f}", flush=True)
