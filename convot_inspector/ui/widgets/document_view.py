"""Text browser for the program's own documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QTextBrowser

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl

    from convot_inspector.core.reports.document import Document


class Page(QTextBrowser):
    """Text browser that loads no resources."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(12)
        self.document().setDefaultStyleSheet("th, td { padding: 2px 12px 2px 0; }")

    def show_document(self, document: Document) -> None:
        """Show a document; links to Convot's help articles open in the browser."""
        from convot_inspector.core.reports.formats.html_page import to_html

        self.show_page(to_html(document))
        self.anchorClicked.connect(_open)

    def show_page(self, html: str) -> None:
        """Show a page that the program itself wrote."""
        self.setHtml(html)

    def loadResource(self, type: int, name: QUrl | str) -> object:  # noqa: A002, ARG002  # Qt's own names
        return None


def _open(address: QUrl) -> None:
    from convot_inspector.core.wording.findings import HELP

    if address.toString().startswith(HELP):
        QDesktopServices.openUrl(address)
