"""Writes the software bill of materials of a package as CycloneDX 1.6, for `artefacts.py`."""

from __future__ import annotations

import json
import re
import uuid
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from convot_inspector.licences import Part

_SPDX = re.compile(r"[\w.+-]+( (AND|OR|WITH) [\w.+-]+)*")  # not words such as "see the text"
_NAMESPACE = uuid.UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")  # RFC 9562's DNS namespace


def write(target: Path, parts: Sequence[Part], moment: int) -> None:
    """Write the list; the first of the parts is the program."""
    program, *others = parts
    content = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": {"type": "application", **_about(program)},
        },
        "components": [{"type": "library", **_about(part)} for part in others],
        "dependencies": [{"ref": program.purl, "dependsOn": [part.purl for part in others]}],
    }
    same = uuid.uuid5(_NAMESPACE, json.dumps(content, sort_keys=True))
    listed = {**content, "serialNumber": f"urn:uuid:{same}"}
    target.write_text(json.dumps(listed, indent=1) + "\n", encoding="utf-8", newline="\n")


def _about(part: Part) -> dict[str, object]:
    licence = {"expression": part.licence} if _SPDX.fullmatch(part.licence) else {"license": {"name": part.licence}}
    return {
        "bom-ref": part.purl,
        "purl": part.purl,
        "name": part.name,
        "version": part.version,
        "licenses": [licence],
    }
