"""The user's apps and their secrets, at rest in the operating system's keychain."""
