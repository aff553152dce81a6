"""The name and version of the reader, which every record carries. Raised whenever a page would read otherwise."""

PARSER = "policy-archive 0.1.0"
