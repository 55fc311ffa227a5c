"""A headline for one call: what it means, who has to act, what to do next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from convot_inspector.core.language import localize, tr
from convot_inspector.core.reports import sentences
from convot_inspector.core.shown import Shown
from convot_inspector.core.wording.conclusions.next_steps import STILL_SEARCHING

if TYPE_CHECKING:
    from convot_inspector.core.diagnosis.diagnosis import Diagnosis
    from convot_inspector.core.model import Owner, Redaction
    from convot_inspector.core.wording.conclusions.row import Tone

_WORST_FIRST: tuple[Tone, ...] = ("wrong", "warning", "unknown", "right")


@dataclass(frozen=True)
class Headline:
    """A headline. ``title`` and ``text`` are plain sentences; ``owner`` is None where nobody has to act."""

    tone: Tone
    title: Shown
    text: Shown
    owner: Owner | None = None

    @property
    def badness(self) -> int:
        """The position of its call in a list that shows the worst first; 0 is worst."""
        return _WORST_FIRST.index(self.tone)


def without_secret(app: str) -> Headline:
    """Return the headline of a call whose hash cannot be checked, because the app's secret cannot be had now."""
    return Headline(
        "unknown",
        tr("The hash is not checked: the secret of “{app}” is not available", app=app),
        tr("The notice above says what to do. Everything else is already shown."),
    )


def headline(diagnosis: Diagnosis, redaction: Redaction = "none") -> Headline:
    """Return the headline of one call. ``redaction`` applies to the signed text that a proof quotes."""
    to_do = sentences.to_do(diagnosis)
    pending = Shown() if diagnosis.search_ended else localize(STILL_SEARCHING)
    parts = dict.fromkeys((sentences.meaning(diagnosis, redaction), pending, to_do))
    return Headline(
        sentences.words(diagnosis).tone, sentences.title(diagnosis), sentences.joined(tuple(parts)), diagnosis.owner
    )
