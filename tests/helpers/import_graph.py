"""The import graph of the package, including imports for the type checker and inside functions."""

from __future__ import annotations

import ast
from collections import defaultdict
from functools import cache
from pathlib import Path

import convot_inspector

NAME = "convot_inspector"
PACKAGE = Path(convot_inspector.__file__).parent

Graph = dict[str, frozenset[str]]


def module_name(file: Path) -> str:
    """Return a module's name without the package's, such as ``core.reading.source``; "" for the package itself."""
    parts = file.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def syntax_tree(file: Path) -> ast.Module:
    """Return the syntax tree of a file; parsed once for all who ask, so nobody may change it."""
    return ast.parse(file.read_text(encoding="utf-8"))


@cache
def import_graph() -> Graph:
    """Return every module with the modules of the package that it imports."""
    files = {module_name(file): file for file in sorted(PACKAGE.rglob("*.py"))}
    return {name: frozenset(_imported(file, set(files)) - {name}) for name, file in files.items()}


def _imported(file: Path, modules: set[str]) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(syntax_tree(file)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            # "from package import name": the module of that name where there is one, else the package.
            inner = {alias.name: f"{node.module}.{alias.name}" for alias in node.names}
            names = [full if _short(full) in modules else node.module or "" for full in inner.values()]
        else:
            continue
        found.update(_short(name) for name in names if name.partition(".")[0] == NAME)
    return found & modules


def _short(name: str) -> str:
    return name.removeprefix(NAME).removeprefix(".")


def folded(graph: Graph, room: dict[str, str]) -> Graph:
    """Return the import graph of rooms from that of modules; modules without a room are left out."""
    rooms: dict[str, set[str]] = defaultdict(set)
    for name, imported in graph.items():
        if name in room:
            rooms[room[name]] |= {room[other] for other in imported if other in room} - {room[name]}
    return {name: frozenset(others) for name, others in rooms.items()}


def circles(graph: Graph) -> list[set[str]]:
    """Return the strongly connected components of more than one node (Kosaraju's algorithm)."""
    order: list[str] = []
    seen: set[str] = set()

    def visit(node: str, edges: dict[str, frozenset[str]], into: list[str]) -> None:
        pending = [(node, iter(sorted(edges.get(node, ()))))]
        seen.add(node)
        while pending:
            current, rest = pending[-1]
            following = next((each for each in rest if each not in seen), None)
            if following is None:
                into.append(current)
                pending.pop()
            else:
                seen.add(following)
                pending.append((following, iter(sorted(edges.get(following, ())))))

    for node in sorted(graph):
        if node not in seen:
            visit(node, graph, order)
    reversed_edges: dict[str, set[str]] = defaultdict(set)
    for name, imported in graph.items():
        for other in imported:
            reversed_edges[other].add(name)
    backwards = {name: frozenset(others) for name, others in reversed_edges.items()}
    seen.clear()
    found = []
    for node in reversed(order):
        if node not in seen:
            component: list[str] = []
            visit(node, backwards, component)
            found.append(set(component))
    return [component for component in found if len(component) > 1]
