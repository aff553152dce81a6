import random

import pytest

from archive import clusters as clusters_module
from archive import similarity
from archive.clusters import update_clusters
from archive.database import Archive
from archive.similarity import are_alike, bands_of, shingles_of
from archive.store import finish_run, keep, keep_many
from tests.archive.making import LATER, NOON, reading, with_text

RUN = 1


def words(seed: int, count: int = 300) -> list[str]:
    letters = random.Random(seed)
    return ["".join(letters.choices("abcdefghijklmnop", k=letters.randint(3, 9))) for _ in range(count)]


def edited(text: list[str], share: float, seed: int = 7) -> list[str]:
    chance = random.Random(seed)
    return [f"other{chance.randrange(10_000)}" if chance.random() < share else word for word in text]


def keep_texts(archive: Archive, *texts: list[str], start: int = 1, **fields: object) -> None:
    keep_many(archive, [reading(with_text(number, " ".join(text), published=f"2025-0{number}", **fields))
                        for number, text in enumerate(texts, start)], RUN)


def clusters(archive: Archive) -> list[int | None]:
    return [cluster for (cluster,) in archive.connection.execute(
        "SELECT cluster_id FROM publications ORDER BY publication_id")]


@pytest.mark.parametrize("share", [0.0, 0.01, 0.1, 0.2])
def test_edited_copy_is_grouped_with_its_original(archive: Archive, share: float) -> None:
    keep_texts(archive, words(1), words(2), edited(words(1), share))
    update_clusters(archive)
    assert clusters(archive) == [1, None, 1]


def test_copy_that_comes_later_joins_the_group(archive: Archive) -> None:
    keep_texts(archive, words(1), edited(words(1), 0.1))
    update_clusters(archive)
    keep_texts(archive, edited(words(1), 0.05, seed=8), words(3), start=3)
    update_clusters(archive)
    assert clusters(archive) == [1, 1, 1, None]


def test_long_texts_are_compared_a_few_at_a_time(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clusters_module, "WORDS_AT_A_TIME", 700)
    monkeypatch.setattr(clusters_module, "OTHERS_HELD", 1)
    held = list[int]()
    monkeypatch.setattr(similarity, "bands_of", lambda texts: held.append(len(texts)) or bands_of(texts))
    keep_texts(archive, words(1), words(2), edited(words(1), 0.1), words(3, 900), edited(words(2), 0.1), words(1))
    assert update_clusters(archive) == 6
    assert held == [2, 1, 1, 2]
    assert clusters(archive) == [1, 2, 1, None, 2, 1]


def test_group_tells_who_was_first_and_how_far_it_spread(archive: Archive) -> None:
    keep_texts(archive, words(1), start=3)
    keep_texts(archive, edited(words(1), 0.1), start=1, source="other")
    update_clusters(archive)
    assert archive.connection.execute(
        "SELECT first_publication_id, size, sources, first_published, last_published FROM clusters").fetchall() == [
            (2, 2, 2, "2025-01", "2025-03")]


def test_text_that_links_two_groups_makes_them_one(archive: Archive) -> None:
    first, second = words(1, 400), words(2, 400)
    keep_texts(archive, first, edited(first, 0.05), second, edited(second, 0.05))
    update_clusters(archive)
    assert clusters(archive) == [1, 1, 2, 2]
    keep_texts(archive, first + second, start=5)
    update_clusters(archive)
    assert clusters(archive) == [1, 1, 1, 1, 1]
    assert archive.connection.execute("SELECT cluster_id, size FROM clusters").fetchall() == [(1, 5)]


def test_text_that_changed_leaves_its_group(archive: Archive) -> None:
    keep_texts(archive, words(1), edited(words(1), 0.1))
    update_clusters(archive)
    keep(archive, reading(with_text(2, " ".join(words(9)), published="2025-02"), at=LATER), RUN)
    update_clusters(archive)
    assert clusters(archive) == [None, None]
    assert archive.connection.execute("SELECT count(*) FROM clusters").fetchone() == (0,)


def test_run_that_ends_leaves_nothing_uncompared(archive: Archive) -> None:
    keep_texts(archive, words(1), words(1))
    finish_run(archive, RUN, at=NOON)
    assert clusters(archive) == [1, 1]
    assert archive.connection.execute("SELECT count(*) FROM fingerprints_due").fetchone() == (0,)


def test_empty_texts_are_not_alike(archive: Archive) -> None:
    keep_texts(archive, [], [])
    update_clusters(archive)
    assert clusters(archive) == [None, None]


def test_short_texts_are_alike_only_if_nearly_equal() -> None:
    one, other = shingles_of("Steel tariffs rose by 12 percent"), shingles_of("Steel tariffs rose by 14 percent")
    assert not are_alike(one, other)
    assert are_alike(one, one)


def test_texts_without_spaces_between_words_are_compared() -> None:
    text = "美国宣布对钢铁和铝制品征收新的关税，欧盟表示将采取反制措施，双方谈判代表下周会面。"
    assert are_alike(shingles_of(text), shingles_of(text.replace("下周", "本月")))
    assert not are_alike(shingles_of(text), shingles_of("央行维持利率不变，并上调了今年的增长预期，市场反应平静。"))


def test_fingerprints_are_the_same_from_run_to_run() -> None:
    assert bands_of([shingles_of("price of steel rose sharply")])[0][:2] == [8459317249359809805, 290014526075189176]


@pytest.mark.parametrize("text", [
    "सरकार ने इस्पात आयात पर नए शुल्क की घोषणा की है। यह निर्णय घरेलू उत्पादकों की रक्षा करने के लिए लिया गया है। "
    "विशेषज्ञों का मानना है कि इससे कीमतें बढ़ सकती हैं और छोटे उद्योगों पर दबाव पड़ेगा।",
    "정부는 철강 수입에 대한 새로운 관세를 발표했다. 이번 결정은 국내 생산자를 보호하기 위한 것이다. 전문가들은 가격이 "
    "오를 수 있으며 작은 기업에 부담이 될 것이라고 본다. 산업부는 내년에 다시 검토하겠다고 밝혔다."])
def test_words_of_few_signs_or_with_signs_beside_their_letters_are_compared(text: str) -> None:
    middle = text.index(".") if "." in text else text.index("।")
    assert len(shingles_of(text)) >= 15
    assert are_alike(shingles_of(text), shingles_of(f"{text[:middle]} 2026 {text[middle:]}"))
