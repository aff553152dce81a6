from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.database import Archive
from archive.errors import WrongUse
from archive.packed import load_columns
from archive.records import Author, Block
from archive.search import Filters, Hit, find, ranking, search
from archive.search.facets import count_facets
from archive.search.snippets import mark
from archive.store import keep_many
from tests.archive.making import reading, with_text

RUN = 1


@pytest.fixture
def texts(archive: Archive) -> Archive:
    plain = {"title": "Paper", "dek": None, "authors": (), "topics": (), "links": (), "related": ()}
    kept = [
        with_text(1, "Steel tariffs rose.", **plain | {"published": "2024-03", "authors": (Author("Ada Meyer"),)}),
        with_text(2, "Quotas on steel and iron.", **plain | {"title": "Steel", "published": "2025-07-18",
                                                            "topics": ("Trade",), "language": "en-GB"}),
        with_text(3, "Façade naïveté: cafés.", **plain | {"published": "2023", "type": "NewsArticle",
                                                         "language": "fr"}),
        with_text(4, "中国对钢铁征收关税。", **plain | {"title": "美国与中国", "published": None, "language": "zh"}),
        with_text(5, "ภาษีเหล็กนำเข้าเพิ่มขึ้น", **plain | {"source": "other", "published": "2022-01-01",
                                                                 "language": "th"}),
        with_text(6, "日本の鉄鋼関税について。", **plain | {"published": "2021", "language": "ja"}),
    ]
    keep_many(archive, [reading(one) for one in kept], RUN)
    return archive


def numbers(hits: list[Hit]) -> list[int]:
    return [hit.publication_id for hit in hits]


@pytest.mark.parametrize(("typed", "found"), [
    pytest.param("steel", [2, 1], id="in the title before the text"), pytest.param("tariff", [1], id="in other forms"),
    pytest.param("facade naivete CAFES", [3], id="without accents"),
    pytest.param("", [2, 1, 3, 5, 6, 4], id="all, newest first"),
    pytest.param("steel author:meyer", [1], id="narrowed by what is typed"),
])
def test_words_are_found(texts: Archive, typed: str, found: list[int]) -> None:
    assert numbers(search(texts.connection, typed)) == found


FOREIGN = [("de", "Bundestag beschließt Klimaschutzgesetz", "Die Mieten in Großstädten steigen."),
           ("de", "Was kostet Klimaschutz?", "Eine Rechnung für Gemeinden und Haushalte."),
           ("ru", "Реформа пенсионной системы", "Правительство обсуждает индексацию выплат."),
           ("pl", "Nowelizacja ustawy", "Gminy otrzymają część przychodów z podatku od odnawialnych źródeł."),
           ("fr", "Les haies", "Des subventions pour planter et protéger les sols."),
           ("es", "Alquileres turísticos", "Los ayuntamientos limitan las licencias."),
           ("sv", "Kärnkraften", "Reaktorerna i söder stängdes."),
           ("en", "House mieten", "Mentions of mieten and of tariffs in passing.")]


@pytest.fixture
def foreign(archive: Archive) -> Archive:
    plain = {"dek": None, "authors": (), "topics": (), "links": (), "related": ()}
    keep_many(archive, [reading(with_text(n, text, title=title, language=language, **plain))
                        for n, (language, title, text) in enumerate(FOREIGN, 1)], RUN)
    return archive


@pytest.mark.parametrize(("typed", "found"), [
    ("Großstadt", [1]), ("Gemeinde Haushalt", [2]), ("пенсионная реформы", [3]), ("выплата", [3]),
    ("gmina podatek", [4]), ("odnawialnym podatkowi", [4]), ("haie", [5]), ("subvention sol", [5]),
    ("alquiler turístico", [6]), ("ayuntamiento licencia", [6]), ("kärnkraft reaktor", [7]),
])
def test_forms_of_words_in_other_languages_are_found(foreign: Archive, typed: str, found: list[int]) -> None:
    assert numbers(search(foreign.connection, typed)) == found
    assert list(find(foreign.connection, typed)) == found
    assert count_facets(foreign.connection, typed)["language"] == {FOREIGN[found[0] - 1][0]: 1}


@pytest.mark.parametrize(("typed", "found"), [
    pytest.param("Klimaschutz", [2, 1], id="compounds after the word itself"),
    ("title:Klimaschutz Miete", [1]), pytest.param("Bundestag -Klimaschutz", [1], id="without it, not its compounds"),
    pytest.param('"Klimaschutz"', [2], id="in quotes as it is written"), ('"Gemeinde"', []),
    pytest.param("tarif", [], id="no beginning of an English word"), ("menti", []),
])
def test_compounds_quotes_and_beginnings_are_told_apart(foreign: Archive, typed: str, found: list[int]) -> None:
    assert numbers(search(foreign.connection, typed)) == found


def test_forms_found_are_marked(foreign: Archive) -> None:
    (hit,) = search(foreign.connection, "выплата")
    assert mark(hit.snippet or "", "[", "]") == "Правительство обсуждает индексацию [выплат]."


def test_snippet_marks_what_was_found(texts: Archive) -> None:
    (hit,) = search(texts.connection, "quota iron")
    assert mark(hit.snippet or "", "[", "]") == "[Quotas] on steel and [iron]."


@pytest.mark.parametrize(("typed", "found"), [
    ("关税", [4]), ("中国", [4]), ("美国与中国", [4]), ("钢铁征收", [4]), ("税", [4, 6]), ("関税", [6]),
    ("について", [6]), ("เหล็ก", [5]), ("日本 鉄鋼", [6]), ("中国 OR 日本", [4, 6]),
    ("中国 -关税", []), ("title:中国", [4]), ("火星", []),
])
def test_languages_without_spaces_are_found(texts: Archive, typed: str, found: list[int]) -> None:
    assert sorted(numbers(search(texts.connection, typed))) == found


def test_snippet_in_a_language_without_spaces_marks_the_word(texts: Archive) -> None:
    (hit,) = search(texts.connection, "钢铁")
    assert mark(hit.snippet or "", "[", "]") == "中国对[钢铁]征收关税。"


def test_query_without_a_wanted_word_finds_the_rest(texts: Archive) -> None:
    assert sorted(numbers(search(texts.connection, "-steel"))) == [3, 4, 5, 6]


def test_signs_alone_find_nothing(texts: Archive) -> None:
    assert search(texts.connection, "🙂 !!") == []
    assert list(find(texts.connection, "🙂 !!")) == []       # an export of signs must not be one of everything


@given(st.text(alphabet=st.sampled_from('ab "()*-+:|&ANDORNTE/5steel中关税日本のภาษี🙂\x00'), max_size=40))
@settings(max_examples=60, deadline=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_search_export_and_facets_agree_on_any_text(texts: Archive, typed: str) -> None:
    hits = numbers(search(texts.connection, typed, limit=100))
    assert sorted(hits) == list(find(texts.connection, typed))
    assert sum(count_facets(texts.connection, typed)["type"].values()) == len(hits)


@pytest.mark.parametrize(("filters", "found"), [
    (Filters(source="other"), [5]), (Filters(type="newsarticle"), [3]), (Filters(language="en"), [1, 2]),
    (Filters(topic="trade"), [2]), (Filters(author="meyer"), [1]), (Filters(since="2024"), [1, 2]),
    (Filters(since="2024-03-15"), [1, 2]), (Filters(since="2024-04"), [2]), (Filters(until="2023"), [3, 5, 6]),
    (Filters(until="2025-07-18", since="2025"), [2]), (Filters(since="2023", until="2024"), [1, 3]),
])
def test_filter_lets_through(texts: Archive, filters: Filters, found: list[int]) -> None:
    assert list(find(texts.connection, None, filters)) == found


@pytest.mark.parametrize(("filters", "found"), [
    (Filters(topic="énergie"), [1]), (Filters(topic="energie"), []), (Filters(author="ÉRIC"), [1]),
    (Filters(author="eric ångs"), [1]), (Filters(author="Эрик"), []), (Filters(author="?"), []),
    (Filters(author="[a"), []), (Filters(author="ё" * 5000), []),
])
def test_names_are_compared_in_any_case_and_script(archive: Archive, filters: Filters, found: list[int]) -> None:
    keep_many(archive, [reading(with_text(1, "Prix.", authors=(Author("Éric Ångström"),), topics=("Énergie",)))], RUN)
    assert list(find(archive.connection, None, filters)) == found


def test_filters_narrow_ranked_hits(texts: Archive) -> None:
    assert numbers(search(texts.connection, "steel", Filters(author="meyer"))) == [1]


def test_hits_can_be_sorted_by_date(texts: Archive) -> None:
    assert numbers(search(texts.connection, "steel", sort="oldest")) == [1, 2]


def test_words_that_start_so_are_found_and_marked(texts: Archive) -> None:
    (hit,) = search(texts.connection, "quot*")
    assert mark(hit.snippet or "", "[", "]") == "[Quotas] on steel and iron."


def test_second_page_follows_the_first(texts: Archive) -> None:
    assert numbers(search(texts.connection, "steel", limit=1, offset=1)) == [1]


@pytest.mark.parametrize("loaded", [False, True])
def test_facets_count_all_matches(texts: Archive, loaded: bool) -> None:
    facets = count_facets(texts.connection, "steel", columns=load_columns(texts.connection) if loaded else None)
    assert facets == {"source": {"institute": 2}, "year": {"2024": 1, "2025": 1}, "type": {"Report": 2},
                      "language": {"en": 1, "en-GB": 1}, "topic": {"Trade": 1}, "author": {"Ada Meyer": 1}}


@pytest.mark.parametrize("typed", ["🙂 !!", "mars"])
def test_nothing_found_counts_nothing(texts: Archive, typed: str) -> None:
    assert not any(count_facets(texts.connection, typed).values())


def test_facets_of_a_query_without_a_wanted_word(texts: Archive) -> None:
    assert count_facets(texts.connection, "-steel")["source"] == {"institute": 3, "other": 1}


def test_facets_are_narrowed_by_filters(texts: Archive) -> None:
    assert count_facets(texts.connection, "steel", Filters(author="meyer"))["year"] == {"2024": 1}


def test_collapsed_hits_show_one_of_a_group(texts: Archive) -> None:
    texts.connection.execute("INSERT INTO clusters VALUES (1, 1, 2, 1, NULL, NULL)")
    texts.connection.execute("UPDATE publications SET cluster_id = 1 WHERE publication_id IN (1, 2)")
    assert numbers(search(texts.connection, "steel", collapse=True)) == [2]
    assert numbers(search(texts.connection, "steel", collapse=True, sort="oldest")) == [1]


def test_word_of_very_many_texts_is_ranked_by_where_it_stands(archive: Archive,
                                                              monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ranking, "MANY", 3)
    monkeypatch.setattr(ranking, "VERY_MANY", 3)
    monkeypatch.setattr(ranking, "SAMPLED", 4)
    plain = {"dek": None, "links": (), "related": ()}
    kept = [with_text(number, "Steel everywhere.", title="Steel" if number == 2 else "Paper", **plain)
            for number in range(1, 7)]
    kept[4] = with_text(5, "Steel everywhere.", title="Paper", **plain | {"dek": "Of steel."})
    keep_many(archive, [reading(one) for one in kept], RUN)
    assert numbers(search(archive.connection, "steel")) == [2, 5, 6, 4, 3, 1]
    assert numbers(search(archive.connection, "steel", limit=2, offset=1)) == [5, 6]
    assert numbers(search(archive.connection, "steel OR stone", Filters(source="institute"))) == [2, 5, 6, 4, 3, 1]


def test_text_that_changed_is_found_by_its_new_words_only(texts: Archive) -> None:
    changed = replace(with_text(1, "Nothing of that kind."), blocks=(Block("paragraph", "Copper duties fell."),))
    keep_many(texts, [reading(changed)], RUN)
    assert numbers(search(texts.connection, "copper")) == [1]
    assert numbers(search(texts.connection, "rose")) == []


SPELT = (
    ("Τα τέλη νερού στην Ελλάδα.", "ΕΛΛΑΔΑ νερου"),
    ("Ещё раз о ёлках.", "еще елках"),
    ("Ещё раз о ёлках.", "ещё"),
    ("Ceny w Łodzi.", "Lodzi"),
    ("The Strasse was closed.", "Straße"),
    ("Die Straße war gesperrt.", "strasse"),
    ("Die Gebührenordnung.", "gebuehrenordnung"),
    ("Une œuvre.", "oeuvre"),
    ("Isınma giderleri.", "isinma"),
    ("Eﬃcient oﬃces.", "efficient offices"),
    ("CO₂ prices", "co2"),
    ("CO2 prices", "CO₂"),
    ("COVID-19", "covid19"),
    ("U.S. officials", "US officials"),
    ("1,000 meters", "1000"),
    ("1000 metres", "1,000"),
    ("عام ٢٠٢٥", "2025"),
    ("راجعت اللجنة رسوم المياه.", "مياه"),
    ("الإصلاح الاقتصادي", "الاصلاح"),
    ("الخطّة", "الخطة"),
    ("תעריפי המים באגן", "מים"),
    ("שׁלום", "שלום"),
    ("위원회는 물 요금을 검토했다.", "위원회 요금"),
    ("The wellbeing of all", "well-being"),
    ("The ＰＯＬＩＣＹ", "policy"),
    ("a state-of-the-art plan", "state‑of‑the‑art"),
    ("the trade war in Lødingen", '"war in lodingen"'),
    ("中国的AI政策与GDP增长", "AI GDP"),
    ("中国的ＡＩ政策", "ai"),
    ("中国的AI政策", "ＡＩ政策"),
    ("ｶﾀｶﾅ企業", "ｶﾀｶﾅ"),
    ("EUの政策", "EU"),
)


@pytest.mark.parametrize(("text", "typed"), SPELT)
def test_a_word_is_found_however_it_is_written(archive: Archive, text: str, typed: str) -> None:
    keep_many(archive, [reading(with_text(1, text)), reading(with_text(2, "Nothing of it. 没有。"))], RUN)
    columns = load_columns(archive.connection)
    assert numbers(search(archive.connection, typed)) == [1]
    assert list(find(archive.connection, typed)) == [1]
    assert count_facets(archive.connection, typed, columns=columns)["type"] == {"Report": 1}


@pytest.mark.parametrize(("text", "typed"), [("The aid was said to be paid.", "AI"), ("中国的said方案aid。", "ai"),
                                             ("Tariffs rose.", "tarifs"), ("steel", "stel")])
def test_other_words_are_not_taken_for_spellings(archive: Archive, text: str, typed: str) -> None:
    keep_many(archive, [reading(with_text(1, text, title="Paper", dek=None))], RUN)
    assert numbers(search(archive.connection, typed)) == []


def test_a_latin_word_within_chinese_is_marked(archive: Archive) -> None:
    keep_many(archive, [reading(with_text(1, "中国的AI政策"))], RUN)
    (hit,) = search(archive.connection, "ai")
    assert mark(hit.snippet or "", "[", "]") == "中国的[AI]政策"


@pytest.mark.parametrize("typed", ["doi:10.1000/7", "https://doi.org/10.1000/7", "DOI:10.1000/7"])
def test_an_identifier_finds_what_has_it_and_what_names_it(archive: Archive, typed: str) -> None:
    plain = {"identifiers": {}, "title": "Paper"}
    keep_many(archive, [reading(with_text(7, "Its own.")), reading(with_text(8, "See doi:10.1000/7.", **plain)),
                        reading(with_text(9, "Neither."))], RUN)
    assert sorted(numbers(search(archive.connection, typed))) == [1, 2]


def test_an_order_that_there_is_not_is_wrong_use(texts: Archive) -> None:
    with pytest.raises(WrongUse, match="there are relevance, newest, oldest"):
        search(texts.connection, "steel", sort="date")  # type: ignore[arg-type]
