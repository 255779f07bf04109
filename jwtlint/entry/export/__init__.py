"""Catalogs in one file: each record of a JSON, JSON Lines or CSV file is an entry."""
