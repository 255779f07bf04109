"""A prompt and its re-render in another language, held against each other."""
