"""A query -> the same query, each word in all the ways in which texts of this archive write and inflect it.

A word is looked for in every spelling that some text has (archive.search.spellings), and in every form that it takes in
texts of its language (archive.search.forms); which that is, the texts that hold it tell.
"""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, product

from archive.search.forms import LANGUAGES, forms_of, may_begin_compounds
from archive.search.query import Group, Near, Node, Not, Words, render
from archive.search.spellings import is_hangul, spellings_of

WAYS_AT_MOST = 16                  # of a phrase, each of its words in all its spellings
SAMPLED = 50                       # of the latest texts with a word, for the languages it is of
_LANGUAGES = """
SELECT substr(p.language, 1, 2) FROM (SELECT rowid AS number FROM publications_fts WHERE publications_fts MATCH ?
                                      ORDER BY rowid DESC LIMIT ?) AS f
CROSS JOIN publications AS p INDEXED BY publications_facets ON p.publication_id = f.number"""


@dataclass(slots=True)
class Wording:
    """The words of one archive; what was asked of it is remembered as long as the question lasts."""

    connection: sqlite3.Connection
    _ways: dict[Words, list[Words]] = field(default_factory=dict)
    _languages: dict[Words, frozenset[str]] = field(default_factory=dict)

    def spelt(self, node: Node, *, with_compounds: bool = False) -> Node:
        """The same query, each word in all its spellings and forms; `with_compounds`, what begins so as well."""
        match node:
            case Words():
                ways = self._ways_of(node)
                if with_compounds and self._begins_compounds(node):
                    ways = [*ways, replace(node, prefix=True)]
                return ways[0] if len(ways) == 1 else Group("OR", tuple(ways))
            case Near(parts, distance):
                ways_of_parts = product(*(self._spellings(part.text, is_prefix=False) for part in parts))
                nears = [Near(tuple(map(Words, texts)), distance) for texts in islice(ways_of_parts, WAYS_AT_MOST)]
                return nears[0] if len(nears) == 1 else Group("OR", tuple(nears))
            case Not(part):
                return Not(self.spelt(part))
            case Group(operator, parts):
                return Group(operator, tuple(self.spelt(part, with_compounds=with_compounds) for part in parts))

    def _ways_of(self, word: Words) -> list[Words]:
        if word not in self._ways:
            is_prefix = word.prefix or is_hangul(word.text)
            ways = [Words(text, is_prefix, word.column) for text in self._spellings(word.text, is_prefix=is_prefix)]
            self._ways[word] = ways if is_prefix or word.is_quoted else ways + self._forms(ways)
        return self._ways[word]

    def _spellings(self, text: str, *, is_prefix: bool) -> list[str]:
        """A word or phrase as typed, and the other ways in which some text writes it."""
        star = "*" if text.endswith("*") else ""
        of_words = [[word, *(way for way in spellings_of(word) if self._is_found(Words(way, is_prefix)))]
                    for word in text.removesuffix("*").split()]
        return [" ".join(ways) + star for ways in islice(product(*of_words), WAYS_AT_MOST)] or [text]

    def _forms(self, ways: Sequence[Words]) -> list[Words]:
        """Other forms: those by which texts in the word's language are found that no way to write it finds."""
        word = ways[0]
        found: dict[str, set[str]] = defaultdict(set)
        for language in sorted(self._languages_of(word) or LANGUAGES):
            for text in forms_of(word.text, language):
                found[text].add(language)
        known = [replace(way, column=None) for way in ways]
        for text, of in found.items():
            form = Words(text)
            is_new = self._is_found(form) and self._is_found(Group("AND", (form, *map(Not, known))))
            if is_new and of & self._languages_of(form):
                known.append(form)
        return [replace(form, column=word.column) for form in known[len(ways):]]

    def _begins_compounds(self, word: Words) -> bool:
        """Whether texts in a language that joins words have words that begin so."""
        if word.prefix or word.is_quoted:
            return False
        languages = [language for language in self._languages_of(word) or LANGUAGES
                     if may_begin_compounds(word.text, language)]
        return bool(languages) and not self._languages_of(replace(word, prefix=True)).isdisjoint(languages)

    def _languages_of(self, word: Words) -> frozenset[str]:
        """The languages of the texts with the word, those of a fifth of the latest at least."""
        anywhere = replace(word, column=None)
        if anywhere not in self._languages:
            rows = self.connection.execute(_LANGUAGES, (render(anywhere), SAMPLED))
            counts = Counter(language for (language,) in rows)
            self._languages[anywhere] = frozenset(
                language for language, count in counts.items() if language and count * 5 >= counts.total())
        return self._languages[anywhere]

    def _is_found(self, node: Node) -> bool:
        return self.connection.execute("SELECT 1 FROM publications_fts WHERE publications_fts MATCH ? LIMIT 1",
                                       (render(node),)).fetchone() is not None
