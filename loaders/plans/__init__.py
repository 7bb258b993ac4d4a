"""Action plans: recommendations with their actions, owners and dates."""
