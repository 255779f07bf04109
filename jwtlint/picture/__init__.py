"""The rendered picture: decoding it, reading it, laying out and matching what was read."""
