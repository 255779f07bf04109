"""The queue of visitors' reports: cases, decisions and exports, in one SQLite file that loses nothing."""
