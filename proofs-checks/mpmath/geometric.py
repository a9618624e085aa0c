#!/usr/bin/env python3
"""Checks certificates of geometric laws (docs/theory.md, Theorems 17.8 and 17.9) with mpmath: independent, not proved.

    geometric.py FILE...

The kernels are the formulas of the literature, layer by layer, written in u; eigenvalues come from the trapezoidal rule
in the angle (d even) or from Fejer's rule in u (d odd), with a hundred digits and more. The theorems do not enter: u_*
is the least u where the argument of some arc sine is 1, found by bisection and secants; mu is what the growth of
rho^-k eta_k says, and C the limit of rho^-k k^-s eta_k, both extrapolated from eigenvalues up to k = 300 or beyond k0.
Asked is that the enclosures hold the eigenvalues, that u_*, mu, C and the rate are those, that the law is as near as it
claims at every k computed, and that c_1 and c_2 hold the least and the greatest of the quotients and of C.
It does not show the law beyond the last k computed, nor anything about the disc that Theorem 17.9 takes (square), and
it knows fully connected networks of erf or GELU units; others are counted and not checked. Exit code 1 if something is
not so.
"""

import json
import re
import sys
from fractions import Fraction

import mpmath
from mpmath import mp, mpf

NETWORK = re.compile(r"(nngp|ntk):act=(erf|gelu),L=([0-9]{1,2})((?:,[a-z0-9]+=[^,]+)*)")
LAST = 300
BEYOND = 300
MOST = 1200
POINTS = 13
STRIDE = 8
DIGITS = 30
SLACK = mpf(10) ** -12


def exact(text):
    if "/" in text:
        q = Fraction(text)
        return mpf(q.numerator) / q.denominator
    return mpf(text)


def sine(act, q, c):
    """The argument of the arc sine."""
    return 2 * c / (1 + 2 * q) if act == "erf" else c / (1 + q)


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
    """A kernel of any depth, f(1) = 1, with the place of its nearest singularity."""

    def __init__(self, specification):
        self.specification = specification
        self.name, self.act, depth, rest = NETWORK.fullmatch(specification).groups()
        given = dict(item.split("=") for item in rest.split(",") if item)
        self.sw2, self.sb2 = exact(given.get("sw2", "1")), exact(given.get("sb2", "0"))
        self.trained = given.get("train", "all")
        self.known = self.trained in ("all", "first", "last") and set(given) <= {"sw2", "sb2", "train"}
        self.depth = int(depth)
        self.dual = erf if self.act == "erf" else gelu
        self.variances = [self.sw2 + self.sb2]
        for _ in range(1, self.depth):
            q = self.variances[-1]
            # at c = q the arc sine is away from 1
            self.variances.append(self.sw2 * self.dual(q, q)[0] + self.sb2)
        self.singularity = self.nearest()
        self.one = self.unnormalised(mpf(1))

    def layers(self, u):
        """The variance and the covariance before each activation, up to the first whose arc sine reaches 1."""
        c = self.sw2 * u + self.sb2
        for q in self.variances:
            yield q, c
            if abs(sine(self.act, q, c)) >= 1:
                return
            c = self.sw2 * self.dual(q, c)[0] + self.sb2

    def largest(self, u):
        return max(abs(sine(self.act, q, c)) for q, c in self.layers(u))

    def crossing(self, inside, outside):
        """Where the largest of the sines is 1: bisection, and then as many digits as there are."""
        for _ in range(int(mp.prec) + 10):
            middle = (inside + outside) / 2
            if middle in (inside, outside):
                break
            if self.largest(middle) < 1:
                inside = middle
            else:
                outside = middle
        return outside

    def first(self, sign):
        """|u| where the sine of the first layer is sign."""
        return ((1 + 2 * self.variances[0]) / 2 if self.act == "erf" else 1 + self.variances[0]) / self.sw2 - (
            sign * self.sb2 / self.sw2
        )

    def nearest(self):
        """u_*, at which one sine is 1 and all others are less."""
        u = self.first(1)
        if self.largest(u * (1 - mpf(10) ** -20)) >= 1:
            u = self.crossing(mpf(1), u)
        below = u * (1 - mpf(10) ** -20)
        near = [x for x in (sine(self.act, q, c) for q, c in self.layers(below)) if x > 1 - mpf(10) ** -8]
        if len(near) != 1:
            raise ValueError("no sine or several reach 1 at once")
        return u

    def unnormalised(self, u):
        c = self.sw2 * u + self.sb2
        tangent = c if self.trained in ("all", "first") else mpf(0)
        for number, q in enumerate(self.variances, 1):
            mean, slope = self.dual(q, c)
            tangent = tangent * self.sw2 * slope
            c = self.sw2 * mean + self.sb2
            if self.trained == "all" or self.trained == "last" and number == self.depth:
                tangent += c
        return c if self.name == "nngp" else tangent

    def eigenvalues(self, d, last):
        """eta_0, ..., eta_last; sets the precision."""
        rate = self.rate()
        mp.dps = int(last * -mpmath.log10(rate)) + DIGITS + 30
        self.__init__(self.specification)
        beyond = mp.dps / -float(mpmath.log10(rate))
        count = int((last + beyond) / (2 if d % 2 == 0 else 1)) + 40
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
        for k in range(1, last + 1):
            result.append(mpmath.fdot(weighted, now))
            a, b, c = mpf(2 * k + d - 2), mpf(k), mpf(k + d - 2)
            before, now = now, [(a * u * y - b * x) / c for u, x, y in zip(nodes, before, now)]
        return result

    def farther(self):
        """rho for the nearest singularity on the other side."""
        u = -self.crossing(-self.singularity, -self.first(-1))
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


def limit(values, farther=None, points=POINTS):
    """The limit of Q_k, which is a series in 1/k, besides a multiple of farther^k that is taken away as far as need be."""
    for _ in range(8 if farther else 0):
        values = {k: (farther * values[k] + values[k + 1]) / (1 + farther) for k in values if k + 1 in values}
    last = max(values)
    ks = [last - STRIDE * i for i in range(points)]
    total = mpf(0)
    for i in ks:
        weight = mpf(1)
        for j in ks:
            if j != i:
                weight *= mpf(i) / (i - j)
        total += weight * values[i]
    return total


def growth(values):
    """s, if Q_k = k^s times a series in 1/k."""
    quotients = {k: mpmath.log(values[k + 2] / values[k]) / mpmath.log(mpf(k + 2) / k) for k in values if k + 2 in values}
    return limit(quotients, points=6)


def holds(interval, value, slack=SLACK):
    wide = slack * abs(value)
    return exact(interval["lower"]) - wide <= value <= exact(interval["upper"]) + wide


def is_at(law, singularity):
    """Whether u_* is what is claimed, or lies between the two numbers that are."""
    if "singularity" in law:
        return abs(exact(law["singularity"]) - singularity) < SLACK
    return holds(law["between"], singularity, mpf(10) ** -60) and 0 < exact(law["square"]) < 1


def faults(root):
    name, d = root["kernel"], root["sphere"]["dimension"]
    network = Network(name)
    last = max([LAST] + [int(law["from"]) + BEYOND for law in root.get("geometric", [])])
    if last > MOST:
        raise ValueError("k0 is beyond what is computed here")
    eta = network.eigenvalues(d, last)
    for row in root["enclosures"]:
        value = eta[int(row["k"])]
        if not holds(row, value, mpf(10) ** -20) and abs(value) > mpf(10) ** (20 - mp.dps):
            yield f"k = {row['k']}: {mpmath.nstr(value, 20)}"
    rho = network.rate()
    for law in root.get("geometric", []):
        parity, start = law["parity"], int(law["from"])
        first = 2 if parity == "even" else 1
        order = exact(law["order"])
        s = order - mpf(d) / 2
        quotients = {k: eta[k] * rho**-k * mpf(k) ** -s for k in range(1, last + 1)}
        q = {k: quotients[k] for k in range(first, last + 1, 2)}
        c = limit(quotients, network.farther() / rho) if network.sb2 else limit(q)
        if not is_at(law, network.singularity):
            yield f"{parity} law: u_* is {mpmath.nstr(network.singularity, 20)}"
        if order not in (-0.5, 0.5, 1.5) or abs(growth(q)) > mpf(10) ** -3:
            yield f"{parity} law: mu is {mpmath.nstr(order + growth(q), 6)}"
        if start % 2 != first % 2 or not holds(law["constant"], c):
            yield f"{parity} law: C is {mpmath.nstr(c, 16)}"
        lower, upper = (exact(law["deviation"][end]) for end in ("lower", "upper"))
        for k in range(start, last + 1, 2):
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
    wrong = checked = other = 0
    for path in sys.argv[1:]:
        mp.dps = 60
        with open(path, encoding="utf-8") as file:
            root = json.load(file)
        if root.get("statement") != "decay" or not NETWORK.fullmatch(root["kernel"]) or not Network(root["kernel"]).known:
            other += 1
            continue
        checked += 1
        try:
            found = list(faults(root))
        except ValueError as error:
            found = [str(error)]
        for fault in found:
            print(f"{path}: {fault}", flush=True)
        wrong += bool(found)
    print(f"geometric: {checked} certificates of geometric laws, {wrong} wrong; {other} others, not checked here")
    sys.exit(1 if wrong else 0)


main()
