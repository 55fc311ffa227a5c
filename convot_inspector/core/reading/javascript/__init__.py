"""JavaScript and TypeScript: calls, objects and values from the syntax tree. Read, never executed."""
