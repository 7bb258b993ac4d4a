"""The figures we claim about speed, as ratios that anyone can run again: python -m benchmarks."""
