"""Tables of teams: their columns, rows and figures, and what is doubtful about them."""
