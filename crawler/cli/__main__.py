"""`python -m crawler.cli` is `policy-archive`."""

from crawler.cli import main

main()
