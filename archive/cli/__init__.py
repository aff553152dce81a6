"""The commands that need only the archive, listed by `crawler.cli`: parse options, call one function, print."""
