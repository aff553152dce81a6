"""A trained LightGBM model -> the form that `crawler.parsing.small_trees` reads."""

from typing import Any

import lightgbm


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
