from crawler.parsing.claims import LinkTag
from tests.crawler.parsing.pages import read


def test_meta_is_read_by_property_name_and_http_equiv():
    _, claims = read('<meta property="og:title" content="A"><meta name="DC.Date" content="2024">'
                     '<meta http-equiv="Content-Language" content="de">')
    assert claims.meta == {"og:title": ("A",), "dc.date": ("2024",), "content-language": ("de",)}


def test_same_meta_value_twice_is_one_value():
    _, claims = read('<meta name="author" content="A"><meta name="author" content="A"><meta name="author" content="B">')
    assert claims.meta["author"] == ("A", "B")


def test_empty_meta_claims_nothing():
    _, claims = read('<meta name="author" content="  ">')
    assert "author" not in claims.meta


def test_link_with_two_rels_is_two_link_tags():
    _, claims = read('<link rel="alternate nofollow" hreflang="fr" href="/fr">')
    assert claims.link_tags == (LinkTag("alternate", "/fr", "fr"), LinkTag("nofollow", "/fr", "fr"))


def test_microdata_knows_its_scope():
    outline, claims = read('<div itemscope><time itemprop="datePublished" datetime="2024-03-05">5.3.</time></div>')
    marked, = claims.marked["datepublished"]
    assert (marked.value, outline.tags[marked.element], outline.tags[marked.scope]) == ("2024-03-05", "time", "div")


def test_microdata_may_begin_a_line():
    _, claims = read('<time\nitemprop="datePublished" datetime="2024-03-05">5.3.</time>')
    assert claims.marked["datepublished"][0].value == "2024-03-05"


def test_rdfa_prefix_is_dropped():
    _, claims = read('<div typeof="Report"><b property="schema:name">Rates</b></div>')
    assert claims.marked["name"][0].value == "Rates"


def test_own_node_is_the_one_with_the_address_of_the_page():
    _, claims = read('<script type="application/ld+json">[{"@type": "Article", "headline": "Other", "url": "/x"},'
                     '{"@type": "Article", "headline": "Rates", "url": "https://example.org/papers/rates/"}]</script>')
    assert claims.own["headline"] == "Rates"


def test_own_node_is_an_article_rather_than_the_web_page():
    _, claims = read('<script type="application/ld+json">{"@graph": [{"@type": "WebPage", "name": "P", "url": '
                     '"https://example.org/papers/rates"}, {"@type": "Report", "headline": "Rates"}]}</script>')
    assert claims.own["@type"] == "Report"


def test_a_person_is_never_the_own_node():
    _, claims = read('<script type="application/ld+json">{"@type": "Person", "name": "A. Smith"}</script>')
    assert claims.own == {}


def test_reference_is_resolved_to_its_node():
    _, claims = read('<script type="application/ld+json">{"@graph": [{"@type": "Article", "author": {"@id": "#a"}},'
                     '{"@id": "#a", "@type": "Person", "name": "A. Smith"}]}</script>')
    assert claims.resolved({"@id": "#a"})["name"] == "A. Smith"


def test_broken_script_is_noted():
    _, claims = read('<script type="application/ld+json">{"@type": </script>')
    assert claims.notes == ("json-ld: broken, skipped",)


def test_node_of_another_address_and_headline_is_not_the_own_one():
    node = ('<script type="application/ld+json">{"@type": "Article", "headline": "Trams return to town", '
            '"url": "https://example.org/trams"}</script>')
    assert read(f"{node}<h1>Bus fares after the freeze</h1>")[1].own == {}
    assert read(f"{node}<h1>Trams return to their town</h1>")[1].own["@type"] == "Article"
