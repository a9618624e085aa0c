#include "kernel.h"

#include "jet.h"

#include <stdlib.h>
#include <string.h>

/* ---- reading a specification ---- */

/* 2, -1/2, 0.1 (one tenth), 1e-3 */
static int read_rational(fmpq *q, const char *text) {
  const char *e = strpbrk(text, "eE");
  const char *end = e ? e : text + strlen(text);
  const char *dot = memchr(text, '.', end - text);
  size_t length = end - text;
  char *digits = malloc(length + 1);
  slong exponent = 0;
  int good;
  if (strchr(text, '/')) {
    free(digits);
    good = fmpq_set_str(q, text, 10) == 0;
    if (good) fmpq_canonicalise(q);
    return good;
  }
  if (dot) {
    size_t before = dot - text;
    memcpy(digits, text, before);
    memcpy(digits + before, dot + 1, length - before - 1);
    digits[length - 1] = 0;
    exponent = -(slong)(length - before - 1);
  } else {
    memcpy(digits, text, length);
    digits[length] = 0;
  }
  if (e) exponent += strtol(e + 1, NULL, 10);
  good = *digits && fmpz_set_str(fmpq_numref(q), digits, 10) == 0;
  free(digits);
  if (good) {
    fmpz_t ten;
    fmpz_init_set_ui(ten, 10);
    fmpz_pow_ui(ten, ten, labs(exponent));
    fmpz_one(fmpq_denref(q));
    if (exponent >= 0) fmpq_mul_fmpz(q, q, ten);
    else fmpq_div_fmpz(q, q, ten);
    fmpz_clear(ten);
  }
  return good;
}

/* "(1/2)" without its parentheses, in place */
static char *bare(char *text) {
  size_t n = strlen(text);
  if (n >= 2 && text[0] == '(' && text[n - 1] == ')') {
    text[n - 1] = 0;
    return text + 1;
  }
  return text;
}

/* a rational number, or a power such as L^(-1/2), 3^(-1/2), (3/2)^(1/3) */
static int read_parameter(parameter *p, char *text, slong depth) {
  char *hat = strchr(text, '^');
  fmpq_one(p->exponent);
  if (hat) {
    *hat = 0;
    if (!read_rational(p->exponent, bare(hat + 1))) return 0;
    if (strcmp(text, "L") == 0) {
      fmpq_set_si(p->base, depth, 1);
      return 1;
    }
    text = bare(text);
  }
  return read_rational(p->base, text);
}

static int family_named(family *name, const char *text) {
  static const char *names[] = {"resntk", "resnngp", "fcntk", "fcnngp", "arccos",
                                "laplace", "gammaexp", "matern", "gaussian", "chord", "polynomial"};
  for (int i = 0; i < 11; i++) {
    if (strcmp(text, names[i]) == 0) {
      *name = (family)i;
      return 1;
    }
  }
  return 0;
}

/* [1,-1/2]: the coefficients of 1, u, ... */
static int read_polynomial(fmpq_poly_t p, char *text) {
  size_t n = strlen(text);
  char *save = NULL;
  fmpq_t q;
  slong degree = 0;
  int good = n > 2 && text[0] == '[' && text[n - 1] == ']';
  fmpq_init(q);
  if (good) text[n - 1] = 0;
  for (char *item = good ? strtok_r(text + 1, ",", &save) : NULL; good && item;
       item = strtok_r(NULL, ",", &save)) {
    good = read_rational(q, item);
    if (good) fmpq_poly_set_coeff_fmpq(p, degree++, q);
  }
  fmpq_clear(q);
  return good;
}

int kernel_parse(kernel *k, const char *specification) {
  char *copy = strdup(specification);
  char *colon = strchr(copy, ':');
  char *save = NULL;
  char *bias = NULL;
  char *branch = NULL;
  int good = colon != NULL;
  memset(k, 0, sizeof *k);
  fmpq_init(k->branch.base);
  fmpq_init(k->branch.exponent);
  fmpq_init(k->bias.base);
  fmpq_init(k->bias.exponent);
  fmpq_init(k->scale.base);
  fmpq_init(k->scale.exponent);
  fmpq_init(k->power);
  fmpq_poly_init(k->polynomial);
  if (good) {
    *colon = 0;
    good = family_named(&k->name, copy);
  }
  if (good && k->name == POLYNOMIAL) {
    good = read_polynomial(k->polynomial, colon + 1);
    free(copy);
    return good;
  }
  for (char *item = good ? strtok_r(colon + 1, ",", &save) : NULL; good && item;
       item = strtok_r(NULL, ",", &save)) {
    char *value = strchr(item, '=');
    if (!value) {
      good = 0;
      break;
    }
    *value++ = 0;
    if (!strcmp(item, "L") || !strcmp(item, "n")) k->depth = strtol(value, NULL, 10);
    else if (!strcmp(item, "alpha")) branch = value;
    else if (!strcmp(item, "alpha2")) branch = value, k->branch_is_squared = 1;
    else if (!strcmp(item, "beta") || !strcmp(item, "tau")) bias = value;
    else if (!strcmp(item, "c")) good = read_parameter(&k->scale, value, 0);
    else if (!strcmp(item, "gamma") || !strcmp(item, "s")) good = read_rational(k->power, value);
    else if (!strcmp(item, "nu")) {
      good = read_rational(k->power, value) && fmpz_equal_ui(fmpq_denref(k->power), 2);
      k->depth = (fmpz_get_si(fmpq_numref(k->power)) - 1) / 2;
    } else if (!strcmp(item, "bias")) k->propagated = !strcmp(value, "propagated");
    else if (!strcmp(item, "train")) k->train_all = !strcmp(value, "all");
    else good = 0;
  }
  if (good && branch) good = read_parameter(&k->branch, branch, k->depth);
  if (good && bias) good = read_parameter(&k->bias, bias, k->depth);
  free(copy);
  return good;
}

void kernel_clear(kernel *k) {
  fmpq_clear(k->branch.base);
  fmpq_clear(k->branch.exponent);
  fmpq_clear(k->bias.base);
  fmpq_clear(k->bias.exponent);
  fmpq_clear(k->scale.base);
  fmpq_clear(k->scale.exponent);
  fmpq_clear(k->power);
  fmpq_poly_clear(k->polynomial);
}

void parameter_power(arb_t x, const parameter *p, int power, slong prec) {
  if (fmpq_is_zero(p->base)) {
    arb_zero(x);
    return;
  }
  fmpq_t e;
  fmpq_init(e);
  fmpq_mul_si(e, p->exponent, power);
  arb_set_fmpq(x, p->base, prec + 10);
  arb_pow_fmpq(x, x, e, prec);
  fmpq_clear(e);
}

/* ---- the map of angles ---- */

/* What one layer sees: the angle t between its inputs, cos t, kappa_0 and kappa_1. */
typedef struct {
  jet angle, excess, cosine, k0, k1;
  int side; /* which formula maps the angle: by where it is, or always the same one */
} layer;

enum { EITHER, LEFT, RIGHT };

/* The rest from the angle: kappa_0 = 1 - t/pi, kappa_1 = cos t + t^3 g(t)/pi, g = j_1(t)/t. */
static void layer_fill(layer *at, const jet_scope *in) {
  arb_t inverse, one;
  arb_init(inverse);
  arb_init(one);
  arb_one(one);
  arb_const_pi(inverse, in->prec);
  arb_inv(inverse, inverse, in->prec);
  jet_bessel(at->excess, 1, at->angle, in);
  jet_cos(at->cosine, at->angle, in);
  jet_mul(at->k1, at->angle, at->angle, in);
  jet_mul(at->k1, at->k1, at->angle, in);
  jet_mul(at->k1, at->k1, at->excess, in);
  jet_mul_arb(at->k1, at->k1, inverse, in);
  jet_add(at->k1, at->k1, at->cosine, in);
  arb_neg(inverse, inverse);
  jet_mul_arb(at->k0, at->angle, inverse, in);
  jet_add_arb(at->k0, at->k0, one, in);
  arb_clear(inverse);
  arb_clear(one);
}

static void layer_open(layer *at, const jet variable, int side, const jet_scope *in) {
  at->side = side;
  jet_init(at->angle);
  jet_init(at->excess);
  jet_init(at->cosine);
  jet_init(at->k0);
  jet_init(at->k1);
  jet_set(at->angle, variable);
  layer_fill(at, in);
}

static void layer_close(layer *at) {
  jet_clear(at->angle);
  jet_clear(at->excess);
  jet_clear(at->cosine);
  jet_clear(at->k0);
  jet_clear(at->k1);
}

/*
 * From the angle t between two inputs to the angle t' with
 *   cos t' = (a cos t + b kappa_1(cos t) + c)/(a + b + c).
 * For t in the left half, with s = sin(t/2),
 *   sin(t'/2)^2 = s^2 (a + b - (2b/pi) t g(t)/sinc(t/2)^2)/(a + b + c),
 * without cancellation and holomorphic at t = 0; in the right half
 *   cos(t'/2)^2 = ((a + b)(1 + cos t)/2 + c + (b/(2 pi)) t^3 g(t))/(a + b + c),
 * because t' may be close to pi there, where the arc sine of sin(t'/2) is steep.
 *
 * Off the real line both are the same function where Re sin(t'/2) > 0: then t'/2 = asin(sin(t'/2)) has
 * its real part between 0 and pi/2, so cos(t'/2) is the principal root of its square and t'/2 is its
 * arc cosine. So that neighbouring boxes agree when one is mapped in each way, a wide box is refused
 * on the left if it reaches beyond Re t = MEETING without Re sin(t'/2) > 0, on the right if it reaches
 * below MEETING.
 */
#define MEETING 0.75

/* Is x certainly at most (side < 0) or at least (side > 0) MEETING? */
static int beside_meeting(const arb_t x, int side) {
  arb_t y;
  arb_init(y);
  arb_set_d(y, MEETING);
  int result = side < 0 ? arb_le(x, y) : arb_ge(x, y);
  arb_clear(y);
  return result;
}

static void through_left(layer *at, const arb_t a, const arb_t b, const arb_t c,
                         const jet_scope *in) {
  slong prec = in->prec;
  jet half, x, y;
  arb_t q;
  jet_init(half);
  jet_init(x);
  jet_init(y);
  arb_init(q);
  arb_set_d(q, 0.5);
  jet_mul_arb(half, at->angle, q, in);
  jet_bessel(x, 0, half, in);
  jet_mul(y, x, x, in);
  jet_mul(x, x, half, in); /* s */
  jet_inv(y, y, in);
  jet_mul(y, y, at->excess, in);
  jet_mul(y, y, at->angle, in);
  arb_const_pi(q, prec);
  arb_div(q, b, q, prec);
  arb_mul_2exp_si(q, q, 1);
  arb_neg(q, q);
  jet_mul_arb(y, y, q, in);
  arb_add(q, a, b, prec);
  jet_add_arb(y, y, q, in);
  arb_add(q, q, c, prec);
  arb_inv(q, q, prec);
  jet_mul_arb(y, y, q, in);
  jet_sqrt(y, y, in);
  jet_mul(x, x, y, in); /* sin(t'/2) */
  if (at->side == EITHER && in->wide && !beside_meeting(acb_realref(at->angle->box), -1)
      && !arb_is_positive(acb_realref(x->box))) {
    acb_indeterminate(x->box);
  }
  jet_asin(x, x, in);
  arb_set_ui(q, 2);
  jet_mul_arb(at->angle, x, q, in);
  jet_clear(half);
  jet_clear(x);
  jet_clear(y);
  arb_clear(q);
}

static void through_right(layer *at, const arb_t a, const arb_t b, const arb_t c,
                          const jet_scope *in) {
  slong prec = in->prec;
  jet x, y;
  arb_t q, r;
  jet_init(x);
  jet_init(y);
  arb_init(q);
  arb_init(r);
  jet_mul(x, at->angle, at->angle, in);
  jet_mul(x, x, at->angle, in);
  jet_mul(x, x, at->excess, in);
  arb_const_pi(q, prec);
  arb_div(q, b, q, prec);
  jet_mul_arb(x, x, q, in);
  arb_add(q, a, b, prec);
  jet_mul_arb(y, at->cosine, q, in);
  jet_add(x, x, y, in);
  arb_addmul_ui(q, c, 2, prec);
  jet_add_arb(x, x, q, in);
  arb_add(r, a, b, prec);
  arb_add(r, r, c, prec);
  arb_mul_2exp_si(r, r, 1);
  arb_inv(r, r, prec);
  jet_mul_arb(x, x, r, in); /* cos(t'/2)^2 */
  jet_sqrt(x, x, in);
  if (at->side == EITHER && in->wide && !beside_meeting(acb_realref(at->angle->box), 1)) {
    acb_indeterminate(x->box);
  }
  jet_asin(x, x, in);
  arb_set_si(q, -2);
  jet_mul_arb(x, x, q, in);
  arb_const_pi(q, prec);
  jet_add_arb(at->angle, x, q, in);
  jet_clear(x);
  jet_clear(y);
  arb_clear(q);
  arb_clear(r);
}

static void through(layer *at, const arb_t a, const arb_t b, const arb_t c, const jet_scope *in) {
  int left = at->side == LEFT
             || (at->side == EITHER
                 && arf_cmp_d(arb_midref(acb_realref(at->angle->box)), 1.6) < 0);
  if (left) through_left(at, a, b, c, in);
  else through_right(at, a, b, c, in);
  layer_fill(at, in);
}

/* ---- the kernels ---- */

/*
 * C_0 = u, C_l = C_{l-1} + alpha^2 v_{l-1} kappa_1(u_{l-1}), v_l = (1 + alpha^2)^l, u_l = C_l/v_l;
 * Theta_l = (1 + alpha^2 kappa_0) Theta_{l-1} + v_{l-1} kappa_1 + (C_{l-1} + tau^2) kappa_0 at
 * u_{l-1}; with every layer trained C_L + u Prod (1 + alpha^2 kappa_0) + alpha^2 Theta_L. Divided by
 * the value at u = 1, which the same recursion gives with kappa_0 = kappa_1 = 1.
 */
static void residual(jet f, const kernel *k, layer *at, const jet_scope *in) {
  slong prec = in->prec;
  arb_t square, tau, v, zero, one, norm, passed, norm_product, x;
  jet c, theta, product, y;
  arb_init(square);
  arb_init(tau);
  arb_init(v);
  arb_init(zero);
  arb_init(one);
  arb_init(norm);
  arb_init(passed);
  arb_init(norm_product);
  arb_init(x);
  jet_init(c);
  jet_init(theta);
  jet_init(product);
  jet_init(y);
  parameter_power(square, &k->branch, k->branch_is_squared ? 1 : 2, prec);
  parameter_power(tau, &k->bias, 2, prec);
  arb_one(v);
  arb_one(one);
  arb_one(norm_product);
  jet_set(c, at->cosine);
  jet_set(product, at->cosine);
  for (slong l = 1; l <= k->depth; l++) {
    if (l > 1) through(at, one, square, zero, in);
    /* tangent */
    jet_mul_arb(y, at->k0, square, in);
    jet_add_arb(y, y, one, in);
    jet_mul(theta, theta, y, in);
    jet_mul(product, product, y, in);
    jet_mul_arb(y, at->k1, v, in);
    jet_add(theta, theta, y, in);
    jet_add_arb(y, c, tau, in);
    jet_mul(y, y, at->k0, in);
    jet_add(theta, theta, y, in);
    /* the same at u = 1, where C = v */
    arb_add_ui(passed, square, 1, prec);
    arb_mul(norm, norm, passed, prec);
    arb_addmul_ui(norm, v, 2, prec);
    arb_add(norm, norm, tau, prec);
    arb_mul(norm_product, norm_product, passed, prec);
    /* covariance */
    arb_mul(x, square, v, prec);
    jet_mul_arb(y, at->k1, x, in);
    jet_add(c, c, y, in);
    arb_mul(v, v, passed, prec);
  }
  if (k->name == RESNNGP) {
    jet_set(f, c);
    arb_set(norm, v);
  } else if (k->train_all) {
    jet_mul_arb(theta, theta, square, in);
    jet_add(theta, theta, c, in);
    jet_add(f, theta, product, in);
    arb_mul(norm, norm, square, prec);
    arb_add(norm, norm, v, prec);
    arb_add(norm, norm, norm_product, prec);
  } else {
    jet_set(f, theta);
  }
  arb_inv(norm, norm, prec);
  jet_mul_arb(f, f, norm, in);
  arb_clear(square);
  arb_clear(tau);
  arb_clear(v);
  arb_clear(zero);
  arb_clear(one);
  arb_clear(norm);
  arb_clear(passed);
  arb_clear(norm_product);
  arb_clear(x);
  jet_clear(c);
  jet_clear(theta);
  jet_clear(product);
  jet_clear(y);
}

/*
 * Trained bias: Theta_0 = u + b, Theta_l = Theta_{l-1} kappa_0 + kappa_1 + b, b = beta^2.
 * Propagated bias: Sigma_0 = Theta_0 = (u + b)/(1 + b), Sigma_l = (kappa_1(Sigma_{l-1}) + b)/(1 + b),
 * Theta_l = Sigma_l + Theta_{l-1} kappa_0/(1 + b). Divided by the value at u = 1.
 */
static void fully_connected(jet f, const kernel *k, layer *at, const jet_scope *in) {
  slong prec = in->prec;
  arb_t b, w, zero, one, norm, through_bias;
  jet theta, covariance;
  arb_init(b);
  arb_init(w);
  arb_init(zero);
  arb_init(one);
  arb_init(norm);
  arb_init(through_bias);
  jet_init(theta);
  jet_init(covariance);
  parameter_power(b, &k->bias, 2, prec);
  arb_one(one);
  if (k->propagated) {
    arb_add_ui(w, b, 1, prec);
    arb_inv(w, w, prec);
    arb_set(through_bias, b);
    if (!arb_is_zero(b)) through(at, one, zero, b, in);
    jet_set(theta, at->cosine);
    arb_one(norm);
  } else {
    arb_one(w);
    jet_add_arb(theta, at->cosine, b, in);
    arb_add_ui(norm, b, 1, prec);
  }
  for (slong l = 1; l <= k->depth; l++) {
    if (l > 1) through(at, zero, one, through_bias, in);
    jet_add_arb(covariance, at->k1, b, in);
    jet_mul_arb(covariance, covariance, w, in);
    jet_mul(theta, theta, at->k0, in);
    jet_mul_arb(theta, theta, w, in);
    jet_add(theta, theta, covariance, in);
    arb_mul(norm, norm, w, prec);
    arb_add_ui(norm, norm, 1, prec);
    if (!k->propagated) arb_add(norm, norm, b, prec);
  }
  if (k->name == FCNNGP) {
    jet_set(f, covariance);
  } else {
    arb_inv(norm, norm, prec);
    jet_mul_arb(f, theta, norm, in);
  }
  arb_clear(b);
  arb_clear(w);
  arb_clear(zero);
  arb_clear(one);
  arb_clear(norm);
  arb_clear(through_bias);
  jet_clear(theta);
  jet_clear(covariance);
}

/* p!/(2p)! Sum_i (p+i)!/(i! (p-i)!) (2x)^(p-i) */
static void matern_factor(jet sum, const jet x, slong p, const jet_scope *in) {
  arb_t a;
  fmpz_t n;
  arb_init(a);
  fmpz_init(n);
  /* Horner in x: the coefficients from x^p down */
  arb_zero(a);
  jet_set_arb(sum, a);
  for (slong i = 0; i <= p; i++) {
    fmpz_fac_ui(n, p + i);
    arb_set_fmpz(a, n);
    fmpz_fac_ui(n, p);
    arb_mul_fmpz(a, a, n, in->prec);
    fmpz_fac_ui(n, 2 * p);
    arb_div_fmpz(a, a, n, in->prec);
    fmpz_fac_ui(n, i);
    arb_div_fmpz(a, a, n, in->prec);
    fmpz_fac_ui(n, p - i);
    arb_div_fmpz(a, a, n, in->prec);
    arb_mul_2exp_si(a, a, p - i);
    jet_mul(sum, sum, x, in);
    jet_add_arb(sum, sum, a, in);
  }
  arb_clear(a);
  fmpz_clear(n);
}

/* On a real box [0, top] that begins at 0 a positive power runs from 0 to that of the top. */
static int power_from_zero(jet r, const jet x, const arb_t exponent, const jet_scope *in) {
  if (in->wide || !acb_is_real(x->box) || !arb_contains_zero(acb_realref(x->box))
      || !arb_is_positive(exponent)) {
    return 0;
  }
  arb_t top;
  mag_t size;
  arb_init(top);
  mag_init(size);
  arb_get_ubound_arf(arb_midref(top), acb_realref(x->box), in->prec);
  arb_pow(top, top, exponent, in->prec);
  arb_get_mag(size, top);
  acb_zero(r->box);
  arb_add_error_mag(acb_realref(r->box), size);
  arb_clear(top);
  mag_clear(size);
  return 1;
}

/* The functions of the chord r = 2 sin(t/2) itself. */
static void radial(jet f, const kernel *k, const jet angle, const jet_scope *in) {
  arb_t c;
  jet r, x;
  arb_init(c);
  jet_init(r);
  jet_init(x);
  arb_set_d(c, 0.5);
  jet_mul_arb(x, angle, c, in);
  jet_bessel(r, 0, x, in);
  jet_mul(r, r, angle, in);
  if (k->name == GAUSSIAN) {
    jet_mul(x, r, r, in);
  } else if (k->name == GAMMAEXP || k->name == CHORD) {
    arb_set_fmpq(c, k->power, in->prec);
    if (!power_from_zero(x, r, c, in)) jet_pow(x, r, c, in);
  } else {
    jet_set(x, r);
  }
  if (k->name == CHORD) {
    jet_set(f, x);
  } else {
    parameter_power(c, &k->scale, 1, in->prec);
    jet_mul_arb(x, x, c, in);
    if (k->name == MATERN) matern_factor(r, x, k->depth, in);
    arb_set_si(c, -1);
    jet_mul_arb(f, x, c, in);
    jet_exp(f, f, in);
    if (k->name == MATERN) jet_mul(f, f, r, in);
  }
  arb_clear(c);
  jet_clear(r);
  jet_clear(x);
}

static void polynomial(jet f, const kernel *k, const jet angle, const jet_scope *in) {
  jet u;
  arb_t a;
  fmpq_t q;
  jet_init(u);
  arb_init(a);
  fmpq_init(q);
  jet_cos(u, angle, in);
  jet_set_arb(f, a);
  for (slong i = fmpq_poly_degree(k->polynomial); i >= 0; i--) {
    fmpq_poly_get_coeff_fmpq(q, k->polynomial, i);
    arb_set_fmpq(a, q, in->prec);
    jet_mul(f, f, u, in);
    jet_add_arb(f, f, a, in);
  }
  jet_clear(u);
  arb_clear(a);
  fmpq_clear(q);
}

static void at_angle(jet f, const kernel *k, const jet angle, int side, const jet_scope *in) {
  if (k->name == POLYNOMIAL) {
    polynomial(f, k, angle, in);
  } else if (k->name >= LAPLACE) {
    radial(f, k, angle, in);
  } else {
    layer at;
    layer_open(&at, angle, side, in);
    if (k->name == ARCCOS) jet_set(f, k->depth == 0 ? at.k0 : at.k1);
    else if (k->name == RESNTK || k->name == RESNNGP) residual(f, k, &at, in);
    else fully_connected(f, k, &at, in);
    layer_close(&at);
  }
}

void kernel_value(acb_t f, const kernel *k, const acb_t theta, int analytic, slong prec) {
  jet_scope in;
  jet variable, value;
  jet_open(&in, variable, theta, analytic, prec);
  jet_init(value);
  at_angle(value, k, variable, EITHER, &in);
  acb_set(f, value->box);
  jet_clear(variable);
  jet_clear(value);
  jet_close(&in);
}

/*
 * The functions of the programs are entire but for sqrt, asin and powers, which refuse boxes that meet
 * their cuts, half-lines to infinity; and the reciprocal of sinc(theta/2)^2 of the map on the left,
 * whose argument is a coordinate theta with 0 <= Re theta <= pi or twice an arc sine, so that
 * |Re theta| <= pi, away from its poles. The map on the right divides by constants only.
 */
void kernel_in_chart(acb_t f, const kernel *k, chart c, const acb_t x, slong prec) {
  jet_scope in;
  jet angle, value;
  arb_t a;
  jet_open(&in, angle, x, 1, prec);
  jet_init(value);
  arb_init(a);
  if (c != ANGLE) {
    arb_set_d(a, 0.5);
    jet_mul_arb(angle, angle, a, &in);
    jet_asin(angle, angle, &in);
    arb_set_si(a, c == COINCIDENCE ? 2 : -2);
    jet_mul_arb(angle, angle, a, &in);
    if (c == ANTIPODE) {
      arb_const_pi(a, prec);
      jet_add_arb(angle, angle, a, &in);
    }
  }
  at_angle(value, k, angle, c == ANTIPODE ? RIGHT : LEFT, &in);
  /* a negative power has its pole inside: a single point, which no boundary can exclude */
  if (k->name == CHORD && fmpq_sgn(k->power) < 0 && c != ANTIPODE) acb_indeterminate(value->box);
  acb_set(f, value->box);
  jet_clear(angle);
  jet_clear(value);
  arb_clear(a);
  jet_close(&in);
}
