"""Pages whose addresses bear a query that is not theirs: they are known by the bare one."""

from tests.crawling import Trial
from tests.site import Reply, Site
from tests.site.routes import links_to


def behind(site: Site, papers: list[str], query: str) -> list[str]:
    """The papers once more, each at an address with this query, in which `#` is the paper's number."""
    found = [f"{path}?{query.replace('#', str(n))}" for n, path in enumerate(papers)]
    for path, dressed in zip(papers, found, strict=True):
        site.routes[dressed] = site.routes[path]
    return found


def test_a_page_that_links_know_by_a_name_without_meaning_is_kept_at_its_bare_address(
        site: Site, trial: Trial) -> None:
    papers = site.articles([f"/news/{n}-the-rail-bridge" for n in range(5)])
    site.page("/", links_to(behind(site, papers, "zug=4")))
    assert trial.crawled() == papers


def test_another_view_of_a_page_is_no_publication_whichever_comes_first(site: Site, trial: Trial) -> None:
    papers = site.articles([f"/handle/10665/3300{n}" for n in range(5)])
    views = behind(site, papers, "show=full")
    for view in views:
        whole = site.reply(view).body
        more = b"<p>dc.identifier.other 7-EURO, a deposit of the regional office made in the month of May</p></article>"
        site.routes[view] = Reply(whole.replace(b"</article>", more))
    site.page("/", links_to([*views[:2], *papers[2:], *views[2:]]))
    assert trial.crawled() == papers


def test_pages_that_only_their_query_tells_apart_are_all_kept(site: Site, trial: Trial) -> None:
    papers = site.articles([f"/minutes-of-meetings?day={n}" for n in range(5)])
    site.routes["/minutes-of-meetings"] = site.routes[papers[0]]
    site.page("/", links_to(papers))
    assert trial.crawled() == ["/minutes-of-meetings", *papers[1:]]


def test_where_nothing_stands_at_bare_addresses_few_of_them_are_asked_for(site: Site, trial: Trial) -> None:
    papers = site.articles([f"/papers/{n}-of-ours?key={n}" for n in range(30)])
    site.page("/", links_to(papers))
    assert trial.crawled("--set", "CONCURRENT_REQUESTS_PER_DOMAIN=1") == sorted(papers)
    assert sum(asked.path in {path.partition("?")[0] for path in papers} for asked in trial.server.log) < 10


def test_the_feed_of_the_comments_on_a_publication_is_not_asked_for(site: Site, trial: Trial) -> None:
    site.article("/2024/steel-tariffs/", head='<link rel="alternate" type="application/rss+xml" '
                                              'href="/2024/steel-tariffs/feed/">')
    site.page("/", links_to(["/2024/steel-tariffs/"]))
    assert trial.crawled() == ["/2024/steel-tariffs/"]
    assert trial.server.count("/2024/steel-tariffs/feed/", 404) == 0
