"""The catalogue of all sentences that are translated; ``dev.py translations [--check] [--compile]`` runs it.

Sentences in the code are found by Qt's ``lupdate``: ``tr``, ``plural`` and ``lazy_tr`` of ``core/language.py`` in the
context "", ``self.tr`` in that of its class. The titles of the examples are read from their file.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from convot_inspector.examples import load_examples

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "resources" / "translations" / "convot_inspector.ts"
_FUNCTIONS = ("tr+=lazy_tr", "tr+=plural")


def example_titles() -> Iterator[str]:
    """Yield the titles of the examples: they are in a JSON file, where ``lupdate`` finds nothing."""
    for group in load_examples().groups:
        yield from (group.title, *(example.title for example in group.examples))


def catalogue(old: str = "") -> str:
    """Return the up-to-date catalogue; translations in ``old`` are kept."""
    with tempfile.TemporaryDirectory() as folder:
        tables, made = Path(folder, "tables.py"), Path(folder, CATALOGUE.name)
        sentences = dict.fromkeys(example_titles())
        tables.write_text("".join(f"QT_TR_NOOP({sentence!r})\n" for sentence in sentences), encoding="utf-8")
        if old:
            made.write_text(old, encoding="utf-8")
        files = [str(path) for path in sorted((ROOT / "convot_inspector").rglob("*.py"))]
        lupdate = Path(sys.executable).with_name("pyside6-lupdate")
        options = ["-silent", "-no-obsolete", "-locations", "none", "-tr-function-alias", ",".join(_FUNCTIONS)]
        command = [str(lupdate), *options, *files, str(tables), "-ts", str(made)]
        done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=folder)
        if done.returncode != 0 or done.stderr.strip():
            raise RuntimeError(done.stderr or done.stdout)
        return made.read_text(encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Renew the catalogue and every language, or only compare them; return the exit status."""
    status = 0
    for file in files():
        old = file.read_text(encoding="utf-8")
        new = catalogue(old)
        if "--check" not in arguments:
            file.write_text(new, encoding="utf-8", newline="\n")
            print(f"{file.relative_to(ROOT)}: {new.count('<message')} sentences.")
        elif new != old:
            print(f"{file.relative_to(ROOT)} is out of date: run `python3 build/dev.py translations`.")
            status = 1
    if "--compile" in arguments:
        for language in languages(CATALOGUE.parent):
            print(f"{compiled(language).relative_to(ROOT)}: made for the window to load.")
    return status


def languages(folder: Path) -> list[Path]:
    """Return the languages' files, without the catalogue: ``convot_inspector_de.ts``."""
    return sorted(folder.glob(f"{CATALOGUE.stem}_*.ts"))


def compiled(language: Path) -> Path:
    """Compile a language with Qt's lrelease into a ``.qm`` file beside it, which the window loads; return its path."""
    target = language.with_suffix(".qm")
    command = [str(Path(sys.executable).with_name("pyside6-lrelease")), "-silent", str(language), "-qm", str(target)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode != 0 or not target.is_file():
        raise RuntimeError(done.stderr or done.stdout)
    return target


def files() -> list[Path]:
    """Return the catalogue and the languages' files beside it."""
    return [CATALOGUE, *languages(CATALOGUE.parent)]


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
