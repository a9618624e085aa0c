#!/usr/bin/env python3
"""Enclosures of eigenvalues out of JSON documents, as tab-separated rows.

    rows.py [--sample N] [--most M] [--largest K] FILE...

A row is any object with "k", "lower" and "upper", wherever it stands; "kernel" and "dimension" (which may stand in
"sphere") are its own or those of the nearest object around it. Numbers are strings: decimals or fractions. Printed is

    kernel  dimension  k  lower  upper

for N rows of each kernel and dimension in a file, evenly spread with the first and the last among them, and for M rows
in all, again evenly spread (all rows without these options), and only for k up to K; sorted by kernel. Eigenvalues in
other normalisations than the certificates' are refused.
"""

import argparse
import json
import re
import sys

NUMBER = re.compile(r"-?\d+(\.\d+)?([eE][-+]?\d+)?|-?\d+/\d+")


def rows(node, kernel=None, dimension=None):
    if isinstance(node, list):
        for item in node:
            yield from rows(item, kernel, dimension)
    elif isinstance(node, dict):
        sphere = node["sphere"] if isinstance(node.get("sphere"), dict) else {}
        measure = node.get("normalization", sphere.get("measure", "probability"))
        if measure != "probability" or node.get("scale", "unit") != "unit":
            raise ValueError("only the probability measure and the normalised kernel can be checked")
        kernel = node["kernel"] if isinstance(node.get("kernel"), str) else kernel
        dimension = node.get("dimension", sphere.get("dimension", dimension))
        if all(key in node for key in ("k", "lower", "upper")):
            row = [str(kernel), str(dimension), *(str(node[key]) for key in ("k", "lower", "upper"))]
            if kernel is None or not row[1].isdigit() or not row[2].isdigit():
                raise ValueError("a row without kernel, dimension or frequency: " + " ".join(row))
            if not all(NUMBER.fullmatch(x) for x in row[3:]):
                raise ValueError("not a number in the row " + " ".join(row))
            yield tuple(row)
        for key, value in node.items():
            if isinstance(value, (dict, list)):
                yield from rows(value, kernel, dimension)


def spread(items, count):
    if count is None or len(items) <= count:
        return items
    if count == 1:
        return items[-1:]
    return [items[i * (len(items) - 1) // (count - 1)] for i in range(count)]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--sample", type=int)
    parser.add_argument("--most", type=int)
    parser.add_argument("--largest", type=int, default=10**18)
    parser.add_argument("files", nargs="*")
    arguments = parser.parse_args()
    chosen = {}
    for name in arguments.files:
        groups = {}
        try:
            with open(name, encoding="utf-8") as file:
                for row in rows(json.load(file)):
                    if int(row[2]) <= arguments.largest:
                        groups.setdefault(row[:2], []).append(row)
        except (OSError, ValueError) as error:
            sys.exit(f"rows: {name}: {error}")
        for group in groups.values():
            chosen.update(dict.fromkeys(spread(sorted(set(group), key=lambda r: int(r[2])), arguments.sample)))
    for row in sorted(spread(list(chosen), arguments.most), key=lambda r: (r[0], int(r[1]), int(r[2]))):
        print("\t".join(row))


main()
