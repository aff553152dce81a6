"""Words as people type them -> what the full-text indexes understand. Pure; any text is a query, none is an error.

    steel tariffs           both words, in any order, in any of their forms (tariff, tariffs)
    "steel tariffs"         the phrase; a word in quotes as it is written
    steel OR aluminium      either word            (also: steel | aluminium)
    steel NOT china         without a word         (also: steel -china)
    tarif*                  words that start so
    title:steel             in the title; dek:… and body:… likewise
    steel NEAR/5 quota      within five words of each other (NEAR alone: ten)
    (steel OR iron) quota   brackets group
    source:KEY author:NAME topic:NAME type:TYPE language:CODE from:DATE to:DATE    narrow as the options do
    doi:10.1000/182         what has this DOI or names it (isbn:… and issn:… likewise)

Case and accents make no difference, nor do other ways to write the same word (archive.search.spellings) and its other
forms (archive.search.forms). What can't be
understood is taken as words: a quote that never closes, an operator without words, signs, emoji. The first 64 words
count.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from archive.rows import SPACELESS

WORDS_AT_MOST = 64
DEPTH_AT_MOST = 20
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")             # where a word may break: nothing that was typed
COLUMNS = {"title": "title", "dek": "dek", "body": "body", "text": "body"}
FILTERS = {"source": "source", "author": "author", "topic": "topic", "type": "type", "language": "language",
           "lang": "language", "from": "since", "to": "until", "doi": "identifier", "isbn": "identifier",
           "issn": "identifier"}
_DOI_LINK = re.compile(r"https?://(?:dx\.)?doi\.org/(10\.\S+)", re.IGNORECASE)
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])([T ][\d:.]+(Z|[+-]\d{2}:?\d{2})?)?)?)?")


@dataclass(frozen=True, slots=True)
class Words:
    """A word, or a phrase of several."""

    text: str
    prefix: bool = False
    column: str | None = None
    is_quoted: bool = False                          # as it is written: not in its other forms


@dataclass(frozen=True, slots=True)
class Near:
    """Words that stand within `distance` of each other."""

    parts: tuple[Words, ...]
    distance: int


@dataclass(frozen=True, slots=True)
class Not:
    """Texts that the part does not match."""

    part: "Node"


@dataclass(frozen=True, slots=True)
class Group:
    """Texts that match all parts (`AND`), or any (`OR`)."""

    operator: str
    parts: tuple["Node", ...]


Node = Words | Near | Not | Group


@dataclass(frozen=True, slots=True)
class Query:
    """What to look for; no node where there is nothing to look for."""

    node: Node | None                                # what must match; a Not means: all texts but those
    filters: tuple[tuple[str, str], ...] = ()        # field of Filters -> value, as typed in the query
    is_noise: bool = False                           # something was typed, and there is no word in it

    @property
    def is_spaceless(self) -> bool:
        """Whether a word is in a script that only the trigram index can split."""
        return any(SPACELESS.search(words.text) for words in words_of(self.node))


def parse_query(text: str) -> Query:
    """The query that a text stands for.

    >>> render(parse_query('title:steel "trade war" -china').node)
    '((title : "steel" AND "trade war") NOT "china")'
    >>> render(parse_query('"unclosed OR').node)
    '"unclosed OR"'
    """
    tokens = list(_tokens(text))
    reader = _Reader(tokens)
    node = reader.read_or(0)
    if node is None and not reader.filters:          # nothing but operators: then they are words
        plain = [Words(token.text) for token in tokens if _has_letters(token.text)]
        node = _group("AND", plain[:WORDS_AT_MOST])
    return Query(node, tuple(reader.filters), is_noise=node is None and not reader.filters and bool(text.strip()))


def words_of(node: Node | None) -> Iterator[Words]:
    """The words that a hit holds: those under a Not are left out."""
    match node:
        case Words():
            yield node
        case Near(parts) | Group(_, parts):
            for part in parts:
                yield from words_of(part)


def render(node: Node | None) -> str:
    """The expression of FTS5 for a node; `""` for None. A Not at the top must be taken off before."""
    match node:
        case None:
            return ""
        case Words(text, prefix, column):
            quoted = '"' + text.replace('"', " ") + '"' + (" *" if prefix else "")
            return f"{column} : {quoted}" if column else quoted
        case Near(parts, distance):
            inner = " ".join('"' + part.text.replace('"', " ") + '"' for part in parts)
            return f"NEAR({inner}, {distance})"
        case Not(part):
            return render(part)
        case Group(operator, parts):
            wanted = [render(part) for part in parts if not isinstance(part, Not)]
            unwanted = [render(part) for part in parts if isinstance(part, Not)]
            one = wanted[0] if len(wanted) == 1 else f"({f' {operator} '.join(wanted)})"
            if not unwanted:
                return one
            other = unwanted[0] if len(unwanted) == 1 else f"({' OR '.join(unwanted)})"
            return f"({one} NOT {other})"


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str                                        # word, phrase, "(", ")", AND, OR, NOT, NEAR
    text: str
    column: str | None = None
    filter: str | None = None


_PIECE = re.compile(r'(?P<minus>(?<!\S)[-+−](?=[\w"(]))|(?P<field>\w+):(?=[\w"(])|"(?P<phrase>[^"]*)"?'
                    r'|(?P<bracket>[()])|(?P<sign>\|\|?|&&?)|(?P<word>[^\s"()|&]+(?:&[^\s"()|&]+)*)')     # R&D is one
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»〝〞「」『』", '"'))


def _tokens(text: str) -> Iterator[_Token]:
    """Words, phrases, brackets and operators, in order."""
    column = filter_ = None
    clean = _UNSEEN.sub("", text.encode("utf-8", "ignore").decode()).replace("\0", " ").translate(_QUOTES)
    for piece in _PIECE.finditer(clean):
        if (field := piece["field"]) is not None:
            column, filter_ = COLUMNS.get(field.lower()), FILTERS.get(field.lower())
            if column is None and filter_ is None:
                yield _Token("word", field)
        else:
            yield _token(piece, column, filter_)
            column = filter_ = None


def _token(piece: re.Match[str], column: str | None, filter_: str | None) -> _Token:
    if piece["minus"]:
        return _Token("AND" if piece["minus"] == "+" else "NOT", piece["minus"])
    if piece["phrase"] is not None:
        return _Token("phrase", piece["phrase"], column, filter_)
    if piece["bracket"]:
        return _Token(piece["bracket"], piece["bracket"], column)
    if piece["sign"]:
        return _Token("OR" if piece["sign"].startswith("|") else "AND", piece["sign"])
    word = piece["word"]
    if link := _DOI_LINK.fullmatch(word):
        return _Token("word", link[1], filter="identifier")
    if column is None and filter_ is None and re.fullmatch(r"AND|OR|NOT|NEAR(/\d{1,3})?", word):
        return _Token(word.partition("/")[0], word)
    return _Token("word", word, column, filter_)


class _Reader:
    """Reads tokens from left to right; whatever doesn't fit where it stands is passed over."""

    def __init__(self, tokens: list[_Token]) -> None:
        self.tokens, self.at, self.words = tokens, 0, 0
        self.filters: list[tuple[str, str]] = []

    def read_or(self, depth: int) -> Node | None:
        parts = [self.read_and(depth)]
        while self._next() == "OR":
            self.at += 1
            parts.append(self.read_and(depth))
        return _group("OR", [part for part in parts if part is not None])

    def read_and(self, depth: int) -> Node | None:
        parts: list[Node] = []
        while (kind := self._next()) not in (None, "OR"):
            if kind == ")" and depth > 0:
                break
            if kind in ("AND", ")", "NEAR"):
                self.at += 1
            elif (part := self.read_part(depth)) is not None:
                parts.append(part)
        return _group("AND", parts)

    def read_part(self, depth: int) -> Node | None:
        token = self.tokens[self.at]
        self.at += 1
        if token.kind == "NOT":
            if self._next() in (None, "OR", "AND", ")"):
                return None
            part = self.read_part(depth)
            return None if part is None else part.part if isinstance(part, Not) else Not(part)
        if token.kind == "(":
            if depth >= DEPTH_AT_MOST:
                return None
            part = self.read_or(depth + 1)
            if self._next() == ")":
                self.at += 1
            return part if token.column is None or part is None else _in_column(part, token.column)
        if token.kind in ("word", "phrase"):
            return self._near(self._words(token))
        return None

    def _near(self, first: Words | None) -> Node | None:
        parts, distance = [first], 10
        while (self._next() == "NEAR" and self.at + 1 < len(self.tokens)
               and self.tokens[self.at + 1].kind in ("word", "phrase")):
            if "/" in self.tokens[self.at].text:
                distance = int(self.tokens[self.at].text.partition("/")[2])
            parts.append(self._words(self.tokens[self.at + 1]))
            self.at += 2
        found = tuple(part for part in parts if part is not None)
        return Near(found, distance) if len(found) > 1 else found[0] if found else None

    def _words(self, token: _Token) -> Words | None:
        if token.filter is not None and (token.filter not in ("since", "until") or is_date(token.text)):
            self.filters.append((token.filter, token.text))
            return None
        if not _has_letters(token.text) or self.words >= WORDS_AT_MOST:
            return None
        self.words += max(1, len(token.text.split()))
        is_quoted = token.kind == "phrase"
        return Words(token.text, not is_quoted and token.text.endswith("*"), token.column, is_quoted)

    def _next(self) -> str | None:
        return self.tokens[self.at].kind if self.at < len(self.tokens) else None


def is_date(text: str) -> bool:
    """Whether a text is a year, a month or a day that there is, with or without a time of day.

    >>> is_date("2024-02"), is_date("2024-02-30"), is_date("2024-02-29T10:00")
    (True, False, True)
    """
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text[:10] + {4: "-01-01", 7: "-01"}.get(len(text), ""))
    except ValueError:
        return False
    return True


def _group(operator: str, parts: Iterable[Node]) -> Node | None:
    """The parts as one node: FTS5 knows "a without b", but not "all without b", nor "a or without b"."""
    nodes = list(dict.fromkeys(parts))
    wanted = [node for node in nodes if not isinstance(node, Not)]
    unwanted = [node.part for node in nodes if isinstance(node, Not)]
    if not wanted:
        other = _group("AND" if operator == "OR" else "OR", unwanted) if unwanted else None
        return None if other is None else Not(other)
    if operator == "OR" or not unwanted:
        return wanted[0] if len(wanted) == 1 else Group(operator, tuple(wanted))
    return Group("AND", (*wanted, *(Not(part) for part in unwanted)))


def _in_column(node: Node, column: str) -> Node:
    match node:
        case Words():
            return replace(node, column=node.column or column)
        case Not(part):
            return Not(_in_column(part, column))
        case Group(operator, parts):
            return Group(operator, tuple(_in_column(part, column) for part in parts))
    return node


def _has_letters(text: str) -> bool:
    """Whether the index by words would find anything to look up in it."""
    return any(character.isalnum() for character in text)
