"""One-against-rest classification by mpmath, 40 digits, which shares no code with the program.

Prints the file reference.tsv: the kernel is exp(-c |x-z|^2), leaving one out is refitting.
"""

import random

from mpmath import exp, lu_solve, matrix, mp, mpf

mp.dps = 40
C, RIDGE = mpf(1) / 2, mpf(1) / 10
rng = random.Random(13)
train = [(rng.randint(-20, 20), rng.randint(-20, 20), rng.choice("abc")) for _ in range(24)]
test = [(rng.randint(-20, 20), rng.randint(-20, 20)) for _ in range(10)]
classes = []
for _, _, label in train:
    if label not in classes:
        classes.append(label)


def kernel(x, z):
    return exp(-C * (mpf((x[0] - z[0]) ** 2 + (x[1] - z[1]) ** 2) / 100))


def values(points, at):
    n = len(points)
    a = matrix(n, n)
    for i in range(n):
        for j in range(n):
            a[i, j] = kernel(points[i], points[j]) + (RIDGE if i == j else 0)
    result = []
    for c in classes:
        alpha = lu_solve(a, matrix([1 if p[2] == c else -1 for p in points]))
        result.append(sum(alpha[i] * kernel(points[i], at) for i in range(n)))
    return result


def label(v):
    return classes[max(range(len(v)), key=lambda c: v[c])]


for p in train:
    v = values([q for q in train if q is not p], p)
    print("train", p[0], p[1], p[2], label(v), sep="\t")
for p in test:
    v = values(train, p)
    top = sorted(v)
    print("test", p[0], p[1], label(v), mp.nstr(top[-1] - top[-2], 25), sep="\t")
