"""What is a team, what an area of teams, and what a total: by names, by places and by sums."""
