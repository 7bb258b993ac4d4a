"""The tables of a sheet, whatever their shape: where they start, and how they are laid flat."""
