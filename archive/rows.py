"""Record <-> row. Pure."""
