#!/usr/bin/env python3
"""Checks eigenvalues on products of spheres (zonal multisphere --format json), with mpmath: independent, but not proved.

    multisphere.py FILE...

For each row: the eigenvalue against the integral over the angles of what the filter sees (Gauss-Legendre in all of them,
up to three pixels) and against the integral of Bessel functions of docs/theory.md, Theorem 21.14, by mpmath; zeros by the
first of these or by the places of the filter; both multiplicities by their definition; the shares, what is beyond, and
the ratio to the law. Exit code 1 if something does not agree.
"""

import itertools
import json
import math
import sys
from fractions import Fraction

import mpmath
from mpmath import mp, mpf

mp.dps = 25
NODES = {1: 120, 2: 60, 3: 30}
# What Gauss's rule leaves of kernels with kinks; it finds wrong formulas, mpmath wrong digits.
DIRECT = 2e-6
DIGITS = mpf(10) ** -14


def weights(patch):
    """Those of kappa_0, kappa_1 and u kappa_0."""
    name, _, rest = patch.partition(":")
    given = dict(item.split("=") for item in rest.split(",") if "=" in item)
    act = given.get("act", "relu")
    plain = set(given) <= {"act", "L", "sw2", "sb2"} and given.get("sb2", "0") == "0" and given.get("L") == "1"
    if not plain:
        return None
    return {("ntk", "relu"): (0, 0.5, 0.5), ("fcntk", "relu"): (0, 0.5, 0.5), ("nngp", "relu"): (0, 1, 0),
            ("fcnngp", "relu"): (0, 1, 0), ("nngp", "step"): (1, 0, 0)}.get((name, act))


def kernel(w, u):
    u = max(-1.0, min(1.0, u))
    theta = math.acos(u)
    zero = 1 - theta / math.pi
    one = (math.sin(theta) + (math.pi - theta) * u) / math.pi
    return w[0] * zero + w[1] * one + w[2] * u * zero


def legendre(d, k, u):
    before, now = 0.0, 1.0
    for n in range(k):
        before, now = now, u if n == 0 else ((2 * n + d - 2) * u * now - n * before) / (n + d - 2)
    return now


def direct(w, channels, degrees):
    """Over the angles."""
    nodes = gauss(NODES[len(degrees)])
    angles = [(math.pi * (x + 1) / 2, weight) for x, weight in nodes]
    mass = sum(weight * math.sin(t) ** (channels - 2) for t, weight in angles)
    sides = [[(math.cos(t), weight * math.sin(t) ** (channels - 2) * legendre(channels, k, math.cos(t)) / mass)
              for t, weight in angles] for k in degrees]
    total = 0.0
    for point in itertools.product(*sides):
        factor = 1.0
        for _, weight in point:
            factor *= weight
        total += factor * kernel(w, sum(u for u, _ in point) / len(degrees))
    return total


def gauss(n):
    """Nodes and weights by Newton's method."""
    found = []
    for i in range(n):
        x = math.cos(math.pi * (i + 0.75) / (n + 0.5))
        for _ in range(50):
            before, now = 1.0, x
            for j in range(2, n + 1):
                before, now = now, ((2 * j - 1) * x * now - (j - 1) * before) / j
            slope = n * (x * now - before) / (x * x - 1)
            x -= now / slope
        found.append((x, 2 / ((1 - x * x) * slope * slope)))
    return found


def bessel(w, channels, degrees):
    """By the integral of Bessel functions, without exponentials."""
    q, nu, odd = len(degrees), mpf(channels) / 2 - 1, sum(degrees) % 2
    zero = 1 if sum(degrees) == 0 else 0

    def product(s):
        value = mpf(1)
        for k in degrees:
            value *= mpmath.gamma(mpf(channels) / 2) * (2 * q / s) ** nu * mpmath.besseli(k + nu, s / q) * mpmath.exp(-s / q)
        return value

    def part(s):
        # G(s) - G(0) cancels near 0.
        with mp.workdps(mp.dps + (max(0, int(-2 * mpmath.log10(s))) if zero else 0)):
            return +integrand(s)

    def integrand(s):
        k0, k1, g = mpmath.exp(s) * mpmath.besselk(0, s), mpmath.exp(s) * mpmath.besselk(1, s), product(s)
        if odd:
            return w[0] * k0 * g / s
        left = g - zero * mpmath.exp(-s)
        return (w[1] * k0 * left + w[2] * (k1 * s + k0) * left) / s ** 2
    if odd and not w[0] or not odd and not (w[1] or w[2]):
        return None
    ends = [0, mpf(1) / 4, 1, 4, 16, 64, 256, 1024, 4096, 2 ** 14, 2 ** 18, 2 ** 24, mpmath.inf]
    value = 2 / mpmath.pi ** 2 * mpmath.quad(part, ends)
    return value + (zero * w[1] / mpmath.pi if not odd else 0)


def multiplicity(channels, k):
    if k == 0:
        return 1
    return (2 * k + channels - 2) * math.comb(k + channels - 3, k - 1) // k


def fixed(channels, degrees):
    """How many words of harmonics no shift changes, by the traces of all shifts on all shifts of the degrees."""
    size, words, total = len(degrees), set(), 0
    for s in range(size):
        words.add(tuple(degrees[s:] + degrees[:s]))
    for shift in range(size):
        cycles = math.gcd(size, shift)
        for word in words:
            if all(word[i] == word[(i + shift) % size] for i in range(size)):
                trace = 1
                for i in range(cycles):
                    trace *= multiplicity(channels, word[i])
                total += trace
    assert total % size == 0
    return total // size, len(words)


def law(w, channels, q, odd):
    """The exponent and the constant: what the chord has at both ends, times its Fourier transform."""
    m = q * (channels - 1)
    area = 2 * mpmath.pi ** (mpf(channels) / 2) / mpmath.gamma(mpf(channels) / 2)
    first = w[0] if odd else w[2]
    power = 1 if first else 3
    ends = 2 * mpf(first) / mpmath.pi if first else (0 if odd else 2 * mpf(w[1]) / (3 * mpmath.pi))
    if not ends:
        return None
    transform = 2 ** (mpf(power) + m) * mpmath.pi ** (mpf(m) / 2) * mpmath.gamma(mpf(m + power) / 2)
    transform = abs(transform / mpmath.gamma(-mpf(power) / 2))
    return m + power, ends * transform / (mpmath.sqrt(q) ** power * area ** q)


class Checker:
    def __init__(self):
        self.failures = 0
        self.checks = 0

    def holds(self, condition, what):
        self.checks += 1
        if not condition:
            self.failures += 1
            print("FAILED:", what)

    def number(self, rounded, value, tolerance, what):
        lower, upper = mpf(rounded["lower"]), mpf(rounded["upper"])
        slack = tolerance * max(abs(lower), abs(upper))
        self.holds(lower - slack <= value <= upper + slack, "%s: %s is not in [%s, %s]" % (
            what, mpmath.nstr(value, 18), rounded["lower"], rounded["upper"]))

    def document(self, name, document):
        results = document["results"]
        w, channels, q = weights(results["patch"]), results["channels"], results["taps"]
        if w is None or results["scale"] != "unit":
            print("%s: %s in the scale %s is not checked here" % (name, results["patch"], results["scale"]))
            return
        self.laws(name, results, w)
        left, known = mpf(1), {}
        for row in results["rows"]:
            degrees, size = row["k"], len(row["k"])
            what = "%s: k = %s" % (name, degrees)
            places = sum(all(degrees[(s + i) % size] == 0 for i in range(q, size)) for s in range(size))
            seen = tuple(sorted((k for k in degrees if k), reverse=True))
            fixed_words, shifts = fixed(channels, degrees)
            flatten = shifts
            for k in degrees:
                flatten *= multiplicity(channels, k)
            self.holds(int(row["flatten"]) == flatten, what + ": flatten")
            self.holds(int(row["gap"]) == fixed_words, what + ": gap")
            self.holds((row["zero"] == "locality") == (places == 0), what + ": locality")
            value = mpf(0)
            if places:
                seen += (0,) * (q - len(seen))
                if seen not in known:
                    known[seen] = self.patch(what, w, channels, seen)
                value = known[seen] * places / size
                exact = row["eigenvalue"].get("exact")
                if exact and "pi" not in exact:
                    value = mpf(Fraction(exact).numerator) / Fraction(exact).denominator
                self.number(row["eigenvalue"], value, DIGITS * 10, what)
            share = value * flatten
            left -= share
            self.number(row["share"], share, DIGITS * 10, what + ": share")
            if row["beyond"]:
                self.number(row["beyond"], left, DIGITS * 1000 / left, what + ": beyond")
            if row["ratio"]:
                exponent, constant = law(w, channels, q, sum(degrees) % 2)
                size2 = sum((k + mpf(channels - 2) / 2) ** 2 for k in seen)
                ratio = known[seen] * mpmath.sqrt(size2) ** exponent / constant
                self.number(row["ratio"], ratio, mpf(10) ** -5, what + ": ratio")

    def patch(self, what, w, channels, seen):
        value = bessel(w, channels, seen)
        if value is None:
            # A polynomial of degree 1 is all of the kernel that has this parity.
            value = {0: mpf(1) / 2, 1: mpf(1) / (2 * len(seen) * channels)}.get(sum(seen), mpf(0))
        if len(seen) <= 3:
            other = direct(w, channels, seen)
            self.holds(abs(other - value) < DIRECT, "%s: %s over the angles, %s" % (what, other, mpmath.nstr(value, 15)))
        return value

    def laws(self, name, results, w):
        for parity in ("even", "odd"):
            own = law(w, results["channels"], results["taps"], parity == "odd")
            given = results[parity]
            self.holds((own is None) == (given is None), "%s: the law of %s sums" % (name, parity))
            if own and given:
                self.holds(own[0] == given["exponent"], "%s: the exponent of %s sums" % (name, parity))
                self.number(given["constant"], own[1], DIGITS, "%s: the constant of %s sums" % (name, parity))


def main():
    checker = Checker()
    for name in sys.argv[1:]:
        with open(name, encoding="utf-8") as file:
            checker.document(name, json.load(file))
    print("multisphere: %d checks, %d failures" % (checker.checks, checker.failures))
    return 1 if checker.failures or not checker.checks else 0


if __name__ == "__main__":
    sys.exit(main())
