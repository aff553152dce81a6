"""What a look at a site saw -> the text of a source file with comments, ready to be edited. Pure."""

import json
import re
from collections import Counter

from archive.records import Page, Publication
from crawler.discovery.addresses import family
from crawler.look import Look
from crawler.parsing import ParseError
from crawler.parsing.document import read_document, read_tree


def draft_source(look: Look) -> str:
    """The TOML text; everything doubtful stands as a comment."""
    name, language = _about(look)
    lines = [f"name = {_quoted(name or look.source.key)}", f"home = {_quoted(look.source.home)}"]
    lines += [f"languages = [{_quoted(language)}]" if language else '# languages = ["en"]', ""]
    lines += ['# licence = "CC BY 4.0"            # of the texts, as the publisher states it',
              '# every = "1d"                     # how often `crawl --due` visits it',
              '# hours = "22:00-06:00"            # and when',
              "verified = false                  # until somebody has compared a crawl with the site"]
    lines += ["# javascript = true                # the home page shows nothing without scripts"] * look.needs_script
    lines.append("")
    lines += ["[discover]", *_lists(look, "sitemap"), *_lists(look, "feed"), *_patterns(look), ""]
    if look.crawl_delay:
        lines += ["[politeness]", f"delay = {look.crawl_delay:g}                         # robots.txt asks for it", ""]
    lines += ["# [hints]                          # only where a page is read wrongly: CSS or XPath",
              '# body = "div.article__text"', "",
              "# [expect]                         # what a healthy run finds; less fails the run",
              "# publications = { min = 100 }", *_filled(look)]
    return "\n".join(lines) + "\n"


def _about(look: Look) -> tuple[str | None, str | None]:
    """The site's name and language as its home page states them."""
    if not isinstance(look.home, Page):
        return None, None
    try:
        root = read_tree(read_document(look.home))
    except ParseError:
        return None, None
    named = root.xpath("string(//meta[@property='og:site_name']/@content)") or root.xpath("string(//title)")
    name = " ".join(re.split(r"\s+[|–—-]\s+", str(named).strip())[0].split())
    language = (root.get("lang") or "").strip()
    return name or None, language if re.fullmatch(r"[A-Za-z]{2,3}(?:-\w+)*", language) else None


def _lists(look: Look, kind: str) -> list[str]:
    """The sitemaps or feeds that stand at the top; those an index names are found again by themselves."""
    below = {lead.url for lead in look.leads if lead.kind == "sitemap"}
    good = {url: count for url, count in look.lists.items()
            if look.kinds.get(url) == kind and url not in below and isinstance(count, int) and count}
    if not good:
        return [f"{f'# {kind}s = []':<35}# none was found"]
    return [f"{kind}s = [", *(f"    {_quoted(url)},  # {count} addresses" for url, count in good.items()), "]"]


def _patterns(look: Look) -> list[str]:
    """The commonest makes of address, as patterns to choose from."""
    refused = {pattern_of(family(url)) for url, outcome in (*look.samples.items(), *look.passed.items())
               if not isinstance(outcome, Publication)}
    refused -= {pattern_of(family(url)) for url, outcome in look.samples.items() if isinstance(outcome, Publication)}
    makes = Counter(pattern_of(family(url)) for url in look.wanted())
    lines = ["# accept = [                       # only these are publications; none: each page is judged by itself"]
    lines += [f"#     '{pattern}',  # {count} of the addresses seen"
              for pattern, count in makes.most_common(5) if pattern and pattern not in refused and count > 1]
    return [*lines, "# ]", "# refuse = ['/print/']             # never fetched"]


def pattern_of(make: str) -> str | None:
    """The pattern for addresses of one make; None for a make that nearly every address has.

    >>> pattern_of("/publications/*"), pattern_of("/#/#/*"), pattern_of("/*")
    ('/publications/[^/]+/?$', '/[^/]*[0-9][^/]*/[^/]*[0-9][^/]*/[^/]+/?$', None)
    """
    path, _, query = make.partition("?")
    segments = path.strip("/").split("/")
    if (not query and segments in (["*"], [""])) or "'" in make:
        return None
    shapes = {"#": "[^/]*[0-9][^/]*", "*": "[^/]+"}
    written = "/" + "/".join(shapes.get(segment) or re.escape(segment).replace("\\-", "-") for segment in segments)
    return f"{written}\\?{query.split('&')[0]}=" if query else f"{written}/?$"


def _filled(look: Look) -> list[str]:
    read = [outcome for outcome in look.samples.values() if isinstance(outcome, Publication)]
    has_dates = bool(read) and all(publication.published for publication in read)
    return ["# filled = { title = 1.0, published = 0.9 }"] if has_dates else ["# filled = { title = 1.0 }"]


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)    # a JSON string is a TOML basic string
