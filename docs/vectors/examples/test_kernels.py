"""A kernel in Python beside Zonal's reference vectors: pytest test_kernels.py, or python3 test_kernels.py."""

import csv
import math
import pathlib

VECTORS = pathlib.Path(__file__).resolve().parent.parent / 'catalogue'


def kappa0(u):
    return 1 - math.acos(u) / math.pi


def kappa1(u):
    return (u * (math.pi - math.acos(u)) + math.sqrt((1 - u) * (1 + u))) / math.pi


def ntk(layers, u):
    theta = u
    for _ in range(layers):
        slope = kappa0(u)
        u = max(-1.0, min(1.0, kappa1(u)))
        theta = theta * slope + u
    return theta / (layers + 1)


def rows(name, **wanted):
    with open(VECTORS / name, newline="") as file:
        for row in csv.DictReader(file):
            if all(row[key] == value for key, value in wanted.items()):
                yield row


def neighbours(row, cosines):
    """The certified value, and by how much it moves where the cosine is rounded."""
    u = float.fromhex(row["x_hex"])
    moved = [ntk(3, max(-1.0, min(1.0, u + s * cosines * 2.0**-52))) for s in (-1, 0, 1)]
    return float.fromhex(row["double_hex"]), max(moved) - min(moved)


def test_values():
    found = 0
    for row in rows("values.csv", kernel="fcntk:L=3", input="cosine"):
        u = float.fromhex(row["x_hex"])
        expected, slack = neighbours(row, 4)
        assert abs(ntk(3, u) - expected) <= slack + 16 * 2.0**-52, row
        found += 1
    assert found > 10


def test_eigenvalues():
    """eta_k on the sphere in R^3: half the integral of f P_k, by the midpoint rule in the angle."""
    nodes = 2000
    for row in rows("eigenvalues.csv", kernel="fcntk:L=3", dimension="3"):
        k = int(row["k"])
        if k > 8:
            continue
        total = 0.0
        for i in range(nodes):
            theta = math.pi * (i + 0.5) / nodes
            u = math.cos(theta)
            before, now = 0.0, 1.0
            for n in range(k):
                before, now = now, ((2 * n + 1) * u * now - n * before) / (n + 1)
            total += ntk(3, u) * now * math.sin(theta)
        eta = total * math.pi / nodes / 2
        assert abs(eta - float(row["double"])) <= 1e-6, (k, eta, row)


if __name__ == "__main__":
    test_values()
    test_eigenvalues()
    print("right")
