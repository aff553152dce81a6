"""What stands between Scrapy and the network: validators, crawl-delay, address guard."""
