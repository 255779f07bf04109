"""The queue for people at a terminal. Whatever strangers wrote is made `visible` first."""
