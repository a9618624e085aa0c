#include "tail.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "exact.h"
#include "series.h"

/* The most odd coefficients that are used; more do not help. */
#define MOST_TERMS 160

static const char *const region_name[] = {"disc at coincidence", "disc at the antipode", "rectangle"};

/* ---- is a number in an interval? ---- */

answer contained(const interval *claimed, const arb_t low, const arb_t high) {
  arb_t end, gap;
  int inside = 1, outside = 0;
  slong prec = 2 * LAW_PREC + 2 * fmpz_bits(fmpq_denref(claimed->lower))
               + 2 * fmpz_bits(fmpq_denref(claimed->upper));
  arb_init(end);
  arb_init(gap);
  arb_set_fmpq(end, claimed->lower, prec);
  arb_sub(gap, low, end, prec);
  inside &= arb_is_nonnegative(gap);
  arb_sub(gap, high, end, prec);
  outside |= arb_is_negative(gap);
  arb_set_fmpq(end, claimed->upper, prec);
  arb_sub(gap, end, high, prec);
  inside &= arb_is_nonnegative(gap);
  arb_sub(gap, end, low, prec);
  outside |= arb_is_negative(gap);
  arb_clear(end);
  arb_clear(gap);
  return inside ? PROVED : outside ? REFUTED : UNDECIDED;
}

/* ---- Theorem 12.3 ---- */

typedef struct {
  const evidence *e;
  ulong d;
  int odd;
  ulong k0;
  slong s;
  slong count;         /* odd coefficients that are known */
  arb_ptr c;           /* c_n = A_n +- B_n at [(n-1)/2] */
  int even_at[2];      /* in the chord, in the antipodal chord */
  slong prec;
} tail;

/* |Lambda_k0(2j+1)/Lambda_k0(s)| */
static void ratio(arb_t r, const tail *t, slong j) {
  arb_t x;
  fmpq_t q;
  arb_init(x);
  fmpq_init(q);
  fmpq_set_si(q, 2 * j + 1, 1);
  chord_eigenvalue(r, t->d, q, t->k0, t->prec);
  fmpq_set_si(q, t->s, 1);
  chord_eigenvalue(x, t->d, q, t->k0, t->prec);
  arb_div(r, r, x, t->prec);
  arb_abs(r, r);
  arb_clear(x);
  fmpq_clear(q);
}

/* X_T = 2 sinh(T/2) */
static void chord_at(arb_t x, const arb_t height, slong prec) {
  arb_mul_2exp_si(x, height, -1);
  arb_sinh(x, x, prec);
  arb_mul_2exp_si(x, x, 1);
}

/* M R^-(2J+1) max(1, q^-J - 1)/(1 - q), q = (X_T/R)^2; 0 if X_T < R is not certain */
static int side_bound(arb_t r, const tail *t, int end, slong terms, const arb_t height) {
  arb_t radius, q, g, one;
  int good;
  arb_init(radius);
  arb_init(q);
  arb_init(g);
  arb_init(one);
  arb_one(one);
  arb_set_fmpq(radius, t->e->size[end], t->prec);
  chord_at(q, height, t->prec);
  arb_div(q, q, radius, t->prec);
  good = arb_lt(q, one);
  arb_mul(q, q, q, t->prec);
  arb_pow_ui(g, q, terms, t->prec);
  arb_inv(g, g, t->prec);
  arb_sub_ui(g, g, 1, t->prec);
  arb_max(g, g, one, t->prec);
  arb_sub(q, one, q, t->prec);
  arb_div(g, g, q, t->prec);
  arb_pow_ui(radius, radius, 2 * terms + 1, t->prec);
  arb_div(g, g, radius, t->prec);
  arb_set_fmpq(r, t->e->bound[end], t->prec);
  arb_mul(r, r, g, t->prec);
  arb_clear(radius);
  arb_clear(q);
  arb_clear(g);
  arb_clear(one);
  return good;
}

/* pi c_d w_k(T) (Lemmas 11.1, 11.2) */
static void top_bound(arb_t r, const tail *t, const arb_t height) {
  slong prec = t->prec;
  arb_t x, y;
  arb_init(x);
  arb_init(y);
  if (t->d == 2) {
    arb_mul_ui(r, height, t->k0, prec);
    arb_neg(r, r);
    arb_exp(r, r, prec);
  } else {
    /* pi c_d N_k = 2 Gamma(k+1) Gamma(lambda+1)/Gamma(k+lambda+1) */
    fmpq_t q;
    fmpq_init(q);
    arb_set_ui(x, t->k0 + 1);
    arb_gamma(r, x, prec);
    fmpq_set_si(q, t->d, 2);
    arb_set_fmpq(x, q, prec);
    arb_gamma(x, x, prec);
    arb_mul(r, r, x, prec);
    fmpq_set_si(q, 2 * (slong)t->k0 + (slong)t->d, 2);
    arb_set_fmpq(x, q, prec);
    arb_rgamma(x, x, prec);
    arb_mul(r, r, x, prec);
    arb_mul_2exp_si(r, r, 1);
    fmpq_clear(q);
    arb_cosh(x, height, prec);
    arb_mul(r, r, x, prec);
    arb_mul_ui(x, height, t->k0 + 1, prec);
    arb_neg(x, x);
    arb_exp(x, x, prec);
    arb_mul(r, r, x, prec);
    arb_mul_2exp_si(x, height, 1);
    arb_neg(x, x);
    arb_exp(x, x, prec);
    if (t->d == 3) {
      /* (1 - e^-2T)^(-1/2) */
      arb_sub_ui(x, x, 1, prec);
      arb_neg(x, x);
      arb_rsqrt(x, x, prec);
    } else {
      /* (1 + e^-2T)^(lambda-1) */
      arb_add_ui(x, x, 1, prec);
      arb_set_si(y, (slong)t->d - 4);
      arb_mul_2exp_si(y, y, -1);
      arb_pow(x, x, y, prec);
    }
    arb_mul(r, r, x, prec);
  }
  arb_clear(x);
  arb_clear(y);
}

/* The condition of Theorem 12.3 on T and k_0 (that on J and k_0 is checked where J is chosen). */
static int is_high_enough(const tail *t, const arb_t height) {
  slong twice = 2 * (slong)t->k0 + (slong)t->d - 2; /* 2 K_0 */
  slong a = t->s + (slong)t->d;
  fmpq_t x, q;
  arb_t y;
  fmpq_init(x);
  fmpq_init(q);
  arb_init(y);
  int good = twice > a && 2 * (slong)t->k0 > t->s;
  if (good) {
    fmpq_set_si(q, twice + 2, twice);
    fmpq_mul(x, q, q);
    fmpq_set_si(q, (twice + 2) * (twice + 2) - a * a, twice * twice - a * a);
    fmpq_canonicalise(q);
    fmpq_mul(x, x, q);
    fmpq_set_si(q, 2 * (slong)t->k0 + t->s + 2 * (slong)t->d - 2, 2 * (slong)t->k0 - t->s);
    fmpq_canonicalise(q);
    fmpq_mul(x, x, q);
    arb_set_fmpq(y, x, t->prec);
    arb_log(y, y, t->prec);
    good = arb_le(y, height);
  }
  fmpq_clear(x);
  fmpq_clear(q);
  arb_clear(y);
  return good;
}

/* The rest of the tail theorem with J terms and the height T, over |c Lambda_k0(s)|; 0 if not allowed. */
static int remainder_of(arb_t r, const tail *t, slong terms, const arb_t height) {
  arb_t x, y;
  fmpq_t q;
  arb_init(x);
  arb_init(y);
  fmpq_init(q);
  arb_set_fmpq(x, t->e->size[ANGLE], t->prec);
  int good = arb_is_positive(height) && arb_le(height, x) && is_high_enough(t, height);
  arb_zero(r);
  for (int end = 0; end < 2 && good; end++) {
    if (t->even_at[end]) continue;
    good = side_bound(x, t, end, terms, height);
    arb_add(r, r, x, t->prec);
  }
  ratio(x, t, terms);
  arb_mul(r, r, x, t->prec);
  top_bound(x, t, height);
  arb_set_fmpq(y, t->e->bound[ANGLE], t->prec);
  arb_mul(x, x, y, t->prec);
  fmpq_set_si(q, t->s, 1);
  chord_eigenvalue(y, t->d, q, t->k0, t->prec);
  arb_div(x, x, y, t->prec);
  arb_abs(x, x);
  arb_add(r, r, x, t->prec);
  arb_abs(x, t->c + (t->s - 1) / 2);
  arb_div(r, r, x, t->prec);
  good = good && arb_is_finite(r);
  arb_clear(x);
  arb_clear(y);
  fmpq_clear(q);
  return good;
}

static double upper_double(const arb_t x) {
  mag_t m;
  mag_init(m);
  arb_get_mag(m, x);
  double result = mag_cmp_2exp_si(m, 900) > 0 ? INFINITY : mag_get_d(m);
  mag_clear(m);
  return result;
}

/*
 * Y, by a search for good J and T: for every J the remainder at heights up to the claimed one, at first
 * coarsely. Whatever is found is a valid bound.
 */
static int rest_of(arb_t rest, const tail *t, slong most) {
  arb_t sum, x, y, height, best;
  slong least = (t->s + 3) / 2;
  int found = 0;
  double best_value = INFINITY;
  arb_init(sum);
  arb_init(x);
  arb_init(y);
  arb_init(height);
  arb_init(best);
  arb_zero(sum); /* over n = s+4, ..., 2J-1 */
  double at = 0.9;
  for (slong terms = least; terms <= most; terms++) {
    if (2 * terms - 1 >= t->s + 4) {
      ratio(x, t, terms - 1);
      arb_div(y, t->c + terms - 1, t->c + (t->s - 1) / 2, t->prec);
      arb_abs(y, y);
      arb_addmul(sum, x, y, t->prec);
    }
    if (upper_double(sum) > best_value) break;
    /* T as a part of the claimed height; from one J to the next the best one moves little */
    double value[3], step = terms == least ? 0.25 : 0.02;
    for (int halvings = 0; halvings < 14; halvings++, step /= 2) {
      double here = at;
      for (int i = -1; i <= 1; i++) {
        double part = at + i * step;
        value[i + 1] = INFINITY;
        if (part <= 0 || part > 1) continue;
        arb_set_fmpq(height, t->e->size[ANGLE], t->prec);
        arb_set_d(x, part);
        if (part < 1) arb_mul(height, height, x, t->prec);
        if (!remainder_of(y, t, terms, height)) continue;
        arb_add(y, y, sum, t->prec);
        value[i + 1] = upper_double(y);
        if (value[i + 1] < best_value) {
          best_value = value[i + 1];
          arb_set(best, y);
          found = 1;
        }
      }
      if (value[0] < value[1]) here = at - step;
      if (value[2] < fmin(value[0], value[1])) here = at + step;
      if (isinf(value[0]) && isinf(value[1]) && isinf(value[2])) here = at > 0.5 ? at - step : at + step;
      at = here;
    }
  }
  /* over |l_k0| */
  ratio(x, t, (t->s + 1) / 2);
  arb_div(rest, best, x, t->prec);
  arb_clear(sum);
  arb_clear(x);
  arb_clear(y);
  arb_clear(height);
  arb_clear(best);
  return found;
}

/* c_n = A_n + B_n for even, A_n - B_n for odd frequencies */
static int coefficients(tail *t, char *why, size_t room) {
  arb_ptr a = _arb_vec_init(t->count), b = _arb_vec_init(t->count);
  const char *reason = NULL;
  int good = 1;
  slong prec = t->prec + 12 * t->count + 64;
  for (int attempt = 0; attempt < 3 && good; attempt++, prec *= 2) {
    good = odd_coefficients(a, &t->e->f, COINCIDENCE, t->count, prec, &reason)
           && odd_coefficients(b, &t->e->f, ANTIPODE, t->count, prec, &reason);
    slong worst = t->prec;
    for (slong j = 0; j < t->count && good; j++) {
      if (t->odd) arb_sub(t->c + j, a + j, b + j, prec);
      else arb_add(t->c + j, a + j, b + j, prec);
      slong bits = FLINT_MAX(arb_rel_accuracy_bits(a + j), arb_rel_accuracy_bits(b + j));
      worst = FLINT_MIN(worst, bits);
    }
    if (worst > 100) break;
  }
  if (!good) snprintf(why, room, "%s", reason);
  _arb_vec_clear(a, t->count);
  _arb_vec_clear(b, t->count);
  return good;
}

static answer tail_holds(evidence *e, ulong d, int odd, char *why, size_t room) {
  const char *name = odd ? "odd" : "even";
  const tail_claim *claim = e->tail + odd;
  tail t = {.e = e, .d = d, .odd = odd, .k0 = claim->from, .s = claim->exponent, .prec = 128};
  answer result = UNDECIDED;
  slong place = (t.s - 1) / 2, most;
  arb_t next, rest, limit;
  for (int end = 0; end < 2; end++) t.even_at[end] = is_even_at(&e->f, (chart)end);
  if (!e->has_regions || fmpq_sgn(e->size[ANGLE]) <= 0
      || (!t.even_at[0] && fmpq_sgn(e->size[0]) <= 0)
      || (!t.even_at[1] && fmpq_sgn(e->size[1]) <= 0)) {
    snprintf(why, room, "the tail of the %s eigenvalues has no regions", name);
    return UNDECIDED;
  }
  if (t.k0 > 1000000 || place > 200) {
    snprintf(why, room, "not supported: a tail from so late, or of so high an exponent");
    return UNDECIDED;
  }
  /* 2 k_0 > 2J + 3, 2J + 1 >= s + 4 */
  most = FLINT_MIN((slong)t.k0 - 2, place + MOST_TERMS);
  if (2 * most + 1 < t.s + 4) {
    snprintf(why, room, "k0 = %lu is too small for the tail theorem", t.k0);
    return UNDECIDED;
  }
  t.count = most + 1;
  t.c = _arb_vec_init(t.count);
  arb_init(next);
  arb_init(rest);
  arb_init(limit);
  if (coefficients(&t, why, room)) {
    int first = 1;
    for (slong j = 0; j < place && first; j++) {
      if (arb_is_zero(t.c + j)) continue;
      first = 0;
      result = arb_contains_zero(t.c + j) ? UNDECIDED : REFUTED;
      snprintf(why, room, "the coefficient of r^%ld of the %s eigenvalues does not vanish",
               2 * j + 1, name);
    }
    if (first && arb_contains_zero(t.c + place)) {
      snprintf(why, room, "the leading coefficient of the %s eigenvalues is not told from zero", name);
    } else if (first) {
      arb_div(next, t.c + place + 1, t.c + place, t.prec);
      if ((result = contained(&claim->leading, t.c + place, t.c + place)) != PROVED) {
        snprintf(why, room, "the leading coefficient of the %s eigenvalues is not in its interval", name);
      } else if ((result = contained(&claim->next, next, next)) != PROVED) {
        snprintf(why, room, "the next coefficient of the %s eigenvalues is not in its interval", name);
      } else if (!rest_of(rest, &t, most)) {
        result = UNDECIDED;
        snprintf(why, room, "the tail theorem does not apply to the %s eigenvalues", name);
      } else {
        arb_set_fmpq(limit, claim->rest, t.prec);
        result = arb_le(rest, limit) ? PROVED : UNDECIDED;
        if (result != PROVED) {
          snprintf(why, room, "the rest of the %s eigenvalues is found to be below %.8g only", name,
                   upper_double(rest));
        }
      }
    }
  }
  if (result == PROVED) {
    expansion *law = e->law + odd;
    fmpq_t q;
    fmpq_init(q);
    expansion_init(law, d, t.k0, 2);
    fmpq_set_si(law->s, t.s, 1);
    fmpq_set_si(law->s + 1, t.s + 2, 1);
    arb_set(law->c, t.c + place);
    arb_set(law->c + 1, t.c + place + 1);
    /* Proposition 12.9 */
    ratio(law->rest, &t, place + 1);
    arb_set_fmpq(limit, claim->rest, LAW_PREC);
    arb_mul(law->rest, law->rest, limit, LAW_PREC);
    fmpq_set_si(law->order, 4, 1);
    e->has_law[odd] = 1;
    fmpq_clear(q);
  }
  _arb_vec_clear(t.c, t.count);
  arb_clear(next);
  arb_clear(rest);
  arb_clear(limit);
  return result;
}

/* ---- expansions in real powers ---- */

/*
 * Proposition 12.10 for exp(-c r^gamma): the bound Y for J terms from k_0 on; 0 if a hypothesis fails.
 */
static int gamma_rest(arb_t rest, const kernel *f, ulong d, ulong k0, slong terms) {
  slong prec = 256;
  arb_t c, x, y, z, first;
  fmpq_t p, q, big;
  fmpz_t count;
  int good;
  arb_init(c);
  arb_init(x);
  arb_init(y);
  arb_init(z);
  arb_init(first);
  fmpq_init(p);
  fmpq_init(q);
  fmpq_init(big);
  fmpz_init(count);
  parameter_power(c, &f->scale, 1, prec);
  arb_set_ui(x, 2);
  arb_pow_fmpq(x, x, f->power, prec);
  arb_mul(x, x, c, prec); /* 2^gamma c */
  fmpq_mul_si(p, f->power, terms);
  /* N = ceil(2 k_0/gamma) */
  fmpq_set_si(q, 2 * (slong)k0, 1);
  fmpq_div(q, q, f->power);
  fmpz_cdiv_q(count, fmpq_numref(q), fmpq_denref(q));
  good = fmpz_cmp_si(count, terms + 1) > 0 && fmpz_cmp_ui(count, 100000) < 0;
  if (good) {
    slong n = fmpz_get_si(count);
    /* k_0 > gamma/2, and x/(N+1) ((K_0+1)/K_0)^p (k_0 + gamma/2 + d - 1)/(k_0 - gamma/2) <= 1/2 */
    fmpq_set_si(big, 2 * (slong)k0 + (slong)d - 2, 2);
    fmpq_set_si(q, 2 * (slong)k0 + (slong)d, 2);
    fmpq_div(q, q, big);
    arb_set_fmpq(y, q, prec);
    arb_pow_fmpq(y, y, p, prec);
    arb_mul(y, y, x, prec);
    arb_div_ui(y, y, n + 1, prec);
    fmpq_div_2exp(q, f->power, 1);
    fmpq_sub_si(q, q, k0);
    fmpq_neg(q, q);
    good = fmpq_sgn(q) > 0;
    if (good) {
      fmpq_t r;
      fmpq_init(r);
      fmpq_div_2exp(r, f->power, 1);
      fmpq_add_si(r, r, (slong)(k0 + d - 1));
      fmpq_div(r, r, q);
      arb_set_fmpq(z, r, prec);
      arb_mul(y, y, z, prec);
      arb_mul_2exp_si(y, y, 1);
      arb_sub_ui(y, y, 1, prec);
      good = arb_is_nonpositive(y);
      fmpq_clear(r);
    }
    /* Sum_{J < m < N} c^(m-1)/m! |Lambda(gamma m)/Lambda(gamma)| */
    chord_eigenvalue(first, d, f->power, k0, prec);
    arb_abs(first, first);
    arb_zero(rest);
    for (slong m = terms + 1; m < n && good; m++) {
      arb_t bound;
      arb_init(bound);
      /* a rest from m on may be replaced if 2x <= m+1 and it is small already */
      arb_mul_2exp_si(y, x, 1);
      arb_sub_si(y, y, m + 1, prec);
      if (m > terms + 40 && arb_is_nonpositive(y)) {
        arb_pow_ui(z, x, m, prec);
        arb_fac_ui(y, m, prec);
        arb_div(z, z, y, prec);
        arb_mul_2exp_si(z, z, 1);
        arb_div(z, z, c, prec);
        arb_div(bound, z, first, prec);
        if (upper_double(bound) < 1e-25 * upper_double(rest)) {
          arb_add(rest, rest, bound, prec);
          arb_clear(bound);
          break;
        }
      }
      arb_clear(bound);
      fmpq_mul_si(q, f->power, m);
      if (fmpz_is_one(fmpq_denref(q)) && fmpz_is_even(fmpq_numref(q))) continue;
      chord_eigenvalue(z, d, q, k0, prec);
      arb_abs(z, z);
      arb_div(z, z, first, prec);
      arb_pow_ui(y, c, m - 1, prec);
      arb_mul(z, z, y, prec);
      arb_fac_ui(y, m, prec);
      arb_div(z, z, y, prec);
      arb_add(rest, rest, z, prec);
    }
    /* 2 x^N/N! (K_1/K_0)^p/(c |Lambda_k1(gamma)|), k_1 = floor(gamma N/2) + 1 */
    fmpq_mul_si(q, f->power, n);
    fmpq_div_2exp(q, q, 1);
    fmpz_fdiv_q(count, fmpq_numref(q), fmpq_denref(q));
    ulong k1 = fmpz_get_ui(count) + 1;
    chord_eigenvalue(y, d, f->power, k1, prec);
    arb_abs(y, y);
    arb_mul(y, y, c, prec);
    arb_inv(y, y, prec);
    fmpq_set_si(q, 2 * (slong)k1 + (slong)d - 2, 2);
    fmpq_div(q, q, big);
    arb_set_fmpq(z, q, prec);
    arb_pow_fmpq(z, z, p, prec);
    arb_mul(y, y, z, prec);
    arb_pow_ui(z, x, n, prec);
    arb_mul(y, y, z, prec);
    arb_fac_ui(z, n, prec);
    arb_div(y, y, z, prec);
    arb_mul_2exp_si(y, y, 1);
    arb_add(rest, rest, y, prec);
  }
  arb_clear(c);
  arb_clear(x);
  arb_clear(y);
  arb_clear(z);
  arb_clear(first);
  fmpq_clear(p);
  fmpq_clear(q);
  fmpq_clear(big);
  fmpz_clear(count);
  return good;
}

/* The n-th coefficient, (-c)^n/n! with rational c: is it in its interval? */
static int coefficient_in(const interval *claimed, const fmpq_t c, slong n) {
  fmpq_t x;
  fmpz_t factorial;
  fmpq_init(x);
  fmpz_init(factorial);
  fmpq_neg(x, c);
  fmpq_pow_si(x, x, n);
  fmpz_fac_ui(factorial, n);
  fmpq_div_fmpz(x, x, factorial);
  int good = fmpq_cmp(claimed->lower, x) <= 0 && fmpq_cmp(x, claimed->upper) <= 0;
  fmpq_clear(x);
  fmpz_clear(factorial);
  return good;
}

static answer expansion_holds(evidence *e, ulong d, int odd, char *why, size_t room) {
  const char *name = odd ? "odd" : "even";
  const expansion_claim *claim = e->expansion + odd;
  const kernel *f = &e->f;
  fmpq_t q;
  arb_t rest, limit;
  answer result = REFUTED;
  if (f->name != CHORD && f->name != GAMMAEXP) {
    snprintf(why, room, "an expansion of a kernel that is a power series in the chord");
    return UNDECIDED;
  }
  if (claim->from < 1 || claim->from > 1000000) {
    snprintf(why, room, "not supported: an expansion from there");
    return UNDECIDED;
  }
  fmpq_init(q);
  arb_init(rest);
  arb_init(limit);
  snprintf(why, room, "the expansion of the %s eigenvalues is another one", name);
  if (f->name == CHORD) {
    fmpq_one(q);
    int good = claim->n == 1 && fmpq_equal(claim->exponent, f->power)
               && fmpq_cmp(claim->coefficient->lower, q) <= 0
               && fmpq_cmp(claim->coefficient->upper, q) >= 0;
    /* there is no remainder, so that any order is true; one is needed below that of others */
    if (good) result = PROVED;
  } else {
    /* the terms gamma n, n = 1..J, of which the even ones vanish; a bound of order gamma J is one of
       every smaller order */
    int good = fmpz_is_one(fmpq_numref(f->scale.exponent)) && claim->n <= 500;
    slong terms = 0;
    for (slong i = 0; i < claim->n && good; i++) {
      do {
        fmpq_mul_si(q, f->power, ++terms);
      } while (fmpz_is_one(fmpq_denref(q)) && fmpz_is_even(fmpq_numref(q)));
      good = fmpq_equal(claim->exponent + i, q)
             && coefficient_in(claim->coefficient + i, f->scale.base, terms);
    }
    /* J may be larger, as far as the terms vanish */
    fmpq_mul_si(q, f->power, terms);
    while (good && fmpq_cmp(q, claim->order) < 0) {
      fmpq_mul_si(q, f->power, ++terms);
      good = fmpz_is_one(fmpq_denref(q)) && fmpz_is_even(fmpq_numref(q));
    }
    good = good && fmpq_sgn(claim->order) > 0;
    if (good) {
      result = UNDECIDED;
      snprintf(why, room, "the rest of the %s eigenvalues is not reached", name);
      if (gamma_rest(rest, f, d, claim->from, terms)) {
        arb_set_fmpq(limit, claim->rest, 256);
        if (arb_le(rest, limit)) result = PROVED;
      }
    }
  }
  if (result == PROVED) {
    expansion *law = e->law + odd;
    expansion_init(law, d, claim->from, claim->n);
    for (slong i = 0; i < claim->n; i++) {
      fmpq_set(law->s + i, claim->exponent + i);
      if (f->name == CHORD) {
        arb_one(law->c);
      } else {
        fmpz_t factorial, n;
        fmpz_init(factorial);
        fmpz_init(n);
        fmpq_div(q, claim->exponent + i, f->power);
        fmpz_fac_ui(factorial, fmpz_get_ui(fmpq_numref(q)));
        fmpz_set(n, fmpq_numref(q));
        fmpq_neg(q, f->scale.base);
        fmpq_pow_si(q, q, fmpz_get_si(n));
        fmpq_div_fmpz(q, q, factorial);
        arb_set_fmpq(law->c + i, q, LAW_PREC);
        fmpz_clear(factorial);
        fmpz_clear(n);
      }
    }
    arb_set_fmpq(law->rest, claim->rest, LAW_PREC);
    fmpq_set(law->order, claim->order);
    e->has_law[odd] = 1;
  }
  fmpq_clear(q);
  arb_clear(rest);
  arb_clear(limit);
  return result;
}

/* The last regions that were proved: the certificates of one kernel have the same. */
#define REMEMBERED 32
static char *proved[REMEMBERED];
static int proved_count = 0;

static answer region_of(const evidence *e, int i) {
  char *size = fmpq_get_str(NULL, 10, e->size[i]), *bound = fmpq_get_str(NULL, 10, e->bound[i]);
  size_t room = strlen(size) + strlen(bound) + strlen(e->specification) + 30;
  char *key = malloc(room);
  answer result = UNDECIDED;
  snprintf(key, room, "%s %d %s %s", e->specification, i, size, bound);
  for (int j = 0; j < REMEMBERED; j++) {
    if (proved[j] && !strcmp(proved[j], key)) result = PROVED;
  }
  if (result != PROVED) {
    result = region_holds(&e->f, (chart)i, e->size[i], e->bound[i]);
    if (result == PROVED) {
      free(proved[proved_count]);
      proved[proved_count] = strdup(key);
      proved_count = (proved_count + 1) % REMEMBERED;
    }
  }
  free(key);
  flint_free(size);
  flint_free(bound);
  return result;
}

answer evidence_tails(evidence *e, ulong d, char *why, size_t room) {
  for (int i = 0; i < 3 && e->has_regions; i++) {
    if (fmpq_is_zero(e->size[i])) continue;
    answer a = region_of(e, i);
    if (a == PROVED) continue;
    snprintf(why, room, a == REFUTED ? "the bound on the %s is exceeded" : "the %s is not certified",
             region_name[i]);
    return a;
  }
  for (int odd = 0; odd < 2; odd++) {
    answer a = PROVED;
    if (e->tail[odd].given) a = tail_holds(e, d, odd, why, room);
    else if (e->expansion[odd].given) a = expansion_holds(e, d, odd, why, room);
    if (a != PROVED) return a;
  }
  return PROVED;
}
