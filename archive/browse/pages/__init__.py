"""One module a page: `find_…` reads the archive into frozen values, the view hands them to a template."""
