"""From what a form, a pipe or a file holds to reports in the queue."""
