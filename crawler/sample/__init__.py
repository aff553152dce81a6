"""The small site that ships with the package: pages of our own writing, served on loopback by `policy-archive demo`."""
