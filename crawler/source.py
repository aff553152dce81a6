"""A publisher as data: TOML -> Source."""
