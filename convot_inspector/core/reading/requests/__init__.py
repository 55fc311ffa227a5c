"""HTTP requests as tools copy, save and log them: curl, fetch, PowerShell, HAR, raw HTTP, forms."""
