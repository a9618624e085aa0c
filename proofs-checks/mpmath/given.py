#!/usr/bin/env python3
"""Checks certificates about kernels that are given by their eigenvalues, with mpmath: independent, but not proved.

    given.py FILE...

For each such kernel: the enclosures hold the numbers of the formula; and where there is an expansion (docs/theory.md,
Corollary 15.4) its terms, with Lambda_k(s) or its derivative from Gammas, leave less than is claimed at 200 frequencies
from k0 on. For an equivalence: infimum and supremum hold those of the quotients of the rows and of the limits. Exit code
1 if something does not.
"""

import json
import re
import sys
from fractions import Fraction

import mpmath
from mpmath import mp, mpf

GIVEN = re.compile(r"(sobolev|intrinsicmatern|heat|poisson|spectrum):(.*)")
mp.dps = 60


def number(text):
    if "/" in text:
        q = Fraction(text)
        return mpf(q.numerator) / q.denominator
    return mpf(text)


def formula(specification, d):
    """eta_k, and (q, sigma) for powers of the Laplacian."""
    name, rest = GIVEN.fullmatch(specification).groups()
    if name == "spectrum":
        values = [number(x) for x in rest.strip("[]").split(",")]
        return (lambda k: values[k] if k < len(values) else mpf(0)), None
    p = {key: number(x) for key, x in (item.split("=") for item in rest.split(","))}
    if name == "heat":
        return (lambda k: mpmath.exp(-p["t"] * k * (k + d - 2))), None
    if name == "poisson":
        return (lambda k: p["rho"] ** k), None
    if name == "sobolev":
        q, sigma = mpf(1), p["s"]
    else:
        q, sigma = 2 * p["nu"] / p.get("length", mpf(1)) ** 2, p["nu"] + mpf(d - 1) / 2
    return (lambda k: (q + k * (k + d - 2)) ** -sigma), sigma


def singular(d, s, k):
    """The eigenvalue of r^s, or of r^s log r where s is an even integer, at 2k > s."""
    front = 2 ** (s + d - 2) * mpmath.gamma(mpf(d) / 2) * mpmath.gamma((s + d - 1) / 2) / mpmath.sqrt(mp.pi)
    if s == int(s) and int(s) % 2 == 0:
        m = int(s) // 2
        front *= -mpf(-1) ** m * mpmath.factorial(m) / 2
    else:
        front *= mpmath.rgamma(-s / 2)
    return front * mpmath.gammaprod([k - s / 2], [k + s / 2 + d - 1])


def middle(interval):
    return (number(interval["lower"]) + number(interval["upper"])) / 2


def holds(interval, value, slack=mpf(10) ** -40):
    return number(interval["lower"]) <= value * (1 + slack) + slack and value <= number(interval["upper"]) * (1 + slack) + slack


def kernel(claims, d):
    eta, sigma = formula(claims["kernel"], d)
    for row in claims["enclosures"]:
        value = eta(int(row["k"]))
        if not holds(row, value, mpf(10) ** -45 * abs(value)):
            yield f"{claims['kernel']}, k = {row['k']}"
    for expansion in claims.get("expansions", []):
        start = int(expansion["from"])
        terms = [(number(t["exponent"]), middle(t["coefficient"])) for t in expansion["terms"]]
        if terms[0][0] != 2 * sigma - d + 1:
            yield f"{claims['kernel']}: the exponents are others"
            continue
        shifted = lambda k: k + mpf(d - 2) / 2
        for i in range(200):
            k = start + 2 * i * (1 + i // 20)
            leading = terms[0][1] * singular(d, terms[0][0], k)
            left = eta(k) - sum(c * singular(d, s, k) for s, c in terms)
            bound = number(expansion["rest"]) * (shifted(start) / shifted(k)) ** number(expansion["order"])
            # coefficients are known to 25 digits
            if abs(left / leading) > bound * (1 + mpf(10) ** -6) + mpf(10) ** -22:
                yield f"{claims['kernel']}: the rest at k = {k}"
                break


def equivalence(root):
    rows = {r["k"]: middle(r) for r in root["enclosures"]}
    others = {r["k"]: middle(r) for r in root["other"]["enclosures"]}
    quotients = [x / others[k] for k, x in rows.items() if others[k] != 0]
    ends = root["conclusion"]
    limits = [middle(ends[name]) for name in ends if name.startswith("limit")]
    for name, value in (("infimum", min(quotients + limits)), ("supremum", max(quotients + limits))):
        if not holds(ends[name], value, mpf(10) ** -10):
            yield name


def main():
    wrong = checked = 0
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8") as file:
            root = json.load(file)
        if root.get("schema") != "zonal.certificate/2":
            continue
        d = root["sphere"]["dimension"]
        parts = [root] + ([root["other"]] if "other" in root else [])
        given = [part for part in parts if GIVEN.fullmatch(part["kernel"])]
        if not given:
            continue
        checked += 1
        faults = [fault for part in given for fault in kernel(part, d)]
        if root["statement"] == "equivalence" and "conclusion" in root:
            faults += equivalence(root)
        for fault in faults:
            print(f"{path}: {fault}")
        wrong += bool(faults)
    print(f"given: {checked} certificates of kernels that are given by their eigenvalues, {wrong} wrong")
    sys.exit(1 if wrong else 0)


main()
