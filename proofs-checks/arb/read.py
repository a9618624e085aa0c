#!/usr/bin/env python3
"""Certificates (docs/certificates.md) as lines of words, read strictly by their schema.

    read.py FILE...

Words are separated by tabs, numbers are fractions. A file that is not a certificate gives one line "unreadable", and a
certificate of a geometric law, about all dimensions (version 3), or about the matrix of a kernel that the C program does
not have (version 4) one line "other": it is read as strictly, and checked elsewhere. What is refused: other keys than those of the format, keys given twice, numbers of another form or beyond any size that
occurs, specifications that are no kernel, parameters outside their range, two tails or rows of one kind.
"""

import json
import os
import re
import sys
from fractions import Fraction

NUMBER = re.compile(r"0|-?[0-9](\.[0-9]+)?e-?[0-9]+")
FREQUENCY = re.compile(r"0|[1-9][0-9]*")
FRACTION = re.compile(r"-?[0-9]+(/[1-9][0-9]*)?")
LARGEST_FILE = 16 * 1024 * 1024
MOST_DIGITS = 20000
LARGEST_EXPONENT = 5000
MOST_ROWS = 20000

STATEMENTS = {
    "positivity": {"zero", "negative"},
    "semidefinite": {"negative"},
    "decay": {"smooth"},
    "equivalence": {"zero", "negative", "sign", "exponent", "smooth", "rate"},
}
EVIDENCE = {"kernel", "regions", "tails", "expansions", "enclosures"}


class Unreadable(Exception):
    pass


def need(condition, message):
    if not condition:
        raise Unreadable(message)


class Other(Exception):
    """A certificate that is read here and checked elsewhere."""


def printable(text):
    return "".join(c if 32 <= ord(c) < 127 else "?" for c in str(text))[:200]


def keys(node, what, required, optional=()):
    need(isinstance(node, dict), f"{what} is not an object")
    for key in required:
        need(key in node, f"{what} has no {key}")
    for key in node:
        need(key in required or key in optional, f"{what} has an unknown key {key!r}")


def number(text, what):
    need(isinstance(text, str) and len(text) <= MOST_DIGITS and NUMBER.fullmatch(text), f"{what} is not a number")
    digits, _, exponent = text.partition("e")
    need(len(exponent) <= 5 and abs(int(exponent or 0)) <= LARGEST_EXPONENT, f"{what} is of a size that is not supported")
    return Fraction(digits) * Fraction(10) ** int(exponent or 0)


def fraction(text, what):
    need(isinstance(text, str) and len(text) <= 200 and FRACTION.fullmatch(text), f"{what} is not a fraction")
    return Fraction(text)


def frequency(text, what):
    need(isinstance(text, str) and len(text) <= 18 and FREQUENCY.fullmatch(text), f"{what} is not a frequency")
    return int(text)


def interval(node, what, *more):
    keys(node, what, {"lower", "upper"}, more)
    lower, upper = number(node["lower"], what), number(node["upper"], what)
    need(lower <= upper, f"the ends of {what} are in the wrong order")
    return lower, upper


def parity(node, what, seen):
    need(node.get("parity") in ("even", "odd"), f"{what} has no parity")
    need(node["parity"] not in seen, f"there are two {what} of the {node['parity']} eigenvalues")
    seen.add(node["parity"])
    start = frequency(node.get("from"), f"from of {what}")
    need(start % 2 == (node["parity"] == "odd"), f"from = {start} is not {node['parity']}")
    return node["parity"], start


# ---- kernels ----

RATIONAL = r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]{1,3})?|-?[0-9]+/[1-9][0-9]*"
POWER = rf"(?:L|[0-9]+|\((?:{RATIONAL})\))\^(?:-?[0-9]+|\((?:{RATIONAL})\))"
PARAMETERS = {
    "resntk": {"L", "alpha", "alpha2", "tau", "train"},
    "resnngp": {"L", "alpha", "alpha2"},
    "fcntk": {"L", "beta", "bias"},
    "fcnngp": {"L", "beta", "bias"},
    "arccos": {"n"},
    "laplace": {"c"},
    "gammaexp": {"c", "gamma"},
    "matern": {"nu", "c"},
    "gaussian": {"c"},
    "chord": {"s"},
}


def specification(text):
    need(isinstance(text, str) and len(text) <= 5000, "kernel is not a specification")
    name, colon, rest = text.partition(":")
    bad = f"{printable(text)} is not a kernel"
    if name == "polynomial":
        need(re.fullmatch(rf"\[(?:{RATIONAL})(?:,(?:{RATIONAL}))*\]", rest) and len(rest) <= 3000, bad)
        return text
    need(name in PARAMETERS and colon, bad)
    given = {}
    for item in rest.split(","):
        key, equals, value = item.partition("=")
        need(equals and key in PARAMETERS[name] and key not in given, bad)
        given[key] = value
    for key, value in given.items():
        if key in ("L", "n"):
            need(re.fullmatch(r"[0-9]{1,6}", value), bad)
            need(int(value) >= 1 if key == "L" else value in ("0", "1"), bad)
        elif key == "train":
            need(value in ("blocks", "all"), bad)
        elif key == "bias":
            need(value in ("trained", "propagated"), bad)
        elif key == "alpha" and re.fullmatch(POWER, value):
            base = value.partition("^")[0].strip("()")
            need(base == "L" or Fraction(base) > 0, bad)
        else:
            need(re.fullmatch(RATIONAL, value), bad)
            x = Fraction(value)
            if key == "gamma":
                need(0 < x <= 2, bad)
            elif key == "nu":
                need(x > 0 and x.denominator == 2 and x <= 1000, bad)
            elif key in ("beta", "tau"):
                need(x >= 0, bad)
            elif key != "s":
                need(x > 0, bad)
            else:
                need(abs(x) <= 10000, bad)
    required = {"resnngp": "L", "resntk": "L", "fcntk": "L", "fcnngp": "L", "arccos": "n", "laplace": "c",
                "gammaexp": "c gamma", "matern": "nu c", "gaussian": "c", "chord": "s"}[name].split()
    need(all(key in given for key in required), bad)
    if name.startswith("res"):
        need(not {"alpha", "alpha2"} <= set(given), bad)
        free = name == "resntk" and given["L"] == "1" and given.get("train") != "all"
        need("alpha" in given or "alpha2" in given or free, bad)
    if name == "fcnngp" and Fraction(given.get("beta", "0")) > 0:
        need(given.get("bias") == "propagated", bad)
    if name == "gammaexp" and Fraction(given["gamma"]) in (1, 2):
        return f"{'laplace' if Fraction(given['gamma']) == 1 else 'gaussian'}:c={given['c']}"
    return text


# ---- what is checked elsewhere ----

NETWORK = re.compile(rf"(?:res)?(?:nngp|ntk):act=[a-z]+(?:,[A-Za-z0-9]+=(?:{RATIONAL}|{POWER}|[a-z]+|\[[0-9,]+\]))*")
DEGREE = re.compile(r"infinite|none|0|[1-9][0-9]*")


def geometric(node):
    """A kernel with laws C rho^k k^s, Theorems 17.8 and 17.9."""
    need(isinstance(node["kernel"], str) and NETWORK.fullmatch(node["kernel"]), "no kernel that has a geometric law")
    need("regions" not in node and not node.get("expansions"), "a geometric law with regions or expansions")
    need(node.get("tails") == [], "a geometric law with tails")
    need(isinstance(node["geometric"], list) and node["geometric"], "geometric is not an array of laws")
    seen = set()
    for law in node["geometric"]:
        place = ("singularity",) if "singularity" in law else ("between", "square")
        keys(law, "a geometric law", ("parity", "from", "order", "constant", "deviation") + place)
        parity(law, "geometric laws", seen)
        fraction(law["order"], "order")
        interval(law["constant"], "constant")
        interval(law["deviation"], "deviation")
        if "between" in place:
            interval(law["between"], "between")
        fraction(law[place[-1]], place[-1])
    rows(node, MOST_ROWS)


def all_dimensions(node):
    """A certificate of version 3, Theorem 17.4a."""
    keys(node, "the certificate", ("schema", "program", "command", "statement", "sphere", "kernel"),
         ("series", "zeros", "refutation", "counterexample"))
    need(node["statement"] in ("positivity", "semidefinite"), "version 3 has no such statement")
    need(node["sphere"] == {"dimension": "all"}, "sphere is not that of all dimensions")
    need(isinstance(node["kernel"], str) and len(node["kernel"]) <= 5000, "kernel is not a specification")
    need(("refutation" in node) == ("counterexample" in node), "a refutation without a counterexample, or the reverse")
    if "series" in node:
        keys(node["series"], "series", ("even", "odd"))
        for degree in node["series"].values():
            need(isinstance(degree, str) and DEGREE.fullmatch(degree), "a degree is no degree")
    if "refutation" in node:
        need(node["refutation"] in ("zero", "negative"), "an unknown refutation")
        keys(node["counterexample"], "counterexample", ("k", "dimension"))
        for key, value in node["counterexample"].items():
            need(isinstance(value, str) and FREQUENCY.fullmatch(value), f"{key} is not a number")


# ---- all kernels of a network ----

WEIGHTS = {"tau": 1, "beta": 2, "sb2": 4}
FAMILIES = {
    "resntk": {"alpha", "alpha2", "tau", "train", "act", "sw2", "power", "slope"},
    "resnngp": {"alpha", "alpha2", "act", "sw2", "power", "slope"},
    "fcntk": {"beta", "bias"},
    "fcnngp": {"beta", "bias"},
    "ntk": {"act", "sw2", "sb2", "train", "power", "slope"},
    "nngp": {"act", "sw2", "sb2", "power", "slope"},
}
OPERATIONS = {"zero": 0, "power": 1, "even": 0, "odd": 0, "sum": 2, "product": 2, "composition": 2, "derivative": 1,
              "state": 1}
RULES = {"zero", "power", "series", "union", "sums", "lowered", "odd-inner", "even-inner", "mixed-inner",
         "unknown-inner", "assumed"}
AMOUNTS = {"unknown", "some", "infinite"}
MOST_LAYERS = 10000


def members(text):
    """A family: its kind of network, depths, and the weights that may be zero or are."""
    need(isinstance(text, str) and len(text) <= 2000, "family is not a text")
    bad = f"{printable(text)} is no family"
    name, _, rest = text.partition(":")
    need(name in FAMILIES, bad)
    given = {}
    for item in rest.split(",") if rest else ():
        key, equals, value = item.partition("=")
        need(equals and (key == "L" or key in FAMILIES[name]) and key not in given, bad)
        given[key] = value
    depths = re.fullmatch(r"([1-9][0-9]{0,6})(\.\.([1-9][0-9]{0,6})?)?", given.get("L", "2.."))
    need(depths, bad)
    least = int(depths[1])
    greatest = least if not depths[2] else int(depths[3] or 0)
    need(not greatest or greatest >= least, bad)
    maybe = zero = 0
    for key in FAMILIES[name] & {"alpha", "alpha2", "sw2", "tau", "beta", "sb2"}:
        value = given.get(key, "any")
        if key == "alpha2" and key not in given:
            continue
        need(key != "alpha" or key not in given or "alpha2" not in given, bad)
        if value in ("any", "positive"):
            need(key != "alpha2", bad)
            maybe |= WEIGHTS.get(key, 0) if value == "any" else 0
            continue
        if key == "alpha" and re.fullmatch(POWER, value):
            continue
        need(re.fullmatch(RATIONAL, value), bad)
        need(Fraction(value) > 0 or (key in WEIGHTS and Fraction(value) == 0), bad)
        zero |= WEIGHTS.get(key, 0) if Fraction(value) == 0 else 0
    train, bias = given.get("train"), given.get("bias", "trained")
    need(bias in ("trained", "propagated"), bad)
    if given.get("act", "relu") != "relu" or given.get("power", "1") != "1" or "slope" in given:
        raise Other("a family of another activation")
    need(train in ({"resntk": ("blocks", "all"), "ntk": ("all", "last")}.get(name, ()) + (None,)), bad)
    residual, tangent = name.startswith("res"), name.endswith("ntk") and train != "last"
    propagated = 2 if name in ("ntk", "nngp") else -1 if name == "resnngp" else int(bias == "propagated")
    need(name != "fcnngp" or propagated or zero, bad)
    return ("family", int(residual), int(tangent), int(train == "all"), propagated, least, greatest, maybe, zero)


def count(text, least, most, what):
    need(isinstance(text, str) and re.fullmatch(r"0|[1-9][0-9]{0,8}", text), f"{what} is not a number")
    need(least <= int(text) <= most, f"{what} is out of range")
    return int(text)


def structure(node):
    """A certificate of version 5, Theorem 27.2."""
    refuted = "refutation" in node
    more = {"refutation", "member", "series", "counterexample"} if refuted else {"cases"}
    keys(node, "the certificate", {"schema", "program", "command", "statement", "sphere", "family"} | more)
    need(isinstance(node["program"], str), "program is not a string")
    need(isinstance(node["command"], list) and all(isinstance(x, str) for x in node["command"]),
         "command is no array of strings")
    need(node["statement"] == "positivity", "version 5 has no such statement")
    need(node["sphere"] == {"dimension": "all"}, "sphere is not that of all dimensions")
    if refuted:
        need(node["refutation"] == "zero", "an unknown refutation")
        raise Other("a refutation by a member")
    out = [("version", 5), ("statement", "positivity"), members(node["family"])]
    for part in some(node["cases"], "cases"):
        keys(part, "a case", {"zero", "lines", "depths"}, {"induction"})
        need(isinstance(part["zero"], list) and len(set(map(str, part["zero"]))) == len(part["zero"]), "zero is no set")
        need(all(key in WEIGHTS for key in part["zero"]), "zero names no weight")
        out.append(("case", sum(WEIGHTS[key] for key in part["zero"])))
        need(isinstance(part["lines"], list), "lines is not an array")
        for i, line in enumerate(part["lines"]):
            keys(line, "a line", {"operation", "operands", "rule", "even", "odd"})
            need(isinstance(line["operation"], str) and line["operation"] in OPERATIONS, "an unknown operation")
            arity = OPERATIONS[line["operation"]]
            need(isinstance(line["operands"], list) and len(line["operands"]) == arity, "not so many operands")
            numbers = line["operation"] in ("power", "state")
            operands = [count(x, 0 if line["operation"] == "power" else 1, 1000 if numbers else i, "an operand")
                        for x in line["operands"]]
            need(isinstance(line["rule"], str) and line["rule"] in RULES, "an unknown rule")
            need(line["even"] in AMOUNTS and line["odd"] in AMOUNTS, "an unknown amount")
            out.append(("line", line["operation"], *operands, line["rule"], line["even"], line["odd"]))
        lines = len(part["lines"])
        need(isinstance(part["depths"], list), "depths is not an array")
        seen = set()
        for item in part["depths"]:
            keys(item, "a depth", {"depth", "kernel"})
            depth = count(item["depth"], 1, MOST_LAYERS, "a depth")
            need(depth not in seen, "a depth stands twice")
            seen.add(depth)
            out.append(("depth", depth, count(item["kernel"], 1, lines, "a kernel")))
        if "induction" in part:
            induction = part["induction"]
            keys(induction, "the induction", {"from", "state", "assumed", "next", "kernel"})
            out.append(("induction", count(induction["from"], 0, MOST_LAYERS, "from"),
                        count(induction["kernel"], 1, lines, "a kernel")))
            for key in ("state", "assumed", "next"):
                need(isinstance(induction[key], list) and len(induction[key]) <= 3, f"{key} is not a state")
                out.extend((key, count(x, 1, lines, f"a line of {key}")) for x in induction[key])
    return out


# ---- the smallest eigenvalue of a matrix ----

EXACT = re.compile(r"(0|-?[1-9][0-9]*)(/[1-9][0-9]*)?")
INTEGER = re.compile(r"0|-?[1-9][0-9]*")
RELU = re.compile(rf"(ntk|nngp):act=relu((?:,[A-Za-z0-9]+=(?:{RATIONAL}))*)")
DEFAULTS = {"L": None, "sw2": "1", "sb2": "0"}
LONGEST_NUMBER = 2000


def exact(text, what):
    need(isinstance(text, str) and len(text) <= LONGEST_NUMBER and EXACT.fullmatch(text), f"{what} is not a fraction")
    return Fraction(text)


def integer(text, what):
    need(isinstance(text, str) and len(text) <= LONGEST_NUMBER and INTEGER.fullmatch(text), f"{what} is not an integer")
    return int(text)


def some(node, what):
    need(isinstance(node, list) and node, f"{what} is not an array of at least one")
    return node


def function(text, sphere, paper):
    """A kernel of vectors as the C program has it, or none that it has."""
    need(isinstance(text, str) and len(text) <= 5000, "kernel is not a specification")
    relu = RELU.fullmatch(text)
    if relu:
        given = dict(item.split("=") for item in relu[2].split(",")[1:])
        if set(given) <= set(DEFAULTS):
            given = {**DEFAULTS, **given}
            need(given["L"] and re.fullmatch(r"[1-9][0-9]{0,2}", given["L"]), f"{printable(text)} is not supported")
            sw2, sb2 = Fraction(given["sw2"]), Fraction(given["sb2"])
            need(sw2 > 0 and sb2 >= 0, f"{printable(text)} is not a kernel")
            return "network", relu[1], given["L"], sw2, sb2
    name = text.partition(":")[0]
    if name not in PARAMETERS and name != "polynomial":
        need(re.fullmatch(r"[a-z]+", name), f"{printable(text)} is not a kernel")
        raise Other(f"the matrix of a kernel {name}")
    whole = name == "matern" and re.match(r"matern:nu=(?![0-9]+/2,)", text)
    if whole or re.search(r"[:,](act|sw2|profile)=", text):
        raise Other("the matrix of such a kernel")
    known = specification(text)
    biased = re.search(r"[:,](beta|tau)=", text)
    need(sphere or not biased, f"{printable(text)} is a kernel of the sphere")
    if paper and (name.startswith("res") or "bias=propagated" in text):
        raise Other("the scale of such a kernel")
    return "function", known


def matrix(node):
    """A certificate of version 4, Theorems 19.3, 19.7, Proposition 19.6."""
    need(node.get("statement") in ("eigenvalue", "definite"), "version 4 has no such statement")
    definite = node["statement"] == "definite"
    refutation = node.get("refutation")
    need("refutation" not in node or (definite and refutation in ("negative", "singular")), "an unknown refutation")
    required = {"schema", "program", "command", "statement", "kernel", "scale", "onSphere", "points"}
    if refutation is not None:
        required |= {"refutation"}
    singular = refutation == "singular"
    required |= {"pairs"} if singular else {"smallest"}
    upper = not singular and (not definite or refutation == "negative")
    if upper:
        required |= {"vector"}
    keys(node, "the certificate", required)
    need(isinstance(node["program"], str), "program is not a string")
    need(isinstance(node["command"], list) and all(isinstance(x, str) for x in node["command"]),
         "command is no array of strings")
    need(node["scale"] in ("unit", "paper"), "scale is unknown")
    need(isinstance(node["onSphere"], bool), "onSphere is neither true nor false")
    points = some(node["points"], "points")
    out = [("version", 4), ("statement", node["statement"])]
    kernel = function(node["kernel"], node["onSphere"], node["scale"] == "paper")
    width = len(some(points[0], "a point"))
    out.append(("matrix", "sphere" if node["onSphere"] else "space", node["scale"], len(points), width))
    out.append(kernel)
    for point in points:
        need(len(some(point, "a point")) == width, "points of different dimensions")
        out.extend(("x", exact(x, "a coordinate")) for x in point)
    if singular:
        pairs = some(node["pairs"], "pairs")
        for pair in pairs:
            need(isinstance(pair, list) and len(pair) == 2, "a pair is no pair")
            for i in pair:
                need(1 <= integer(i, "a point of a pair") <= len(points), "a pair names no point")
        out.extend(("pair", *pair) for pair in pairs)
        return out
    ends = (["upper"] if upper else []) + (["lower"] if refutation is None else [])
    keys(node["smallest"], "smallest", ends)
    out.extend((end, number(node["smallest"][end], end)) for end in ends)
    if upper:
        need(isinstance(node["vector"], list), "vector is not an array")
        need(len(node["vector"]) == len(points), "the vector has not a number for every point")
        out.extend(("weight", integer(x, "a number of the vector")) for x in node["vector"])
    return out


# ---- a certificate ----


def rows(node, most):
    need(isinstance(node.get("enclosures"), list), "enclosures is not an array")
    need(len(node["enclosures"]) <= most, "there are too many enclosures")
    found = {}
    for row in node["enclosures"]:
        ends = interval(row, "an enclosure", "k")
        k = frequency(row.get("k"), "k")
        need(k not in found, f"there are two enclosures at k = {k}")
        found[k] = ends
    return found


def evidence(node, out, rows_left):
    out.append(("kernel", specification(node["kernel"])))
    if "regions" in node:
        regions = node["regions"]
        keys(regions, "regions", (), ("coincidence", "antipode", "rectangle"))
        for name, size in (("coincidence", "radius"), ("antipode", "radius"), ("rectangle", "height")):
            if name in regions:
                keys(regions[name], name, (size, "bound"))
                out.append(("region", name, number(regions[name][size], size), number(regions[name]["bound"], "bound")))
    need(isinstance(node.get("tails"), list), "tails is not an array")
    seen = set()
    for tail in node["tails"]:
        keys(tail, "a tail", ("parity", "from", "exponent", "leading", "next", "rest"))
        which, start = parity(tail, "tails", seen)
        s = tail["exponent"]
        need(isinstance(s, int) and not isinstance(s, bool) and 1 <= s <= 10000 and s % 2 == 1,
             "the exponent of a tail is not an odd number")
        rest = number(tail["rest"], "rest")
        need(rest >= 0, "a rest is negative")
        out.append(("tail", which, start, s, *interval(tail["leading"], "leading"), *interval(tail["next"], "next"), rest))
    expansions = node.get("expansions", [])
    need(isinstance(expansions, list), "expansions is not an array")
    for item in expansions:
        keys(item, "an expansion", ("parity", "from", "terms", "rest", "order"))
        which, start = parity(item, "tails or expansions", seen)
        rest = number(item["rest"], "rest")
        need(rest >= 0, "a rest is negative")
        need(isinstance(item["terms"], list) and 1 <= len(item["terms"]) <= 1000, "terms is no array of terms")
        out.append(("expansion", which, start, rest, fraction(item["order"], "order")))
        for term in item["terms"]:
            keys(term, "a term", ("exponent", "coefficient"))
            out.append(("term", fraction(term["exponent"], "exponent"), *interval(term["coefficient"], "coefficient")))
    found = rows(node, rows_left)
    for k in sorted(found):
        out.append(("row", k, *found[k]))


def certificate(node):
    need(isinstance(node, dict), "not an object")
    if node.get("schema") == "zonal.certificate/3":
        all_dimensions(node)
        raise Other("a statement about all dimensions")
    if node.get("schema") == "zonal.certificate/4":
        return matrix(node)
    if node.get("schema") == "zonal.certificate/5":
        return structure(node)
    version = {"zonal.certificate/1": 1, "zonal.certificate/2": 2}.get(node.get("schema"))
    need(version, "not a certificate of version 1, 2, 3, 4 or 5")
    statement = node.get("statement")
    need(isinstance(statement, str) and statement in STATEMENTS, "an unknown statement")
    need(version == 2 or statement != "semidefinite", "version 1 has no such statement")
    common = {"schema", "statement", "kernel", "tails", "enclosures"}
    optional = {"conclusion", "refutation", "regions", "expansions", "geometric"}
    if version == 1:
        common |= {"dimension"}
    else:
        common |= {"sphere", "program", "command"}
    if statement == "equivalence":
        common |= {"other"}
    if statement == "semidefinite" and "refutation" not in node:
        common |= {"zeros"}
    keys(node, "the certificate", common, optional)
    if version == 1:
        dimension = node["dimension"]
    else:
        need(isinstance(node["program"], str), "program is not a string")
        need(isinstance(node["command"], list) and all(isinstance(x, str) for x in node["command"]),
             "command is no array of strings")
        keys(node["sphere"], "sphere", ("dimension",))
        dimension = node["sphere"]["dimension"]
    need(isinstance(dimension, int) and not isinstance(dimension, bool) and 2 <= dimension <= 10**6,
         "dimension is not an integer from 2 on")
    need(("conclusion" in node) != ("refutation" in node), "a conclusion or a refutation, not both or neither")
    out = [("version", version), ("statement", statement), ("dimension", dimension)]
    if "refutation" in node:
        reason = node["refutation"]
        need(isinstance(reason, str) and reason in STATEMENTS[statement], "an unknown refutation")
        need(reason != "negative" or statement != "equivalence" or version == 2, "version 1 has no such refutation")
        need(reason != "sign" or version == 1, "version 2 has no such refutation")
        out.append(("refutation", reason))
    else:
        need(isinstance(node["conclusion"], dict), "conclusion is not an object")
        for name, value in node["conclusion"].items():
            need(re.fullmatch(r"[a-zA-Z0-9.]{1,40}", name), f"an unknown constant {name!r}")
            out.append(("constant", name, *interval(value, name)))
    if "zeros" in node:
        keys(node["zeros"], "zeros", ("frequencies", "from"))
        out.append(("zeros",))
        frequencies = node["zeros"]["frequencies"]
        need(isinstance(frequencies, list), "frequencies is not an array")
        for k in frequencies:
            out.append(("zero", frequency(k, "a zero")))
        start = node["zeros"]["from"]
        keys(start, "from", (), ("even", "odd"))
        for name, k in start.items():
            out.append(("vanish", name, frequency(k, "from")))
    if "geometric" in node:
        need(statement == "decay", "a geometric law is of no use to this statement")
        geometric(node)
        raise Other("a geometric law")
    evidence(node, out, MOST_ROWS)
    if "other" in node:
        keys(node["other"], "other", ("kernel", "tails", "enclosures"), ("regions", "expansions"))
        evidence(node["other"], out, MOST_ROWS)
    return out


def without_duplicates(pairs):
    result = {}
    for key, value in pairs:
        need(key not in result, f"the key {key!r} is given twice")
        result[key] = value
    return result


def refuse(text):
    raise Unreadable(f"{text} is not JSON")


def read(name):
    try:
        need(os.path.getsize(name) <= LARGEST_FILE, "the file is larger than 16 MiB")
        with open(name, "rb") as file:
            text = file.read().decode("utf-8")
        node = json.loads(text, object_pairs_hook=without_duplicates, parse_constant=refuse,
                          parse_float=lambda x: refuse(x))
        return certificate(node)
    except Other as error:
        return error
    except Unreadable as error:
        return str(error)
    except (OSError, UnicodeDecodeError, json.JSONDecodeError, RecursionError, ValueError) as error:
        return f"{type(error).__name__}: {error}"


def main():
    sys.set_int_max_str_digits(0) if hasattr(sys, "set_int_max_str_digits") else None
    for name in sys.argv[1:]:
        lines = read(name)
        if isinstance(lines, Other):
            print("other", printable(name), printable(lines), sep="\t")
        elif isinstance(lines, str):
            print("unreadable", printable(name), printable(lines) or "?", sep="\t")
        else:
            print("certificate", printable(name), sep="\t")
            for line in lines:
                print(*line, sep="\t")
            print("end")


main()
