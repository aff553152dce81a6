"""The one door from the crawl to the archive."""
