"""At the end of a run: what fell short of what the source promises."""
