"""The only writer of publications."""
