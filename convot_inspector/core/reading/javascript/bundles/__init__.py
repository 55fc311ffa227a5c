"""What bundlers and frameworks put into a page around the code and data of its developers."""
