"""Imported once by the process that readers are forked from: all that reading needs is loaded, and shared by them."""

import gc

from archive.records import Page
from crawler.reading import Job
from crawler.reading.page import read

_PAGE = ("<html lang=en><head><title>Tariffs rise | Institute</title></head><body><article><h1>Tariffs rise</h1>"
         "<p>By Anna Keller, 5 March 2024</p>" + "<p>The committee looked at the evidence, and said why.</p>" * 9
         + "</article></body></html>")

read(Job(Page.from_bytes(_PAGE.encode(), url="https://institute.example/tariffs-rise", content_type="text/html")))
gc.collect()
gc.freeze()                    # what is never collected is never written to, and stays shared
