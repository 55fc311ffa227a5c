"""The examples, shown with the demo secrets."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from convot_inspector.core.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu

    from convot_inspector.examples import Example, Examples
    from convot_inspector.ui.actions import Actions
    from convot_inspector.ui.apps.current_app import CurrentApp

_TYPICAL = ("wrong-field",)


class ExampleController(QObject):
    """Controller of the examples, which are read on first use. The demo app is only used for example texts."""

    def __init__(
        self, actions: Actions, current_app: CurrentApp, show_text: Callable[[str], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._current_app, self._show_text = current_app, show_text
        self._examples: Examples | None = None
        actions.show_example.triggered.connect(self.show_typical)

    @property
    def examples(self) -> Examples:
        """All examples."""
        if self._examples is None:
            from convot_inspector.examples import load_examples

            self._examples = load_examples()
        return self._examples

    def fill(self, menu: QMenu) -> None:
        """List all examples in a menu."""
        for group in self.examples.groups:
            inside = menu.addMenu(tr(group.title))
            for example in group.examples:
                inside.addAction(tr(example.title)).triggered.connect(partial(self.show, example))

    def show_typical(self) -> None:
        """Show the most frequent mistake, with its cause, its proof and its fix."""
        self.show(next(each for each in self.examples.examples if each.shows == _TYPICAL))

    def show(self, example: Example, _: bool = False) -> None:  # noqa: FBT001, FBT002  # the signal's own argument
        """Show one, checked with the demo secrets."""
        from convot_inspector.ui.demo import demo_app

        secrets = self.examples.secrets(self.tr("Another example app"))
        demo = self._current_app.demo or demo_app(self.examples.secret, self.tr("Example app (demo secret)"))
        self._current_app.show_demo(demo, secrets)
        self._show_text(example.text)

    def put_away_for(self, text: str) -> None:
        """Go back to the user's own app when a text is a real one: with a demo secret its hash would look wrong."""
        if self._current_app.is_demo and text.strip() and not self.examples.resembles(text):
            self._current_app.leave_demo()
