"""Every Scrapy setting that differs from its default, with the reason. Sources and `--set` override single values."""

import os

from archive.store.runs import software

BOT_NAME = "policy-archive"
SPIDER_MODULES = ["crawler.spiders"]

# Who we are, and whom to write to.
_contact = os.environ.get("POLICY_ARCHIVE_CONTACT", "").strip()
USER_AGENT = software().replace(" ", "/", 1) + (f" (+{_contact})" if _contact else "")
# English first answers better on sites that have no other way to choose; every language is welcome.
DEFAULT_REQUEST_HEADERS = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                           "Accept-Language": "en,*;q=0.5"}

# Polite: one request a second and host to begin with, then as fast as the host answers, one at a time on average.
ROBOTSTXT_OBEY = True
DOWNLOAD_DELAY = 0.5
CONCURRENT_REQUESTS = 16
CONCURRENT_REQUESTS_PER_DOMAIN = 4
AUTOTHROTTLE_ENABLED = True
AUTOTHROTTLE_START_DELAY = 1.0
AUTOTHROTTLE_MAX_DELAY = 60.0
AUTOTHROTTLE_TARGET_CONCURRENCY = 1.0

# Limits: a page of more than 32 MB, packed or unpacked, or of more than 30 seconds holds nobody.
DOWNLOAD_MAXSIZE = 32 << 20
DOWNLOAD_WARNSIZE = 0
DOWNLOAD_TIMEOUT = 30
DNS_TIMEOUT = 15
# Headers without end don't hold anybody, either.
DOWNLOAD_HANDLERS = dict.fromkeys(("http", "https"), "crawler.fetching.connections.Connections")

# The queue is ours and outlives a kill (JOBDIR lost most of a killed crawl); it also sees no address twice.
SCHEDULER = "crawler.scheduler.FrontierScheduler"
DUPEFILTER_CLASS = "scrapy.dupefilters.BaseDupeFilter"
ITEM_PIPELINES = {"crawler.pipelines.KeepReadings": 100}
# The default spawns a hundred tasks a response; a response here gives one item.
CONCURRENT_ITEMS = 1

# Of Scrapy's own middlewares and extensions only those in use: it imports whatever is listed, switched off or not, and
# that takes two tenths of a second. Robots are ours; redirects and retries are steps of the frontier, so that a kill
# loses none; no request comes out of a callback, so that spider middlewares would look at nothing; the progress line
# and the run report say what log and stats would; telnet and remote control open a door on loopback.
DOWNLOADER_MIDDLEWARES_BASE = {
    "scrapy.downloadermiddlewares.downloadtimeout.DownloadTimeoutMiddleware": 350,
    "scrapy.downloadermiddlewares.defaultheaders.DefaultHeadersMiddleware": 400,
    "scrapy.downloadermiddlewares.useragent.UserAgentMiddleware": 500,
    "crawler.middlewares.cookies.Cookies": 700,                # Scrapy's, without its question to the web
    "scrapy.downloadermiddlewares.httpproxy.HttpProxyMiddleware": 750,
}
SPIDER_MIDDLEWARES_BASE: dict[str, int] = {}
EXTENSIONS_BASE = {
    "scrapy.extensions.memusage.MemoryUsage": 0,
    "scrapy.extensions.closespider.CloseSpider": 0,
}
DOWNLOADER_MIDDLEWARES = {
    "crawler.middlewares.private.PrivateAddressGuard": 50,
    "crawler.middlewares.robots.RobotsRules": 100,
    "crawler.middlewares.validators.Validators": 450,
    "crawler.middlewares.unpacking.Unpacking": 590,
}
EXTENSIONS = {"crawler.middlewares.politeness.Throttle": 10}   # AutoThrottle with a floor for each host

# Names that lead to private networks don't resolve.
TWISTED_DNS_RESOLVER = "crawler.middlewares.private.GuardedResolver"

# Both are on by default and open a door on loopback.
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False

# Outcomes go to the archive and the report; the log is for what a person should act on.
LOG_LEVEL = "ERROR"
LOG_VERSIONS: list[str] = []
STATS_DUMP = False

# Ours
ARCHIVE_DB = os.environ.get("POLICY_ARCHIVE_DB", "archive.db")
READERS = -1                   # processes that read pages; -1: one a core, 0: none
CLOCK_OFFSET_SECONDS = 0.0     # the crawl's clock runs ahead by so much: for rehearsing revisits
OUTAGE_SECONDS = 300.0         # how long a host that stopped answering is waited for
