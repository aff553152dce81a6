"""Prints datasette-metadata.yml: `python -m archive.browse > datasette-metadata.yml`."""

import sys

from archive.browse.metadata import as_yaml, build_metadata

sys.stdout.write(as_yaml(build_metadata()))
