"""The search for the mistakes that reproduce a sent hash: engine and tables of candidates."""
