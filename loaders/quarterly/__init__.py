"""The quarterly activity report: measures by quarter, with numerators and denominators."""
