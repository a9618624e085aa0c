# Kernels of networks between vectors of any norm, by the covariances themselves: no angle, no
# normalised recursion. mpmath; tanh by the trapezoidal rule in NumPy.
import mpmath as mp
import numpy as np

mp.mp.dps = 40
X = [mp.mpf(1), mp.mpf(2), -mp.mpf(1) / 2]
Y = [mp.mpf(3) / 10, -mp.mpf(1) / 7, mp.mpf(4)]
E = [mp.mpf(1), mp.mpf(0), mp.mpf(0)]
NAMES = {"X": "1,2,-1/2", "Y": "3/10,-1/7,4"}


def kappa(n, u):
    if n == 0:
        return 1 - mp.acos(u) / mp.pi
    return (u * (mp.pi - mp.acos(u)) + mp.sqrt(1 - u * u)) / mp.pi


def relu(q, p, c):
    s = mp.sqrt(q * p)
    u = min(mp.mpf(1), max(-mp.mpf(1), c / s))
    return s * kappa(1, u) / 2, kappa(0, u) / 2


def leaky(a):
    def pair(q, p, c):
        f, g = relu(q, p, c)
        return (1 - a) ** 2 * f + a * c, (1 - a) ** 2 * g + a

    return pair


def square(q, p, c):
    # max(x, 0)^2 of Cho and Saul: theta, J_2
    s = mp.sqrt(q * p)
    u = min(mp.mpf(1), max(-mp.mpf(1), c / s))
    th = mp.acos(u)
    j2 = 3 * mp.sin(th) * u + (mp.pi - th) * (1 + 2 * u * u)
    j1 = mp.sin(th) + (mp.pi - th) * u
    return s**2 * j2 / (2 * mp.pi), 4 * s * j1 / (2 * mp.pi)


def erf(q, p, c):
    a = (1 + 2 * q) * (1 + 2 * p)
    return 2 / mp.pi * mp.asin(2 * c / mp.sqrt(a)), 4 / mp.pi / mp.sqrt(a - 4 * c * c)


def gelu(q, p, c):
    # by the law of the second number given the first, and its derivative by the mean
    r, v = c / q, p - c * c / q
    w = mp.sqrt(1 + v)
    dens = lambda t: mp.npdf(t)
    mean = lambda m: m * mp.ncdf(m / w) + v / w * dens(m / w)
    slope = lambda m: mp.ncdf(m / w) + m / w * dens(m / w) - v * m / w**3 * dens(m / w)
    s = mp.sqrt(q)
    f = mp.quad(lambda t: dens(t) * s * t * mp.ncdf(s * t) * mean(r * s * t), [-15, -5, 0, 5, 15])
    dphi = lambda x: mp.ncdf(x) + x * dens(x)
    g = mp.quad(lambda t: dens(t) * dphi(s * t) * slope(r * s * t), [-15, -5, 0, 5, 15])
    return f, g


def sine(q, p, c):
    e = mp.exp(-(q + p) / 2)
    return e * mp.sinh(c), e * mp.cosh(c)


def exponential(q, p, c):
    e = mp.exp((q + p) / 2 + c)
    return e, e


NODES = np.arange(-11, 11, 0.04)
WEIGHTS = np.exp(-(NODES**2) / 2)
WEIGHTS = WEIGHTS / WEIGHTS.sum()


def tanh(q, p, c):
    q, p, c = float(q), float(p), float(c)
    a, b = c / np.sqrt(q), np.sqrt(max(p - c * c / q, 0.0))
    x = np.sqrt(q) * NODES[:, None]
    y = a * NODES[:, None] + b * NODES[None, :]
    w = WEIGHTS[:, None] * WEIGHTS[None, :]
    f = (w * np.tanh(x) * np.tanh(y)).sum()
    g = (w / np.cosh(x) ** 2 / np.cosh(y) ** 2).sum()
    return mp.mpf(f), mp.mpf(g)


def dense(phi, L, w, b, trained, x, z):
    dot = lambda s, t: sum(i * j for i, j in zip(s, t))
    q, p, c = w * dot(x, x) + b, w * dot(z, z) + b, w * dot(x, z) + b
    theta = c if 1 in trained else mp.mpf(0)
    for l in range(1, L + 1):
        f, g = phi(q, p, c)
        q, p, c = w * phi(q, q, q)[0] + b, w * phi(p, p, p)[0] + b, w * f + b
        theta = w * g * theta + (c if l + 1 in trained else 0)
    return theta


def residual(phi, L, a2, w, everything, tangent, x, z):
    dot = lambda s, t: sum(i * j for i, j in zip(s, t))
    q, p, c = dot(x, x), dot(z, z), dot(x, z)
    first, blocks = c, mp.mpf(0)
    for l in range(L):
        f, g = phi(q, p, c)
        blocks = (1 + a2 * w * g) * blocks + a2 * w * (f + c * g)
        first = (1 + a2 * w * g) * first
        q, p, c = q + a2 * w * phi(q, q, q)[0], p + a2 * w * phi(p, p, p)[0], c + a2 * w * f
    if not tangent:
        return c
    return c + first + blocks if everything else blocks


def row(name, f):
    one = f(E, E)
    for a, b in (("X", "Y"), ("X", "X"), ("Y", "Y")):
        v = {"X": X, "Y": Y}
        digits = 11 if "tanh" in name else 25
        print("\t".join([name, NAMES[a], NAMES[b], mp.nstr(f(v[a], v[b]) / one, digits)]))


third, tenth = mp.mpf(1) / 3, mp.mpf(1) / 10
print("kernel\tx\tz\tvalue")
row("fcntk:L=3", lambda x, z: dense(relu, 3, 2, 0, {1, 2, 3, 4}, x, z))
row("fcnngp:L=2", lambda x, z: dense(relu, 2, 2, 0, {3}, x, z))
row("arccos:n=2", lambda x, z: dense(square, 1, 1, 0, {2}, x, z))
row("ntk:act=relu,L=2,sw2=3/2,sb2=1/10", lambda x, z: dense(relu, 2, mp.mpf(3) / 2, tenth, {1, 2, 3}, x, z))
row("ntk:act=relu,L=2,sw2=3/2,sb2=1/10,train=[1,3]", lambda x, z: dense(relu, 2, mp.mpf(3) / 2, tenth, {1, 3}, x, z))
row("ntk:act=relu,power=2,L=2,sw2=1/2", lambda x, z: dense(square, 2, mp.mpf(1) / 2, 0, {1, 2, 3}, x, z))
row("ntk:act=leaky,slope=1/3,L=2,sw2=1,sb2=1/3", lambda x, z: dense(leaky(third), 2, 1, third, {1, 2, 3}, x, z))
row("ntk:act=erf,L=3,sw2=3/2,sb2=1/10", lambda x, z: dense(erf, 3, mp.mpf(3) / 2, tenth, {1, 2, 3, 4}, x, z))
row("nngp:act=gelu,L=1,sw2=1,sb2=1/3", lambda x, z: dense(gelu, 1, 1, third, {2}, x, z))
row("ntk:act=gelu,L=1,sw2=1", lambda x, z: dense(gelu, 1, 1, 0, {1, 2}, x, z))
row("ntk:act=sin,L=2,sw2=1,sb2=1/10", lambda x, z: dense(sine, 2, 1, tenth, {1, 2, 3}, x, z))
row("nngp:act=exp,L=1,sw2=1/10", lambda x, z: dense(exponential, 1, tenth, 0, {2}, x, z))
row("ntk:act=tanh,L=1,sw2=1/2,sb2=1/10", lambda x, z: dense(tanh, 1, mp.mpf(1) / 2, tenth, {1, 2}, x, z))
row("resntk:L=3,alpha=1/2", lambda x, z: residual(relu, 3, mp.mpf(1) / 4, 2, False, True, x, z))
row("resntk:L=2,alpha=1/2,train=all", lambda x, z: residual(relu, 2, mp.mpf(1) / 4, 2, True, True, x, z))
row("resntk:L=2,alpha=1/2,act=erf,sw2=3/2", lambda x, z: residual(erf, 2, mp.mpf(1) / 4, mp.mpf(3) / 2, False, True, x, z))
row("resntk:L=2,alpha=1/2,train=all,act=erf,sw2=1", lambda x, z: residual(erf, 2, mp.mpf(1) / 4, 1, True, True, x, z))
row("resnngp:L=2,alpha=1/2,act=erf,sw2=1", lambda x, z: residual(erf, 2, mp.mpf(1) / 4, 1, True, False, x, z))
r2 = sum((a - b) ** 2 for a, b in zip(X, Y))
print("\t".join(["laplace:c=1", NAMES["X"], NAMES["Y"], mp.nstr(mp.exp(-mp.sqrt(r2)), 25)]))
print("\t".join(["gaussian:c=1/10", NAMES["X"], NAMES["Y"], mp.nstr(mp.exp(-r2 / 10), 25)]))
print("\t".join(["gammaexp:gamma=3/2,c=1/3", NAMES["X"], NAMES["Y"], mp.nstr(mp.exp(-r2**0.75 / 3), 25)]))
print("\t".join(["matern:nu=3/2,c=1/2", NAMES["X"], NAMES["Y"], mp.nstr((1 + mp.sqrt(r2) / 2) * mp.exp(-mp.sqrt(r2) / 2), 25)]))
nu, t = third * 2, mp.sqrt(r2) / 2
print("\t".join(["matern:nu=2/3,c=1/2", NAMES["X"], NAMES["Y"], mp.nstr(2 ** (1 - nu) / mp.gamma(nu) * t**nu * mp.besselk(nu, t), 25)]))
print("\t".join(["chord:s=3/2", NAMES["X"], NAMES["Y"], mp.nstr(r2 ** mp.mpf("0.75"), 25)]))
p = sum(a * b for a, b in zip(X, Y))
print("\t".join(["polynomial:[1,0,1/2]", NAMES["X"], NAMES["Y"], mp.nstr(1 + p**2 / 2, 25)]))
