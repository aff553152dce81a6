"""Whether pages are judged to be publications: the confusion table of labelled kinds of pages.

    python -m tests.benchmarks.bench_judgement --data PATH [--crossed]

The first table is the shipped reader, which has learned from these pages; `--crossed` adds the table of models that
have not seen the host they judge, the figure to expect elsewhere (needs the group `train`).
"""

import argparse
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from archive.records import Page
from crawler.parsing.claims import Claims, read_claims
from crawler.parsing.document import read_document
from crawler.parsing.judgement import Judgement, judge
from crawler.parsing.outline import Outline, read_outline
from tests.benchmarks.annotated import Example, all_examples

Judge = Callable[[Example, Outline, Claims], Judgement]


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/bench"))
    parser.add_argument("--crossed", action="store_true", help="judge each host with a model that has not seen it")
    parser.add_argument("--errors", action="store_true", help="name the articles refused and the listings kept")
    args = parser.parse_args()
    if not (args.data / "wcxb-dev").is_dir():
        print(f"{args.data} has no wcxb-dev: nothing measured")
        return
    show("as shipped", judged(args.data, lambda labelled, outline, claims: judge(outline, claims)), args.errors)
    if args.crossed:
        show("hosts not seen in training", judged(args.data, crossed_judge(args.data)), args.errors)


def judged(data: Path, judge_page: Judge) -> list[tuple[Example, Judgement]]:
    """Every labelled page and its judgement."""
    found = []
    for labelled in all_examples(data):
        outline = read_outline(read_document(Page.from_bytes(labelled.html, url=labelled.url)))
        found.append((labelled, judge_page(labelled, outline, read_claims(outline))))
    return found


def crossed_judge(data: Path) -> Judge:
    """A judge that uses, for each page, trees trained on the other hosts."""
    from crawler.parsing.small_trees import SmallTrees
    from tests.benchmarks import train_judgement as train
    from tests.benchmarks.small_models import trees_of

    rows = train.shapes(data)
    names = train.feature_names(rows)
    by_fold = {}
    for fold in range(5):
        by_fold[fold] = SmallTrees.of(trees_of(train.fit([r for r in rows if r[0].fold() != fold], names), names))
    return lambda labelled, outline, claims: judge(outline, claims, trees=by_fold[labelled.fold()])


def show(heading: str, pages: list[tuple[Example, Judgement]], errors: bool) -> None:
    """Prints one confusion table: a line for each labelled kind, a column for each judgement."""
    table = Counter((f"{labelled.collection} {labelled.kind}", judgement.kind) for labelled, judgement in pages)
    kinds = sorted({kind for _, kind in table}, key=lambda kind: (kind != "publication", kind))
    print(f"\n{heading}\n{'labelled':<24}{'pages':>6}{'refused':>9}  " + "".join(f"{kind:>12}" for kind in kinds))
    for row in sorted({row for row, _ in table}):
        total = sum(table[row, kind] for kind in kinds)
        refused = 1 - table[row, "publication"] / total
        print(f"{row:<24}{total:>6}{refused:>9.3f}  " + "".join(f"{table[row, kind]:>12}" for kind in kinds))
    lists = [judgement.refusal is not None
             for labelled, judgement in pages if labelled.kind in {"listing", "collection"}]
    print(f"listings and collections refused: {sum(lists) / max(len(lists), 1):.3f}")
    if errors:
        for labelled, judgement in pages:
            wrong = judgement.refusal if labelled.kind == "article" else \
                "kept" if labelled.kind in {"listing", "collection"} and not judgement.refusal else None
            if wrong:
                print(f"  {labelled.kind} {labelled.key} {labelled.url}: {wrong}, score {judgement.score:.2f}")


if __name__ == "__main__":
    main()
