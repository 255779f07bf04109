"""Sequence diagrams that are written as text, read as prompts."""
