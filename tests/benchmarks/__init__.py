"""Benchmarks: they read pages that are no part of this repository, by a path, and skip plainly where there are none."""
