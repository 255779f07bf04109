"""Cases for other programs, for spreadsheets, and as pages to look at."""
