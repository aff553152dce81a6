"""What was published, kept so that it can be searched and checked.

    Reading ──keep──> rows in SQLite, bytes in WARC ──> Hit, export, browse

Everything here works without Scrapy and without a network.
"""
