"""The body that the whole reader finds on pages of publishers and languages that its model has learned nothing from.

    python -m tests.benchmarks.bench_foreign --data FOLDER

Learns the block model from wcxb-dev alone (a quarter of an hour), puts it into the reader and reads fundus-dev with it.
FOLDER is described in `annotated`. The annotation counts the standfirst as text, and so do other readers, which have no
field for it: the figure with it is the one to set beside theirs.
"""

import argparse
import json
import sys
from pathlib import Path
from unittest.mock import patch

import numpy as np

from archive.records import Page
from crawler.parsing import NotAPublication, ParseError, parse_page, read_body
from crawler.parsing.body.block_model import BlockModel
from tests.benchmarks.annotated import Example, examples
from tests.benchmarks.measures import body_f1
from tests.benchmarks.train_body import arrays_of, read_all, train


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="the folder of pages")
    folder = parser.parse_args().data
    if not (folder / "fundus-dev").is_dir():
        print(f"bench_foreign: no pages in {folder}; nothing measured", file=sys.stderr)
        return 0
    lexicon, samples = read_all(folder, foreign=False)
    model = BlockModel.of(lexicon, arrays_of(train(samples)))
    with patch("crawler.parsing.body.block_model", lambda: model):
        marks = np.array([marks_of(example) for example in examples(folder, "fundus-dev")])
    body, whole = marks.mean(axis=0).round(4).tolist()
    print(json.dumps({"pages": len(marks), "body": body, "with the standfirst": whole}, indent=2))
    return 0


def marks_of(example: Example) -> tuple[float, float]:
    """Word F1 of the body, without and with the standfirst."""
    page = Page.from_bytes(example.html, url=example.url)
    try:
        publication = parse_page(page)
    except (NotAPublication, ParseError):
        dek, text = "", "\n".join(block.text for block in read_body(page))
    else:
        dek, text = publication.dek or "", publication.text
    return body_f1(text, example.body), body_f1(f"{dek}\n{text}", example.body)


if __name__ == "__main__":
    sys.exit(main())
