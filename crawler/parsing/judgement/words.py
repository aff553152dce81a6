"""Words that tell kinds of pages: in addresses, class names, short lines and schema.org types. Pure."""

from collections.abc import Mapping
from functools import cache
from typing import Literal

from crawler.parsing.word_files import word_tables

LISTING_TYPES = frozenset({"CollectionPage", "ItemList", "SearchResultsPage", "OfferCatalog", "Blog", "DataCatalog",
                           "MediaGallery", "ImageGallery"})
PRODUCT_TYPES = frozenset({"Product", "ProductGroup", "IndividualProduct", "SoftwareApplication", "Offer",
                           "AggregateOffer", "Vehicle", "Apartment", "Hotel", "JobPosting"})
THREAD_TYPES = frozenset({"DiscussionForumPosting", "QAPage", "Question", "Comment"})
ADDRESS_WORDS = {
    "listing": frozenset(
        "category categories tag tags topic topics archive archives collection collections list listing directory "
        "browse search all index catalog catalogue shop store kategorie thema themen rubrique etiqueta etiquetas "
        "categoria categorias recherche suche buscar results explore best top deals department departments".split()),
    "forum": frozenset(
        "forum forums thread threads viewtopic showthread phpbb reddit topic".split()),
    "product": frozenset(
        "product products p dp item items buy produkt produkte produit producto prodotto pd sku itm goods".split()),
    "publication": frozenset(
        "blog blogs news article articles press release releases report reports publication publications post posts "
        "story stories insights paper papers guide guides learn resources actualites noticias nachrichten aktuelles "
        "presse research briefing analysis opinion commentary speeches statements documents doc docs".split()),
}
FORUM_FOLDERS = frozenset("discussion discussions community comments answers ask".split())    # whole ones only
SECTION_WORDS = frozenset(
    "news blog blogs articles article publications publication press reports research insights resources events "
    "stories posts latest newsroom media archive archives library topics updates features podcasts videos "
    "actualites noticias "
    "nachrichten aktuelles presse notizie nyheter nieuws aktualnosci recipes reviews guides papers".split())
CURRENCIES = frozenset("$€£¥₹")


@cache
def kinds_of(place: Literal["class", "line"]) -> Mapping[str, tuple[str, ...]]:
    """Word -> the kinds of pages whose class names, or short lines, have it; they stand in `words.txt`."""
    found: dict[str, tuple[str, ...]] = {}
    for name, words in word_tables("judgement/words.txt").items():
        at, _, kind = name.partition("-")
        for word in words if at == place else ():
            found[word] = (*found.get(word, ()), kind)
    return found
