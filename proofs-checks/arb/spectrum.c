#include "spectrum.h"

#include <arb_hypgeom.h>
#include <stdlib.h>

/*
 * Gauss-Legendre on panels. Let F be holomorphic with |F| <= M within the ellipse that has the ends of
 * a panel of half-length h as foci and semi-axes h (rho + 1/rho)/2, h (rho - 1/rho)/2. Its Chebyshev
 * coefficients on the panel are at most 2 M rho^-j; the n-point rule is exact below degree 2n and for
 * odd degrees, and for even j >= 2n >= 4 the rule and the integral of T_j on [-1,1] are at most 2 and
 * 2/15. So the error is at most h (2 + 2/15) 2M (rho^-2n + rho^-2n-2 + ...)
 * = h (64/15) M rho^-2n/(1 - rho^-2); here rho = 4.
 *
 * The integrand f(cos t) P_k(cos t) sin(t)^(d-2) is at most sup|f| cosh(ky) cosh(y)^(d-2) where
 * |Im t| <= y: P_k(cos t) is a mean of the cosines cos((k-2j) t), j = 0..k, with the weights that the
 * generating function (1 - 2uz + z^2)^-lambda = (1 - z e^(it))^-lambda (1 - z e^(-it))^-lambda
 * gives, which are positive.
 */
#define LOG2_RHO 2
static const double ACROSS = 2.125, ABOVE = 1.875;

/* Panels shorter than this are bounded as a whole: they end at a singularity of the kernel. */
#define SHORTEST (-400)

typedef struct {
  arf_t middle, half; /* of t/pi */
  mag_t bound;        /* sup |f| within the ellipse */
  int whole;          /* too short: bound holds on the panel only */
  /* the rule in use, and f at its nodes */
  slong n, prec;
  arb_ptr node, value;
} panel;

typedef struct {
  slong n, prec;
  arb_ptr node, weight;
} rule;

struct spectrum_struct {
  const kernel *f;
  panel *panels;
  slong count, room;
  rule *rules;
  slong rule_count;
};

/* ---- the panels ---- */

/* sup |f| on the rectangle around the ellipse; infinite if f is not proved holomorphic there. */
static void bound_around(mag_t bound, const kernel *f, const arf_t middle, const arf_t half,
                         int divisions) {
  acb_t box, value;
  arb_t pi;
  slong n = WORD(1) << divisions;
  mag_t size, h;
  acb_init(box);
  acb_init(value);
  arb_init(pi);
  arb_const_pi(pi, 64);
  mag_init(size);
  mag_init(h);
  arf_get_mag(h, half);
  mag_zero(bound);
  /* parts of width 2 ACROSS h/(2n), height ABOVE h/n, a little enlarged so that they overlap; the
     lower half is the mirror image */
  for (slong i = 0; i < 2 * n && mag_is_finite(bound); i++) {
    for (slong j = 0; j < n && mag_is_finite(bound); j++) {
      arf_set_d(arb_midref(acb_realref(box)), ACROSS * (2 * i + 1 - 2 * n) / (2 * n));
      arf_mul(arb_midref(acb_realref(box)), arb_midref(acb_realref(box)), half, 64, ARF_RND_NEAR);
      arf_add(arb_midref(acb_realref(box)), arb_midref(acb_realref(box)), middle, ARF_PREC_EXACT,
              ARF_RND_NEAR);
      mag_set_d(size, ACROSS / (2 * n) * 1.0001);
      mag_mul(arb_radref(acb_realref(box)), size, h);
      arf_set_d(arb_midref(acb_imagref(box)), ABOVE * (2 * j + 1) / (2 * n));
      arf_mul(arb_midref(acb_imagref(box)), arb_midref(acb_imagref(box)), half, 64, ARF_RND_NEAR);
      mag_set_d(size, ABOVE / (2 * n) * 1.0001);
      mag_mul(arb_radref(acb_imagref(box)), size, h);
      acb_mul_arb(box, box, pi, 64);
      kernel_value(value, f, box, 1, 64);
      if (acb_is_finite(value)) {
        acb_get_mag(size, value);
        mag_max(bound, bound, size);
      } else {
        mag_inf(bound);
      }
    }
  }
  acb_clear(box);
  acb_clear(value);
  arb_clear(pi);
  mag_clear(size);
  mag_clear(h);
}

static void add_panel(spectrum s, const arf_t middle, const arf_t half, const mag_t bound, int whole) {
  if (s->count == s->room) {
    s->room = 2 * s->room + 16;
    s->panels = realloc(s->panels, s->room * sizeof(panel));
  }
  panel *p = s->panels + s->count++;
  arf_init(p->middle);
  arf_init(p->half);
  mag_init(p->bound);
  arf_set(p->middle, middle);
  arf_set(p->half, half);
  mag_set(p->bound, bound);
  p->whole = whole;
  p->n = p->prec = 0;
  p->node = p->value = NULL;
}

static void divide(spectrum s, const arf_t middle, const arf_t half, slong depth) {
  mag_t bound;
  int good = 0;
  mag_init(bound);
  if (depth > -SHORTEST) {
    acb_t box;
    acb_init(box);
    arf_set(arb_midref(acb_realref(box)), middle);
    arf_get_mag(arb_radref(acb_realref(box)), half);
    arb_const_pi(acb_imagref(box), 64);
    arb_mul(acb_realref(box), acb_realref(box), acb_imagref(box), 64);
    arb_zero(acb_imagref(box));
    kernel_value(box, s->f, box, 0, 64);
    acb_get_mag(bound, box);
    add_panel(s, middle, half, bound, 1);
    acb_clear(box);
    mag_clear(bound);
    return;
  }
  /* a panel longer than this does not pay; then try coarse parts before fine ones */
  if (depth >= 1) {
    int finest = depth < 6 ? 4 : 2;
    for (int divisions = 1; divisions <= finest && !good; divisions++) {
      bound_around(bound, s->f, middle, half, divisions);
      good = mag_cmp_2exp_si(bound, 8) < 0;
    }
  }
  if (good) {
    add_panel(s, middle, half, bound, 0);
  } else {
    arf_t m, h;
    arf_init(m);
    arf_init(h);
    arf_mul_2exp_si(h, half, -1);
    arf_sub(m, middle, h, ARF_PREC_EXACT, ARF_RND_NEAR);
    divide(s, m, h, depth + 1);
    arf_add(m, middle, h, ARF_PREC_EXACT, ARF_RND_NEAR);
    divide(s, m, h, depth + 1);
    arf_clear(m);
    arf_clear(h);
  }
  mag_clear(bound);
}

spectrum spectrum_open(const kernel *f) {
  spectrum s = calloc(1, sizeof *s);
  arf_t one;
  s->f = f;
  /* panels of [0, 1], to be stretched by pi: their ends are exact */
  arf_init(one);
  arf_set_ui_2exp_si(one, 1, -1);
  divide(s, one, one, 0);
  arf_clear(one);
  return s;
}

void spectrum_close(spectrum s) {
  for (slong i = 0; i < s->count; i++) {
    panel *p = s->panels + i;
    arf_clear(p->middle);
    arf_clear(p->half);
    mag_clear(p->bound);
    if (p->node) {
      _arb_vec_clear(p->node, p->n);
      _arb_vec_clear(p->value, p->n);
    }
  }
  free(s->panels);
  for (slong i = 0; i < s->rule_count; i++) {
    _arb_vec_clear(s->rules[i].node, s->rules[i].n);
    _arb_vec_clear(s->rules[i].weight, s->rules[i].n);
  }
  free(s->rules);
  free(s);
}

/* ---- P_k(cos t) ---- */

/*
 * The weights of cos((k-2j) t), j = 0..floor(k/2), those of j and k-j added:
 * w_j = (lambda)_j (lambda)_{k-j}/(j! (k-j)!) * k!/(2 lambda)_k, lambda = (d-2)/2 > 0.
 */
static arb_ptr cosine_weights(ulong d, ulong k, slong prec) {
  arb_ptr w = _arb_vec_init(k / 2 + 1);
  arb_one(w);
  for (ulong i = 0; i < k; i++) {
    arb_mul_ui(w, w, d - 2 + 2 * i, prec);
    arb_div_ui(w, w, 2 * (d - 2 + i), prec);
  }
  for (ulong j = 1; j <= k / 2; j++) {
    arb_mul_ui(w + j, w + j - 1, (d - 4 + 2 * j) * (k - j + 1), prec);
    arb_div_ui(w + j, w + j, j * (d - 4 + 2 * (k - j + 1)), prec);
  }
  for (ulong j = 0; j <= k / 2; j++) {
    if (2 * j != k) arb_mul_2exp_si(w + j, w + j, 1);
  }
  return w;
}

static int needs_weights(ulong d, ulong k) { return d > 4 || (d == 3 && k <= 20); }

/* P_k(cos t) sin(t)^(d-2) at a real number. */
static void harmonic(arb_t p, ulong d, ulong k, arb_srcptr weights, const arb_t t, slong prec) {
  arb_t c, s;
  arb_init(c);
  arb_init(s);
  if (d == 2) {
    arb_mul_ui(c, t, k, prec);
    arb_cos(p, c, prec);
  } else if (d == 4) {
    /* P_k = sin((k+1)t)/((k+1) sin t) */
    arb_mul_ui(c, t, k + 1, prec);
    arb_sin(c, c, prec);
    arb_sin(s, t, prec);
    arb_mul(p, c, s, prec);
    arb_div_ui(p, p, k + 1, prec);
  } else {
    if (needs_weights(d, k)) {
      acb_t step, power;
      acb_init(step);
      acb_init(power);
      arb_mul_ui(c, t, k, prec);
      arb_sin_cos(acb_imagref(power), acb_realref(power), c, prec);
      arb_mul_2exp_si(c, t, 1);
      arb_sin_cos(acb_imagref(step), acb_realref(step), c, prec);
      acb_conj(step, step);
      for (ulong j = 0; j <= k / 2; j++) {
        arb_addmul(s, weights + j, acb_realref(power), prec);
        acb_mul(power, power, step, prec);
      }
      acb_clear(step);
      acb_clear(power);
    } else {
      arb_cos(c, t, prec);
      arb_hypgeom_legendre_p_ui(s, NULL, k, c, prec);
    }
    arb_sin(c, t, prec);
    arb_pow_ui(c, c, d - 2, prec);
    arb_mul(p, s, c, prec);
  }
  arb_clear(c);
  arb_clear(s);
}

/* ---- the integral ---- */

static const rule *gauss_legendre(spectrum s, slong n, slong prec) {
  for (slong i = 0; i < s->rule_count; i++) {
    if (s->rules[i].n == n && s->rules[i].prec == prec) return s->rules + i;
  }
  s->rules = realloc(s->rules, (s->rule_count + 1) * sizeof(rule));
  rule *r = s->rules + s->rule_count++;
  r->n = n;
  r->prec = prec;
  r->node = _arb_vec_init(n);
  r->weight = _arb_vec_init(n);
  for (slong i = 0; i < n; i++) {
    arb_hypgeom_legendre_p_ui_root(r->node + i, r->weight + i, n, i, prec);
  }
  return r;
}

/* f at the angle pi (middle + half node), and that angle */
static void sample(arb_t t, arb_t value, const kernel *f, const arf_t middle, const arf_t half,
                   const arb_t node, slong prec) {
  acb_t x;
  arb_t pi;
  acb_init(x);
  arb_init(pi);
  arb_const_pi(pi, prec);
  arb_mul_arf(t, node, half, prec);
  arb_add_arf(t, t, middle, prec);
  arb_mul(t, t, pi, prec);
  acb_set_arb(x, t);
  kernel_value(x, f, x, 0, prec);
  arb_set(value, acb_realref(x));
  acb_clear(x);
  arb_clear(pi);
}

static void fill(panel *p, const kernel *f, const rule *r) {
  if (p->n == r->n && p->prec == r->prec) return;
  if (p->node) {
    _arb_vec_clear(p->node, p->n);
    _arb_vec_clear(p->value, p->n);
  }
  p->n = r->n;
  p->prec = r->prec;
  p->node = _arb_vec_init(p->n);
  p->value = _arb_vec_init(p->n);
  for (slong i = 0; i < p->n; i++) {
    sample(p->node + i, p->value + i, f, p->middle, p->half, r->node + i, p->prec);
  }
}

/* The error bound of the n-point rule on a panel of half-length pi half. */
static void rule_error(mag_t error, const mag_t bound, const arf_t half, ulong d, ulong k, slong n) {
  arb_t y, x;
  mag_t factor;
  arb_init(y);
  arb_init(x);
  mag_init(factor);
  arb_const_pi(y, 64);
  arb_mul_arf(y, y, half, 64);
  arb_get_mag(error, y);
  arb_set_d(x, ABOVE);
  arb_mul(y, y, x, 64);
  arb_cosh(x, y, 64);
  arb_pow_ui(x, x, d - 2, 64);
  arb_get_mag(factor, x);
  mag_mul(error, error, factor);
  arb_mul_ui(y, y, k, 64);
  arb_cosh(x, y, 64);
  arb_get_mag(factor, x);
  mag_mul(error, error, factor);
  mag_mul(error, error, bound);
  mag_mul_ui(error, error, 64);
  mag_div_ui(error, error, 15);
  mag_mul_ui(error, error, 16);
  mag_div_ui(error, error, 15);
  mag_mul_2exp_si(error, error, -2 * LOG2_RHO * n);
  arb_clear(y);
  arb_clear(x);
  mag_clear(factor);
}

/* The least multiple of 16 for which the error is below 2^-bits. */
static slong rule_size(mag_t error, const mag_t bound, const arf_t half, ulong d, ulong k,
                       slong bits) {
  slong n = 0;
  rule_error(error, bound, half, d, k, n);
  if (mag_is_inf(error)) return -1;
  fmpz_t size;
  fmpz_init(size);
  fmpz_set(size, MAG_EXPREF(error));
  fmpz_add_si(size, size, bits);
  n = FLINT_MAX(fmpz_get_si(size), 0) / (2 * LOG2_RHO) + 1;
  fmpz_clear(size);
  n = (n + 15) / 16 * 16;
  rule_error(error, bound, half, d, k, n);
  return n;
}

/* Adds the integral over a panel, cut into parts if it sees many oscillations. */
static void add_integral(arb_t sum, spectrum s, panel *p, ulong d, ulong k, arb_srcptr weights,
                         slong bits, slong prec) {
  arb_t part, x, y, t, pi;
  arf_t half, middle;
  mag_t error, wave;
  arb_init(part);
  arb_init(x);
  arb_init(y);
  arb_init(t);
  arb_init(pi);
  arf_init(half);
  arf_init(middle);
  mag_init(error);
  mag_init(wave);
  arb_const_pi(pi, prec);
  /* as many nodes for the oscillation as for the digits, or twice as many, are about best */
  slong cuts = 0;
  double oscillation = ABOVE * 3.1416 * arf_get_d(p->half, ARF_RND_UP) * (double)k * 1.4427;
  while (oscillation > 2.0 * bits) {
    oscillation /= 2;
    cuts++;
  }
  arf_mul_2exp_si(half, p->half, -cuts);
  if (p->whole) {
    /* |integral| <= sup |f| * length, |P_k sin^(d-2)| <= 1 */
    arb_get_mag(error, pi);
    arf_get_mag(wave, half);
    mag_mul(error, error, wave);
    mag_mul(error, error, p->bound);
    mag_mul_2exp_si(error, error, 1);
    arb_add_error_mag(sum, error);
  } else {
    slong n = rule_size(error, p->bound, half, d, k, bits);
    const rule *r = gauss_legendre(s, n, prec);
    if (cuts == 0) fill(p, s->f, r);
    for (slong cut = 0; cut < (WORD(1) << cuts); cut++) {
      if (cuts > 0) {
        /* middle - p->half + half (2 cut + 1) */
        arf_mul_ui(middle, half, 2 * cut + 1, ARF_PREC_EXACT, ARF_RND_NEAR);
        arf_add(middle, middle, p->middle, ARF_PREC_EXACT, ARF_RND_NEAR);
        arf_sub(middle, middle, p->half, ARF_PREC_EXACT, ARF_RND_NEAR);
      }
      arb_zero(part);
      for (slong i = 0; i < n; i++) {
        if (cuts > 0) sample(t, y, s->f, middle, half, r->node + i, prec);
        harmonic(x, d, k, weights, cuts > 0 ? t : p->node + i, prec);
        arb_mul(x, x, cuts > 0 ? y : p->value + i, prec);
        arb_addmul(part, x, r->weight + i, prec);
      }
      arb_mul_arf(part, part, half, prec);
      arb_mul(part, part, pi, prec);
      arb_add_error_mag(part, error);
      arb_add(sum, sum, part, prec);
    }
  }
  arb_clear(part);
  arb_clear(x);
  arb_clear(y);
  arb_clear(t);
  arb_clear(pi);
  arf_clear(half);
  arf_clear(middle);
  mag_clear(error);
  mag_clear(wave);
}

void spectrum_eigenvalue(arb_t eta, spectrum s, ulong d, ulong k, slong bits) {
  arb_t sum, c;
  arb_ptr weights = NULL;
  arb_init(sum);
  arb_init(c);
  /* few different precisions and rules, so that they are shared */
  bits = (bits + 63) / 64 * 64;
  slong each = bits + 4 + FLINT_BIT_COUNT(s->count + k);
  slong prec = (bits + 40 + 2 * FLINT_BIT_COUNT(k + 2) + 15) / 16 * 16;
  if (needs_weights(d, k)) weights = cosine_weights(d, k, prec);
  for (slong i = 0; i < s->count; i++) {
    add_integral(sum, s, s->panels + i, d, k, weights, each, prec);
  }
  arb_set_ui(c, d);
  arb_mul_2exp_si(c, c, -1);
  arb_gamma(eta, c, prec);
  arb_set_ui(c, d - 1);
  arb_mul_2exp_si(c, c, -1);
  arb_gamma(c, c, prec);
  arb_div(eta, eta, c, prec);
  arb_const_sqrt_pi(c, prec);
  arb_div(eta, eta, c, prec);
  arb_mul(eta, eta, sum, prec);
  if (weights) _arb_vec_clear(weights, k / 2 + 1);
  arb_clear(sum);
  arb_clear(c);
}
