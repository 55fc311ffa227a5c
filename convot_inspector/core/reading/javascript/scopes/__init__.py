"""What a name of a JavaScript text stands for: scopes, bindings, and everything that may change them."""
