"""Bytes that list publications -> Leads. Pure."""
