#include "series.h"

#include <arb_poly.h>

int is_even_at(const kernel *k, chart end) {
  int power_is_even = fmpz_is_one(fmpq_denref(k->power)) && fmpz_is_even(fmpq_numref(k->power));
  switch (k->name) {
    case GAUSSIAN:
    case POLYNOMIAL:
      return 1;
    case LAPLACE:
    case MATERN:
      return end == ANTIPODE;
    case GAMMAEXP:
    case CHORD:
      return end == ANTIPODE || (power_is_even && fmpq_sgn(k->power) >= 0);
    case FCNTK:
    case FCNNGP:
      return end == ANTIPODE && k->propagated && !fmpq_is_zero(k->bias.base);
    default:
      return 0;
  }
}

/* ---- kernels in the chord ---- */

/*
 * exp(-cr) times the Matern polynomial of cr. By Lemma 9.9(a) the coefficient of x^n of M_p is
 * (-1)^n/n! Prod_{i=1..p} (1 - n/(2i-1)); Laplace is p = 0.
 */
static void matern_coefficients(arb_ptr odd, const kernel *k, slong count, slong prec) {
  arb_t c;
  fmpq_t a, factor;
  arb_init(c);
  fmpq_init(a);
  fmpq_init(factor);
  parameter_power(c, &k->scale, 1, prec);
  for (slong j = 0; j < count; j++) {
    slong n = 2 * j + 1;
    fmpq_set_si(a, -1, 1);
    for (slong i = 1; i <= k->depth; i++) {
      fmpq_set_si(factor, 2 * i - 1 - n, 2 * i - 1);
      fmpq_mul(a, a, factor);
    }
    for (slong i = 2; i <= n; i++) fmpq_div_fmpz(a, a, (fmpz[]){i});
    if (fmpq_is_zero(a)) {
      arb_zero(odd + j);
    } else {
      arb_pow_ui(odd + j, c, n, prec);
      arb_mul_fmpz(odd + j, odd + j, fmpq_numref(a), prec);
      arb_div_fmpz(odd + j, odd + j, fmpq_denref(a), prec);
    }
  }
  arb_clear(c);
  fmpq_clear(a);
  fmpq_clear(factor);
}

/* ---- networks ---- */

/*
 * What one layer sees near the end: S = sin^2(t/2), C = 1 - S, and from them t, q = (sin t - t cos t)/(4 S),
 * u, kappa_0 and kappa_1 as power series in x modulo x^n. At coincidence S, C and what depends on
 * them lose no order from layer to layer; coefficients below n-1 are right.
 */
typedef struct {
  chart end;
  slong n, prec;
  arb_poly_t s, c, t, q, u, k0, k1;
} expanded;

/* The coefficients below x^v, which are zero by structure. */
static void clear_below(arb_poly_t p, slong v) {
  for (slong i = 0; i < v; i++) {
    if (i < arb_poly_length(p)) arb_zero(arb_poly_get_coeff_ptr(p, i));
  }
}

/* The root of x^v (a_v + ...), v = 0 or 2. */
static void root(arb_poly_t r, const arb_poly_t a, slong v, const expanded *at) {
  arb_poly_shift_right(r, a, v);
  arb_poly_sqrt_series(r, r, at->n, at->prec);
  arb_poly_shift_left(r, r, v / 2);
}

static void expand(expanded *at) {
  slong n = at->n, prec = at->prec;
  arb_t pi, x;
  arb_poly_t sine, cosine, w, v;
  int antipode = at->end == ANTIPODE;
  arb_init(pi);
  arb_init(x);
  arb_poly_init(sine);
  arb_poly_init(cosine);
  arb_poly_init(w);
  arb_poly_init(v);
  arb_const_pi(pi, prec);
  /* t from t' = 2 sine'/cosine, or, where sine is not zero, t' = -2 cosine'/sine */
  slong order_s = antipode ? 0 : 2;
  arb_poly_get_coeff_arb(x, at->c, 0);
  slong order_c = antipode && arb_is_zero(x) ? 2 : 0;
  root(sine, at->s, order_s, at);
  root(cosine, at->c, order_c, at);
  arb_poly_derivative(at->t, antipode ? cosine : sine, prec);
  arb_poly_div_series(at->t, at->t, antipode ? sine : cosine, n, prec);
  arb_poly_scalar_mul_2exp_si(at->t, at->t, 1);
  if (antipode) arb_poly_neg(at->t, at->t);
  arb_poly_integral(at->t, at->t, prec);
  arb_poly_truncate(at->t, n);
  if (antipode) {
    arb_poly_get_coeff_arb(x, cosine, 0);
    arb_acos(x, x, prec);
    arb_mul_2exp_si(x, x, 1);
    arb_poly_set_coeff_arb(at->t, 0, x);
  }
  /* w = sin t - t cos t from w' = 2 t S' */
  arb_poly_derivative(v, at->s, prec);
  arb_poly_mullow(w, at->t, v, n, prec);
  arb_poly_scalar_mul_2exp_si(w, w, 1);
  arb_poly_integral(w, w, prec);
  if (antipode) {
    arb_t y;
    arb_init(y);
    arb_sin_cos(y, x, x, prec);
    arb_poly_get_coeff_arb(pi, at->t, 0);
    arb_submul(y, x, pi, prec);
    arb_poly_set_coeff_arb(w, 0, y);
    arb_const_pi(pi, prec);
    arb_clear(y);
  } else {
    clear_below(w, 3);
  }
  arb_poly_truncate(w, n + 1);
  /* q = w/(4 S) */
  arb_poly_shift_right(w, w, order_s);
  arb_poly_shift_right(v, at->s, order_s);
  arb_poly_scalar_mul_2exp_si(v, v, 2);
  arb_poly_div_series(at->q, w, v, n, prec);
  /* kappa_0 = 1 - t/pi, u = 1 - 2S, kappa_1 = 1 - 2S (1 - 2q/pi) */
  arb_poly_scalar_div(at->k0, at->t, pi, prec);
  arb_poly_neg(at->k0, at->k0);
  arb_poly_add_si(at->k0, at->k0, 1, prec);
  arb_poly_scalar_mul_2exp_si(at->u, at->s, 1);
  arb_poly_scalar_div(at->k1, at->q, pi, prec);
  arb_poly_scalar_mul_2exp_si(at->k1, at->k1, 1);
  arb_poly_add_si(at->k1, at->k1, -1, prec);
  arb_poly_mullow(at->k1, at->k1, at->u, n, prec);
  arb_poly_add_si(at->k1, at->k1, 1, prec);
  arb_poly_neg(at->u, at->u);
  arb_poly_add_si(at->u, at->u, 1, prec);
  arb_clear(pi);
  arb_clear(x);
  arb_poly_clear(sine);
  arb_poly_clear(cosine);
  arb_poly_clear(w);
  arb_poly_clear(v);
}

static void expanded_open(expanded *at, chart end, slong n, slong prec) {
  at->end = end;
  at->n = n;
  at->prec = prec;
  arb_poly_init(at->s);
  arb_poly_init(at->c);
  arb_poly_init(at->t);
  arb_poly_init(at->q);
  arb_poly_init(at->u);
  arb_poly_init(at->k0);
  arb_poly_init(at->k1);
  arb_t quarter;
  arb_init(quarter);
  arb_set_d(quarter, 0.25);
  arb_poly_set_coeff_arb(end == ANTIPODE ? at->c : at->s, 2, quarter);
  arb_poly_neg(end == ANTIPODE ? at->s : at->c, end == ANTIPODE ? at->c : at->s);
  arb_poly_add_si(end == ANTIPODE ? at->s : at->c, end == ANTIPODE ? at->s : at->c, 1, prec);
  arb_clear(quarter);
  expand(at);
}

static void expanded_close(expanded *at) {
  arb_poly_clear(at->s);
  arb_poly_clear(at->c);
  arb_poly_clear(at->t);
  arb_poly_clear(at->q);
  arb_poly_clear(at->u);
  arb_poly_clear(at->k0);
  arb_poly_clear(at->k1);
}

/*
 * To the angle with the cosine (a u + b kappa_1 + c)/(a + b + c): S' = S (1 - m), C' = C + S m with
 * m = (c + 2b q/pi)/(a + b + c) (Lemma 5.2).
 */
static void expand_next(expanded *at, const arb_t a, const arb_t b, const arb_t c) {
  slong n = at->n, prec = at->prec;
  arb_t x, y;
  arb_poly_t m;
  arb_init(x);
  arb_init(y);
  arb_poly_init(m);
  arb_add(x, a, b, prec);
  arb_add(x, x, c, prec);
  arb_const_pi(y, prec);
  arb_mul(y, y, x, prec);
  arb_div(y, b, y, prec);
  arb_mul_2exp_si(y, y, 1);
  arb_poly_scalar_mul(m, at->q, y, prec);
  arb_div(y, c, x, prec);
  arb_poly_get_coeff_arb(x, m, 0);
  arb_add(x, x, y, prec);
  arb_poly_set_coeff_arb(m, 0, x);
  arb_poly_mullow(m, m, at->s, n, prec);
  if (at->end == COINCIDENCE) clear_below(m, 2);
  arb_poly_sub(at->s, at->s, m, prec);
  arb_poly_add(at->c, at->c, m, prec);
  arb_clear(x);
  arb_clear(y);
  arb_poly_clear(m);
  expand(at);
}

static void add_constant(arb_poly_t p, const arb_t a, slong prec) {
  arb_t x;
  arb_init(x);
  arb_poly_get_coeff_arb(x, p, 0);
  arb_add(x, x, a, prec);
  arb_poly_set_coeff_arb(p, 0, x);
  arb_clear(x);
}

/* The recursions of kernel.c, over series; "one" collects the value at u = 1. */
static void residual(arb_poly_t f, const kernel *k, expanded *at) {
  slong n = at->n, prec = at->prec;
  arb_t square, tau, v, zero, one, norm, product_norm, x;
  arb_poly_t c, theta, product, y;
  arb_init(square);
  arb_init(tau);
  arb_init(v);
  arb_init(zero);
  arb_init(one);
  arb_init(norm);
  arb_init(product_norm);
  arb_init(x);
  arb_poly_init(c);
  arb_poly_init(theta);
  arb_poly_init(product);
  arb_poly_init(y);
  parameter_power(square, &k->branch, k->branch_is_squared ? 1 : 2, prec);
  parameter_power(tau, &k->bias, 2, prec);
  arb_one(v);
  arb_one(one);
  arb_one(product_norm);
  arb_poly_set(c, at->u);
  arb_poly_set(product, at->u);
  for (slong l = 1; l <= k->depth; l++) {
    if (l > 1) expand_next(at, one, square, zero);
    arb_poly_scalar_mul(y, at->k0, square, prec);
    add_constant(y, one, prec);
    arb_poly_mullow(theta, theta, y, n, prec);
    arb_poly_mullow(product, product, y, n, prec);
    arb_poly_scalar_mul(y, at->k1, v, prec);
    arb_poly_add(theta, theta, y, prec);
    arb_poly_set(y, c);
    add_constant(y, tau, prec);
    arb_poly_mullow(y, y, at->k0, n, prec);
    arb_poly_add(theta, theta, y, prec);
    arb_add_ui(x, square, 1, prec);
    arb_mul(norm, norm, x, prec);
    arb_addmul_ui(norm, v, 2, prec);
    arb_add(norm, norm, tau, prec);
    arb_mul(product_norm, product_norm, x, prec);
    arb_mul(x, square, v, prec);
    arb_poly_scalar_mul(y, at->k1, x, prec);
    arb_poly_add(c, c, y, prec);
    arb_add(v, v, x, prec);
  }
  if (k->name == RESNNGP) {
    arb_poly_set(f, c);
    arb_set(norm, v);
  } else if (k->train_all) {
    arb_poly_scalar_mul(f, theta, square, prec);
    arb_poly_add(f, f, c, prec);
    arb_poly_add(f, f, product, prec);
    arb_mul(norm, norm, square, prec);
    arb_add(norm, norm, v, prec);
    arb_add(norm, norm, product_norm, prec);
  } else {
    arb_poly_set(f, theta);
  }
  arb_poly_scalar_div(f, f, norm, prec);
  arb_clear(square);
  arb_clear(tau);
  arb_clear(v);
  arb_clear(zero);
  arb_clear(one);
  arb_clear(norm);
  arb_clear(product_norm);
  arb_clear(x);
  arb_poly_clear(c);
  arb_poly_clear(theta);
  arb_poly_clear(product);
  arb_poly_clear(y);
}

static void fully_connected(arb_poly_t f, const kernel *k, expanded *at) {
  slong n = at->n, prec = at->prec;
  arb_t b, w, zero, one, norm, through_bias;
  arb_poly_t theta, covariance;
  arb_init(b);
  arb_init(w);
  arb_init(zero);
  arb_init(one);
  arb_init(norm);
  arb_init(through_bias);
  arb_poly_init(theta);
  arb_poly_init(covariance);
  parameter_power(b, &k->bias, 2, prec);
  arb_one(one);
  arb_one(w);
  if (k->propagated) {
    arb_add_ui(w, b, 1, prec);
    arb_inv(w, w, prec);
    arb_set(through_bias, b);
    if (!arb_is_zero(b)) expand_next(at, one, zero, b);
    arb_poly_set(theta, at->u);
    arb_one(norm);
  } else {
    arb_poly_set(theta, at->u);
    add_constant(theta, b, prec);
    arb_add_ui(norm, b, 1, prec);
  }
  for (slong l = 1; l <= k->depth; l++) {
    if (l > 1) expand_next(at, zero, one, through_bias);
    arb_poly_set(covariance, at->k1);
    add_constant(covariance, b, prec);
    arb_poly_scalar_mul(covariance, covariance, w, prec);
    arb_poly_mullow(theta, theta, at->k0, n, prec);
    arb_poly_scalar_mul(theta, theta, w, prec);
    arb_poly_add(theta, theta, covariance, prec);
    arb_mul(norm, norm, w, prec);
    arb_add_ui(norm, norm, 1, prec);
    if (!k->propagated) arb_add(norm, norm, b, prec);
  }
  if (k->name == FCNNGP) arb_poly_set(f, covariance);
  else arb_poly_scalar_div(f, theta, norm, prec);
  arb_clear(b);
  arb_clear(w);
  arb_clear(zero);
  arb_clear(one);
  arb_clear(norm);
  arb_clear(through_bias);
  arb_poly_clear(theta);
  arb_poly_clear(covariance);
}

int odd_coefficients(arb_ptr odd, const kernel *k, chart end, slong count, slong prec,
                     const char **why) {
  _arb_vec_zero(odd, count);
  if (is_even_at(k, end)) return 1;
  if (k->name == GAMMAEXP || k->name == CHORD) {
    int odd_power = k->name == CHORD && fmpz_is_one(fmpq_denref(k->power))
                    && fmpz_is_odd(fmpq_numref(k->power)) && fmpq_sgn(k->power) > 0;
    if (odd_power && fmpz_cmp_si(fmpq_numref(k->power), 2 * count) < 0) {
      arb_one(odd + (fmpz_get_si(fmpq_numref(k->power)) - 1) / 2);
    }
    if (!odd_power) *why = "the kernel is no power series in the chord";
    return odd_power;
  }
  if (k->name == LAPLACE || k->name == MATERN) {
    matern_coefficients(odd, k, count, prec);
    return 1;
  }
  expanded at;
  arb_poly_t f;
  arb_poly_init(f);
  expanded_open(&at, end, 2 * count + 1, prec);
  if (k->name == ARCCOS) arb_poly_set(f, k->depth == 0 ? at.k0 : at.k1);
  else if (k->name == RESNTK || k->name == RESNNGP) residual(f, k, &at);
  else fully_connected(f, k, &at);
  for (slong j = 0; j < count; j++) arb_poly_get_coeff_arb(odd + j, f, 2 * j + 1);
  if (k->name == RESNNGP || k->name == FCNNGP || (k->name == ARCCOS && k->depth == 1)) {
    arb_zero(odd);
  }
  expanded_close(&at);
  arb_poly_clear(f);
  return 1;
}
