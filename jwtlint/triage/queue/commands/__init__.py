"""What the commands of the queue do: open it, change or read it, and say what came of it."""
