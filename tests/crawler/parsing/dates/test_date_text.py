import pytest

from crawler.parsing.dates.alone import read_line_date
from crawler.parsing.dates.text import Habits, find_dates_in, habits_of, read_date


def value(text, language="en-GB"):
    found = read_date(text, habits_of(language, None))
    return found.value if found else None


@pytest.mark.parametrize(("text", "language"), [
    ("5 March 2024", "en"), ("March 5, 2024", "en"), ("Tuesday 5th of March, 2024", "en"), ("Mar. 5th, 2024", "en"),
    ("05-Mar-2024", "en"), ("2024 Mar 5", "en"), ("5. März 2024", "de"), ("5 mars 2024", "fr"),
    ("5 de marzo de 2024", "es"),
    ("5 de março de 2024", "pt"), ("5 marzo 2024", "it"), ("5 maart 2024", "nl"),
    ("5 marca 2024", "pl"), ("5. března 2024", "cs"), ("5. marca 2024", "sk"), ("2024. március 5.", "hu"),
    ("5 martie 2024", "ro"), ("5 март 2024", "bg"), ("5 марта 2024 г.", "ru"), ("5 березня 2024", "uk"),
    ("5 Μαρτίου 2024", "el"), ("5 Mart 2024", "tr"), ("5. maaliskuuta 2024", "fi"), ("5. märts 2024", "et"),
    ("2024. gada 5. marts", "lv"), ("2024 m. kovo 5 d.", "lt"), ("5 de març del 2024", "ca"), ("5. mars 2024", "is"),
    ("5 مارس 2024", "ar"), ("٥ مارس ٢٠٢٤", "ar"), ("15 اسفند 1402", "fa"), ("۱۵ اسفند ۱۴۰۲", "fa"),
    ("5 במרץ 2024", "he"), ("5 मार्च 2024", "hi"), ("5 มีนาคม 2567", "th"),
    ("5 มี.ค. 2567", "th"),
    ("5 มีนาคม ค.ศ. 2024", "th"), ("2024 թ. մարտի 5", "hy"), ("2024(e)ko martxoaren 5(a)", "eu"),
    ("2024 оны гуравдугаар сарын 5", "mn"), ("2024-ж., 5-март", "ky"), ("5ی ئازاری 2024", "ckb"),
    ("5 thg 3, 2024", "vi"),
    ("5. marta 2024", "sr"), ("2024 മാർച്ച് 5", "ml"), ("ಮಾರ್ಚ್ 5, 2024", "kn"), ("5 במרס׳ 2024", "he"),
    ("ngày 5 tháng 3 năm 2024", "vi"), ("5 Maret 2024", "id"), ("2024年3月5日", "zh"), ("令和6年3月5日", "ja"),
    ("中華民國113年3月5日", "zh-TW"), ("5 มีนาคม พ.ศ. 2567", "th"),
    ("二〇二四年三月五日", "zh"), ("2024년 3월 5일", "ko"), ("05.03.2024", "de"), ("5/3/2024", "fr"),
    ("2024/3/5", "ja"),
    ("5 III 2024", "pl"), ("20240305", "en"), ("05.03.24", "de"),
    ("24-03-05", "ko"), ("24.03.05", "ja"), ("24/03/05", "zh"),
])
def test_day_is_read_in_many_languages(text, language):
    assert value(text, language) == "2024-03-05"


@pytest.mark.parametrize(("text", "expected"), [
    ("Tháng 3/2024", "2024-03"), ("March 2024", "2024-03"), ("2024-03", "2024-03"), ("2024年3月", "2024-03"),
    ("mars 2024", "2024-03"),
])
def test_month_is_not_padded(text, expected):
    assert value(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("2024-03-05T10:00:00+01:00", "2024-03-05T10:00:00+01:00"),
    ("2024-03-05T10:00:00.123Z", "2024-03-05T10:00:00+00:00"),
    ("2024-03-05T10:00:00+0100", "2024-03-05T10:00:00+01:00"),
    ("2024-03-05 10:00", "2024-03-05T10:00"),
    ("March 5, 2024 at 3:04 pm", "2024-03-05T15:04"),
    ("5. März 2024, 18.30 Uhr", "2024-03-05T18:30"),
    ("2024-03-05, 05:31 PM", "2024-03-05T17:31"),
    ("05.03.2024 | 2:03 min", "2024-03-05"),                   # how long a film takes
    ("14. augusta 2023", "2023-08-14"), ("14. septembar 2023.", "2023-09-14"),
    ("Tue, 05 Mar 2024 10:00:00 GMT", "2024-03-05T10:00:00+00:00"),
    ("Tue Mar 5 10:00:00 PST 2024", "2024-03-05T10:00:00-08:00"),
    ("2024년 3월 5일 오후 3:04", "2024-03-05T15:04"),
    ("Published 5 March 2025, 10:30 CET", "2025-03-05T10:30+01:00"),
    ("5. März 2025, 10:30 Uhr (MESZ)", "2025-03-05T10:30+02:00"),
    ("5 марта 2025, 10:30 МСК", "2025-03-05T10:30+03:00"),
    ("2025年3月5日 10:30 JST", "2025-03-05T10:30+09:00"),
    ("5 March 2025 10:30 (UTC+1)", "2025-03-05T10:30+01:00"),
    ("Wed Mar 05 2025 10:30:00 GMT+0530 (India Standard Time)", "2025-03-05T10:30:00+05:30"),
    ("5 March 2025 10:30 GMT-4", "2025-03-05T10:30-04:00"),
    ("5 March 2025 10:30 IST", "2025-03-05T10:30"),               # of India, Ireland or Israel
    ("5 mars 2025 à 10 h 30 est publié", "2025-03-05T10:30"),
    ("5 March 2025 10:30 GMT 11 min read", "2025-03-05T10:30+00:00"),
    ("5 III 2025, 10:30", "2025-03-05T10:30"),
])
def test_time_and_zone_are_kept_as_told(text, expected):
    assert value(text) == expected


@pytest.mark.parametrize(("language", "country", "expected"), [
    ("en-US", None, "2024-03-04"), ("en-GB", None, "2024-04-03"), ("en", "uk", "2024-04-03"),
    ("en", None, "2024-03-04"),
    ("de", None, "2024-04-03"), ("fr-CA", None, "2024-04-03"),
])
def test_order_of_day_and_month_follows_language_and_country(language, country, expected):
    assert read_date("03/04/2024", habits_of(language, country)).value == expected


def test_a_day_above_twelve_settles_the_order():
    assert read_date("12/31/2023", Habits("de", "DMY")).value == "2023-12-31"


def test_both_readings_of_an_ambiguous_date_are_known():
    assert read_date("03/04/2024", Habits("de", "DMY")).swapped == "2024-03-04"


def test_month_name_is_read_in_the_language_of_the_page():
    assert (value("5. listopada 2023", "hr"), value("5 listopada 2023", "pl")) == ("2023-10-05", "2023-11-05")


@pytest.mark.parametrize("text", [
    "from 10 to 2024", "page 12 of 2024", "31 February 2024", "2024-13-01", "version 1.2.10", "call 301-975-2000",
    "10.1000/182.2024", "192.168.10.12", "1920 x 1080", "in 2024", "Room 5 March Street", "Section 3.4.2019.1",
])
def test_what_is_no_date_is_not_read(text):
    assert value(text) is None


def test_dates_come_in_reading_order_and_never_overlap():
    found = find_dates_in("Published 5 March 2024 | Updated 2024-04-06 | May 2024")
    assert [date.value for date in found] == ["2024-03-05", "2024-04-06", "2024-05"]


def test_words_of_a_date_are_kept_as_written():
    assert read_date("منشور ٥ مارس ٢٠٢٤", Habits("ar")).raw == "٥ مارس ٢٠٢٤"


def test_hostile_text_is_read_in_no_time():
    assert find_dates_in("1 a" * 2_000 + " 2024") == []


@pytest.mark.parametrize("text", ["Policy Brief No. 12, March 1998", "Nr. 12, März 1998", "Vol. 3 No. 12, March 1998",
                                  "Issue 12, March 1998", "#12 March 1998", "n° 12, mars 1998"])
def test_the_number_of_an_issue_is_no_day(text):
    assert [found.value for found in find_dates_in(text)] == ["1998-03"]


@pytest.mark.parametrize(("text", "value"), [
    ("3 سبتمبر 2025 - 1:40 م", "2025-09-03T13:40"), ("3 سبتمبر 2025 10:25 ص", "2025-09-03T10:25"),
    ("3 سبتمبر 2025 1:40 مساءً", "2025-09-03T13:40"), ("05/03/2024 3:20 μ.μ.", "2024-03-05T15:20")])
def test_halves_of_the_day_are_read_in_arabic_and_greek(text: str, value: str) -> None:
    assert [date.value for date in find_dates_in(text)] == [value]


@pytest.mark.parametrize(("text", "expected", "raw"), [
    ("Posted 10:30 AM EST, Wed March 5, 2025", "2025-03-05T10:30-05:00", "10:30 AM EST, Wed March 5, 2025"),
    ("10:30, 5 March 2025", "2025-03-05T10:30", "10:30, 5 March 2025"),
    ("at 5.30 pm on 5 March 2025", "2025-03-05T17:30", "5.30 pm on 5 March 2025"),
    ("12:00–14:00, 5 March 2025", "2025-03-05", "5 March 2025"),
    ("version 3:20 of 5 March 2025", "2025-03-05", "5 March 2025"),
])
def test_the_time_may_stand_before_the_day(text: str, expected: str, raw: str) -> None:
    found = find_dates_in(text)[0]
    assert (found.value, found.raw) == (expected, raw)


@pytest.mark.parametrize(("language", "text"), [
    ("zh", "發布日期：114年3月5日"), ("ja", "令和七年三月五日"), ("ja", "公開日：R7.3.5"),
    ("eu", "2025eko martxoaren 5a"), ("kk", "2025 жылғы 5 наурыз"), ("uz", "2025-yil 5-mart"),
    ("he", "פורסם ב-5 במרץ 2025"), ("mt", "Ippubblikat fil-5 ta’ Marzu 2025"), ("sr", "Објављено 5. марта 2025"),
])
def test_days_are_read_as_each_language_writes_them(language: str, text: str) -> None:
    assert [found.value for found in find_dates_in(text, Habits(language))] == ["2025-03-05"]


@pytest.mark.parametrize(("text", "habits", "expected"), [
    ("中華民國一百一十四年六月十二日", Habits("zh", "YMD"), "2025-06-12"),
    ("民國百十四年六月十二日", Habits("zh", "YMD"), "2025-06-12"),
    ("ថ្ងៃទី១២ ខែមិថុនា ឆ្នាំ២០២៥", Habits("km"), "2025-06-12"),
    ("۲۲ جوزا ۱۴۰۴", Habits("fa", "YMD"), "2025-06-12"),
    ("۲۴ ارديبهشت ۱۴۰۴", Habits("fa", "YMD"), "2025-05-14"),                # with the Arabic letter
    ("۱۴۰۴/۰۳/۲۲ - ۰۹:۱۵", Habits("fa", "YMD"), "2025-06-12T09:15"),
    ("12 جوان 2025", Habits("ar"), "2025-06-12"),
    ("12 حزيران/يونيو 2025", Habits("ar"), "2025-06-12"),
    ("12 تشرين الأول 2025", Habits("ar"), "2025-10-12"),
    ("3 كانون الثاني/يناير 2025", Habits("ar"), "2025-01-03"),
    ("12 giugno 2025, ore 9.05", Habits("it"), "2025-06-12T09:05"),
    ("2025.06.12 오후 3:05", Habits("ko", "YMD"), "2025-06-12T15:05")])
def test_years_months_and_hours_as_they_are_written_elsewhere(text, habits, expected):
    assert read_date(text, habits).value == expected


def test_numbers_that_no_year_of_an_era_is_written_with_are_no_date():
    assert read_date("民國百百年六月十二日", Habits("zh", "YMD")) is None


@pytest.mark.parametrize("text", [
    "5 травня 2025 року о 10:15", "5 травня 2025 р., 10:15", "5 мая 2025 года в 10:15", "05.05.2025 г. 10:15",
    "2025. május 5. 10:15", "2025. május 5., 10:15", "5. května 2025 v 10:15", "5 maja 2025 r. o godz. 10:15",
    "5 mai 2025, ora 10:15", "Pubblicato il 5 maggio 2025 alle ore 10:15", "5 Mayıs 2025 saat 10:15",
    "5 Μαΐου 2025 στις 10:15"])
def test_hour_is_read_behind_the_words_that_lead_to_it(text: str) -> None:
    assert [date.value for date in find_dates_in(text)] == ["2025-05-05T10:15"]


@pytest.mark.parametrize("text", [
    "14 Ekim 2025 Salı, 13:05", "2025. október 14., kedd 13:05", "2025年10月14日（火）13:05",
    "2025年10月14日 星期二 13:05"])
def test_weekday_between_day_and_hour_is_passed_over(text: str) -> None:
    assert [date.value for date in find_dates_in(text)] == ["2025-10-14T13:05"]


@pytest.mark.parametrize(("text", "language", "expected"), [
    ("12 de junio de 2025 2:30 p. m.", "es", "2025-06-12T14:30"), ("12/06/2025 2:30 a. m.", "es", "2025-06-12T02:30"),
    ("12 de junio de 2025 a las 2:30 de la tarde", "es", "2025-06-12T14:30"),
    ("12/06/2025 2:30 CH", "vi", "2025-06-12T14:30"), ("12 जून 2025 2:30 अपराह्न", "hi", "2025-06-12T14:30"),
    ("2025. június 12. 14:30", "hu", "2025-06-12T14:30"), ("2025年6月12日 下午2:30", "zh", "2025-06-12T14:30"),
    ("2025年6月12日（木）午後2時30分", "ja", "2025-06-12T14:30"), ("2025. 6. 12.(목) 14:30", "ko", "2025-06-12T14:30"),
    ("12 päivänä kesäkuuta 2025", "fi", "2025-06-12"), ("2025 оны 6 сарын 12", "mn", "2025-06-12"),
    ("2025-жылдын 12-июну", "ky", "2025-06-12"), ("12 июни соли 2025", "tg", "2025-06-12")])
def test_halves_of_the_day_and_forms_of_months(text, language, expected):
    assert value(text, language) == expected


def test_figures_of_the_persian_calendar_are_a_day_on_a_line_of_a_page_in_any_language():
    found = read_line_date("۱۴۰۴/۰۲/۲۱ ۰۹:۳۰")
    assert found is not None and found.iso == "2025-05-11T09:30"
