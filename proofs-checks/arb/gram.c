#include "gram.h"

#include <arb_mat.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PROVED, REFUTED, UNDECIDED };

#define MOST_POINTS 4000
#define MOST_COORDINATES 4000000
#define LEAST_PREC 128
#define MOST_PREC 16384

/* ---- reading ---- */

void gram_open(gram *g) {
  fmpq_init(g->network.sw2);
  fmpq_init(g->network.sb2);
  fmpq_init(g->lower);
  fmpq_init(g->upper);
  kernel_parse(&g->f, "laplace:c=1");
}

void gram_close(gram *g) {
  fmpq_clear(g->network.sw2);
  fmpq_clear(g->network.sb2);
  fmpq_clear(g->lower);
  fmpq_clear(g->upper);
  kernel_clear(&g->f);
  for (slong i = 0; g->x && i < g->n * g->m; i++) fmpq_clear(g->x + i);
  for (slong i = 0; g->vector && i < g->n; i++) fmpz_clear(g->vector + i);
  free(g->pairs);
  free(g->x);
  free(g->vector);
}

static int set_number(fmpq_t q, const char *text) {
  return text && fmpq_set_str(q, text, 10) == 0 && !fmpz_is_zero(fmpq_denref(q));
}

static int set_size(slong *k, const char *text, slong most) {
  char *end;
  if (!text) return 0;
  *k = strtol(text, &end, 10);
  return *end == 0 && *k >= 1 && *k <= most;
}

static int take_matrix(gram *g, char **word) {
  if (g->given || !word[4]) return 0;
  g->given = 1;
  g->on_sphere = !strcmp(word[1], "sphere");
  g->paper = !strcmp(word[2], "paper");
  if (!set_size(&g->n, word[3], MOST_POINTS)) return 0;
  if (!set_size(&g->m, word[4], MOST_COORDINATES / g->n)) return 0;
  g->x = malloc(g->n * g->m * sizeof(fmpq));
  for (slong i = 0; i < g->n * g->m; i++) fmpq_init(g->x + i);
  return 1;
}

static int take_weight(gram *g, const char *text) {
  if (!text || g->weights == g->n) return 0;
  if (!g->vector) {
    g->vector = malloc(g->n * sizeof(fmpz));
    for (slong i = 0; i < g->n; i++) fmpz_init(g->vector + i);
  }
  return fmpz_set_str(g->vector + g->weights++, text, 10) == 0;
}

int gram_take(gram *g, char **word) {
  const char *key = word[0];
  if (!strcmp(key, "matrix")) return take_matrix(g, word);
  if (!g->given || !word[1]) return 0;
  if (!strcmp(key, "function")) {
    kernel_clear(&g->f);
    return kernel_parse(&g->f, word[1]);
  }
  if (!strcmp(key, "network")) {
    g->network.given = 1;
    g->network.tangent = !strcmp(word[1], "ntk");
    return set_size(&g->network.depth, word[2], 1000) && set_number(g->network.sw2, word[3])
           && set_number(g->network.sb2, word[4]);
  }
  if (!strcmp(key, "x")) {
    return g->coordinates < g->n * g->m && set_number(g->x + g->coordinates++, word[1]);
  }
  if (!strcmp(key, "lower")) return g->has_lower = 1, set_number(g->lower, word[1]);
  if (!strcmp(key, "upper")) return g->has_upper = 1, set_number(g->upper, word[1]);
  if (!strcmp(key, "weight")) return take_weight(g, word[1]);
  if (!strcmp(key, "pair")) {
    g->pairs = realloc(g->pairs, 2 * (g->pair_count + 1) * sizeof(slong));
    slong *pair = g->pairs + 2 * g->pair_count++;
    return set_size(pair, word[1], g->n) && set_size(pair + 1, word[2], g->n);
  }
  return 0;
}

/* ---- entries ---- */

static fmpq *point(const gram *g, slong i) { return g->x + i * g->m; }

static void inner(fmpq_t q, const gram *g, slong i, slong j) {
  fmpq_zero(q);
  for (slong k = 0; k < g->m; k++) fmpq_addmul(q, point(g, i) + k, point(g, j) + k);
}

static void squared_distance(fmpq_t q, const gram *g, slong i, slong j) {
  fmpq_t d;
  fmpq_init(d);
  fmpq_zero(q);
  for (slong k = 0; k < g->m; k++) {
    fmpq_sub(d, point(g, i) + k, point(g, j) + k);
    fmpq_addmul(q, d, d);
  }
  fmpq_clear(d);
}

static int is_radial(const gram *g) {
  return !g->network.given && g->f.name >= LAPLACE && g->f.name != POLYNOMIAL;
}

/* The angle whose cosine is c/sqrt(a b), with a b - c^2 >= 0 and a, b > 0 exactly. */
static void exact_angle(arb_t t, const fmpq_t a, const fmpq_t b, const fmpq_t c, slong prec) {
  fmpq_t d;
  arb_t x;
  fmpq_init(d);
  arb_init(x);
  fmpq_mul(d, a, b);
  fmpq_submul(d, c, c);
  if (fmpq_is_zero(d) && fmpq_sgn(c) > 0) {
    arb_zero(t);
  } else if (fmpq_is_zero(d)) {
    arb_const_pi(t, prec);
  } else {
    arb_set_fmpq(t, d, prec);
    arb_sqrt(t, t, prec);
    arb_set_fmpq(x, c, prec);
    arb_atan2(t, t, x, prec);
  }
  fmpq_clear(d);
  arb_clear(x);
}

/* A function of the distance: exp(-c r), exp(-c r^2), exp(-c r^gamma), Matern, r^s. */
static void radial_value(arb_t f, const kernel *k, const fmpq_t square, slong prec) {
  arb_t c, r, x, y;
  fmpz_t a, b;
  arb_init(c);
  arb_init(r);
  arb_init(x);
  arb_init(y);
  fmpz_init(a);
  fmpz_init(b);
  parameter_power(c, &k->scale, 1, prec);
  arb_set_fmpq(r, square, prec);
  if (k->name != GAUSSIAN) arb_sqrt(r, r, prec);
  if (k->name == GAMMAEXP || k->name == CHORD) {
    if (fmpq_is_zero(square) && fmpq_sgn(k->power) > 0) arb_zero(r);
    else if (fmpq_is_zero(square)) arb_indeterminate(r);
    else arb_pow_fmpq(r, r, k->power, prec);
  }
  if (k->name == CHORD) {
    arb_set(f, r);
  } else {
    arb_mul(x, c, r, prec);
    arb_one(f);
    if (k->name == MATERN) {
      /* p!/(2p)! Sum_i (p+i)!/(i! (p-i)!) (2x)^(p-i) */
      slong p = k->depth;
      arb_zero(f);
      for (slong i = 0; i <= p; i++) {
        fmpz_fac_ui(a, p + i);
        fmpz_fac_ui(b, i);
        arb_set_fmpz(y, a);
        arb_div_fmpz(y, y, b, prec);
        fmpz_fac_ui(b, p - i);
        arb_div_fmpz(y, y, b, prec);
        arb_mul_2exp_si(y, y, p - i);
        arb_mul(f, f, x, prec);
        arb_add(f, f, y, prec);
      }
      fmpz_fac_ui(a, p);
      fmpz_fac_ui(b, 2 * p);
      arb_mul_fmpz(f, f, a, prec);
      arb_div_fmpz(f, f, b, prec);
    }
    arb_neg(x, x);
    arb_exp(x, x, prec);
    arb_mul(f, f, x, prec);
  }
  arb_clear(c);
  arb_clear(r);
  arb_clear(x);
  arb_clear(y);
  fmpz_clear(a);
  fmpz_clear(b);
}

/* kappa_0 and kappa_1 at the cosine of t. */
static void arc_cosine(arb_t k0, arb_t k1, const arb_t t, slong prec) {
  arb_t s, c, pi;
  arb_init(s);
  arb_init(c);
  arb_init(pi);
  arb_sin_cos(s, c, t, prec);
  arb_const_pi(pi, prec);
  arb_div(k0, t, pi, prec);
  arb_sub_ui(k0, k0, 1, prec);
  arb_neg(k0, k0);
  arb_mul(k1, k0, c, prec);
  arb_div(s, s, pi, prec);
  arb_add(k1, k1, s, prec);
  arb_clear(s);
  arb_clear(c);
  arb_clear(pi);
}

/*
 * q_1 = sw2 |x|^2 + sb2, c_1 = sw2 <x, z> + sb2 = Theta_1, and from layer to layer with F = sqrt(q q')
 * kappa_1/2, G = kappa_0/2 at the cosine c/sqrt(q q'):
 *   q = sw2 q/2 + sb2, c = sw2 F + sb2, Theta = c + sw2 G Theta.
 */
static void network_value(arb_t f, const relu_network *k, const fmpq_t a, const fmpq_t b, const arb_t p,
                          const arb_t angle, slong prec) {
  fmpq_t q, r, half;
  arb_t t, s, k0, k1, sw2, sb2, theta, covariance, root;
  fmpq_init(q);
  fmpq_init(r);
  fmpq_init(half);
  arb_init(t);
  arb_init(s);
  arb_init(k0);
  arb_init(k1);
  arb_init(sw2);
  arb_init(sb2);
  arb_init(theta);
  arb_init(covariance);
  arb_init(root);
  fmpq_mul(q, k->sw2, a);
  fmpq_add(q, q, k->sb2);
  fmpq_mul(r, k->sw2, b);
  fmpq_add(r, r, k->sb2);
  fmpq_div_2exp(half, k->sw2, 1);
  arb_set_fmpq(sb2, k->sb2, prec);
  arb_set_fmpq(sw2, k->sw2, prec);
  arb_mul(covariance, sw2, p, prec);
  arb_add(covariance, covariance, sb2, prec);
  arb_set(theta, covariance);
  arb_mul_2exp_si(sw2, sw2, -1); /* from here on sw2/2 */
  int dead = fmpq_is_zero(q) || fmpq_is_zero(r);
  for (slong l = 1; l <= k->depth && !dead; l++) {
    fmpq_t product;
    fmpq_init(product);
    fmpq_mul(product, q, r);
    arb_set_fmpq(root, product, prec);
    fmpq_clear(product);
    /* equal inputs have equal states; without biases the first layer keeps the angle */
    if (arb_is_zero(angle) && fmpq_equal(q, r)) {
      arb_zero(t);
    } else if (l == 1 && fmpq_is_zero(k->sb2)) {
      arb_set(t, angle);
    } else {
      arb_mul(s, covariance, covariance, prec);
      arb_sub(s, root, s, prec);
      arb_sqrtpos(s, s, prec);
      arb_atan2(t, s, covariance, prec);
    }
    arb_sqrt(root, root, prec);
    arc_cosine(k0, k1, t, prec);
    arb_mul(covariance, root, k1, prec);
    arb_mul(covariance, covariance, sw2, prec);
    arb_add(covariance, covariance, sb2, prec);
    arb_mul(theta, theta, k0, prec);
    arb_mul(theta, theta, sw2, prec);
    arb_add(theta, theta, covariance, prec);
    fmpq_mul(q, q, half);
    fmpq_add(q, q, k->sb2);
    fmpq_mul(r, r, half);
    fmpq_add(r, r, k->sb2);
  }
  if (dead) arb_zero(f);
  else arb_set(f, k->tangent ? theta : covariance);
  fmpq_clear(q);
  fmpq_clear(r);
  fmpq_clear(half);
  arb_clear(t);
  arb_clear(s);
  arb_clear(k0);
  arb_clear(k1);
  arb_clear(sw2);
  arb_clear(sb2);
  arb_clear(theta);
  arb_clear(covariance);
  arb_clear(root);
}

static void polynomial_value(arb_t f, const fmpq_poly_t p, const arb_t u, slong prec) {
  fmpq_t q;
  arb_t a;
  fmpq_init(q);
  arb_init(a);
  arb_zero(f);
  for (slong i = fmpq_poly_degree(p); i >= 0; i--) {
    fmpq_poly_get_coeff_fmpq(q, p, i);
    arb_set_fmpq(a, q, prec);
    arb_mul(f, f, u, prec);
    arb_add(f, f, a, prec);
  }
  fmpq_clear(q);
  arb_clear(a);
}

/* Over the value at x = z, |x| = 1, or times the constant of the literature where that is known. */
static void scale(arb_t f, const gram *g, slong prec) {
  fmpq_t one;
  arb_t s, zero;
  fmpq_init(one);
  arb_init(s);
  arb_init(zero);
  fmpq_one(one);
  if (g->network.given && !g->paper) {
    arb_one(s);
    network_value(s, &g->network, one, one, s, zero, prec);
    arb_div(f, f, s, prec);
  } else if (!g->network.given && g->paper && g->f.name == FCNTK) {
    parameter_power(s, &g->f.bias, 2, prec);
    arb_add_ui(s, s, 1, prec);
    arb_mul_ui(s, s, g->f.depth + 1, prec);
    arb_mul(f, f, s, prec);
  }
  fmpq_clear(one);
  arb_clear(s);
  arb_clear(zero);
}

/* Not finite where the kernel has no value, or where none is found. */
static void entry(arb_t f, const gram *g, slong i, slong j, slong prec) {
  fmpq_t a, b, p, one;
  arb_t t, s;
  acb_t angle, value;
  fmpq_init(a);
  fmpq_init(b);
  fmpq_init(p);
  fmpq_init(one);
  arb_init(t);
  arb_init(s);
  acb_init(angle);
  acb_init(value);
  fmpq_one(one);
  inner(a, g, i, i);
  inner(b, g, j, j);
  inner(p, g, i, j);
  int zero = fmpq_is_zero(a) || fmpq_is_zero(b);
  if (g->on_sphere && zero) {
    arb_indeterminate(f);
  } else if (!g->on_sphere && is_radial(g)) {
    squared_distance(p, g, i, j);
    radial_value(f, &g->f, p, prec);
  } else if (!g->on_sphere && g->network.given) {
    if (!zero) exact_angle(t, a, b, p, prec);
    else if (!fmpq_equal(a, b)) arb_one(t); /* none: the states are not alike */
    arb_set_fmpq(s, p, prec);
    network_value(f, &g->network, a, b, s, t, prec);
  } else if (!g->on_sphere && g->f.name == POLYNOMIAL) {
    arb_set_fmpq(t, p, prec);
    polynomial_value(f, g->f.polynomial, t, prec);
  } else if (zero) {
    arb_zero(f);
  } else {
    exact_angle(t, a, b, p, prec);
    fmpq_mul(a, a, b);
    if (is_radial(g)) {
      /* chords that may be zero: |x/|x| - z/|z||^2 = 4 sin(t/2)^2 */
      if (arb_is_zero(t)) {
        fmpq_zero(p);
        radial_value(f, &g->f, p, prec);
      } else {
        arb_set(acb_realref(angle), t);
        kernel_value(value, &g->f, angle, 0, prec);
        arb_set(f, acb_realref(value));
      }
    } else if (g->network.given) {
      arb_cos(s, t, prec);
      network_value(f, &g->network, one, one, s, t, prec);
    } else {
      arb_set(acb_realref(angle), t);
      kernel_value(value, &g->f, angle, 0, prec);
      arb_set(f, acb_realref(value));
      if (!g->on_sphere && (g->f.name != ARCCOS || g->f.depth == 1)) {
        /* homogeneous of degree 1 */
        arb_set_fmpq(s, a, prec);
        arb_sqrt(s, s, prec);
        arb_mul(f, f, s, prec);
      }
    }
  }
  scale(f, g, prec);
  fmpq_clear(a);
  fmpq_clear(b);
  fmpq_clear(p);
  fmpq_clear(one);
  arb_clear(t);
  arb_clear(s);
  acb_clear(angle);
  acb_clear(value);
}

static int set_matrix(arb_mat_t a, const gram *g, slong prec) {
  for (slong i = 0; i < g->n; i++) {
    for (slong j = 0; j <= i; j++) {
      entry(arb_mat_entry(a, i, j), g, i, j, prec);
      arb_set(arb_mat_entry(a, j, i), arb_mat_entry(a, i, j));
      if (!arb_is_finite(arb_mat_entry(a, i, j))) return 0;
    }
  }
  return 1;
}

/* ---- eigenvalues ---- */

/*
 * The sign of the smallest eigenvalue of a - mu, by elimination in balls: 1 if all pivots are positive,
 * -1 if those before a negative one are, since the block that is left has an eigenvalue below zero.
 */
static int definite(const arb_mat_t a, const fmpq_t mu, slong n, slong prec) {
  arb_mat_t l;
  arb_t x;
  int result = 1;
  arb_mat_init(l, n, n);
  arb_init(x);
  for (slong j = 0; j < n && result == 1; j++) {
    /* l_jk d_k is kept above the diagonal, d_j on it */
    arb_set_fmpq(x, mu, prec);
    arb_sub(arb_mat_entry(l, j, j), arb_mat_entry(a, j, j), x, prec);
    for (slong k = 0; k < j; k++) {
      arb_submul(arb_mat_entry(l, j, j), arb_mat_entry(l, j, k), arb_mat_entry(l, k, j), prec);
    }
    if (arb_is_negative(arb_mat_entry(l, j, j))) result = -1;
    else if (!arb_is_positive(arb_mat_entry(l, j, j))) result = 0;
    for (slong i = j + 1; i < n && result == 1; i++) {
      arb_ptr own = arb_mat_entry(l, j, i);
      arb_set(own, arb_mat_entry(a, i, j));
      for (slong k = 0; k < j; k++) {
        arb_submul(own, arb_mat_entry(l, i, k), arb_mat_entry(l, k, j), prec);
      }
      arb_div(arb_mat_entry(l, i, j), own, arb_mat_entry(l, j, j), prec);
    }
  }
  arb_mat_clear(l);
  arb_clear(x);
  return result;
}

/* x^T a x / x^T x less mu, x the vector of the certificate. */
static void quotient_less(arb_t q, const gram *g, const arb_mat_t a, const fmpq_t mu, slong prec) {
  fmpz_t square;
  arb_t row, x;
  fmpz_init(square);
  arb_init(row);
  arb_init(x);
  arb_zero(q);
  for (slong i = 0; i < g->n; i++) {
    arb_zero(row);
    for (slong j = 0; j < g->n; j++) arb_addmul_fmpz(row, arb_mat_entry(a, i, j), g->vector + j, prec);
    arb_addmul_fmpz(q, row, g->vector + i, prec);
    fmpz_addmul(square, g->vector + i, g->vector + i);
  }
  arb_div_fmpz(q, q, square, prec);
  arb_set_fmpq(x, mu, prec);
  arb_sub(q, q, x, prec);
  fmpz_clear(square);
  arb_clear(row);
  arb_clear(x);
}

static int say(char *why, size_t size, int verdict, const char *text) {
  snprintf(why, size, "%s", text);
  return verdict;
}

static int is_homogeneous(const gram *g) {
  if (g->network.given) return fmpq_is_zero(g->network.sb2);
  return g->f.name <= ARCCOS;
}

/* 1: equal points; 2: one direction; -2: opposite directions; 0: none of these. */
static int relation(const gram *g, const slong *pair) {
  slong i = pair[0] - 1, j = pair[1] - 1;
  fmpq_t a, b, p;
  fmpq_init(a);
  fmpq_init(b);
  fmpq_init(p);
  squared_distance(p, g, i, j);
  int result = fmpq_is_zero(p);
  inner(a, g, i, i);
  inner(b, g, j, j);
  inner(p, g, i, j);
  int sign = fmpq_sgn(p);
  fmpq_mul(a, a, b);
  fmpq_mul(p, p, p);
  if (!result && fmpq_equal(a, p)) result = 2 * sign;
  fmpq_clear(a);
  fmpq_clear(b);
  fmpq_clear(p);
  return result;
}

/*
 * The rank of the part of one parity that is a polynomial, of degree N in R^m: for one layer of ReLUs
 * without biases u/2 or u (kappa_1, kappa_1 + u kappa_0), for steps 1/2. -1 if none is known here.
 */
static slong rank_of_part(const gram *g) {
  int unbiased = fmpq_is_zero(g->f.bias.base), one = g->f.depth == 1;
  if (g->network.given) return g->network.depth == 1 && fmpq_is_zero(g->network.sb2) ? g->m : -1;
  switch (g->f.name) {
    case ARCCOS: return one ? g->m : 1;
    case FCNTK: case FCNNGP: return one && unbiased ? g->m : -1;
    case RESNTK: return one && unbiased && !g->f.train_all ? g->m : -1;
    default: return -1;
  }
}

/* Proposition 19.6: one pair of equal or parallel points, or opposite ones, no point in two pairs. */
static int check_pairs(const gram *g, char *why, size_t size) {
  int defined = 1, seen_twice = 0, opposite = 1;
  arb_t f;
  arb_init(f);
  for (slong k = 0; k < g->n; k++) {
    entry(f, g, k, k, LEAST_PREC);
    defined &= arb_is_finite(f);
  }
  arb_clear(f);
  if (!defined) return say(why, size, UNDECIDED, "the kernel has no value at a point");
  int may_be_parallel = g->on_sphere || is_homogeneous(g);
  int first = relation(g, g->pairs);
  if (g->pair_count == 1 && g->pairs[0] != g->pairs[1]
      && (first == 1 || (first == 2 && may_be_parallel))) {
    return PROVED;
  }
  char *seen = calloc(g->n + 1, 1);
  for (slong k = 0; k < g->pair_count; k++) {
    opposite &= relation(g, g->pairs + 2 * k) == -2;
    for (int end = 0; end < 2; end++) seen_twice |= seen[g->pairs[2 * k + end]]++;
  }
  free(seen);
  slong rank = rank_of_part(g);
  if (opposite && !seen_twice && may_be_parallel && rank >= 0 && g->pair_count > rank) return PROVED;
  return say(why, size, UNDECIDED, "the pairs of points do not make the matrix singular");
}

static int has_vector(const gram *g) {
  int any = 0;
  for (slong i = 0; g->vector && i < g->n; i++) any |= !fmpz_is_zero(g->vector + i);
  return any && g->weights == g->n;
}

/* So that a relative change of the bound by 2^-64 would be seen. */
static slong first_prec(const fmpq_t bound) {
  slong size = (slong)fmpz_bits(fmpq_denref(bound)) - (slong)fmpz_bits(fmpq_numref(bound));
  slong digits = (slong)fmpz_bits(fmpq_denref(bound));
  if (digits < size) digits = size;
  return LEAST_PREC + digits;
}

int gram_check(gram *g, char *why, size_t size) {
  if (!g->given || g->coordinates != g->n * g->m) return say(why, size, UNDECIDED, "points are missing");
  if (g->pair_count) return check_pairs(g, why, size);
  if (!g->has_lower && !g->has_upper) return say(why, size, UNDECIDED, "nothing is claimed");
  if (g->definite && g->has_lower && fmpq_sgn(g->lower) <= 0) {
    return say(why, size, UNDECIDED, "the lower bound is not positive");
  }
  if (g->definite && g->has_upper && fmpq_sgn(g->upper) >= 0) {
    return say(why, size, UNDECIDED, "the upper bound is not negative");
  }
  if (g->has_upper && !has_vector(g)) {
    return say(why, size, UNDECIDED, "the vector is zero, or not one of so many points");
  }
  slong prec = first_prec(g->has_lower ? g->lower : g->upper) + g->n;
  int lower = !g->has_lower, upper = !g->has_upper, verdict = UNDECIDED;
  arb_mat_t a;
  arb_t q;
  arb_mat_init(a, g->n, g->n);
  arb_init(q);
  say(why, size, UNDECIDED, "the smallest eigenvalue is not known closely enough");
  for (int i = 0; i < 3 && prec <= MOST_PREC && verdict == UNDECIDED; i++, prec *= 2) {
    if (!set_matrix(a, g, prec)) {
      say(why, size, UNDECIDED, "the kernel has no value at two of the points");
      break;
    }
    if (!upper) {
      quotient_less(q, g, a, g->upper, prec);
      upper = arb_is_nonpositive(q);
      if (!upper && definite(a, g->upper, g->n, prec) > 0) {
        verdict = say(why, size, REFUTED, "the smallest eigenvalue is above the upper bound");
      }
    }
    if (!lower && verdict == UNDECIDED) {
      int sign = definite(a, g->lower, g->n, prec);
      if (sign < 0) verdict = say(why, size, REFUTED, "the smallest eigenvalue is below the lower bound");
      lower = sign > 0;
    }
    if (lower && upper && verdict == UNDECIDED) verdict = PROVED;
  }
  arb_mat_clear(a);
  arb_clear(q);
  return verdict;
}
