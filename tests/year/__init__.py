"""A year of nightly crawls of a site that lives: the clock is set, the HTTP and the archive are real."""
