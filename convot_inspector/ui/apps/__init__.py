"""The user's apps: chooser, dialogs, and the keychain behind them."""
