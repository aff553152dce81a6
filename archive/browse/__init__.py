"""The web reader: a Datasette plugin."""
