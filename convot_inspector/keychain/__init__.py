"""The user's apps, with their secrets stored in the operating system's keychain."""
