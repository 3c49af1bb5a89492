"""Makes four photos of 11.8 megapixels, in 5:4 so that every width has a whole height, and each one's four widths without compression, for comparison with the programs' files."""
import pathlib
import sys

from PIL import Image, ImageOps

folder, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
out.mkdir(exist_ok=True)
for name in sys.argv[3:]:
    if (out / f"{name}-160.png").exists():
        continue
    photo = Image.open(folder / f"{name}.jpg")
    size = (3840, 3072) if photo.width > photo.height else (3072, 3840)
    tags = Image.Exif()
    tags[0x0112] = photo.getexif().get(0x0112, 1)
    big = ImageOps.fit(photo.convert("RGB"), size, Image.LANCZOS)
    big.save(out / f"{name}.jpg", quality=92, exif=tags)
    upright = ImageOps.exif_transpose(Image.open(out / f"{name}.jpg"))
    for width in (1280, 640, 320, 160):
        height = round(upright.height * width / upright.width)
        upright.resize((width, height), Image.LANCZOS).save(out / f"{name}-{width}.png", compress_level=1)
