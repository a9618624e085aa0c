#!/usr/bin/env python3
"""Checks certificates of geometric laws (docs/theory.md, Theorem 17.8) with mpmath: independent, but not proved.

    geometric.py FILE...

The kernels are the formulas of the literature for one layer, written in u; eigenvalues come from the trapezoidal rule
in the angle (d even) or from Fejer's rule in u (d odd), with a hundred digits and more. The theorem does not enter: u_*
is where the argument of the arc sine is 1, and C is the limit of rho^-k k^-s eta_k, extrapolated from eigenvalues at k
up to 300. Asked is that the enclosures hold the eigenvalues, that u_*, s, C and the rate are those,
that the law is as near as it claims at every k computed, and that c_1 and c_2 hold the least and the greatest of the
quotients and of C. Exit code 1 if something is not so.
"""

import json
import re
import sys
from fractions import Fraction

import mpmath
from mpmath import mp, mpf

NETWORK = re.compile(r"(nngp|ntk):act=(erf|gelu),L=1((?:,[a-z0-9]+=[^,]+)*)")
LAST = 300
POINTS = 13
STRIDE = 8
DIGITS = 30
SLACK = mpf(10) ** -12


def exact(text):
    if "/" in text:
        q = Fraction(text)
        return mpf(q.numerator) / q.denominator
    return mpf(text)


def erf(q, c):
    """Means of erf(x) erf(y), and of the derivatives; x, y Gaussian of variance q and covariance c. Williams 1997."""
    x = 2 * c / (1 + 2 * q)
    return 2 / mp.pi * mpmath.asin(x), 4 / (mp.pi * (1 + 2 * q) * mpmath.sqrt(1 - x * x))


def gelu(q, c):
    """The same for x Phi(x). Tsuchida et al. 2021."""
    s = (1 + q) ** 2 - c * c
    a = 1 / (2 * mp.pi * mpmath.sqrt(s))
    b = 2 / (1 + q)
    h = mpf(1) / 4 + mpmath.asin(c / (1 + q)) / (2 * mp.pi)
    return a * (1 + s * (1 - b)) + c * h, h + a * c * (b + 1 / s)


class Network:
    """A kernel of one layer, f(1) = 1, with the place of its nearest singularity and mu."""

    def __init__(self, specification):
        self.name, self.act, rest = NETWORK.fullmatch(specification).groups()
        given = dict(item.split("=") for item in rest.split(",") if item)
        self.sw2, self.sb2 = exact(given.get("sw2", "1")), exact(given.get("sb2", "0"))
        self.trained = given.get("train", "all")
        if self.trained not in ("all", "first", "last"):
            raise ValueError(f"not a network it knows: {specification}")
        self.dual = erf if self.act == "erf" else gelu
        q = self.sw2 + self.sb2
        self.singularity = ((mpf(1) / 2 if self.act == "erf" else 1) + q - self.sb2) / self.sw2
        with_slope = self.name == "ntk" and self.trained != "last"
        self.order = mpf(1) / 2 + (self.act == "gelu") - (not with_slope)
        self.one = self.unnormalised(mpf(1))

    def unnormalised(self, u):
        c = self.sw2 * u + self.sb2
        mean, slope = self.dual(self.sw2 + self.sb2, c)
        last, first = self.sw2 * mean + self.sb2, self.sw2 * slope * c
        if self.name == "nngp" or self.trained == "last":
            return last
        return first if self.trained == "first" else last + first

    def eigenvalues(self, d):
        """eta_0, ..., eta_LAST."""
        rate = self.rate()
        mp.dps = int(LAST * -mpmath.log10(rate)) + DIGITS + 30
        beyond = mp.dps / -float(mpmath.log10(rate))
        count = int((LAST + beyond) / (2 if d % 2 == 0 else 1)) + 40
        turns = [mpmath.cos(j * mp.pi / (2 * count)) for j in range(4 * count)]
        nodes = [turns[2 * j + 1] for j in range(count)]
        if d % 2 == 0:
            # f(cos t) P_k(cos t) sin^(d-2) t, on the whole circle
            weights = [(1 - u * u) ** ((d - 2) // 2) for u in nodes]
        else:
            weights = [w * (1 - u * u) ** ((d - 3) // 2) for u, w in zip(nodes, fejer(count, turns))]
        total = mpmath.fsum(weights)
        weighted = [w * self.unnormalised(u) / (self.one * total) for u, w in zip(nodes, weights)]
        before, now = [mpf(1)] * count, list(nodes)
        result = [mpmath.fsum(weighted)]
        for k in range(1, LAST + 1):
            result.append(mpmath.fdot(weighted, now))
            a, b, c = mpf(2 * k + d - 2), mpf(k), mpf(k + d - 2)
            before, now = now, [(a * u * y - b * x) / c for u, x, y in zip(nodes, before, now)]
        return result

    def farther(self):
        """rho for the singularity where the argument is -1."""
        u = self.singularity + 2 * self.sb2 / self.sw2
        return u - mpmath.sqrt(u * u - 1)

    def rate(self):
        return self.singularity - mpmath.sqrt(self.singularity**2 - 1)


def fejer(count, turns):
    """The weights of Fejer's first rule, up to a factor; turns are the cosines of the multiples of pi/(2 count)."""
    halves = [mpf(2) / (4 * m * m - 1) for m in range(1, (count + 1) // 2)]
    return [
        1 - mpmath.fsum(h * turns[2 * m * (2 * j + 1) % (4 * count)] for m, h in enumerate(halves, 1))
        for j in range(count)
    ]


def limit(values, farther):
    """The limit of Q_k, which is a series in 1/k, besides a multiple of farther^k that is taken away as far as need be."""
    for _ in range(8 if farther else 0):
        values = {k: (farther * values[k] + values[k + 1]) / (1 + farther) for k in values if k + 1 in values}
    last = max(values)
    ks = [last - STRIDE * i for i in range(POINTS)]
    total = mpf(0)
    for i in ks:
        weight = mpf(1)
        for j in ks:
            if j != i:
                weight *= mpf(i) / (i - j)
        total += weight * values[i]
    return total


def holds(interval, value, slack=SLACK):
    wide = slack * abs(value)
    return exact(interval["lower"]) - wide <= value <= exact(interval["upper"]) + wide


def faults(root):
    name, d = root["kernel"], root["sphere"]["dimension"]
    network = Network(name)
    eta = network.eigenvalues(d)
    network = Network(name)  # its constants with these digits
    for row in root["enclosures"]:
        value = eta[int(row["k"])]
        if not holds(row, value, mpf(10) ** -20) and abs(value) > mpf(10) ** (20 - mp.dps):
            yield f"k = {row['k']}: {mpmath.nstr(value, 20)}"
    rho, s = network.rate(), network.order - mpf(d) / 2
    for law in root.get("geometric", []):
        parity, start = law["parity"], int(law["from"])
        first = 2 if parity == "even" else 1
        quotients = {k: eta[k] * rho**-k * mpf(k) ** -s for k in range(1, LAST + 1)}
        q = {k: quotients[k] for k in range(first, LAST + 1, 2)}
        c = limit(quotients, network.farther() / rho) if network.sb2 else limit(q, None)
        if abs(exact(law["singularity"]) - network.singularity) > SLACK or exact(law["order"]) != network.order:
            yield f"{parity} law: u_* or mu"
        if start % 2 != first % 2 or not holds(law["constant"], c):
            yield f"{parity} law: C is {mpmath.nstr(c, 16)}"
        lower, upper = (exact(law["deviation"][end]) for end in ("lower", "upper"))
        for k in range(start, LAST + 1, 2):
            e = (q[k] / c - 1) * k / start
            if not lower - SLACK <= e <= upper + SLACK:
                yield f"{parity} law: e_k k/k0 is {mpmath.nstr(e, 10)} at k = {k}"
                break
        if "conclusion" in root:
            ends = root["conclusion"]
            known = {"constant": c, "rate": rho, "c1": min(c, *q.values()), "c2": max(c, *q.values())}
            for key, value in known.items():
                if not holds(ends[f"{key}.{parity}"], value):
                    yield f"{key}.{parity} is {mpmath.nstr(value, 16)}"
    if "refutation" in root:
        yield "there is a law"


def main():
    wrong = checked = 0
    for path in sys.argv[1:]:
        mp.dps = 60
        with open(path, encoding="utf-8") as file:
            root = json.load(file)
        if root.get("statement") != "decay" or not NETWORK.fullmatch(root["kernel"]):
            continue
        checked += 1
        found = list(faults(root))
        for fault in found:
            print(f"{path}: {fault}", flush=True)
        wrong += bool(found)
    print(f"geometric: {checked} certificates of geometric laws, {wrong} wrong")
    sys.exit(1 if wrong else 0)


main()
