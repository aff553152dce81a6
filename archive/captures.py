"""The bytes as fetched, in WARC files beside the database."""
