"""The text for each conclusion of a diagnosis: for the window, the developer and the merchant."""
