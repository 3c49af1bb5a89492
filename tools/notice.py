#!/usr/bin/env python3
"""Rewrites the crates' part of NOTICE from what the binary links: `tools/notice.py`, after a change of Cargo.lock.

If a crate offers Apache-2.0 among others, we choose it: its text is LICENSE-APACHE, so only the crate's name is listed.
For all others, every copyright line and every licence text is included, equal texts once.
"""

import json
import pathlib
import re
import subprocess

TARGET = "x86_64-unknown-linux-gnu"
MARK = "Crates that the binary links"
RULE = "-" * 79
# C libraries inside crates whose own licence file covers the Rust part only.
INSIDE = {"libwebp-sys": ["vendor/COPYING", "vendor/PATENTS"]}
COPYRIGHT = re.compile(r"^\W*(?i:copyright\b.*(\(c\)|©|\b\d{4})|©|\(c\) \d{4})|^\W*Copyright [A-Z]")


def cargo(*words):
    return subprocess.run(["cargo", *words], check=True, capture_output=True, text=True).stdout


def linked():
    tree = cargo("tree", "--locked", "--workspace", "--exclude", "kinlight-fuzz", "-e", "normal", "--target", TARGET, "--prefix", "none", "-f", "{p}")
    names = {tuple(line.split()[:2]) for line in tree.splitlines() if line and "(proc-macro)" not in line}
    packages = json.loads(cargo("metadata", "--locked", "--format-version", "1"))["packages"]
    found = [p for p in packages if p["source"] and (p["name"], "v" + p["version"]) in names]
    return sorted(found, key=lambda p: (p["name"], p["version"]))


def offers_apache(package):
    licence = package["license"] or ""
    return "AND" not in licence and "Apache-2.0" in re.split(r" OR |\s*/\s*", licence)


def texts(package):
    folder = pathlib.Path(package["manifest_path"]).parent
    files = [f for f in sorted(folder.iterdir()) if re.match(r"(?i)(licen[cs]e|copying|copyright|notice)", f.name)]
    files = [f for f in files if f.is_file() and "apache" not in f.name.lower()]
    files += [folder / name for name in INSIDE.get(package["name"], [])]
    return [f.read_text(encoding="utf-8", errors="replace") for f in files]


def parted(text):
    """A licence text without its copyright lines, and these lines."""
    lines = [line.rstrip() for line in text.replace("\t", "    ").splitlines()]
    holders = [line.strip(" /*#") for line in lines if COPYRIGHT.match(line)]
    body = "\n".join(line for line in lines if not COPYRIGHT.match(line))
    return re.sub(r"\n{3,}", "\n\n", body).strip("\n"), holders


def written():
    apache, groups, bare = [], {}, []
    for package in linked():
        title = f"{package['name']} {package['version']}"
        if offers_apache(package):
            apache.append(title)
            continue
        found = texts(package)
        if not found:
            by = ", ".join(re.sub(r"\s*<.*?>", "", a) for a in package["authors"]) or "its authors"
            bare.append(f"{title} ({package['license']}), by {by}")
        for text in found:
            body, holders = parted(text)
            key = re.sub(r"\W+", " ", body).lower().strip()
            groups.setdefault(key, (body, []))[1].append((title, holders))
    yield f"{RULE}\n{MARK} on Linux. Written by tools/notice.py.\n"
    yield "Under Apache-2.0 (the text is in LICENSE-APACHE):\n"
    yield "\n".join(apache) + "\n"
    yield f"{RULE}\nWithout a licence file of their own:\n"
    yield "\n".join(bare) + "\n"
    for body, crates in sorted(groups.values(), key=lambda group: -len(group[1])):
        yield RULE
        for title, holders in crates:
            yield "\n    ".join([title, *dict.fromkeys(holders)])
        yield f"\n{body}\n"


def main():
    notice = pathlib.Path(__file__).resolve().parent.parent / "NOTICE"
    kept = notice.read_text(encoding="utf-8").split(f"{RULE}\n{MARK}")[0].rstrip()
    notice.write_text(kept + "\n\n" + "\n".join(written()), encoding="utf-8")


main()
