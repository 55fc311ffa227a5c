"""Documents in the markup of the tools that they are pasted into."""
