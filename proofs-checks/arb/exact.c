#include "exact.h"

#include "series.h"

static int is_odd_integer(const fmpq_t q) {
  return fmpz_is_one(fmpq_denref(q)) && fmpz_is_odd(fmpq_numref(q));
}

static int is_even_integer(const fmpq_t q) {
  return fmpz_is_one(fmpq_denref(q)) && fmpz_is_even(fmpq_numref(q));
}

/* q *= Gamma(n/2)/sqrt(pi) for odd n, Gamma(n/2) for even n > 0 */
static void times_gamma_half(fmpq_t q, slong n) {
  fmpz_t x;
  fmpq_t y;
  fmpz_init(x);
  fmpq_init(y);
  if (n % 2 == 0) {
    fmpz_fac_ui(x, n / 2 - 1);
    fmpq_mul_fmpz(q, q, x);
  } else {
    for (slong i = 1; i < n; i += 2) {
      fmpq_set_si(y, i, 2);
      fmpq_mul(q, q, y);
    }
    for (slong i = n; i < 1; i += 2) {
      fmpq_set_si(y, i, 2);
      fmpq_div(q, q, y);
    }
  }
  fmpz_clear(x);
  fmpq_clear(y);
}

static void divide_by_gamma_half(fmpq_t q, slong n) {
  fmpq_t g;
  fmpq_init(g);
  fmpq_one(g);
  times_gamma_half(g, n);
  fmpq_div(q, q, g);
  fmpq_clear(g);
}

int exact_chord_constant(fmpq_t constant, ulong d, const fmpq_t s) {
  if (d % 2 == 0 || !is_odd_integer(s)) return 0;
  slong n = fmpz_get_si(fmpq_numref(s));
  if (n + (slong)d - 1 <= 0) return 0;
  /* 2^(s+d-2) Gamma(d/2) Gamma((s+d-1)/2)/(sqrt(pi) Gamma(-s/2)) */
  fmpq_one(constant);
  fmpq_mul_2exp(constant, constant, n + d - 2);
  times_gamma_half(constant, d);
  times_gamma_half(constant, n + (slong)d - 1);
  divide_by_gamma_half(constant, -n);
  /* Gamma(d/2) and Gamma(-s/2) bring a root of pi each, Gamma((s+d-1)/2) with s+d-1 odd another */
  return 1;
}

/* Lambda_k(s), Lemma 9.3 */
static int exact_chord(fmpq_t eta, const fmpq_t s, ulong d, ulong k) {
  fmpq_t x, y;
  int known = 0;
  fmpq_init(x);
  fmpq_init(y);
  if (exact_chord_constant(eta, d, s)) {
    /* over (k - s/2)_(s+d-1) */
    slong n = fmpz_get_si(fmpq_numref(s));
    for (slong i = 0; i < n + (slong)d - 1; i++) {
      fmpq_set_si(x, 2 * (slong)k - n + 2 * i, 2);
      fmpq_div(eta, eta, x);
    }
    known = 1;
  } else if (is_even_integer(s) && fmpq_sgn(s) >= 0) {
    /* 2^s <((1-u)/2)^m>, s = 2m: 4^m ((d-1)/2)_m (-m)_k/((d-1)_(m+k)) */
    slong m = fmpz_get_si(fmpq_numref(s)) / 2;
    fmpq_one(eta);
    fmpq_mul_2exp(eta, eta, 2 * m);
    for (slong i = 0; i < m; i++) {
      fmpq_set_si(x, (slong)d - 1 + 2 * i, 2);
      fmpq_mul(eta, eta, x);
    }
    for (slong i = 0; i < (slong)k && !fmpq_is_zero(eta); i++) {
      fmpq_set_si(x, i - m, 1);
      fmpq_mul(eta, eta, x);
    }
    for (slong i = 0; i < m + (slong)k && !fmpq_is_zero(eta); i++) {
      fmpq_set_si(x, (slong)d - 1 + i, 1);
      fmpq_div(eta, eta, x);
    }
    known = 1;
  }
  fmpq_clear(x);
  fmpq_clear(y);
  return known;
}

/* Lemma 9.8: n!/(2^k (n-k)!) (1/2)_j/(d/2)_(j+k), n = k + 2j */
static void exact_polynomial(fmpq_t eta, const fmpq_poly_t p, ulong d, ulong k) {
  fmpq_t a, x;
  fmpq_init(a);
  fmpq_init(x);
  fmpq_zero(eta);
  for (slong n = k; n <= fmpq_poly_degree(p); n += 2) {
    slong j = (n - (slong)k) / 2;
    fmpq_poly_get_coeff_fmpq(a, p, n);
    for (slong i = 0; i < (slong)k; i++) {
      fmpq_set_si(x, n - i, 2);
      fmpq_mul(a, a, x);
    }
    for (slong i = 0; i < j; i++) {
      fmpq_set_si(x, 2 * i + 1, 2);
      fmpq_mul(a, a, x);
    }
    for (slong i = 0; i < j + (slong)k; i++) {
      fmpq_set_si(x, (slong)d + 2 * i, 2);
      fmpq_div(a, a, x);
    }
    fmpq_add(eta, eta, a);
  }
  fmpq_clear(a);
  fmpq_clear(x);
}

/*
 * A kernel of one layer as a sum a + b u + c kappa_0 + e u kappa_0 + g kappa_1 over a norm
 * (Proposition 9.7). The weights are rational unless a parameter has an irrational square; what
 * vanishes does not depend on them.
 */
typedef struct {
  int rational;
  fmpq_t one, u, k0, uk0, k1, norm;
} combination;

/* x^2; 0 if it is not seen to be rational */
static int square(fmpq_t q, const parameter *p, int is_squared) {
  fmpq_t e;
  fmpq_init(e);
  int good = 1;
  if (fmpq_is_zero(p->base)) {
    fmpq_zero(q);
  } else {
    fmpq_mul_si(e, p->exponent, is_squared ? 1 : 2);
    good = fmpz_is_one(fmpq_denref(e)) && fmpz_cmpabs(fmpq_numref(e), (fmpz[]){1000}) < 0;
    if (good) fmpq_pow_si(q, p->base, fmpz_get_si(fmpq_numref(e)));
    else fmpq_one(q); /* some positive number */
  }
  fmpq_clear(e);
  return good;
}

static void combination_init(combination *c) {
  fmpq_init(c->one);
  fmpq_init(c->u);
  fmpq_init(c->k0);
  fmpq_init(c->uk0);
  fmpq_init(c->k1);
  fmpq_init(c->norm);
}

static void combination_clear(combination *c) {
  fmpq_clear(c->one);
  fmpq_clear(c->u);
  fmpq_clear(c->k0);
  fmpq_clear(c->uk0);
  fmpq_clear(c->k1);
  fmpq_clear(c->norm);
}

static int one_layer(combination *c, const kernel *f) {
  fmpq_t b, a;
  int is_one = 1;
  fmpq_init(b);
  fmpq_init(a);
  c->rational = square(b, &f->bias, 0);
  fmpq_one(c->norm);
  if (f->name == ARCCOS) {
    if (f->depth == 0) fmpq_one(c->k0);
    else fmpq_one(c->k1);
  } else if (f->depth != 1) {
    is_one = 0;
  } else if (f->name == FCNTK && (!f->propagated || fmpq_is_zero(b))) {
    fmpq_one(c->k1);
    fmpq_one(c->uk0);
    fmpq_set(c->k0, b);
    fmpq_set(c->one, b);
    fmpq_add_si(c->norm, b, 1);
    fmpq_mul_2exp(c->norm, c->norm, 1);
  } else if (f->name == FCNNGP && (!f->propagated || fmpq_is_zero(b))) {
    fmpq_one(c->k1);
  } else if (f->name == RESNTK && !f->train_all) {
    fmpq_one(c->k1);
    fmpq_one(c->uk0);
    fmpq_set(c->k0, b);
    fmpq_add_si(c->norm, b, 2);
  } else if (f->name == RESNTK || f->name == RESNNGP) {
    c->rational &= square(a, &f->branch, f->branch_is_squared);
    fmpq_set_si(c->u, f->name == RESNTK ? 2 : 1, 1);
    fmpq_mul(c->k0, a, b);
    if (f->name == RESNTK) fmpq_mul_2exp(c->uk0, a, 1);
    else fmpq_zero(c->k0);
    fmpq_set(c->k1, a);
    if (f->name == RESNTK) fmpq_mul_2exp(c->k1, c->k1, 1);
    fmpq_add(c->norm, c->u, c->k0);
    fmpq_add(c->norm, c->norm, c->uk0);
    fmpq_add(c->norm, c->norm, c->k1);
  } else {
    is_one = 0;
  }
  fmpq_clear(b);
  fmpq_clear(a);
  return is_one;
}

/*
 * Proposition 9.5; 0 if the eigenvalue is not rational, for even d. [Gamma(d/2) Gamma(m+1/2)/(pi Gamma(m + (D+1)/2))]^2 with D = d for
 * kappa_0 at k = 2m+1, D = d+2 for kappa_1 at k = 2m+2.
 */
static int arc_cosine(fmpq_t eta, int n, ulong d, ulong k) {
  if (n == 0 && k == 0) {
    fmpq_set_si(eta, 1, 2);
  } else if (n == 1 && k == 1) {
    fmpq_set_si(eta, 1, 2 * d);
  } else if (k % 2 == (ulong)n) {
    fmpq_zero(eta);
  } else if (d % 2 == 0) {
    return 0;
  } else {
    slong m = n == 0 ? ((slong)k - 1) / 2 : ((slong)k - 2) / 2;
    fmpq_one(eta);
    times_gamma_half(eta, d);
    times_gamma_half(eta, 2 * m + 1);
    divide_by_gamma_half(eta, 2 * m + 1 + (slong)d + (n == 0 ? 0 : 2));
    fmpq_mul(eta, eta, eta);
    if (n == 1) fmpq_mul_si(eta, eta, d);
    fmpq_div_2exp(eta, eta, n == 0 ? 1 : 3);
  }
  return 1;
}

/* eta += weight times the eigenvalue of kappa_n; 0 if it is not known */
static int add_arc_cosine(fmpq_t eta, const fmpq_t weight, int n, ulong d, ulong k) {
  fmpq_t x;
  if (fmpq_is_zero(weight)) return 1;
  fmpq_init(x);
  int known = arc_cosine(x, n, d, k);
  if (known) fmpq_addmul(eta, x, weight);
  fmpq_clear(x);
  return known;
}

static int exact_one_layer(fmpq_t eta, const kernel *f, ulong d, ulong k) {
  combination c;
  fmpq_t x;
  combination_init(&c);
  fmpq_init(x);
  int known = one_layer(&c, f) && c.rational;
  if (known) {
    fmpq_zero(eta);
    if (k == 0) fmpq_add(eta, eta, c.one);
    if (k == 1) {
      fmpq_div_fmpz(x, c.u, (fmpz[]){d});
      fmpq_add(eta, eta, x);
    }
    known = add_arc_cosine(eta, c.k0, 0, d, k) && add_arc_cosine(eta, c.k1, 1, d, k);
    /* Lemma 9.2(a) */
    if (k == 0) {
      known = known && add_arc_cosine(eta, c.uk0, 0, d, 1);
    } else {
      fmpq_div_fmpz(c.uk0, c.uk0, (fmpz[]){2 * k + d - 2});
      fmpq_mul_si(x, c.uk0, k + d - 2);
      known = known && add_arc_cosine(eta, x, 0, d, k + 1);
      fmpq_mul_si(x, c.uk0, k);
      known = known && add_arc_cosine(eta, x, 0, d, k - 1);
    }
    fmpq_div(eta, eta, c.norm);
  }
  combination_clear(&c);
  fmpq_clear(x);
  return known;
}

int exact_eigenvalue(fmpq_t eta, const kernel *f, ulong d, ulong k) {
  if (f->name == POLYNOMIAL) {
    exact_polynomial(eta, f->polynomial, d, k);
    return 1;
  }
  if (f->name == CHORD) return exact_chord(eta, f->power, d, k);
  if (zeros_from(f, k % 2) >= 0 && (slong)k >= zeros_from(f, k % 2)) {
    fmpq_zero(eta);
    return 1;
  }
  return exact_one_layer(eta, f, d, k);
}

int is_exactly_zero(const kernel *f, ulong d, ulong k) {
  fmpq_t eta;
  fmpq_init(eta);
  int zero = exact_eigenvalue(eta, f, d, k) && fmpq_is_zero(eta);
  fmpq_clear(eta);
  return zero;
}

slong zeros_from(const kernel *f, int odd) {
  if (f->name == POLYNOMIAL) {
    slong last = -1;
    fmpq_t a;
    fmpq_init(a);
    for (slong n = odd; n <= fmpq_poly_degree(f->polynomial); n += 2) {
      fmpq_poly_get_coeff_fmpq(a, f->polynomial, n);
      if (!fmpq_is_zero(a)) last = n;
    }
    fmpq_clear(a);
    return last < 0 ? odd : last + 2;
  }
  if (f->name == CHORD) {
    if (!is_even_integer(f->power) || fmpq_sgn(f->power) < 0) return -1;
    slong first = fmpz_get_si(fmpq_numref(f->power)) / 2 + 1;
    return first + ((first + odd) % 2);
  }
  combination c;
  slong from = -1;
  combination_init(&c);
  if (one_layer(&c, f)) {
    /* kappa_0 lives on odd k and 0; u kappa_0 on even k and 1; kappa_1 on even k and 1 */
    int even_vanish = fmpq_is_zero(c.uk0) && fmpq_is_zero(c.k1);
    int odd_vanish = fmpq_is_zero(c.k0);
    if (odd && odd_vanish) from = 3;
    if (!odd && even_vanish) from = 2;
  }
  combination_clear(&c);
  return from;
}

int is_mixture_of_gaussians(const kernel *f, ulong d) {
  switch (f->name) {
    case LAPLACE:
    case MATERN:
    case GAUSSIAN:
      return 1;
    case GAMMAEXP:
      return fmpq_sgn(f->power) > 0 && fmpq_cmp(f->power, (fmpq_t){{2, 1}}) <= 0;
    case CHORD: {
      fmpq_t least;
      fmpq_init(least);
      fmpq_set_si(least, 1 - (slong)d, 1);
      int result = fmpq_sgn(f->power) < 0 && fmpq_cmp(f->power, least) > 0;
      fmpq_clear(least);
      return result;
    }
    default:
      return 0;
  }
}

int is_smooth(const kernel *f) { return is_even_at(f, COINCIDENCE) && is_even_at(f, ANTIPODE); }
