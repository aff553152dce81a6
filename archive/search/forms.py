"""A word as typed -> the forms that it takes in a sentence, by language. Pure.

The index itself only knows the forms of English words. Here a word loses its ending and gets all others of its
language, and not every one is a word: whoever asks keeps those that some text in that language has. A stem that
changes (Buch, Bücher is found; podatek, podatku by its endings; vin, vinet not) is beyond this.
"""

import re

LEAST_STEM, SHORT_STEM, SHORT_WORD = 4, 3, 5       # letters that are left; short words may leave less
LEAST_COMPOUND = 5                                 # letters of a word that others are made with
_CYRILLIC = re.compile("[а-яёієїґўј]")

_NORDIC = "a an ar arna en er erna et ar e ene erne ets ens ers n ne na ns s t"
_SLAVIC = "а я о е ы и у ю ь й є і ї ой ей ою ею ем ом им ым их ых ам ям ами ями ах ях ов ев ів їв"
_RUSSIAN = ("ия ие ии ию ий ией ием иям иями иях ый ая яя ое ее ые ую юю ого его ому ему ыми ими ья ье ью ьи ьев ьям "
            "ьями ьях ья ок ка ки ке ку кой кам ками ках ец ца цы цу цов")
_ENDINGS = {
    "de": "e en er ern em es s n se sen ses nen um ien",
    "nl": "e en s es er ers eren",
    "sv": _NORDIC + " orna or arnas ernas", "da": _NORDIC, "no": _NORDIC, "nb": _NORDIC, "nn": _NORDIC + " ar ane",
    "fr": "e s es x al ale ales aux eau eaux eux euse euses if ive ifs ives el elle els elles er ere ers eres",
    "es": "a o e as os es", "it": "a o e i he hi ie io", "pt": "a o e as os es ao oes aos ais eis ois ns m",
    "ca": "a o e s es os", "ro": "a e i ul ului lor le ii iile ilor ei",
    "pl": "a e y i o u ow om ami ach em ie ia iu ii iem iom iach iami io ego emu ej ych ym ymi im ich imi owi owie mi "
          "ek ku kowi kiem kow kom kami kach ka ki ce ka ec cu cow ca cy iec zie dzie cie",
    "cs": "a e y i o u ou um uv em ech ich ach ami emi imi eho emu ym ych ymi im iho imu ni ek ku ky ku ka ce",
    "sk": "a e y i o u ou om ov em och ach ami mi eho emu ym ych ymi im ie iu iam iach ek ku ky ka",
    "ru": f"{_SLAVIC} {_RUSSIAN}", "uk": f"{_SLAVIC} ові еві ий ій ього ого ому ими ові ія ії ію ією ям",
    "bg": f"{_SLAVIC} та ът ят те то ите ия ият ата ето ото",
}
_COMPOUNDING = frozenset("de nl sv da no nb nn fi hu et is".split())
ENDINGS = {language: frozenset(endings.split()) | {""} for language, endings in _ENDINGS.items()}
LANGUAGES = frozenset(ENDINGS) | _COMPOUNDING


def forms_of(word: str, language: str) -> tuple[str, ...]:
    """What may be other forms of the word in that language (two letters); none where its forms are not known.

    >>> [form for form in forms_of("Miete", "de") if form in ("miet", "mieten", "mieter")]
    ['miet', 'mieten', 'mieter']
    """
    typed, endings = word.lower(), ENDINGS.get(language)
    if endings is None or not typed.isalpha() or (language in ("ru", "uk", "bg")) != bool(_CYRILLIC.search(typed)):
        return ()
    least = SHORT_STEM if len(typed) <= SHORT_WORD else LEAST_STEM
    stems = [typed[:at] for at in range(least, len(typed) + 1) if typed[at:] in endings]
    found = {stem + ending: None for stem in dict.fromkeys((*stems[:1], *stems[-1:])) for ending in sorted(endings)}
    return tuple(form for form in found if form != typed)


def may_begin_compounds(word: str, language: str) -> bool:
    """Whether words of that language that begin so are likely about the same: "Klimaschutz" in "Klimaschutzgesetz"."""
    return language in _COMPOUNDING and len(word) >= LEAST_COMPOUND and word.isalpha()
