"""Measurements of jwtlint. Each module prints figures when it is run: `python -m benchmarks.verdicts`."""
