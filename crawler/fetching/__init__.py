"""How pages come over the wire, beside what Scrapy does itself.

    fetch                      a few addresses -> their Pages, stored nowhere
    connections                the head of an answer within limits
    certificates               what is wrong with a host's certificate
    browser, browser_gate      pages that need JavaScript, and the one way out of the browser that renders them
    source_settings            what a source changes in the Scrapy settings
"""
