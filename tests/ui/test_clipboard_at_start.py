"""The clipboard is looked into at the start only by who wants it, who is asked once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu
from test_first_light import RIGHT, SECRET

if TYPE_CHECKING:
    from desk import Desk

QUESTION = "Look into the clipboard at every start too"


def copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def wait_for_the_worker(desk: Desk) -> None:
    """Until all that it was given is done and answered."""
    answers: list[object] = []
    desk.contents._inspecting.worker.run(lambda: None, answers.append, answers.append)
    desk.qtbot.waitUntil(lambda: bool(answers))


def is_checked(desk: Desk) -> bool:
    menu = next(m for m in desk.window.findChildren(QMenu) if m.title() == "&File")
    menu.popup(desk.window.pos())
    QApplication.processEvents()
    action = next(a for a in menu.findChildren(QAction) if a.text() == "Check the clipboard at every start")
    menu.close()
    return action.isChecked()


def test_who_says_yes_finds_the_copied_call_checked(desk: Desk) -> None:
    desk.add_app("Acme", SECRET)
    assert not desk.reads(QUESTION)
    desk.paste(RIGHT)
    desk.wait_to_read(QUESTION)
    desk.click("Yes")
    assert not desk.reads(QUESTION)
    assert is_checked(desk)
    desk.restart()
    desk.wait_to_read("Verified", desk.card("headline"))
    desk.close()
    copy("no call, only prose")
    desk.restart_closed()
    desk.wait_to_read("Acme")
    wait_for_the_worker(desk)
    assert desk.reads("Paste what the page sends", desk.card("headline"))
    desk.paste(RIGHT)
    desk.wait_to_read("Verified", desk.card("headline"))
    assert not desk.reads(QUESTION)


def test_who_says_no_is_not_asked_again_and_nothing_is_read(desk: Desk) -> None:
    desk.paste(RIGHT)
    desk.wait_to_read(QUESTION)
    desk.click("No")
    desk.restart()
    desk.wait_to_read("No app yet")
    assert desk.contents._paste.text() == ""
    desk.paste(RIGHT)
    desk.wait_to_read("Add this app's identity secret", desk.card("headline"))
    assert not desk.reads(QUESTION)
    desk.choose("Check the clipboard at every start")
    assert is_checked(desk)
    desk.restart()
    desk.wait_to_read("Add this app's identity secret", desk.card("headline"))


def test_what_is_there_already_is_not_replaced(desk: Desk) -> None:
    desk.choose("Check the clipboard at every start")
    desk.close()
    copy(RIGHT)
    desk.restart_closed()
    desk.contents.show_text("typed before the clipboard was looked at")
    desk.wait_to_read("No identify call found", desk.card("headline"))
    wait_for_the_worker(desk)
    assert desk.contents._paste.text() == "typed before the clipboard was looked at"
