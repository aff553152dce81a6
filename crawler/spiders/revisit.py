"""Pages the archive has: changed, gone, moved? `scrapy crawl revisit -a source=KEY` visits them and nothing else."""

from crawler.spiders.publications import PublicationsSpider


class RevisitSpider(PublicationsSpider):
    """One source's kept pages, visited again with conditional requests; looks for nothing new."""

    name = "revisit"
    revisit_only = True
