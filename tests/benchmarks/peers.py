"""Other libraries on the same pages, in an environment of their own: one JSON line for each library and page.

    PEERS_PYTHON tests/benchmarks/peers.py FOLDER SET LIBRARY…

Imports nothing of this project but `annotated`, which stands beside it.
"""

import json
import sys
import time
from pathlib import Path

PACKAGES = ("trafilatura", "readability-lxml", "newspaper4k", "resiliparse")


def trafilatura(text, url):
    from trafilatura import bare_extraction
    found = bare_extraction(text, url=url, include_comments=False, with_metadata=True)
    if found is None:
        return "", None, None, []
    return found.text, found.title, found.date, [found.author] if found.author else []


def readability(text, url):
    from lxml.html import fromstring
    from readability import Document
    document = Document(text)
    tree = fromstring(document.summary(html_partial=True))
    return "\n".join(tree.itertext()), document.short_title(), None, []


def newspaper4k(text, url):
    from newspaper import Article
    article = Article(url, fetch_images=False)
    article.download(input_html=text)
    article.parse()
    date = article.publish_date
    return article.text, article.title, date.isoformat() if date else None, list(article.authors)


def resiliparse(text, url):
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree
    tree = HTMLTree.parse(text)
    return extract_plain_text(tree, main_content=True, alt_texts=False, list_bullets=False), tree.title, None, []


LIBRARIES = {"trafilatura": trafilatura, "readability-lxml": readability, "newspaper4k": newspaper4k,
             "resiliparse": resiliparse}


def decoded(html):
    try:
        return html.decode("utf-8")
    except UnicodeDecodeError:
        return html.decode("cp1252", "replace")


def main(folder, name, *libraries):
    from annotated import examples  # beside this file: the peers' environment does not know the project
    pages = list(examples(Path(folder), name))
    for library in libraries:
        read = LIBRARIES[library]
        for number, page in enumerate([*pages[:1], *pages]):       # the first page twice: imports are no page's time
            started = time.process_time()
            try:
                body, title, date, authors = read(decoded(page.html), page.url)
            except Exception as error:  # noqa: BLE001 - whatever a library raises, the page counts as unread
                body, title, date, authors = "", f"{type(error).__name__}: {error}"[:80], None, []
            seconds = time.process_time() - started
            if number:
                print(json.dumps({"library": library, "key": page.key, "body": body or "", "title": title,
                                  "date": date, "authors": authors, "seconds": seconds}))


if __name__ == "__main__":
    main(*sys.argv[1:])
