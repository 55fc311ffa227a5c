"""What is recognised but not read as a call: other products and server code."""
