#!/usr/bin/env python3
"""Checks enclosures of eigenvalues with mpmath: independent, but not proved.

Reads rows "kernel, dimension, k, lower, upper" (tabs) from standard input. The kernels are the recursions of the
literature, written in u with the arc cosine; the integral is Gauss-Legendre on panels that shrink towards both ends,
at two orders; P_k comes from its three-term recurrence. Exit code 1 if an enclosure does not hold the value.
"""

import sys
from fractions import Fraction

import mpmath
from mpmath import mp, mpf

MOST_DIGITS = 25


def parameter(text, depth):
    """A rational number or a power of one, as a function of the working precision."""
    if "^" in text:
        base, exponent = (x.strip("()") for x in text.split("^"))
        return lambda: mpmath.power(exact(depth if base == "L" else base), exact(exponent))
    return lambda: exact(text)


def exact(text):
    q = Fraction(text)
    return mpf(q.numerator) / q.denominator


def kappa0(u):
    return 1 - mpmath.acos(u) / mp.pi


def kappa1(u):
    return (mpmath.sqrt(max(1 - u * u, 0)) + (mp.pi - mpmath.acos(u)) * u) / mp.pi


def residual(name, p, depth):
    alpha2 = parameter(p["alpha2"], depth) if "alpha2" in p else (lambda: parameter(p["alpha"], depth)() ** 2)
    tau2 = lambda: parameter(p.get("tau", "0"), depth)() ** 2

    def recursion(u, k0, k1, a):
        c, v, theta, product = u, mpf(1), mpf(0), u
        for _ in range(depth):
            x = max(min(c / v, mpf(1)), mpf(-1))
            one_more = 1 + a * k0(x)
            theta = one_more * theta + v * k1(x) + (c + tau2()) * k0(x)
            product *= one_more
            c += a * v * k1(x)
            v *= 1 + a
        if name == "resnngp":
            return c / v
        return c + product + a * theta if p.get("train") == "all" else theta

    def f(u):
        a = alpha2()
        one = recursion(mpf(1), lambda x: 1, lambda x: 1, a)
        return recursion(u, kappa0, kappa1, a) / one

    return f


def fully_connected(name, p, depth):
    beta2 = lambda: parameter(p.get("beta", "0"), depth)() ** 2
    propagated = p.get("bias") == "propagated"

    def recursion(u, k0, k1, b):
        w = 1 / (1 + b) if propagated else mpf(1)
        sigma = w * (u + b) if propagated else u
        theta = w * (u + b)
        for _ in range(depth):
            sigma = max(min(sigma, mpf(1)), mpf(-1))
            slope = k0(sigma)
            sigma = k1(sigma)
            if propagated:
                sigma = w * (sigma + b)
                theta = sigma + w * theta * slope
            else:
                theta = theta * slope + sigma + b
        return sigma if name == "fcnngp" else theta

    def f(u):
        b = beta2()
        return recursion(u, kappa0, kappa1, b) / recursion(mpf(1), lambda x: 1, lambda x: 1, b)

    return f


def kernel(specification):
    """The kernel as a function of the angle."""
    name, _, rest = specification.partition(":")
    p = dict(item.split("=", 1) for item in rest.split(","))
    depth = int(p.get("L", 0))
    chord = lambda t: 2 * mpmath.sin(t / 2)
    c = parameter(p.get("c", "0"), depth)
    if name in ("resntk", "resnngp"):
        f = residual(name, p, depth)
    elif name in ("fcntk", "fcnngp"):
        f = fully_connected(name, p, depth)
    elif name == "arccos":
        f = {"0": kappa0, "1": kappa1}[p["n"]]
    elif name == "laplace":
        return lambda t: mpmath.exp(-c() * chord(t))
    elif name == "gaussian":
        return lambda t: mpmath.exp(-c() * chord(t) ** 2)
    elif name == "gammaexp":
        return lambda t: mpmath.exp(-c() * chord(t) ** exact(p["gamma"]))
    elif name == "chord":
        return lambda t: chord(t) ** exact(p["s"])
    elif name == "matern":
        nu = exact(p["nu"])

        def matern(t):
            x = c() * chord(t)
            return 2 ** (1 - nu) / mpmath.gamma(nu) * x**nu * mpmath.besselk(nu, x)

        return matern
    else:
        raise ValueError(f"mpmath: not a kernel it knows: {specification}")
    return lambda t: f(mpmath.cos(t))


def gegenbauer(d, k, u):
    before, now = mpf(1), u
    if k == 0:
        return before
    for n in range(1, k):
        before, now = now, ((2 * n + d - 2) * u * now - n * before) / (n + d - 2)
    return now


class Integrator:
    """The integrals of one kernel; its values at the nodes are kept."""

    def __init__(self, specification):
        self.kernel = kernel(specification)
        self.precision = None
        self.samples = {}

    def rule(self, degree):
        """Nodes t, weights and kernel values of Gauss-Legendre on graded panels."""
        if mp.prec != self.precision:
            self.precision, self.samples = mp.prec, {}
        if degree not in self.samples:
            nodes = mp.calculus_rule.calc_nodes(degree, mp.prec)
            ends = [mp.pi * mpf(2) ** -j for j in range(6, 1, -1)]
            ends = [mpf(0)] + ends + [mp.pi / 2] + [mp.pi - e for e in reversed(ends)] + [+mp.pi]
            self.samples[degree] = [
                (t, w * (b - a) / 2, self.kernel(t))
                for a, b in zip(ends, ends[1:])
                for x, w in nodes
                for t in [(a + b) / 2 + x * (b - a) / 2]
            ]
        return self.samples[degree]

    def eigenvalue(self, d, k, degree):
        total = mpmath.fsum(w * f * gegenbauer(d, k, mpmath.cos(t)) * mpmath.sin(t) ** (d - 2)
                            for t, w, f in self.rule(degree))
        return total * mpmath.gamma(mpf(d) / 2) / (mpmath.sqrt(mp.pi) * mpmath.gamma(mpf(d - 1) / 2))


def check(integrator, d, k, lower, upper):
    """The verdict on one row: None, or what is wrong with it."""
    middle = abs(lower + upper) / 2
    size = -len(str(middle.denominator)) + len(str(middle.numerator)) if middle else 0
    width = upper - lower
    digits = MOST_DIGITS
    if width and middle:
        ratio = middle / width
        digits = max(10, min(digits, len(str(ratio.numerator // ratio.denominator)) + 3))
    # few different precisions, so that the kernel's values are used again
    mp.dps = -(-(digits + 15 + max(-size, 0) + d // 8) // 16) * 16
    # 3 * 2^(degree-1) nodes on a panel
    degree = 5 if digits + max(-size, 0) <= 40 and k <= 60 else 6
    coarse = integrator.eigenvalue(d, k, degree - 1)
    value = integrator.eigenvalue(d, k, degree)
    # the finer rule has twice the nodes, hence about twice the correct digits
    error = abs(value - coarse) ** 2 / max(abs(value), mpf(10) ** -30) + abs(value) * mpf(10) ** -digits
    error += mpf(10) ** -(mp.dps - 8)
    low, high = (mpf(x.numerator) / x.denominator for x in (lower, upper))
    if value + error < low or value - error > high:
        return mpmath.nstr(value, min(digits, 30))
    if error > abs(value) * mpf(10) ** -8 and middle:
        return f"not computed: {mpmath.nstr(value, 10)} up to {mpmath.nstr(error, 3)}"
    return None


def main():
    mp.calculus_rule = mpmath.calculus.quadrature.GaussLegendre(mp)
    integrators, count, bad = {}, 0, 0
    for line in sys.stdin:
        specification, d, k, lower, upper = line.rstrip("\n").split("\t")
        integrator = integrators.setdefault(specification, Integrator(specification))
        wrong = check(integrator, int(d), int(k), Fraction(lower), Fraction(upper))
        count += 1
        if wrong:
            bad += 1
            print(f"mpmath: DISAGREES: {specification} d={d} k={k} is not in [{lower}, {upper}]: {wrong}", flush=True)
    print(f"mpmath: {count - bad} rows agree")
    sys.exit(1 if bad else 0)


main()
