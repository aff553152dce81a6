import json

import pytest

from crawler.parsing.json_ld import plain, read_json_ld


def headline(text):
    nodes, _ = read_json_ld(text)
    return next((node["headline"] for node in nodes if "headline" in node), None)


def test_graph_is_unfolded():
    nodes, note = read_json_ld('{"@context": "schema.org", "@graph": [{"@type": "WebPage"}, {"@type": "Report"}]}')
    assert [node["@type"] for node in nodes] == ["WebPage", "Report"] and note is None


def test_main_entity_is_a_node_of_its_own():
    nodes, _ = read_json_ld('{"@type": "WebPage", "mainEntity": {"@type": "Article", "headline": "A", "url": "/a"}}')
    assert [node["@type"] for node in nodes] == ["WebPage", "Article"]


@pytest.mark.parametrize("text", [
    '{"headline": "Rates", }',
    '{"headline": "Rates" /* the title */}',
    '{"headline": "Rates"} // end',
    '//<![CDATA[\n{"headline": "Rates"}\n//]]>',
    '/*<![CDATA[*/{"headline": "Rates"}/*]]>*/',
    '<!-- {"headline": "Rates"} -->',
    '{&quot;headline&quot;: &quot;Rates&quot;}',
    '{"headline": "Rates"};',
    '{"@type": "WebSite"}{"headline": "Rates"}',
    '{"@type": "WebSite"},\n{"headline": "Rates"}',
    '{"headline": "Rates", "author": "O\\\'Neill"}',
    '\ufeff{"headline": "Rates"}',
])
def test_what_is_almost_json_is_repaired(text):
    assert headline(text) == "Rates"


def test_raw_line_break_inside_a_string_needs_no_repair():
    assert read_json_ld('{"headline": "Two\nlines"}') == ([{"headline": "Two\nlines"}], None)


def test_address_inside_a_string_is_no_comment():
    nodes, _ = read_json_ld('{"url": "https://example.org/a", }')
    assert nodes == [{"url": "https://example.org/a"}]


def test_broken_beyond_repair_gives_plain_facts_and_a_note():
    nodes, note = read_json_ld('{"@type": "Report", "name": "The "new" plan", "datePublished": "2024-03-05"')
    assert nodes == [{"@type": "Report", "datePublished": "2024-03-05"}]
    assert note == "json-ld: broken, only its plain facts were read"


def test_garbage_gives_no_node_and_a_note():
    assert read_json_ld("var x = 1") == ([], "json-ld: broken, skipped")


def test_deep_nesting_is_no_crash():
    assert read_json_ld("[" * 100_000)[0] == []


def test_template_left_unfilled_gives_nothing():
    assert read_json_ld("  \n ") == ([], None)


def test_plain_text_of_a_list_of_values():
    assert plain([{"@value": "2024"}]) == "2024"


def test_plain_ignores_truth_values():
    assert plain(json.loads("true")) is None


def test_unclosed_comments_and_strings_cost_no_more_than_their_length():
    assert read_json_ld("{" + "/*" * 200_000)[0] == []
    assert read_json_ld('{"a": "' + '\\"' * 200_000)[0] == []


def test_half_a_sign_is_left_out_and_a_whole_one_kept():
    nodes, note = read_json_ld(r'{"@type": "Article", "headline": "Ports \ud83d rise \ud83d\udea2", "name": "\udea2"}')
    assert (nodes[0]["headline"], nodes[0]["name"], note) == ("Ports  rise 🚢", "", None)


def test_author_is_one_of_the_plain_facts_of_a_broken_script():
    nodes, note = read_json_ld('{"headline": "Rates", "author": {"@type": "Person", "name": "Ada"}, '
                               '"text": "He said "no""}')
    assert nodes == [{"headline": "Rates", "author": {"@type": "Person", "name": "Ada"}}]
    assert note == "json-ld: broken, only its plain facts were read"


def test_comment_before_the_object_is_no_part_of_it():
    assert read_json_ld('/* of the theme */ {"headline": "Rates"}') == ([{"headline": "Rates"}], "json-ld: repaired")
