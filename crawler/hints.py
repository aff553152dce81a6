"""What a source may tell the reader: selectors and nothing else.

In: selectors as people write them, CSS (with `::text` and `::attr(name)`) or XPath. Out: `Hints`, a frozen value
that `parse_page` takes beside the page; `NO_HINTS` for the pages nobody prepared, which is most of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache

from cssselect import SelectorError
from lxml import etree
from parsel.csstranslator import HTMLTranslator


@dataclass(frozen=True, slots=True)
class Selector:
    """One selector: as written in the source file, and the XPath it stands for."""

    written: str
    xpath: str

    def elements(self, tree: etree._Element) -> list[etree._Element]:
        """The elements it picks below `tree`, in document order; values picked from attributes don't count."""
        return [found for found in self._found(tree) if isinstance(found, etree._Element)]

    def values(self, tree: etree._Element) -> list[str]:
        """What it picks as text, white space squeezed, empty ones left out: attributes, or the text of elements."""
        texts = [_text_of(found) for found in self._found(tree)]
        return [text for text in texts if text]

    def _found(self, tree: etree._Element) -> list[object]:
        try:
            found = _compiled(self.xpath)(tree)
        except etree.XPathEvalError:   # it asks for what there is none of, in a step that the trial did not come to
            return []
        return list(found) if isinstance(found, list) else [found]


@dataclass(frozen=True, slots=True)
class Hints:
    """Selectors by field, each tried in order; an empty tuple leaves the field to the general reader."""

    title: tuple[Selector, ...] = ()
    dek: tuple[Selector, ...] = ()
    published: tuple[Selector, ...] = ()
    modified: tuple[Selector, ...] = ()
    authors: tuple[Selector, ...] = ()
    section: tuple[Selector, ...] = ()
    topics: tuple[Selector, ...] = ()
    body: tuple[Selector, ...] = ()
    related: tuple[Selector, ...] = ()
    share_links: tuple[Selector, ...] = ()
    attachments: tuple[Selector, ...] = ()
    remove: tuple[Selector, ...] = ()         # lifted out before anything is read

    def __bool__(self) -> bool:
        """Whether there is any hint at all."""
        return any(getattr(self, name) for name in HINT_NAMES)


_TRIAL = etree.fromstring("<html><body>" + "".join(     # unknown functions, prefixes and variables only show in use
    f"<{tag} class='a' id='a' href='a'>a</{tag}>" for tag in "a article div h1 h2 li p section span time ul".split())
    + "</body></html>")
HINT_NAMES = tuple(field.name for field in fields(Hints))
NO_HINTS = Hints()


def read_selector(written: str) -> Selector:
    """The selector for a line of a source file; ValueError with the reason where it is neither CSS nor XPath.

    >>> read_selector("time::attr(datetime)").xpath
    'descendant-or-self::time/@datetime'
    >>> read_selector("//time/@datetime").xpath
    '//time/@datetime'
    """
    text = written.strip()
    try:
        xpath = text if text.startswith(("/", "./", "(")) else HTMLTranslator().css_to_xpath(text)
        _compiled(xpath)(_TRIAL)
    except (SelectorError, etree.XPathError) as error:
        raise ValueError(f"not a selector: {written!r} ({error})") from error
    return Selector(written, xpath)


def read_hints(selectors: Mapping[str, tuple[str, ...]]) -> Hints:
    """Hints from field name -> selectors as written; ValueError for a bad selector, KeyError for a name unknown.

    >>> read_hints({"body": ("div.report",)}).body[0].written
    'div.report'
    """
    for name in selectors:
        if name not in HINT_NAMES:
            raise KeyError(name)
    return Hints(**{name: tuple(map(read_selector, written)) for name, written in selectors.items()})


@lru_cache(maxsize=512)
def _compiled(xpath: str) -> etree.XPath:
    return etree.XPath(xpath)


def _text_of(found: object) -> str:
    if isinstance(found, etree._Element):
        return " ".join("".join(found.itertext()).split())
    return " ".join(str(found).split())
