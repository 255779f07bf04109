"""What is known of all entries at once."""
