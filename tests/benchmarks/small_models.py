"""What training the small models has in common: the command line, tables of features, the form that is kept.

In: a trained LightGBM model. Out: the JSON that `crawler.parsing.small_trees` reads.
"""

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np

SEED = 7


def arguments(doc: str) -> argparse.Namespace | None:
    """`--data` and `--write` of a command with this docstring; None, said in a line, where there are no data."""
    parser = argparse.ArgumentParser(description=doc.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--write", action="store_true", help="keep the model")
    args = parser.parse_args()
    if not args.data.is_dir():
        print(f"{args.data} is not there: nothing trained")
        return None
    return args


def matrix(rows: Sequence[Mapping[str, float]], names: Sequence[str]) -> np.ndarray:
    """A row for each of the rows, a column for each name; 0 where a row lacks it."""
    return np.array([[row.get(name, 0.0) for name in names] for row in rows]).reshape(len(rows), len(names))


def keep(model: lightgbm.LGBMClassifier, names: list[str], target: Path) -> None:
    """Write the model to a file, and say how large it is."""
    target.write_text(json.dumps(trees_of(model, names), separators=(",", ":")) + "\n", "utf-8")
    print(f"{target.name}: {target.stat().st_size} bytes")


def trees_of(model: lightgbm.LGBMClassifier, names: list[str]) -> dict[str, Any]:
    """Bias and trees, thresholds and leaves rounded to six digits."""
    dumped = model.booster_.dump_model()
    roots = [tree["tree_structure"] for tree in dumped["tree_info"]]
    bias = sum(root["leaf_value"] for root in roots if "leaf_value" in root)   # trees that found nothing to split
    return {"bias": bias, "trees": [_nodes(root, names) for root in roots if "leaf_value" not in root]}


def _nodes(root: dict[str, Any], names: list[str]) -> list[list[Any]]:
    nodes: list[list[Any]] = []

    def add(node: dict[str, Any]) -> int | list[float]:
        if "leaf_value" in node:
            return [round(node["leaf_value"], 6)]
        place = len(nodes)
        nodes.append([names[node["split_feature"]], round(node["threshold"], 6), 0, 0])
        nodes[place][2] = add(node["left_child"])
        nodes[place][3] = add(node["right_child"])
        return place

    add(root)
    return nodes
