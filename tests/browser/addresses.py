"""Every page of the reader, by name: what tests walk through and screenshots show."""

from tests.archive.browse.sample import ARABIC_URL, CHANGED_URL, GONE_URL, HOSTILE_URL, uid

CHANGED = f"/read/{uid(CHANGED_URL)}"
HOSTILE = f"/read/{uid(HOSTILE_URL)}"
READER = {
    "home": "/",
    "search": "/search?q=levy",
    "narrowed": "/search?q=levy&source=lantern&from=2021&to=2024",
    "nothing": "/search?q=zzzzqqq",
    "read": CHANGED,
    "arabic": f"/read/{uid(ARABIC_URL)}",
    "gone": f"/read/{uid(GONE_URL)}",
    "history": f"{CHANGED}/history?from=1&to=2",
    "inline": f"{CHANGED}/history?from=1&to=2&view=inline",
    "original": f"{CHANGED}/original",
    "sources": "/sources",
    "source": "/sources/lantern",
    "topics": "/topics",
    "topic": "/topics/1",
    "authors": "/authors",
    "author": "/authors/1",
    "compare": "/compare?a=source:lantern&b=source:harbour&c=topic:Trade&by=year",
    "questions": "/questions",
    "missing": "/read/0000000000000000",
}
DATASETTE = {
    "database": "/archive",
    "table": "/archive/publications",
    "row": "/archive/publications/1",
    "query": "/archive/cited_most",
    "sql": "/archive?sql=select+uid%2C+title+from+publications+limit+5",
}
DANGEROUS = {
    "hostile text": HOSTILE,
    "hostile original": f"{HOSTILE}/original",
    "hostile search": "/search?q=harmful",
    "hostile words": "/search?q=%3Cscript%3Ewindow.hacked%3D1%3C%2Fscript%3E%22%3E%3Cimg+onerror%3Dhacked%3D1%3E",
    "hostile limits": "/search?source=%22%3E%3Csvg+onload%3Dwindow.hacked%3D1%3E&from=%22onfocus%3Dwindow.hacked%3D1",
    "hostile source": "/sources/ministry",
    "hostile reasons": "/sources/harbour",
    "hostile topics": "/topics",
    "hostile topic names": "/topics?q=script",
    "hostile author": "/authors?q=script",
    "hostile comparison": "/compare?a=%22%3E%3Cscript%3Ewindow.hacked%3D1%3C%2Fscript%3E&b=javascript:hacked%3D1",
    "front page": "/",
    "hostile rows": "/archive/publications?_search=harmful",
    "hostile row": "/archive/topics",
    "hostile links": "/archive/urls?_sort_desc=url_id",
    "hostile share links": "/archive/share_links?_sort_desc=publication_id",
    "hostile query": "/archive/rejections_by_reason",
    "hostile missing page": "/read/%3Cscript%3Ewindow.hacked%3D1%3C%2Fscript%3E",
}
