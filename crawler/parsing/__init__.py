"""Page -> Publication: the whole reading as one page of prose. Pure."""
