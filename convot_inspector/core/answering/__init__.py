"""What support hands over: the answer for the merchant, the ticket for the developer, the code of the fix, a report."""
