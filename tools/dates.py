#!/usr/bin/env python3
"""Writes locales/<lang>/dates.ftl from the npm package cldr-dates-full.

    tools/dates.py en ar fa-AF         (from the repository's root; needs npm)

Each month gets a complete text, so that no language is assembled from parts.
"""
import json
import pathlib
import re
import subprocess
import sys
import tarfile
import tempfile

PACKAGE = "cldr-dates-full"
VERSION = "48.2.0"
FIELDS = {"d": "{ $day }", "dd": "{ $day }", "y": "{ $year }", "yyyy": "{ $year }"}

# English has the day first too: most of its readers learnt it as a second language. In Ukrainian the short word for "year"
# would put a second full stop at the end of a sentence.
OTHERWISE = {"en": "d MMMM y", "uk": "d MMMM y 'року'"}


def main(languages):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", f"{PACKAGE}@{VERSION}", "--silent"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        (archive,) = pathlib.Path(folder).glob("*.tgz")
        with tarfile.open(archive) as package:
            for language in languages:
                write(language, package)


def write(language, package):
    member = package.extractfile(f"package/main/{language}/ca-gregorian.json")
    calendar = json.load(member)["main"][language]["dates"]["calendars"]["gregorian"]
    pattern = calendar["dateFormats"]["long"]
    pattern = OTHERWISE.get(language, pattern)
    names = calendar["months"]["format"]["wide"]
    lines = [
        f"# Made by tools/dates.py from {PACKAGE} {VERSION} (Unicode CLDR; licence Unicode-3.0, see NOTICE).",
        *(f"date-{month} = {said(pattern, names[str(month)])}" for month in range(1, 13)),
    ]
    path = pathlib.Path("locales", language, "dates.ftl")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{path}: {lines[1]}")


def said(pattern, name):
    """A pattern's letters stand for fields, except between apostrophes."""
    out = []
    for quoted, field, other in re.findall(r"'([^']*)'|([A-Za-z]+)|([^A-Za-z']+)", pattern):
        out.append(quoted or other or (name if field == "MMMM" else FIELDS[field]))
    return "".join(out)


if __name__ == "__main__":
    main(sys.argv[1:] or sys.exit(__doc__))
