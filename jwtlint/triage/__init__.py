"""Reports of visitors about catalog entries: whether one says anything, and what speaks for it."""
