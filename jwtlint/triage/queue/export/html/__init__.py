"""A case file as one page that works from the disk: no script, no request, nothing of strangers but text."""
