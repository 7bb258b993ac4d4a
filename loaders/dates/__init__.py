"""Which month figures are of: dates, months, quarters and periods as people type them, and where they stand."""
