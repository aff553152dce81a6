"""How a crawl stands, in one line."""

from crawler.crawl import Crawl


def progress_line(crawl: Crawl) -> str:
    """Pages and their rate, what came of them, what waits, and how long that takes at this rate."""
    seconds = max(1e-6, crawl.now - crawl.tally.began_at)
    rate = crawl.tally.pages / seconds
    waiting = crawl.frontier.waiting()
    count = crawl.tally.counts
    left = f", about {_time(waiting / rate)} left" if rate and waiting else ""
    return (f"{crawl.source.key}: {crawl.tally.pages} pages ({rate:.1f}/s), {count['new']} new, "
            f"{count['changed']} changed, {count['rejected']} rejected, {count['failed']} failed; "
            f"{waiting} waiting{left}")


def _time(seconds: float) -> str:
    """Seconds in the unit that people say.

    >>> _time(42), _time(600), _time(9000)
    ('42 s', '10 min', '2.5 h')
    """
    if seconds < 120:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 7200 else f"{seconds / 3600:.1f} h"
