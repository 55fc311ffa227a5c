"""Ways to change a variable that no identifier in the syntax tree shows.

A global ``var`` is a property of the global object, so ``window.e = …``, ``Object.assign(window, …)``, another script
of the page or an inline event handler changes it. ``eval`` and ``with`` reach local variables too. Every doubt counts
as a change: a value wrongly taken for the one that was sent would turn a right hash into "does not verify".
"""

from __future__ import annotations

import itertools
import re
from functools import cached_property
from typing import TYPE_CHECKING

from convot_inspector.core.reading.javascript.scopes.early_ends import may_end_before, script_of
from convot_inspector.core.reading.javascript.strings import unescape
from convot_inspector.core.reading.whole_words import whole_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tree_sitter import Node

    from convot_inspector.core.reading.javascript.syntax_tree import SyntaxTree
    from convot_inspector.core.reading.source import Source

_MOST_PLACES = 500  # occurrences of one word
_MOST_ESCAPES = 20_000
_MOST_MARKS = 50
_MOST_STATEMENTS = 60  # of which is looked up whether they are reached
_LONGEST_WORD = 100
_INERT = ("string_fragment", "comment", "regex_pattern", "string", "template_string", "jsx_text")
_GLOBAL_OBJECTS = ("window", "self", "globalThis", "this", "top", "parent", "frames", "global", "root")
_TARGETS = ("array_pattern", "pair_pattern", "object_assignment_pattern", "assignment_pattern", "rest_pattern",
            "parenthesized_expression", "update_expression", "unary_expression")  # fmt: skip
# Names that run a text as code in the global scope, or reach the global object in another way. A timer is safe if its
# first argument is a function.
_RUNS_TEXT = re.compile(
    r"\b(?:eval|Function|execScript|defaultView|constructor|innerHTML|outerHTML|insertAdjacentHTML"
    r"|createContextualFragment|writeln|importScripts)\b|\bdocument\s{0,9}\??\.\s{0,9}write\b"
    r"|\bset(?:Timeout|Interval|Immediate)\b(?!\s{0,9}\(\s{0,9}(?:function\b|async\b|[\w$]{1,40}\s{0,9}=>"
    r"|\([^()\"'`]{0,200}\)\s{0,9}=>))"
)
# What may follow a name that is assigned: `e = 1`, `['e'] = 1`, `e += 1`, `e++`, `[a, e] = …`, `for (e of`.
_WRITES_BEHIND = re.compile(
    r"""["'`]?\s{0,20}[\]})!]?(?:\s|//[^\n]{0,200}\n|/\*[^*]{0,200}\*/){0,9}"""
    r"""(?:=(?![=>])|[-+*/%&|^?<>]{1,3}=(?!=)|\+\+|--|,|\]|\}|:|of\b|in\b|as\b|&|<|\\)"""
)
_WRITES_BEFORE = ("++", "--", "+", "-", '"', "'", "`")
# `x[name] = 1`, but neither `x["a"] = 1` nor `x[0] = 1`, and functions that copy properties.
_COMPUTED_WRITE = re.compile(
    r"""(?<!["'`\d])\s{0,9}\][\s)]{0,9}(?:=(?![=>])|[-+*/%&|^?<>]{1,3}=(?!=)|\+\+|--|of\b|in\b)"""
    r"""|\]\s{0,9}[,\]}](?:[^;=]{0,100}[\]}])?\s{0,9}=(?![=>])|(?:\+\+|--|\bdelete)\s{0,9}[\w$.]{1,60}\["""
    r"""|\b(?:Reflect|defineProperty|defineProperties|__define[GS]etter__|fromEntries)\b"""
    r"""|(?:[Ee]xtend|[Aa]ssign|[Mm]erge|[Mm]ixin|[Dd]efaults|[Cc]opy)\w{0,20}\s{0,9}[(,;)]"""
)
MODULE_MARK = "//# sourceURL=webpack"  # behind a module that webpack hands to eval
_COMMON_JS = re.compile(r"""(?:module\s?\.\s?)?exports\s?\.|Object\.defineProperty\(\s?exports\s?,""")
_UNICODE_ESCAPE = re.compile(r"\\u(?:[0-9a-fA-F]{4}|\{[0-9a-fA-F]{1,6}\})")
_WORD_OR_ESCAPES = re.compile(r"(?:[\w$]|\\u[0-9a-fA-F]{4}|\\u\{[0-9a-fA-F]{1,6}\}){1,200}")
_WORD_BEFORE = re.compile(r"[\w$]*\Z")


class Exposure:
    """Analysis of whether the pasted text can change a variable without an identifier in the tree showing it."""

    def __init__(self, tree: SyntaxTree, source: Source) -> None:
        self._tree, self._source = tree, source
        self._early_ends: dict[int, bool] = {}

    def may_change(self, name: str, declaration: Node, scope: Node, used: list[Node], *, is_mutable: bool) -> bool:
        """Return whether a variable, or its object, may have been changed in another way than by an assignment to it.

        ``scope``: the node that declares it. ``used``: the path to the use. ``is_mutable``: it holds an object.
        """
        if self._hides_code or name in self._escaped_words or any(node.type == "with_statement" for node in used):
            return True
        if self._names("eval", scope):
            return True
        if scope.type != "program" or self.is_module:
            return False
        is_var = declaration.type == "variable_declaration"
        is_const = not is_var and declaration.children[0].type == "const"
        if is_const and not is_mutable:
            return False
        if is_var and self._is_written_as_member(name, is_mutable=is_mutable):
            return True
        if is_var and self._hands_out_globals and (self._writes_by_computed_name or self._is_quoted(name)):
            return True
        return self._runs_text or self._is_written_elsewhere(name, is_mutable=is_mutable)

    def may_be_unset(self, value: list[Node], used: list[Node]) -> bool:
        """Return whether a use may be reached without its value: an earlier script may end with an error before it."""
        tree, starts = self._tree, self._source.script_starts
        if len(starts) < 2 or len(value) < 2 or len(used) < 2:
            return False
        statement = value[1]
        if script_of(tree, starts, statement) == script_of(tree, starts, used[1]):
            return False
        if statement.id not in self._early_ends:
            is_full = len(self._early_ends) >= _MOST_STATEMENTS
            self._early_ends[statement.id] = is_full or may_end_before(tree, starts, statement)
        return self._early_ends[statement.id]

    def may_change_member(self, name: str, used: list[Node]) -> bool:
        """Return whether a member of the global object may be changed by anything but a write that names it."""
        is_hidden = self._hides_code or name in self._escaped_words or self._names("eval", self._tree.root)
        if is_hidden or any(node.type == "with_statement" for node in used) or self._runs_text:
            return True
        if self._hands_out_globals and (self._writes_by_computed_name or self._is_quoted(name)):
            return True
        return self._is_written_elsewhere(name, is_mutable=True)

    @property
    def hides_changes(self) -> bool:
        """Whether the text changes variables in ways that neither the tree nor a name in the text shows."""
        runs_text = not self._source.is_pasted and not self.is_module and self._runs_text
        return self._hides_code or runs_text

    @cached_property
    def is_module(self) -> bool:
        """Whether variables at the top are the file's own: an ECMAScript, a CommonJS or a webpack module."""
        return MODULE_MARK in self._source.text or any(
            node.type in ("import_statement", "export_statement")
            or (node.type == "expression_statement" and _COMMON_JS.match(self._tree.source(node)[:_LONGEST_WORD]))
            for node in self._tree.root.children
        )

    @cached_property
    def _hides_code(self) -> bool:
        """Whether ``<!--`` or ``-->`` stands in code: a comment in scripts, operators in modules (ECMA-262 B.1.1)."""
        text = self._source.text
        for mark in ("<!--", "-->"):
            places = list(itertools.islice(_places(text, mark), _MOST_MARKS + 1))
            if len(places) > _MOST_MARKS:
                return True
            nodes = (self._tree.node_at(place) for place in places)
            if any(node is None or node.type not in _INERT for node in nodes):
                return True
        return False

    @cached_property
    def _escaped_words(self) -> frozenset[str]:
        r"""The words of the text that hold escapes, decoded: ``\u0065`` is the name ``e`` (ECMA-262 §12.7)."""
        text, read_to = self._source.text, 0
        words: set[str] = set()
        for place in itertools.islice(_places(text, "\\u"), _MOST_ESCAPES):
            if place < read_to:
                continue
            before = _WORD_BEFORE.search(text, max(read_to, place - _LONGEST_WORD), place)
            found = _WORD_OR_ESCAPES.match(text, before.start() if before is not None else place)
            if found is not None:
                read_to = found.end()
                words.add(_UNICODE_ESCAPE.sub(lambda escape: unescape(escape[0]) or "", found[0]))
        return frozenset(words)

    @cached_property
    def _runs_text(self) -> bool:
        """Whether anything in the pasted text runs a text as code in the global scope."""
        return _RUNS_TEXT.search(self._source.pasted) is not None or not self._escaped_words.isdisjoint(
            ("eval", "Function", "setTimeout", "setInterval", "constructor", *_GLOBAL_OBJECTS)
        )

    @cached_property
    def _hands_out_globals(self) -> bool:
        """Whether the global object is used otherwise than in ``window.name``: handed on, renamed, subscripted."""
        for word in _GLOBAL_OBJECTS:
            paths = self._paths(word, self._tree.root)
            if paths is None or not all(map(self._only_reads_member, paths)):
                return True
        return False

    def _only_reads_member(self, path: list[Node]) -> bool:
        """Return whether a word for the global object is only the object of a member expression, or only tested."""
        node, parent = path[-1], path[-2]
        if node.type == "property_identifier":
            return parent.type != "member_expression" or not self._is_global_member(parent)
        if parent.type == "member_expression" and parent.child_by_field_name("object") == node:
            return True
        operator = parent.child_by_field_name("operator")
        if operator is None or parent.type not in ("unary_expression", "binary_expression"):
            return False
        is_left = parent.child_by_field_name("left") == node
        return self._tree.source(operator) not in ("||", "??", "&&") or (is_left and operator.type == "&&")

    def _is_global_member(self, member: Node) -> bool:
        """Return whether this is ``window.self`` and not, for example, ``node.parent``."""
        holder = member.child_by_field_name("object")
        return holder is not None and self._tree.source(holder) in _GLOBAL_OBJECTS

    @cached_property
    def _writes_by_computed_name(self) -> bool:
        """True if properties are set by computed names, which a search for ``.name`` does not find."""
        return _COMPUTED_WRITE.search(self._source.text) is not None

    def _is_quoted(self, name: str) -> bool:
        text = self._source.text
        return any(text[start - 1 : start] in ('"', "'", "`") for start, _ in whole_words(text, name) if start)

    def _is_written_as_member(self, name: str, *, is_mutable: bool) -> bool:
        """Return whether ``window.name`` may be assigned, or used at all if it holds an object that can be changed."""
        paths = self._paths(name, self._tree.root)
        if paths is None:
            return True
        for path in paths:
            if path[-1].type != "property_identifier" or path[-2].type != "member_expression":
                continue
            member, around = path[-2], path[-3]
            if is_mutable or around.type in _TARGETS or around.child_by_field_name("left") == member:
                return True
        return False

    def _is_written_elsewhere(self, name: str, *, is_mutable: bool) -> bool:
        """Return whether another script or handler in the text may assign the name or, for an object, mentions it."""
        pasted, text = self._source.pasted, self._source.text
        if self._source.is_pasted:
            return False
        own = {self._source.span(start, end)[0] for start, end in whole_words(text, name)}
        for start, end in whole_words(pasted, name):
            if start in own:
                continue
            if is_mutable or _WRITES_BEHIND.match(pasted, end):
                return True
            if pasted[max(0, start - 20) : start].rstrip().endswith(_WRITES_BEFORE):
                return True
        return False

    def _names(self, word: str, within: Node) -> bool:
        """Return whether a word stands as an identifier in a node, escaped or not."""
        paths = self._paths(word, within)
        is_named = paths is None or any(path[-1].type == "identifier" for path in paths)
        return is_named or word in self._escaped_words

    def _paths(self, word: str, within: Node) -> list[list[Node]] | None:
        return self._tree.identifiers(word, within, _MOST_PLACES, with_properties=True)


def _places(text: str, mark: str) -> Iterator[int]:
    """Yield where a mark stands."""
    at = text.find(mark)
    while at >= 0:
        yield at
        at = text.find(mark, at + len(mark))
