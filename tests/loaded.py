"""Imported once by the process that crawls of tests are forked from: loads what crawls load, short of a reactor."""

from importlib import import_module

for _name in ("crawler.crawl", "crawler.middlewares.politeness", "crawler.middlewares.robots", "crawler.notify",
              "crawler.pipelines", "crawler.reading.pool", "crawler.reading.warm", "crawler.run", "crawler.scheduler",
              "crawler.spiders.publications", "scrapy.core.downloader.handlers.http11",
              "scrapy.core.downloader.middleware", "scrapy.downloadermiddlewares.httpproxy",
              "scrapy.extensions.throttle", "scrapy.utils.engine", "twisted.web.client"):
    import_module(_name)
