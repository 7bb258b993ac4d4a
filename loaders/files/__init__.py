"""Bytes to cells in their true places: the formats that a spreadsheet can have, and what a cell says."""
