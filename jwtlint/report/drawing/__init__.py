"""Drawing on pictures: frames, numbers, and a key below."""
