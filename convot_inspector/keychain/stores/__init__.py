"""Where secrets are stored: the operating system's keychain, or memory for one session."""
