"""Runs of the body -> how many stand before the lines that close it: on its writers, whom the press may call. Pure.

Labels of hundreds of articles agree that neither is of the text.
"""

import re
from collections.abc import Sequence

from crawler.parsing.outline import Outline
from crawler.parsing.site import fold

_MOST = 12                 # lines of such an end
_LONGEST_LABEL = 60        # characters of the line that opens it
_LONGEST_LINE = 400        # and of one in it
_LEAST_BEFORE = 0.6        # share of the text that stands before it
_WRITERS = frozenset(map(fold, (
    "about the author|about the authors|about the contributor|about the contributors|about the writer|über den autor|"
    "über die autorin|über die autoren|über die autorinnen und autoren|zur person|à propos de l'auteur|"
    "à propos de l'autrice|à propos des auteurs|sobre el autor|sobre la autora|sobre los autores|sobre la firma|"
    "sobre o autor|sobre a autora|sobre os autores|sull'autore|sull'autrice|sugli autori|over de auteur|"
    "over de auteurs|om författaren|om författarna|om forfatteren|om forfatterne|kirjoittajasta|"
    "tietoa kirjoittajasta|o autorze|"
    "o autorce|o autorach|o autorovi|o autorech|a szerzőről|despre autor|об авторе|об авторах|про автора|про авторів|"
    "yazar hakkında|عن الكاتب|عن المؤلف|लेखक के बारे में|về tác giả|tentang penulis|作者简介|关于作者|作者簡介|關於作者|"
    "著者紹介|執筆者紹介|著者プロフィール|저자 소개|필자 소개").split("|")))
_CONTACTS = frozenset(map(fold, (
    "contact|contacts|contact us|contact details|contact information|media contact|media contacts|press contact|"
    "press contacts|news media contact|for media enquiries|media enquiries|media inquiries|press enquiries|"
    "press office|kontakt|pressekontakt|medienkontakt|kontakt für medien|rückfragen|rückfragehinweis|ansprechpartner|"
    "ansprechpartnerin|pressestelle|contact presse|contacts presse|service de presse|contacto|contactos|"
    "contacto de prensa|contactos de prensa|contato|contatos|contato para a imprensa|assessoria de imprensa|"
    "assessoria de comunicação|contatti|contatti stampa|ufficio stampa|perscontact|perscontacten|woordvoering|"
    "presskontakt|kontaktperson|kontaktpersoner|lisätietoja|lisätiedot|yhteystiedot|kontakt dla mediów|biuro prasowe|"
    "kontakt pro média|sajtókapcsolat|kapcsolat|контакты|контакты для сми|пресс-служба|контакти|"
    "iletişim|basın iletişim|للتواصل|للاستفسار|संपर्क|liên hệ|kontak|narahubung|επικοινωνία|联系方式|联系人|媒体联系|"
    "媒体联络|"
    "聯絡方式|聯絡人|新聞聯絡人|お問い合わせ|お問い合わせ先|問い合わせ先|お問合せ先|連絡先|担当|문의|문의처|담당자|연락처").split("|")))
_CONTACT_STARTS = tuple(map(fold, ("assessoria de", "assessoria especial de", "本件に関するお問い合わせ",
                                   "本件に関するお問合せ", "本件に関する問い合わせ", "gabinete de prensa",
                                   "ufficio stampa")))
_REACHES = re.compile(r"\S@\S|(?<!\d)\+?\(?\d{2,5}\)?[ ./-]{1,2}\d[\d ./-]{4,}\d|電話|电话|電話番号")


def before_closing(outline: Outline, numbers: Sequence[int]) -> int:
    """How many of the runs `numbers` stand before such an end; all where there is none."""
    lengths = [len(outline.runs[number].text) for number in numbers]
    total = sum(lengths)
    for place in range(max(len(numbers) - _MOST, 1), len(numbers)):
        if total - sum(lengths[place:]) >= _LEAST_BEFORE * total and max(lengths[place:]) <= _LONGEST_LINE \
                and _opens_closing(outline, numbers, place):
            return place
    return len(numbers)


def _opens_closing(outline: Outline, numbers: Sequence[int], place: int) -> bool:
    """Whether the run is the label of such lines, or stands below one that was taken for a byline."""
    runs, number = outline.runs, numbers[place]
    said = runs[number].text
    label = fold(said) if len(said) <= _LONGEST_LABEL else ""
    lifted = number - 1 if numbers[place - 1] != number - 1 else None      # a label taken for a byline
    if label in _WRITERS or (lifted is not None and len(runs[lifted].text) <= _LONGEST_LABEL
                             and fold(runs[lifted].text) in _WRITERS):
        return True
    return bool(label) and (label in _CONTACTS or label.startswith(_CONTACT_STARTS)) and any(
        _REACHES.search(runs[other].text) for other in numbers[place:])
