"""Words -> Hits."""
