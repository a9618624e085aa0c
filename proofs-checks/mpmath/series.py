#!/usr/bin/env python3
"""Checks certificates about the spheres of all dimensions (version 3) with mpmath: independent, but not proved.

    series.py [--refused] FILE...

The Taylor coefficients of the kernel at u = 0 are computed from its definition (docs/theory.md, section 5), and must have
the claimed degrees: none is negative, the last positive one of a parity is the claimed one, and where there are to be
infinitely many, enough of the first are. A claimed negative eigenvalue is computed at several dimensions from the claimed
one on. With --refused every file must fail. Exit code 1 if something is not so.
"""

import json
import re
import sys
from fractions import Fraction

from mpmath import mp, mpf
import mpmath

mp.dps = 60
TERMS = 24
TINY = mpf(10) ** -30


class Wrong(Exception):
    pass


def need(condition, message):
    if not condition:
        raise Wrong(message)


def number(text, depth=1):
    power = re.fullmatch(r"\(?(.+?)\)?\^\(?(-?[0-9/]+)\)?", text)
    if power:
        base = depth if power[1] == "L" else Fraction(power[1])
        return mpf(base) ** number(power[2])
    q = Fraction(text)
    return mpf(q.numerator) / q.denominator


# ---- power series, as lists of TERMS coefficients ----


def constant(x):
    return [mpf(x)] + [mpf(0)] * (TERMS - 1)


U = [mpf(0), mpf(1)] + [mpf(0)] * (TERMS - 2)


def plus(*series):
    return [sum(column) for column in zip(*series)]


def scale(x, a):
    return [x * c for c in a]


def times(a, b):
    return [sum(a[i] * b[n - i] for i in range(n + 1)) for n in range(TERMS)]


def derivative(a):
    return [n * a[n] for n in range(1, TERMS)] + [mpf(0)]


def integral(start, a):
    return [start] + [a[n] / (n + 1) for n in range(TERMS - 1)]


def power(a, p):
    """a^p for a(0) > 0, by a (a^p)' = p a' a^p."""
    b = [a[0] ** p]
    for n in range(1, TERMS):
        b.append(sum((p * i - (n - i)) * a[i] * b[n - i] for i in range(1, n + 1)) / (n * a[0]))
    return b


def exponential(a):
    b = [mpmath.exp(a[0])]
    for n in range(1, TERMS):
        b.append(sum(i * a[i] * b[n - i] for i in range(1, n + 1)) / n)
    return b


def arcsine(a):
    root = power(plus(constant(1), scale(-1, times(a, a))), mpf(-1) / 2)
    return integral(mpmath.asin(a[0]), times(derivative(a), root))


def kappa(n, a):
    """The arc-cosine kernels of degrees 0 and 1."""
    if n == 0:
        return plus(constant(mpf(1) / 2), scale(1 / mp.pi, arcsine(a)))
    root = power(plus(constant(1), scale(-1, times(a, a))), mpf(1) / 2)
    return plus(times(a, kappa(0, a)), scale(1 / mp.pi, root))


# ---- activations: E phi phi and E phi' phi' at variance q and covariance c ----


def relu(q, c):
    u = scale(1 / q, c)
    return scale(q / 2, kappa(1, u)), scale(mpf(1) / 2, kappa(0, u))


def absolute(q, c):
    u = scale(1 / q, c)
    return plus(scale(2 * q, kappa(1, u)), scale(-1, c)), plus(scale(2, kappa(0, u)), constant(-1))


def erf(q, c):
    x = scale(2 / (1 + 2 * q), c)
    root = power(plus(constant((1 + 2 * q) ** 2), scale(-4, times(c, c))), mpf(-1) / 2)
    return scale(2 / mp.pi, arcsine(x)), scale(4 / mp.pi, root)


def hyperbolic(sign):
    def both(q, c):
        up, down = exponential(c), exponential(scale(-1, c))
        sine = scale(mpmath.exp(-q) / 2, plus(up, scale(-1, down)))
        cosine = scale(mpmath.exp(-q) / 2, plus(up, down))
        return (sine, cosine) if sign < 0 else (cosine, sine)

    return both


def exponent(q, c):
    value = scale(mpmath.exp(q), exponential(c))
    return value, value


ACTIVATIONS = {"relu": relu, "abs": absolute, "erf": erf, "sin": hyperbolic(-1), "cos": hyperbolic(1), "exp": exponent}


def at_one(phi, q):
    """E phi^2 from a covariance just below q, whose series begins with the value there."""
    return phi(q, constant(q * (1 - mpf(10) ** -40)))[0][0]


def dense(p, tangent):
    phi, weight, bias = p["act"], p["sw2"], p["sb2"]
    q, c = weight + bias, plus(scale(weight, U), constant(bias))
    theta = c if 1 in p["train"] else constant(0)
    for layer in range(1, p["L"] + 1):
        value, slope = phi(q, c)
        q, c = weight * at_one(phi, q) + bias, plus(scale(weight, value), constant(bias))
        theta = scale(weight, times(slope, theta))
        theta = plus(theta, c) if layer + 1 in p["train"] else theta
    return theta if tangent else c


def trained_bias(p, tangent):
    """fcntk with the convention of section 5.3."""
    b = p["beta"] ** 2
    sigma, theta = U, plus(U, constant(b))
    for _ in range(p["L"]):
        theta = plus(times(theta, kappa(0, sigma)), kappa(1, sigma), constant(b))
        sigma = kappa(1, sigma)
    return theta if tangent else sigma


def propagated(p, tangent):
    b = p["beta"] ** 2
    w = 1 / (1 + b)
    sigma = scale(w, plus(U, constant(b)))
    theta = sigma
    for _ in range(p["L"]):
        theta = scale(w, times(theta, kappa(0, sigma)))
        sigma = scale(w, plus(kappa(1, sigma), constant(b)))
        theta = plus(theta, sigma)
    return theta if tangent else sigma


def residual(p, tangent):
    """Section 5.9 before any normalisation: c_l = c_{l-1} + w F, and what each block contributes."""
    phi, w = p["act"], p["alpha2"] * p["sw2"]
    q, c, blocks, first, bias = mpf(1), U, constant(0), U, p["tau"] ** 2
    for _ in range(p["L"]):
        value, slope = phi(q, c)
        factor = plus(constant(1), scale(w, slope))
        blocks = plus(times(factor, blocks), scale(w, plus(value, times(plus(c, constant(bias)), slope))))
        first = times(factor, first)
        q, c = q + w * at_one(phi, q), plus(c, scale(w, value))
    if not tangent:
        return c
    return plus(c, first, blocks) if p["all"] else blocks


def arguments(rest):
    items = re.findall(r"([a-z0-9A-Z]+)=((?:\[[^\]]*\]|[^,])+)", rest)
    return dict(items)


def taylor(specification):
    name, _, rest = specification.partition(":")
    if name == "polynomial":
        given = [number(x) for x in rest.strip("[]").split(",")]
        need(len(given) <= TERMS, "not supported: the degree")
        return given + [mpf(0)] * (TERMS - len(given))
    a = arguments(rest)
    if name == "chord":
        return scale(mpf(2) ** (number(a["s"]) / 2), power(plus(constant(1), scale(-1, U)), number(a["s"]) / 2))
    chord = power(plus(constant(2), scale(-2, U)), mpf(1) / 2)
    if name == "laplace":
        return exponential(scale(-number(a["c"]), chord))
    if name == "gaussian":
        return exponential(scale(2 * number(a["c"]), plus(U, constant(-1))))
    if name == "arccos":
        need(a["n"] in "01", "not supported: the degree")
        return kappa(int(a["n"]), U)
    depth = int(a["L"])
    act = a.get("act", "relu")
    need(act in ACTIVATIONS and "power" not in a and depth <= 20, f"not supported: {specification}")
    p = {"L": depth, "act": ACTIVATIONS[act], "beta": number(a.get("beta", "0")), "tau": number(a.get("tau", "0"))}
    if name in ("fcntk", "fcnngp"):
        return (propagated if a.get("bias") == "propagated" else trained_bias)(p, name == "fcntk")
    if name in ("ntk", "nngp"):
        p |= {"sw2": number(a.get("sw2", "1")), "sb2": number(a.get("sb2", "0"))}
        train = a.get("train", "all")
        words = {"all": range(1, depth + 2), "hidden": range(1, depth + 1), "first": [1], "last": [depth + 1]}
        p["train"] = set(words[train] if train in words else json.loads(train))
        return dense(p, name == "ntk")
    if name in ("resntk", "resnngp"):
        p |= {"sw2": number(a.get("sw2", "2")), "all": a.get("train") == "all"}
        p["alpha2"] = number(a["alpha2"]) if "alpha2" in a else number(a.get("alpha", "1"), depth) ** 2
        return residual(p, name == "resntk")
    raise Wrong(f"not supported: {specification}")


# ---- eigenvalues ----


def eigenvalue(specification, k, d):
    """Lemmas 9.3 and 9.8 as they are written."""
    name, _, rest = specification.partition(":")
    half = mpf(d) / 2
    if name == "chord":
        s = number(arguments(rest)["s"])
        return (2 ** (s + d - 2) * mpmath.gamma(half) * mpmath.gamma((s + d - 1) / 2) / mpmath.sqrt(mp.pi)
                * mpmath.rf(-s / 2, k) / mpmath.gamma(s / 2 + k + d - 1))
    need(name == "polynomial", f"not supported: {specification}")
    total = Fraction(0)
    for n, text in enumerate(rest.strip("[]").split(",")):
        if n < k or (n - k) % 2:
            continue
        j = (n - k) // 2
        term = Fraction(text)
        for i in range(k):
            term *= Fraction(n - i, 2)
        for i in range(j):
            term *= Fraction(2 * i + 1, 2)
        for i in range(j + k):
            term /= Fraction(d, 2) + i
        total += term
    return total


# ---- certificates ----


def check_series(c):
    b = taylor(c["kernel"])
    need(min(b) > -TINY, "a coefficient is negative")
    top = max(b)
    for odd, parity in enumerate(("even", "odd")):
        degree = c["series"][parity]
        positive = [n for n in range(odd, TERMS, 2) if b[n] > TINY * top]
        if degree == "infinite":
            need(len([n for n in positive if n >= 2]) >= (TERMS - 2) // 4, f"few {parity} coefficients are positive")
        elif degree == "none":
            need(not positive, f"an {parity} coefficient is positive")
        else:
            need(int(degree) < TERMS and positive[-1:] == [int(degree)],
                 f"the last positive {parity} coefficient is not that of {degree}")


def zeros_from(c, odd):
    degree = c["series"][("even", "odd")[odd]]
    if degree == "infinite":
        return None
    return odd if degree == "none" else int(degree) + 2


def of_member(c):
    """A refutation of a family (version 5) as that of its member; whose weights are in range, zonal check decides."""
    need(c.get("refutation") == "zero", "not a refutation by a member")
    name, text = c["member"].partition(":")[0], dict(x.partition("=")[::2] for x in c["family"].partition(":")[2].split(","))
    depth = int(dict(x.partition("=")[::2] for x in c["member"].partition(":")[2].split(","))["L"])
    least, dots, greatest = text["L"].partition("..")
    need(name == c["family"].partition(":")[0], "a member of another family")
    need(int(least) <= depth <= int(greatest or (10**6 if dots else least)), "a member of another depth")
    return {**c, "schema": "zonal.certificate/3", "kernel": c["member"]}


def check(c):
    if c.get("schema") == "zonal.certificate/5":
        c = of_member(c)
    need(c.get("schema") == "zonal.certificate/3" and c["sphere"] == {"dimension": "all"}, "not of version 3")
    need(c["statement"] in ("positivity", "semidefinite"), "another statement")
    refutation = c.get("refutation")
    if refutation == "negative":
        k, d = int(c["counterexample"]["k"]), int(c["counterexample"]["dimension"])
        need(d >= 2, "no dimension")
        for dimension in (d, d + 1, 2 * d + 1, 50 * d):
            need(eigenvalue(c["kernel"], k, dimension) < 0, f"the eigenvalue at k = {k}, d = {dimension} is not negative")
        return
    check_series(c)
    starts = {p: zeros_from(c, odd) for odd, p in enumerate(("even", "odd"))}
    starts = {p: str(k) for p, k in starts.items() if k is not None}
    if refutation == "zero":
        need(c["statement"] == "positivity", "a zero does not refute that")
        k = int(c["counterexample"]["k"])
        need(int(c["counterexample"]["dimension"]) >= 2, "no dimension")
        start = starts.get(("even", "odd")[k % 2])
        need(start is not None and k >= int(start), f"the eigenvalue at k = {k} is not zero")
    elif c["statement"] == "positivity":
        need(refutation is None and not starts, "there are zeros")
    else:
        need(refutation is None and c["zeros"] == {"frequencies": [], "from": starts}, "the zeros are others")


def main():
    names = sys.argv[1:]
    refused = names[:1] == ["--refused"]
    failed = checked = skipped = 0
    for name in names[refused:]:
        try:
            with open(name, encoding="utf-8") as file:
                check(json.load(file))
            answer = None
        except (Wrong, KeyError, ValueError, AttributeError) as error:
            answer = str(error) or type(error).__name__
        if answer and answer.startswith("not supported"):
            skipped += 1
            continue
        checked += 1
        if (answer is None) == refused:
            failed += 1
            print(f"series: {name}: {answer or 'is not refused'}")
    print(f"series: {checked} certificates {'refused' if refused else 'checked'}, {failed} wrong, {skipped} not supported")
    sys.exit(failed > 0)


main()
