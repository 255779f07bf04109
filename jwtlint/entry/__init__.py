"""Catalog entries: the model, and the readers that make entries of files."""
