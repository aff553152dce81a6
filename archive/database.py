"""Opens, creates and migrates an archive."""
