"""Pages that announce what will stand there one day."""

from datetime import UTC, datetime, timedelta

from tests.crawling import Trial
from tests.site import Reply, Site
from tests.site.routes import article_of, html, links_to

PATH = "/releases/labour-market"


def night(number: int) -> tuple[str, str]:
    """The clock so many nights later, and an hour."""
    return "--set", f"CLOCK_OFFSET_SECONDS={90_000 * number}"


def test_a_release_is_kept_once_it_is_out_and_its_announcement_is_not(site: Site, trial: Trial) -> None:
    day = (datetime.now(UTC) + timedelta(days=3)).strftime("%d %B %Y")
    title, text = article_of(PATH, 0)
    facts = f"<h1>{title}</h1><dl><dt>Release date:</dt><dd>{day} 9:30am</dd></dl>"
    told = "<p>This release shows how many people were in work, by region and by age, in the last quarter.</p>"
    site.routes[PATH] = Reply(html(f"<main>{facts}{told * 2}</main>", f"<title>{title}</title>"))
    site.page("/", links_to([PATH]))
    assert trial.crawled() == []
    assert trial.rows("SELECT reason FROM failures WHERE reason LIKE 'announced for 20%'")

    trial.server.forget()
    assert trial.crawled(*night(2)) == [] and not trial.server.count(PATH)

    site.routes[PATH] = Reply(html(f"<main>{facts}{text}</main>", f"<title>{title}</title>"))
    assert trial.crawled(*night(5)) == [PATH]
    assert trial.rows("SELECT revision FROM publications") == [(1,)]
    assert not trial.rows("SELECT * FROM failures WHERE reason LIKE 'announced%'")
