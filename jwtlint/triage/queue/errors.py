"""What the queue refuses."""


class QueueError(Exception):
    """Something that the queue does not do. The message is one line: what, why, and the remedy."""
