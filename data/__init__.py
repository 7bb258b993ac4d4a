"""What ships: the example authority, the blank template, and the scripts that make them."""
