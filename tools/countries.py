#!/usr/bin/env python3
"""Writes locales/<lang>/countries.ftl from the npm package cldr-localenames-full.

    tools/countries.py en ar fa        (from the repository's root; needs npm)

The codes come from src/countries.rs, so that both always list the same countries.
"""
import json
import pathlib
import re
import subprocess
import sys
import tarfile
import tempfile

PACKAGE = "cldr-localenames-full"
VERSION = "48.2.0"
TABLE = pathlib.Path("src/countries.rs")


def main(languages):
    table = TABLE.read_text(encoding="utf-8").split("const COUNTRIES", 1)[1].split("];", 1)[0]
    codes = sorted(re.findall(r"\b[A-Z]{2}\b", table))
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", f"{PACKAGE}@{VERSION}", "--silent"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        (archive,) = pathlib.Path(folder).glob("*.tgz")
        with tarfile.open(archive) as package:
            for language in languages:
                write(language, codes, package)


def write(language, codes, package):
    member = package.extractfile(f"package/main/{language}/territories.json")
    names = json.load(member)["main"][language]["localeDisplayNames"]["territories"]
    missing = [code for code in codes if code not in names]
    if missing:
        sys.exit(f"{language}: no name for {' '.join(missing)}")
    lines = [
        f"# Made by tools/countries.py from {PACKAGE} {VERSION} (Unicode CLDR; licence Unicode-3.0, see NOTICE).",
        *(f"country-{code} = {names[code]}" for code in codes),
    ]
    path = pathlib.Path("locales", language, "countries.ftl")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{path}: {len(codes)} countries")


if __name__ == "__main__":
    main(sys.argv[1:] or sys.exit(__doc__))
