"""Sources: every shipped file loads, and every mistake in a file is named with its line and the right word."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from archive.errors import WrongUse
from crawler.source import source_of_url
from crawler.source.file import load_source, load_sources, read_source, source_files
from crawler.source.targets import source_at

WHOLE = """\
name = "Example Institute"
home = "https://www.institute.example/"
country = "be"
languages = ["en", "fr"]
licence = "CC BY 4.0"
every = "12h"
hours = "22:00-06:00"
timezone = "Europe/Brussels"
max_pages = 500
max_minutes = 30

[discover]
sitemaps = ["https://institute.example/sitemap.xml"]
hosts = [".papers.example"]
accept = ['/(papers|briefs)/[a-z0-9-]+$', '/page\\.php\\?p=\\d+$']
refuse = ['/print/']

[hints]
body = "div.report__text"
published = ["time::attr(datetime)", "//span[@class='date']"]

[politeness]
delay = 2.5
per_host = 1

[expect]
publications = { min = 400 }
filled = { title = 1.0, published = 0.95 }
"""


@pytest.fixture
def write(tmp_path: Path):
    def write_source(text: str, name: str = "example") -> Path:
        path = tmp_path / f"{name}.toml"
        path.write_text(text, encoding="utf-8")
        return path
    return write_source


@pytest.fixture
def whole(write):
    return read_source(write(WHOLE))


def test_every_shipped_source_loads():
    assert [source.key for source in load_sources()[0].values()] == list(source_files())


def test_a_whole_file_reads_to_its_values(whole):
    assert (whole.key, whole.name, whole.every, whole.max_pages) == (
        "example", "Example Institute", timedelta(hours=12), 500)
    assert whole.hints.published[0].xpath == "descendant-or-self::time/@datetime"
    assert (whole.expect.min_publications, dict(whole.expect.filled)) == (400, {"title": 1.0, "published": 0.95})


def test_a_minimal_file_needs_only_name_and_home(write):
    assert read_source(write(HEAD)).verified is False


@pytest.mark.parametrize(("url", "wanted"), [
    ("https://institute.example/papers/carbon-border", True),
    ("https://www.institute.example/briefs/a?utm_source=x", True),
    ("https://institute.example/page.php?p=0000831", True),
    ("https://eu.papers.example/papers/a", True),
    ("https://institute.example/about", False),
    ("https://institute.example/print/papers/a", False),
    ("https://share.example/?u=https://institute.example/papers/a", False),
    ("https://institute.example/share?u=/papers/a", False),
])
def test_patterns_see_host_and_path_and_the_query_only_where_they_name_it(whole, url, wanted):
    assert whole.wants(url) is wanted


@pytest.mark.parametrize(("hour", "open_"), [(20, False), (22, True), (4, True), (6, False)])
def test_night_hours_pass_midnight_in_the_sources_time_zone(whole, hour, open_):
    assert whole.hours.hold(datetime(2025, 1, 10, hour, 30, tzinfo=UTC)) is open_


HEAD = 'name = "A"\nhome = "https://a.example/"\n'


@pytest.mark.parametrize(("text", "message"), [
    (HEAD + 'license = "x"\n', "3: unknown key 'license'; did you mean 'licence'?"),
    (HEAD + "[discover]\nsitemap = []\n", "4: unknown key 'sitemap' in [discover]; did you mean 'sitemaps'?"),
    (HEAD + "feeds = []\n", "3: unknown key 'feeds'; 'feeds' belongs under [discover]"),
    (HEAD + '[hints]\nbody = "div["\n', "4: 'body' in [hints]: not a selector"),
    (HEAD + '[hints]\nbody = "//div["\n', "4: 'body' in [hints]: not a selector"),
    (HEAD + '[discover]\naccept = [\n  "ok",\n  "(bad",\n]\n', "6: 'accept' in [discover]: bad pattern '(bad'"),
    (HEAD + 'every = "daily"\n', "3: 'every' must be a number and m, h, d or w"),
    (HEAD + 'hours = "night"\n', "3: 'hours' must be two times"),
    (HEAD + 'timezone = "Mars"\n', "3: 'timezone' 'Mars' is unknown"),
    (HEAD + "[expect]\nfilled = { titel = 1 }\n", "4: unknown key 'titel' in [expect.filled]; did you mean 'title'?"),
    (HEAD + "[expect]\nfilled = { title = 7 }\n", "4: 'title' in [expect.filled] must be a number from 0 to 1"),
    (HEAD + "[expect]\npublications = { min = 9, max = 2 }\n",
     "4: 'max' in [expect.publications] is less than 'min' (9)"),
    (HEAD + "max_pages = -1\n", "3: 'max_pages' must be a whole number of 1 or more"),
    (HEAD + 'captures = "yes"\n', "3: 'captures' must be true or false"),
    (HEAD + '[discover]\nhosts = ["b.example", "https://c.example/"]\n',
     "4: 'hosts' in [discover]: 'https://c.example/' should be written as in \"papers.example\""),
    (HEAD + 'country = "Belgium"\n', "3: 'country': 'Belgium' should be"),
    (HEAD + 'languages = ["english"]\n', "3: 'languages': 'english' should be"),
    ('name = "A"\nhome = "a.example"\n', "2: 'home': 'a.example' is no web address"),
    ('name = "A"\nhome = "https://ann:secret@a.example/"\n', "2: 'home': an address is taken without a user's name"),
    ('home = "https://a.example/"\n', "1: a source needs 'name'"),
    ('name = 5\nhome = "https://a.example/"\n', "1: 'name' must be a text in quotes"),
    ('name = "A\n', "1: "),
])
def test_a_mistake_is_named_with_file_and_line(write, text, message):
    path = write(text)
    with pytest.raises(WrongUse) as caught:
        read_source(path)
    assert str(caught.value).startswith(f"{path}:{message}")


@pytest.mark.parametrize("value", ["9" * 5_000, "[" * 5_000 + "]" * 5_000])
def test_a_value_that_the_reader_of_toml_gives_up_on_is_wrong_use(write, value):
    with pytest.raises(WrongUse, match="a value too long or too deep to be read"):
        read_source(write(f"{HEAD}max_pages = {value}\n"))


def test_an_unknown_source_names_the_nearest_key(write, tmp_path, monkeypatch):
    write(WHOLE)
    monkeypatch.setenv("POLICY_ARCHIVE_SOURCES", str(tmp_path))
    with pytest.raises(WrongUse, match="no source 'exampel'; did you mean 'example'"):
        load_source("exampel")


def test_a_users_file_stands_before_the_shipped_one(write, tmp_path, monkeypatch):
    shipped = next(iter(source_files()), "any")
    write('name = "Mine"\nhome = "https://mine.example/"\n', shipped)
    monkeypatch.setenv("POLICY_ARCHIVE_SOURCES", str(tmp_path))
    assert load_source(shipped).name == "Mine"


def test_a_source_file_may_be_named_by_its_path(write):
    assert load_source(str(write(WHOLE))).key == "example"


def test_a_missing_source_file_is_wrong_use(tmp_path):
    with pytest.raises(WrongUse, match="No such file"):
        load_source(str(tmp_path / "none.toml"))


def test_a_bare_address_is_a_source_keyed_by_its_host():
    assert source_of_url("https://www.example.org/news/").key == "example.org"


def test_an_address_of_a_users_source_is_crawled_as_that_source(write, tmp_path, monkeypatch):
    monkeypatch.setenv("POLICY_ARCHIVE_SOURCES", str(tmp_path))
    write('name = "Mine"\nhome = "https://www.example.org/"\njavascript = true\n')
    source = source_at("https://example.org/news/")
    assert (source.name, source.javascript, source.discover.start) == ("Mine", True, ("https://example.org/news/",))


def test_an_address_without_scheme_is_wrong_use():
    with pytest.raises(WrongUse, match="write it with its scheme"):
        source_of_url("example.org/news")


def test_the_catalogue_is_broad_enough():
    found = load_sources()[0].values()
    assert (len(found) >= 25, len({source.languages[0] for source in found}) >= 10) == (True, True)


def test_nothing_shipped_claims_to_be_verified():
    assert [source.key for source in load_sources()[0].values() if source.verified] == []


def test_no_two_shipped_sources_have_one_home():
    homes = [source.home for source in load_sources()[0].values()]
    assert len(set(homes)) == len(homes)


def test_every_shipped_source_wants_what_lies_on_its_own_host():
    assert [source.key for source in load_sources()[0].values() if not source.wants(f"{source.home}a/b")] == []
