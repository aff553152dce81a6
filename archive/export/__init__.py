"""Publications -> a format each, streamed."""
