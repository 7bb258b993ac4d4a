"""Lists with a row for each child, counted by team in memory and dropped."""
