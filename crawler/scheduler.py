"""The Scrapy scheduler on the archive's frontier."""
