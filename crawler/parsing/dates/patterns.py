"""How dates are written, as patterns, and the numbers that words stand for in them. Data only."""

import re

# not \w+: vowel signs of many scripts are no word characters
_WORD = r"[^\W\d_][^\s\d.,;:/|()<>–—•·*+=!?\[\]{}\"“”«»…_-]{1,14}"
_THAI = r"[ก-ฮ][ก-๎]?\.[ก-ฮ]"                                               # มี.ค.
_LEVANTINE = r"(?:تشرين|كانون)\s[ء-ي]{5,6}"                                    # of two words: تشرين الأول
_TWIN = rf"(?:(?:{_LEVANTINE}|[ء-ي]{{2,7}})\s?/\s?)?"                          # "12 آذار/مارس 2023", by both names
ODD_MONTH = re.compile(f"{_THAI}|{_LEVANTINE}")
_THAI_YEAR = r"(?:(?<=[ก-๎])|(?<=[ก-๎]\s)|(?<=[ก-๎]\.)|(?<=[ก-๎]\.\s))\d\d(?![\d:.])"      # "12 ม.ค. 67"
_ERA = r"(?:[พค]\.\s?ศ\.\s?|ឆ្នាំ\s?|соли\s)?"      # "in the Buddhist era", "A. D."
_JOIN = r"(?:(?:of|de|del|do|['’]?ta['’]?|ng)\s|d['’])?"
_GAP = rf"[\s.,،/–-]{{1,3}}{_JOIN}"
_MAY_GAP = rf"(?:{_GAP})?"
ISO = re.compile(
    r"(?<![\d.,/-])(?P<year>1[789]\d\d|20\d\d)(?:(?P<sep>[-/.])\s?(?P<month>0?[1-9]|1[0-2])(?:(?P=sep)\s?(?P<day>0?[1-9]|[12]\d|3[01]))?"
    r"(?![\d/])|(?P<month2>0[1-9]|1[0-2])(?P<day2>0[1-9]|[12]\d|3[01])(?!\d))")
SPACED = re.compile(              # 2024 03 05, where the year comes first
    r"(?<![\d.,/-])(?P<year>19\d\d|20\d\d)\s(?P<month>0[1-9]|1[0-2])\s(?P<day>0[1-9]|[12]\d|3[01])(?!\d|\s\d)")
SHORT_YEAR = re.compile(          # 24-03-05, likewise
    r"(?<![\d.,:/-])(?P<year>\d\d)(?P<sep>[./-])(?P<month>0[1-9]|1[0-2])(?P=sep)(?P<day>0[1-9]|[12]\d|3[01])(?![\d./-])")
JALALI = re.compile(
    r"(?<![\d.,/-])(?P<year>1[34]\d\d)(?P<sep>[/-])(?P<month>\d\d?)"
    r"(?P=sep)(?P<day>\d\d?)(?![\d/])")
MINGUO = re.compile(           # 113-03-05, years of the Republic of China
    r"(?<![\d.,/-])(?P<year>9\d|1[0-3]\d)(?P<sep>[./-])(?P<month>\d\d?)(?P=sep)(?P<day>\d\d?)(?![\d./-])")
MINGUO_NAMED = re.compile(r"(?<![\d年])(?P<year>9\d|1[0-3]\d)\s?年\s?(?P<month>\d\d?)\s?月\s?(?P<day>\d\d?)\s?日")
ERA_LETTER = re.compile(       # R7.3.5, as Japanese offices write for 令和7年
    r"(?<![A-Za-z])(?P<era>[RHS])\s?(?P<year>\d{1,2})(?P<sep>[./])(?P<month>\d\d?)(?P=sep)(?P<day>\d\d?)(?![\d./])")
DAY_FIRST = re.compile(
    rf"(?:(?<![\d.,:/-])|(?<=[א-ת]-)|(?<=[fFmM]il-)|(?<=tal-))"
    rf"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|re|º|°|ª|η|ης|\.|-?го|-?e|ی|\späivänä)?{_GAP}"
    rf"{_TWIN}(?P<name>{_THAI}|{_LEVANTINE}|{_WORD}?){_MAY_GAP}{_ERA}(?P<year>\d{{4}}|['’]\d\d|(?<=[a-z]-)\d\d|{_THAI_YEAR})(?!\d)",
    re.IGNORECASE)
MONTH_FIRST = re.compile(
    rf"(?<![^\W_])(?P<name>{_WORD}?)[\s.,-]{{1,3}}(?:the\s)?(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\s?[,\s./-]{{1,3}}"
    rf"(?P<year>\d{{4}})(?!\d)", re.IGNORECASE)
YEAR_FIRST = re.compile(
    rf"(?<!\d)(?P<year>\d{{4}})(?:\s?\.|\s?m\.|\s?թ\.?|\.?\s?gada|-?e?ko|\(e\)ko|[,-])?\s?(?P<name>{_WORD}?)\.?[\s-]{{1,2}}(?P<day>0?[1-9]|[12]\d|3[01])(?!\d)",
    re.IGNORECASE)
YEAR_DAY = re.compile(
    rf"(?<!\d)(?P<year>\d{{4}})(?:\.?\s?gada|\s(?:жылғы|жылы)|[\s-]?ж\.,?|-жылдын|-yil)\s"
    rf"(?P<day>0?[1-9]|[12]\d|3[01])[.-]?\s?(?P<name>{_WORD})", re.IGNORECASE)
YEAR_WORDS = ("gada", "жыл", "ж.", "-yil")      # one of which YEAR_DAY needs
MONTH_YEAR = re.compile(
    rf"(?<![^\W_])(?<!\d[\s.])(?P<name>{_LEVANTINE}|{_WORD}?)\.?{_GAP}(?P<year>\d{{4}})(?![\d-])", re.IGNORECASE)
NUMERIC = re.compile(
    r"(?<![\d.,:/-])(?P<first>0?[1-9]|[12]\d|3[01])\s?(?P<sep>[./-])\s?(?P<second>0?[1-9]|[12]\d|3[01])\s?(?P=sep)\s?"
    r"(?P<year>\d{4}|\d\d)(?![\d/-]|\.\d)")
EAST = re.compile(
    r"(?:(?P<era>令和|平成|昭和|(?:中[華华])?民[國国])\s?(?P<eraYear>元|\d{1,3})|(?<!\d)(?P<year>\d{4}))\s?[年년]\s?(?:度)?(?P<month>\d{1,2})\s?[月월]\s?(?:(?P<day>\d{1,2})\s?[日일])?"
    r"(?:\s?[(（][^\d)）]{1,4}[)）]|\s?(?:星期|周|週)\w|\s?\w요일)?\s?(?:(?P<half>上午|下午|午前|午後|오전|오후)?\s?(?P<hour>[01]?\d|2[0-3])[:時时시]\s?(?P<minute>[0-5]\d)"
    r"(?:\s?[(（]?(?P<zone>JST|KST|HKT)[)）]?)?)?")
UNIX = re.compile(               # of date(1) and ctime(3)
    r"(?P<name>[A-Z][a-z]{2})\s{1,2}(?P<day>[12]?\d|3[01])\s(?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d):(?P<second>[0-5]\d)\s"
    r"(?P<zone>[A-Z]{3,4})?\s?(?P<year>\d{4})(?!\d)")
MONGOLIAN = re.compile(
    r"(?<!\d)(?P<year>\d{4})\s?оны?\s(?:(?P<month>\d{1,2})(?:-?р|\sду[гү]аар|\sдүгээр)?|(?P<name>(?:арван\s)?\w{5,12}))\s?"
    r"сарын\s(?P<day>\d{1,2})(?!\d)",
    re.IGNORECASE)
VIETNAMESE = re.compile(
    r"(?:(?:ngày\s)?(?P<day>\d{1,2})\s(?:tháng|thg\.?|/)|\btháng)\s(?P<month>\d{1,2})(?:,?\s(?:năm\s)?|/)(?P<year>\d{4})(?!\d)",
    re.IGNORECASE)
VIETNAMESE_WORDS = ("/", "áng", "ÁNG", "thg")      # one of which VIETNAMESE needs
ROMAN = re.compile(
    r"(?<![\d.])(?P<day>0?[1-9]|[12]\d|3[01])[.\s]{1,2}(?P<name>[IVX]{1,4})[.\s]{1,2}(?P<year>\d{4})(?!\d)")
# a month, as _WORD has it or wider
MAY_NAME = re.compile(r"[^\W\d_][^\s\d.,;:/|()<>–—•·*+=!?\[\]{}\"“”«»…_،'’-]{1,14}")
REACH = 60                   # characters: more than any pattern has before its first digit or after its last
DIGIT = re.compile(r"[0-9]")
DIGITS = re.compile(r"[0-9]+")
MAY_HOLD = re.compile(r"[12]\d{3}|\d\s?[./-]\s?\d{1,2}\s?[./-]\s?\d|['’]\d\d|[年년]|[ก-๎]\.?\s?\d\d(?!\d)")
ROMANS = {name: number for number, name in enumerate("I II III IV V VI VII VIII IX X XI XII".split(), 1)}
ERAS = {"R": 2018, "H": 1988, "S": 1925, "令和": 2018, "平成": 1988, "昭和": 1925,
        **dict.fromkeys(("民國", "民国", "中華民國", "中华民国"), 1911)}
HAN = str.maketrans("〇一二三四五六七八九", "0123456789")
HAN_NUMBER = re.compile(
    "(?P<hundreds>[一二三四五六七八九]?百)?[〇零]?(?P<tens>[一二三四五六七八九]?十)?(?P<ones>[一二三四五六七八九])?")
HAN_YEAR = re.compile(
    r"(?:[〇一二三四五六七八九]{4}|(?P<era>令和|平成|昭和|(?:中[華华])?民[國国])(?P<eraYear>元|[一二三四五六七八九十百〇零]{1,6}))年[〇一二三四五六七八九十]{1,3}月(?:[〇一二三四五六七八九十]{1,3}日)?")
PERSIAN = {name: number for names in (                   # of Iran; of Afghanistan in Dari and in Pashto
    "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند",
    "حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت",
    "وری غویی غبرګولی چنګاښ زمری وږی تله لړم لیندۍ مرغومی سلواغه کب") for number, name in enumerate(names.split(), 1)}
PERSIAN |= {name.translate(str.maketrans("یک", "يك")): number for name, number in PERSIAN.items()}   # in Arabic letters
THAI_OFFSET = 543
THAI_CENTURY = 2500
