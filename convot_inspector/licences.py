"""The licences of the program and its components, for display.

A package contains them in a file that the build writes, as it does not contain the components' metadata. From source
they are read from the installed distributions.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Final

from convot_inspector.paths import RESOURCES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FILE_NAME: Final = "licences.json"

NOTICE: Final = """\
Convot Inspector is free software under the MIT licence.

It uses Qt and Qt for Python (PySide6, Shiboken), copyright The Qt Company Ltd and other contributors, under the GNU \
Lesser General Public License, version 3. You may exchange them for versions of your own: in the folder that the \
program was installed to they are separate files, under _internal/PySide6 and _internal/shiboken6 (on macOS under \
Contents/Frameworks); put yours of the same version series in their place, and remove shiboken6/files.dir, which was \
made from the old one; in it, signature/loader.pyc is not Qt's but this program's own, which loads less. The \
single-file program holds the same files packed; to exchange them take the folder. You can also run the program from \
its source with whichever PySide6 you install. Taking the program apart to find faults in such a change is allowed. \
The source of Qt and of Qt for Python is at https://download.qt.io.

Below are the parts of this program, each with its licence."""

DIRECT: Final = ("keyring", "platformdirs", "PySide6-Essentials", "tree-sitter", "tree-sitter-javascript")
"""The dependencies in pyproject.toml; all others are their dependencies."""

_LGPL_PARTS: Final = ("pyside6-essentials", "shiboken6")  # their wheels contain no licence text
_LGPL_TEXTS: Final = ("LGPL-3.0.txt", "GPL-3.0.txt")  # the first refers to the second
_LICENCE_FILE: Final = re.compile(r"licen[cs]e|copying|notice", re.IGNORECASE)


@dataclass(frozen=True)
class Part:
    """A component and its licence. ``purl``: package URL, as used in SBOMs."""

    name: str
    version: str
    licence: str
    text: str
    purl: str


def parts() -> tuple[Part, ...]:
    """Return all components, this program first."""
    file = RESOURCES / FILE_NAME
    return read(file) if file.is_file() else installed()


def read(file: Path) -> tuple[Part, ...]:
    """Read a file that `write` made."""
    return tuple(Part(**part) for part in json.loads(file.read_text(encoding="utf-8"))["parts"])


def installed() -> tuple[Part, ...]:
    """Return this program and its Python dependencies as installed here."""
    from importlib.metadata import PackageNotFoundError, distribution

    found: dict[str, Part] = {}
    waiting = list(DIRECT)
    seen: set[str] = set()
    while waiting:
        name = re.sub(r"[-_.]+", "-", waiting.pop()).lower()
        if name in seen:
            continue
        seen.add(name)
        try:
            package = distribution(name)
        except PackageNotFoundError:  # needed on another system or an older Python only
            continue
        needed = [requirement for requirement in package.requires or () if "extra ==" not in requirement]
        waiting += [re.split(r"[^\w.-]", requirement)[0] for requirement in needed]
        texts = [
            file.read_text(encoding="utf-8")
            for file in package.files or ()
            if ".dist-info" in str(file) and _LICENCE_FILE.search(file.name)
        ]
        if name in _LGPL_PARTS:
            texts = [(RESOURCES / "licences" / text).read_text(encoding="utf-8") for text in _LGPL_TEXTS]
        about = package.metadata
        # about["License"] raises KeyError if importlib_metadata, which keyring imports, has replaced Python's own.
        terms = about.get_all("License-Expression") or about.get_all("License") or ()
        words = next(iter(terms), "") or _classified(about.get_all("Classifier"))
        purl = f"pkg:pypi/{name}@{package.version}"
        found[name] = Part(about["Name"], package.version, words.splitlines()[0], "\n\n".join(texts), purl)
    return (_own(), *(found[name] for name in sorted(found)))


def write(file: Path, all_parts: Iterable[Part]) -> None:
    """Write the file for a package."""
    content = {"notice": NOTICE, "parts": [asdict(part) for part in all_parts]}
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")


def as_text(all_parts: Iterable[Part]) -> str:
    """Return the notice and all licences as plain text."""
    sections = [NOTICE]
    for part in all_parts:
        heading = f"{part.name} {part.version}".strip()
        sections.append(f"{'=' * 78}\n{heading}: {part.licence}\n{'=' * 78}\n\n{part.text.strip()}")
    return "\n\n\n".join(sections) + "\n"


def _own() -> Part:
    from convot_inspector import __version__

    text = (RESOURCES / "licences" / "MIT.txt").read_text(encoding="utf-8")
    return Part("Convot Inspector", __version__, "MIT", text, f"pkg:generic/convot-inspector@{__version__}")


def _classified(classifiers: list[str] | None) -> str:
    names = [name for name in classifiers or () if name.startswith("License ::")]
    return names[0].rpartition(" :: ")[2] if names else "see the text"
