import pytest

from archive.records import Author
from crawler.parsing.bylines import begins_byline, read_byline
from crawler.parsing.bylines.names import read_name


def names(text: str, **how: bool) -> list[str]:
    return [author.name for author in read_byline(text, **how)]


@pytest.mark.parametrize(("byline", "expected"), [
    ("By Ada One, Bo Two and Cy Three in Geneva", ["Ada One", "Bo Two", "Cy Three"]),
    ("By Ada One | March 5, 2024", ["Ada One"]),
    ("By Ada One, Senior Economist", ["Ada One"]),
    ("Discours prononcé par Ada One, gouverneure, à la conférence des ports", ["Ada One"]),
    ("Remarks by Deputy Governor Ada B. One and Foreign Minister Bo Two", ["Ada B. One", "Bo Two"]),
    ("Rede der Bundesministerin Dr. Ada One", ["Ada One"]),
    ("Discurso del ministro Juan Gómez", ["Juan Gómez"]),
    ("Speech by Ms Ada One, Governor of the Bank, at the Harbour Dinner, Port City, 14 May 2025.", ["Ada One"]),
    ("Keynote address by Ada One at the Conference, Oslo", ["Ada One"]),
    ("By MS One", ["MS One"]),
    ("By President of the river, a film", []),
    ("By Justice Smith", ["Justice Smith"]),
    ("기자명 김하늘 기자", ["김하늘"]),
    ("By Prof. Ada One and Dr Bo Two, PhD", ["Ada One", "Bo Two"]),
    ("Written by Ada One Published 3 May 2024", ["Ada One"]),
    ("By Ada One ada@institute.example", ["Ada One"]),
    ("By Ada One and Bo Two, The Institute of Examples", ["Ada One", "Bo Two"]),
    ("Reported by Ada One; edited by Bo Two", ["Ada One"]),
    ("ByAda One", ["Ada One"]),
    ("By Ada One for Example Times", ["Ada One"]),
    ("By the Centre for River Studies", ["Centre for River Studies"]),
    ("By Ministry of Health in London", ["Ministry of Health"]),
    ("Von Jörg Müller und Ute van der Berg, dpa", ["Jörg Müller", "Ute van der Berg", "dpa"]),
    ("Par Éloïse Dupont et Jean-Luc Martin", ["Éloïse Dupont", "Jean-Luc Martin"]),
    ("Por María R. Pérez y Juan Gómez", ["María R. Pérez", "Juan Gómez"]),
    ("Autore: Anna Rossi", ["Anna Rossi"]),
    ("Door Jan de Vries", ["Jan de Vries"]),
    ("Автор: Анна Петрова", ["Анна Петрова"]),
    ("作者：王小明", ["王小明"]),
    ("執筆：山田太郎", ["山田太郎"]),
    ("작성자: 김민수 기자", ["김민수"]),
    ("بقلم أحمد حسن", ["أحمد حسن"]),
    ("بقلم ليلى حداد وسامي منصور", ["ليلى حداد", "سامي منصور"]),
    ("بقلم أحمد محمد وليد", ["أحمد محمد وليد"]),
    ("بقلم وزارة المالية والتخطيط الوطني", ["وزارة المالية والتخطيط الوطني"]),
    ("文・田中美咲、山本健太", ["田中美咲", "山本健太"]),
    ("글 김민지, 박준호 기자", ["김민지", "박준호"]),
    ("글 김민지 사진 박준호", ["김민지"]),
    ("Por Lucía Romero, Ministerio de Hacienda", ["Lucía Romero"]),
    ("Autoři: Jana Nováková a Petr Svoboda", ["Jana Nováková", "Petr Svoboda"]),
    ("Per Anna Puig i Joan Vila", ["Anna Puig", "Joan Vila"]),
    ("Autorzy: Anna Kowalska i Jan Nowak", ["Anna Kowalska", "Jan Nowak"]),
    ("Shkruar nga Arben Hoxha dhe Mira Leka", ["Arben Hoxha", "Mira Leka"]),
    ("लेखक: राम शर्मा और सीता वर्मा", ["राम शर्मा", "सीता वर्मा"]),
    ("लेखक: शिक्षा एवं संस्कृति मंत्रालय", ["शिक्षा एवं संस्कृति मंत्रालय"]),
    ("লিখেছেন: শেখ রহমান ও আনিকা দাস", ["শেখ রহমান", "আনিকা দাস"]),
    ("எழுதியவர்: ராம் குமார் மற்றும் சீதா தேவி", ["ராம் குமார்", "சீதா தேவி"]),
    ("تحریر: احمد خان اور سارہ علی", ["احمد خان", "سارہ علی"]),
    ("نویسنده: احمد رضایی و سارا کریمی", ["احمد رضایی", "سارا کریمی"]),
    ("מאת: דנה כהן ויוסי לוי", ["דנה כהן", "יוסי לוי"]),
    ("מאת: יוסי לוי ורד", ["יוסי לוי ורד"]),
    ("作者：王小明和李建国", ["王小明", "李建国"]),
    ("著者：中村和一郎", ["中村和一郎"]),
    ("著者：佐藤健一・山田花子", ["佐藤健一", "山田花子"]),
    ("작성자: 김민수·이영희", ["김민수", "이영희"]),
    ("작성자: 김민수 · 정치부", ["김민수"]),
    ("โดย สมชาย ใจดี และ สมหญิง รักไทย", ["สมชาย ใจดี", "สมหญิง รักไทย"]),
    ("Հեղինակ՝ Անի Պետրոսյան և Արամ Սարգսյան", ["Անի Պետրոսյան", "Արամ Սարգսյան"]),
])
def test_byline_names_its_authors(byline, expected):
    assert names(byline) == expected


@pytest.mark.parametrize("text", [
    "By the way, prices rose", "By clicking you agree to our Privacy Policy", "Von der Krise zur Reform",
    "Prices rose in March", "글 쓰는 법", "글 더보기", "文化・芸術の振興", "By 2030, all cars are electric", "By", ""])
def test_sentence_is_no_byline(text):
    assert names(text) == []


@pytest.mark.parametrize("text", ["admin", "wp_editor", "ada.one", "user123", "ada@institute.example", "Share",
                                  "{{ name }}", "https://example.org/ada", "Services » Ministry of Finance"])
def test_user_name_or_template_is_no_name(text):
    assert read_name(text, stated=True) is None


def test_single_word_is_a_name_only_where_it_is_stated():
    assert (read_name("Kristin"), read_name("Kristin", stated=True)) == (None, Author("Kristin"))


def test_institution_is_told_from_a_person():
    assert read_name("Ministry of Finance") == Author("Ministry of Finance", "organization")


@pytest.mark.parametrize("name", [
    "Bundesministerium der Finanzen", "Statistisches Bundesamt", "Office fédéral de la statistique", "Cour des comptes",
    "Comisión Nacional de los Mercados", "Governo do Estado", "Camera dei deputati", "Raad van State",
    "Naturvårdsverket", "Tilastokeskus", "Główny Urząd Statystyczny", "Úřad vlády", "Központi Statisztikai Hivatal",
    "Guvernul României", "Maliye Bakanlığı", "Υπουργείο Οικονομικών",
    "Счётная палата", "Кабінет Міністрів", "وزارة المالية", "بانک مرکزی",
    "משרד האוצר", "वित्त मंत्रालय", "กระทรวงการคลัง", "Bộ Tài chính",
    "外交部", "国家统计局", "経済産業省", "기획재정부", "통계청"])
def test_public_bodies_of_many_languages_are_institutions(name):
    assert read_name(name) == Author(name, "organization")


@pytest.mark.parametrize("name", ["Thomas Stadt", "Rosa Junta", "Vlada Petrovic", "Per Departement", "Ban Ki-moon",
                                  "阿部", "服部浩司", "김지원", "Иван Советов", "وليد جنبلاط", "Karl Kammer",
                                  "Mia Dienst"])
def test_names_that_look_like_those_of_bodies_are_people(name):
    assert read_name(name) == Author(name)


def test_acronym_that_is_stated_is_an_institution():
    assert read_name("OECD", stated=True) == Author("OECD", "organization")


def test_family_name_that_looks_like_a_degree_stays():
    assert read_name("Rui Ma") == Author("Rui Ma")


def test_label_begins_a_byline_only_with_a_colon():
    assert (begins_byline("Autor: Jan Novák"), begins_byline("Autor dieser Studie ist")) == (True, False)


@pytest.mark.parametrize("name", [
    "Directorate-General for Mobility and Transport", "Department for Culture, Media and Sport",
    "Ministry of Labour and Social Affairs", "Ministerium für Umwelt und Verkehr", "Ministerio de Sanidad y Consumo"])
def test_a_public_body_with_commas_and_joiners_in_its_name_is_one_author(name: str) -> None:
    assert [(author.name, author.kind) for author in read_byline(f"Author: {name}")] == [(name, "organization")]


def test_a_byline_in_arabic_ends_where_the_day_of_publication_is_told() -> None:
    assert [author.name for author in read_byline("كتب: سامي الحداد نشر في: الأربعاء 3 سبتمبر 2025")] == ["سامي الحداد"]


@pytest.mark.parametrize("byline", [
    "Συντάκτες: Ada One, Bo Two", "כתיבה: Ada One, Bo Two", "نویسندگان: Ada One, Bo Two", "المؤلفون: Ada One, Bo Two",
    "Nhóm tác giả: Ada One, Bo Two", "Autoare: Ada One, Bo Two", "Аўтары: Ada One, Bo Two",
    "لیکوال: Ada One، Bo Two", "Муаллифон: Ada One, Bo Two", "ရေးသားသူ: Ada One, Bo Two"])
def test_labels_of_several_authors_in_more_languages(byline):
    assert names(byline) == ["Ada One", "Bo Two"]


@pytest.mark.parametrize("name", ["አበበ ከበደ", "សុខ ដារ៉ា", "བསྟན་འཛིན དབང་ཕྱུག"])
def test_names_in_scripts_without_capitals_are_names(name: str) -> None:
    assert [author.name for author in read_byline(name, led=False)] == [name]


def test_what_somebody_is_in_wide_brackets_is_off():
    assert names("文／林怡君（本會研究員）") == ["林怡君"]


def test_short_name_in_brackets_is_part_of_the_name() -> None:
    assert names("By William (Bill) Smith and Ada One") == ["William (Bill) Smith", "Ada One"]
    assert names("By Ada One (Reuters)") == ["Ada One"]


def test_former_name_in_brackets_is_part_of_the_name() -> None:
    assert read_name("Paramita (Guha) Ghosh") == Author("Paramita (Guha) Ghosh")


@pytest.mark.parametrize("name", [
    "Fisheries and Northern Harbours Canada", "Health Canada", "Public Services and Procurement Canada",
    "Fire and Emergency New Zealand", "Ministry of Inland Fisheries and Cold Storage", "政策研究司", "综合处",
    "战略研究部", "어선안전정책과", "보건복지진흥부", "Humas Pesisir", "กองสื่อสารองค์กร"])
def test_public_bodies_are_told_by_what_they_are_for(name):
    assert [(author.name, author.kind) for author in read_byline(f"Author: {name}")] == [(name, "organization")]


@pytest.mark.parametrize("name", ["John Ireland", "Joni Canada", "김영실", "服部浩司"])
def test_countries_and_endings_alone_make_no_body(name):
    assert read_byline(f"Author: {name}") == (Author(name),)


def test_a_body_named_before_people_signs_with_them():
    assert names("By Department of Health and Jane Smith") == ["Department of Health", "Jane Smith"]
    assert names("By Jane Smith, Department of Health") == ["Jane Smith"]
