"""What stands between the crawl and the network: private addresses, robots.txt, validators, politeness."""
