"""Spelling: dictionaries, the words of the field, and when an unknown word is a misspelt one."""
