"""Finds publication pages, reads them and hands them to the archive.

    Source ──> Lead ──> Page ──> Publication | Rejection ──> archive
     TOML    discovery  fetched       parsing

A page is bytes; reading it is a pure function (`crawler.parsing.parse_page`); spiders fetch and never parse,
parsers read and never fetch. What leaves this package is a `Reading`, through one door: `crawler.pipelines`.
"""
