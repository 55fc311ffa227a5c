"""A document as one HTML file that opens without a network, has light and dark colours, and prints well."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from convot_inspector.core import language
from convot_inspector.core.reports.document import Banner, Code, Heading, Paragraph, Points, Rows, Sides

if TYPE_CHECKING:
    from convot_inspector.core.reports.document import Block, Document, Row

# Load nothing and run nothing, whatever the values contain.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """
:root { color-scheme: light dark; --text: #1b1f27; --dim: #667085; --line: #e3e6eb; --ground: #ffffff; --soft: #f6f7f9;
  --wrong: #b42318; --right: #067647; --warning: #93510c; --unknown: #667085; }
@media (prefers-color-scheme: dark) { :root { --text: #e8eaee; --dim: #98a1b0; --line: #31353d; --ground: #1e2127;
  --soft: #16181d; --wrong: #ff8f85; --right: #5bd69a; --warning: #f2c063; --unknown: #98a1b0; } }
body { font: 15px/1.5 system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; color: var(--text);
  background: var(--ground); max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; line-height: 1.3; } h2 { font-size: 1.2rem; margin-top: 2rem; } h3 { font-size: 1rem; }
.wrong { color: var(--wrong); } .right { color: var(--right); } .warning { color: var(--warning); }
.unknown { color: var(--unknown); }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid var(--line); padding: .35rem .5rem; text-align: start; vertical-align: top; }
th { color: var(--dim); font-weight: normal; width: 11rem; }
code, pre { font: 13px/1.5 ui-monospace, Consolas, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere;
  white-space: pre-wrap; unicode-bidi: isolate; }
pre { background: var(--soft); border: 1px solid var(--line); border-radius: 8px; padding: .75rem 1rem; }
.banner { border: 1px solid currentColor; border-radius: 12px; padding: .75rem 1rem; margin: 1.5rem 0 1rem; }
.banner h2 { margin: 0 0 .25rem; } .banner p { color: var(--text); margin: .25rem 0; }
.pill { border: 1px solid currentColor; border-radius: 1rem; padding: .05rem .6rem; font-weight: 600; }
.sides { display: flex; gap: .75rem; margin: 1rem 0; } .side { flex: 1; border: 1px solid var(--line);
  border-radius: 8px; padding: .5rem .75rem; } .side.chosen { border: 2px solid var(--text); }
.side p { margin: .1rem 0; }
@media print { :root { --text: #000; --dim: #444; --line: #bbb; --ground: #fff; --soft: #fff; --wrong: #b42318;
  --right: #067647; --warning: #93510c; --unknown: #444; } body { margin: 0; max-width: none; }
  h2, h3 { break-after: avoid; } table, pre, li, .banner, .sides { break-inside: avoid; }
  body { font-size: 12px; } @page { margin: 14mm; } }
"""


def to_html(document: Document) -> str:
    """Return the document as a page. Everything in it is escaped; the page may load nothing."""
    body = "\n".join(map(_block, document.blocks))
    title = escape(document.title)
    direction = ' dir="rtl"' if language.is_right_to_left() else ""
    return (
        f'<!doctype html>\n<html lang="{escape(language.name())}"{direction}>\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n{body}\n</body>\n</html>\n"
    )


def _block(block: Block) -> str:
    match block:
        case Heading():
            tone = f' class="{escape(block.tone)}"' if block.tone else ""
            return f"<h{block.level}{tone}>{escape(block.text)}</h{block.level}>"
        case Paragraph():
            return f"<p>{_linked(block.text)}</p>"
        case Points():
            return "<ul>\n" + "".join(f"<li>{_linked(text)}</li>\n" for text in block.texts) + "</ul>"
        case Banner():
            texts = "".join(f"<p>{_linked(text)}</p>" for text in block.texts)
            return f'<div class="banner {escape(block.tone)}"><h2>{escape(block.title)}</h2>{texts}</div>'
        case Sides():
            return f'<div class="sides">{"".join(_side(row, block) for row in block.rows)}</div>'
        case Rows():
            side = "right" if language.is_right_to_left() else "left"
            rows = (
                f"<tr><th scope=row align={side}>{escape(row.name)}</th><td>{_pill(row)}</td></tr>\n"
                for row in block.rows
            )
            return f"<table>\n{''.join(rows)}</table>"
        case Code():
            return f"<pre>{escape(block.text.rstrip())}</pre>"


def _pill(row: Row) -> str:
    if not row.tone:
        return _value(row.value, row.is_exact)
    return f'<span class="pill {escape(row.tone)}">{escape(row.value)}</span>'


def _side(row: Row, sides: Sides) -> str:
    is_chosen = row.name == sides.chosen
    words = f'<p class="unknown">{escape(sides.is_chosen)}</p>' if is_chosen else ""
    kind = "side chosen" if is_chosen else "side"
    return f'<div class="{kind}"><p>{escape(row.name)}</p><p>{_pill(row)}</p>{words}</div>'


def _value(text: str, is_exact: bool) -> str:  # noqa: FBT001  # a row's two parts
    return f"<code>{escape(text)}</code>" if is_exact else _linked(text)


def _linked(text: str) -> str:
    """Return the escaped text, in which only addresses of Convot's help articles are links."""
    from convot_inspector.core.wording.findings import HELP

    pieces = text.split(HELP)
    linked = [escape(pieces[0])]
    for piece in pieces[1:]:
        length = next(
            (at for at, character in enumerate(piece) if not (character.isalnum() or character in "-_")), None
        )
        slug = piece if length is None else piece[:length]
        address = escape(HELP + slug)
        linked.append(f'<a href="{address}">{address}</a>{escape(piece[len(slug) :])}')
    return "".join(linked)
