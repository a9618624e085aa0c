#include "law.h"

void span_init(span *x) {
  arb_init(x->low);
  arb_init(x->high);
}

void span_clear(span *x) {
  arb_clear(x->low);
  arb_clear(x->high);
}

/* The numbers between one and the other, times a factor that is not zero. */
static void between(span *r, const arb_t one, const arb_t other, const arb_t factor) {
  arb_t x, y;
  arb_init(x);
  arb_init(y);
  arb_mul(x, one, factor, LAW_PREC);
  arb_mul(y, other, factor, LAW_PREC);
  arb_min(r->low, x, y, LAW_PREC);
  arb_max(r->high, x, y, LAW_PREC);
  arb_clear(x);
  arb_clear(y);
}

void expansion_init(expansion *e, ulong d, ulong from, slong n) {
  e->d = d;
  e->from = from;
  e->n = n;
  e->s = _fmpq_vec_init(n);
  e->c = _arb_vec_init(n);
  arb_init(e->rest);
  fmpq_init(e->order);
}

void expansion_clear(expansion *e) {
  _fmpq_vec_clear(e->s, e->n);
  _arb_vec_clear(e->c, e->n);
  arb_clear(e->rest);
  fmpq_clear(e->order);
}

/* Gamma(x) or 1/Gamma(x) */
static void gamma_at(arb_t r, const fmpq_t x, int inverse, slong prec) {
  arb_t y;
  arb_init(y);
  arb_set_fmpq(y, x, prec);
  if (inverse) arb_rgamma(r, y, prec);
  else arb_gamma(r, y, prec);
  arb_clear(y);
}

/* 2^(s+d-2) Gamma(d/2) Gamma((s+d-1)/2)/sqrt(pi) */
static void chord_factor(arb_t r, ulong d, const fmpq_t s, slong prec) {
  arb_t x;
  fmpq_t q;
  arb_init(x);
  fmpq_init(q);
  fmpq_set_si(q, (slong)d - 2, 1);
  fmpq_add(q, q, s);
  arb_set_ui(r, 2);
  arb_pow_fmpq(r, r, q, prec);
  fmpq_set_si(q, d, 2);
  gamma_at(x, q, 0, prec);
  arb_mul(r, r, x, prec);
  fmpq_set_si(q, (slong)d - 1, 1);
  fmpq_add(q, q, s);
  fmpq_div_2exp(q, q, 1);
  gamma_at(x, q, 0, prec);
  arb_mul(r, r, x, prec);
  arb_const_sqrt_pi(x, prec);
  arb_div(r, r, x, prec);
  arb_clear(x);
  fmpq_clear(q);
}

void chord_eigenvalue(arb_t r, ulong d, const fmpq_t s, ulong k, slong prec) {
  arb_t x;
  fmpq_t half, q;
  arb_init(x);
  fmpq_init(half);
  fmpq_init(q);
  prec += 64;
  chord_factor(r, d, s, prec);
  fmpq_div_2exp(half, s, 1);
  /* (-s/2)_k */
  if (k < 50) {
    for (ulong i = 0; i < k; i++) {
      fmpq_set_si(q, i, 1);
      fmpq_sub(q, q, half);
      arb_set_fmpq(x, q, prec);
      arb_mul(r, r, x, prec);
    }
  } else {
    fmpq_set_si(q, k, 1);
    fmpq_sub(q, q, half);
    gamma_at(x, q, 0, prec);
    arb_mul(r, r, x, prec);
    fmpq_neg(q, half);
    gamma_at(x, q, 1, prec);
    arb_mul(r, r, x, prec);
  }
  fmpq_set_si(q, k + d - 1, 1);
  fmpq_add(q, q, half);
  gamma_at(x, q, 1, prec);
  arb_mul(r, r, x, prec);
  arb_clear(x);
  fmpq_clear(half);
  fmpq_clear(q);
}

void chord_constant(arb_t r, ulong d, const fmpq_t s, slong prec) {
  arb_t x;
  fmpq_t q;
  arb_init(x);
  fmpq_init(q);
  chord_factor(r, d, s, prec);
  fmpq_div_2exp(q, s, 1);
  fmpq_neg(q, q);
  gamma_at(x, q, 1, prec);
  arb_mul(r, r, x, prec);
  arb_clear(x);
  fmpq_clear(q);
}

static void shifted(fmpq_t k_shifted, ulong d, ulong k) {
  fmpq_set_si(k_shifted, 2 * (slong)k + (slong)d - 2, 2);
}

/* |Lambda_k0(s)/Lambda_k0(s_0)| */
static void ratio(arb_t r, const expansion *e, const fmpq_t s) {
  arb_t x;
  arb_init(x);
  chord_eigenvalue(r, e->d, s, e->from, LAW_PREC);
  chord_eigenvalue(x, e->d, e->s, e->from, LAW_PREC);
  arb_div(r, r, x, LAW_PREC);
  arb_abs(r, r);
  arb_clear(x);
}

/* |c_i Lambda_k0(s_i)/(c_0 Lambda_k0(s_0))| */
static void term(arb_t r, const expansion *e, slong i) {
  arb_t x;
  arb_init(x);
  ratio(r, e, e->s + i);
  arb_div(x, e->c + i, e->c, LAW_PREC);
  arb_abs(x, x);
  arb_mul(r, r, x, LAW_PREC);
  arb_clear(x);
}

void relative_distance(arb_t epsilon, const expansion *e) {
  arb_t x;
  arb_init(x);
  arb_set(epsilon, e->rest);
  for (slong i = 1; i < e->n; i++) {
    term(x, e, i);
    arb_add(epsilon, epsilon, x, LAW_PREC);
  }
  arb_clear(x);
}

/*
 * What Corollaries 12.11 and 12.12 ask of the exponents: s_0 < s_1 < ..., s_0 > -(d-1) and no even
 * integer >= 0 among them, 2 k_0 > s_i, and c_0 not zero.
 */
static int is_proper(const expansion *e) {
  fmpq_t q;
  fmpq_init(q);
  fmpq_set_si(q, 1 - (slong)e->d, 1);
  int good = fmpq_cmp(e->s, q) > 0 && !arb_contains_zero(e->c) && fmpq_sgn(e->order) > 0
             && arb_is_nonnegative(e->rest) && e->from >= 1;
  for (slong i = 0; i < e->n && good; i++) {
    fmpq_set_si(q, 2 * (slong)e->from, 1);
    good = fmpq_cmp(e->s + i, q) < 0 && (i == 0 || fmpq_cmp(e->s + i - 1, e->s + i) < 0)
           && !(fmpz_is_one(fmpq_denref(e->s + i)) && fmpz_is_even(fmpq_numref(e->s + i))
                && fmpq_sgn(e->s + i) >= 0);
  }
  fmpq_clear(q);
  return good;
}

static int arb_sign(const arb_t x) {
  return arb_is_positive(x) ? 1 : arb_is_negative(x) ? -1 : 0;
}

int sign_of(const expansion *e) {
  arb_t x;
  int sign = 0;
  if (!is_proper(e)) return 0;
  arb_init(x);
  relative_distance(x, e);
  arb_sub_ui(x, x, 1, LAW_PREC);
  if (arb_is_negative(x)) {
    chord_eigenvalue(x, e->d, e->s, e->from, LAW_PREC);
    sign = arb_sign(x) * arb_sign(e->c);
  }
  arb_clear(x);
  return sign;
}

void decay_law_init(decay_law *law) {
  arb_init(law->constant);
  arb_init(law->bound);
  arb_init(law->excess);
  fmpq_init(law->exponent);
  fmpq_init(law->q);
}

void decay_law_clear(decay_law *law) {
  arb_clear(law->constant);
  arb_clear(law->bound);
  arb_clear(law->excess);
  fmpq_clear(law->exponent);
  fmpq_clear(law->q);
}

/* delta_j(K) = Prod_{0 < a <= (j-1)/2, a = (j-1)/2 mod 1} (1 - a^2/K^2)^-1 - 1 (Lemma 12.2) */
static void excess(arb_t r, slong j, const fmpq_t k) {
  fmpq_t a;
  arb_t x;
  fmpq_init(a);
  arb_init(x);
  arb_one(r);
  for (slong twice = j - 1; twice > 0; twice -= 2) {
    fmpq_set_si(a, twice, 2);
    fmpq_div(a, a, k);
    fmpq_mul(a, a, a);
    fmpq_sub_si(a, a, 1);
    fmpq_neg(a, a);
    arb_set_fmpq(x, a, LAW_PREC);
    arb_div(r, r, x, LAW_PREC);
  }
  arb_sub_ui(r, r, 1, LAW_PREC);
  fmpq_clear(a);
  arb_clear(x);
}

/* Lemma 12.8: |delta_m(K)| <= r (K_0/K)^2, m = s_0 + d - 1 > 0 */
static int excess_bound(arb_t r, const fmpq_t m, const fmpq_t k0) {
  fmpq_t w, q;
  fmpz_t j;
  arb_t x;
  int good = 1;
  fmpq_init(w);
  fmpq_init(q);
  fmpz_init(j);
  arb_init(x);
  fmpz_fdiv_q(j, fmpq_numref(m), fmpq_denref(m));
  fmpq_sub_fmpz(w, m, j);
  if (fmpz_is_zero(j)) {
    /* m/(24 K_0^2) */
    fmpq_div(q, m, k0);
    fmpq_div(q, q, k0);
    fmpq_div_fmpz(q, q, (fmpz[]){24});
    arb_set_fmpq(r, q, LAW_PREC);
  } else {
    fmpq_div_2exp(q, m, 1);
    good = fmpq_cmp(k0, q) > 0 && fmpz_cmp_ui(j, 100000) < 0;
    if (good) {
      excess(r, fmpz_get_si(j), k0);
      if (!fmpq_is_zero(w)) {
        /* delta_{j+1} needs K_0 > j/2, which m/2 > j/2 gives */
        excess(x, fmpz_get_si(j) + 1, k0);
        arb_sub(x, x, r, LAW_PREC);
        arb_t weight;
        arb_init(weight);
        arb_set_fmpq(weight, w, LAW_PREC);
        arb_addmul(r, x, weight, LAW_PREC);
        arb_clear(weight);
      }
    }
  }
  fmpq_clear(w);
  fmpq_clear(q);
  fmpz_clear(j);
  arb_clear(x);
  return good;
}

int decay_law_of(decay_law *law, const expansion *e) {
  fmpq_t k0, x;
  arb_t epsilon;
  if (!is_proper(e)) return 0;
  fmpq_init(k0);
  fmpq_init(x);
  arb_init(epsilon);
  shifted(k0, e->d, e->from);
  fmpq_set_si(law->exponent, (slong)e->d - 1, 1);
  fmpq_add(law->exponent, law->exponent, e->s);
  fmpq_set_si(law->q, 2, 1);
  if (fmpq_cmp(e->order, law->q) < 0) fmpq_set(law->q, e->order);
  if (e->n > 1) {
    fmpq_sub(x, e->s + 1, e->s);
    if (fmpq_cmp(x, law->q) < 0) fmpq_set(law->q, x);
  }
  int good = excess_bound(law->excess, law->exponent, k0);
  chord_constant(law->constant, e->d, e->s, LAW_PREC);
  arb_mul(law->constant, law->constant, e->c, LAW_PREC);
  relative_distance(epsilon, e);
  arb_add_ui(law->bound, law->excess, 1, LAW_PREC);
  arb_mul(law->bound, law->bound, epsilon, LAW_PREC);
  arb_add(law->bound, law->bound, law->excess, LAW_PREC);
  fmpq_clear(k0);
  fmpq_clear(x);
  arb_clear(epsilon);
  return good;
}

void remainder_constant(arb_t r, const decay_law *law, const expansion *e) {
  fmpq_t k0;
  fmpq_init(k0);
  shifted(k0, e->d, e->from);
  arb_set_fmpq(r, k0, LAW_PREC);
  arb_pow_fmpq(r, r, law->q, LAW_PREC);
  arb_mul(r, r, law->bound, LAW_PREC);
  fmpq_clear(k0);
}

void law_extrema(span *infimum, span *supremum, const decay_law *law, const expansion *e) {
  fmpq_t k0, gap, two;
  arb_t lowest, highest, x, y, rests;
  fmpq_init(k0);
  fmpq_init(gap);
  fmpq_init(two);
  arb_init(lowest);
  arb_init(highest);
  arb_init(x);
  arb_init(y);
  arb_init(rests);
  fmpq_set_si(two, 2, 1);
  shifted(k0, e->d, e->from);
  /* Q_k = k^E eta_k/C lies in [(k_0/K_0)^E, 1] [1-B, 1+B] */
  fmpq_set_si(gap, e->from, 1);
  fmpq_div(gap, gap, k0);
  arb_set_fmpq(lowest, gap, LAW_PREC);
  arb_pow_fmpq(lowest, lowest, law->exponent, LAW_PREC);
  arb_sub_ui(x, law->bound, 1, LAW_PREC);
  arb_neg(x, x);
  arb_mul(lowest, lowest, x, LAW_PREC);
  arb_add_ui(highest, law->bound, 1, LAW_PREC);
  int has_shift = e->d > 2, below = 0, above = 0;
  /* (i) E lambda > B K_0 */
  if (has_shift && fmpq_cmp_si(law->q, 1) >= 0) {
    fmpq_set_si(gap, (slong)e->d - 2, 2);
    fmpq_mul(gap, gap, law->exponent);
    fmpq_div(gap, gap, k0);
    arb_set_fmpq(x, gap, LAW_PREC);
    below = arb_gt(x, law->bound);
  }
  if (e->n > 1) {
    /* X = |c_1 kappa(s_1)/(c_0 kappa(s_0))| K_0^-(s_1-s_0), W = Sum_{i>=2} |x_i| + rest */
    fmpq_sub(gap, e->s + 1, e->s);
    int early = fmpq_cmp(gap, two) <= 0 && fmpq_cmp(gap, e->order) <= 0;
    chord_constant(x, e->d, e->s + 1, LAW_PREC);
    arb_mul(x, x, e->c + 1, LAW_PREC);
    chord_constant(y, e->d, e->s, LAW_PREC);
    arb_mul(y, y, e->c, LAW_PREC);
    arb_div(x, x, y, LAW_PREC);
    arb_set_fmpq(y, k0, LAW_PREC);
    arb_pow_fmpq(y, y, gap, LAW_PREC);
    arb_div(x, x, y, LAW_PREC);
    arb_set(rests, e->rest);
    for (slong i = 2; i < e->n; i++) {
      term(y, e, i);
      arb_add(rests, rests, y, LAW_PREC);
    }
    int sign = arb_sign(x);
    arb_abs(x, x);
    /* (ii) */
    arb_add(y, rests, law->excess, LAW_PREC);
    if (sign < 0 && early && arb_gt(x, y)) below = 1;
    /* (iii) */
    if (!has_shift && sign > 0 && early && fmpq_cmp_si(law->exponent, 1) >= 0 && arb_gt(x, rests)) {
      above = 1;
    }
  } else if (!has_shift && fmpq_cmp_si(law->exponent, 1) >= 0 && arb_is_zero(e->rest)) {
    above = 1;
  }
  /* the limit, 1, is approached: the infimum is at most that, the supremum at least */
  arb_one(x);
  if (above) arb_one(lowest);
  if (below) arb_one(highest);
  int positive = arb_is_positive(law->constant);
  between(infimum, positive ? lowest : highest, x, law->constant);
  between(supremum, positive ? highest : lowest, x, law->constant);
  fmpq_clear(k0);
  fmpq_clear(gap);
  fmpq_clear(two);
  arb_clear(lowest);
  arb_clear(highest);
  arb_clear(x);
  arb_clear(y);
  arb_clear(rests);
}

/* c_s/c_0, or 0 if there is no such term */
static void relative_coefficient(arb_t r, const expansion *e, const fmpq_t s) {
  arb_zero(r);
  for (slong i = 1; i < e->n; i++) {
    if (fmpq_equal(e->s + i, s)) arb_div(r, e->c + i, e->c, LAW_PREC);
  }
}

int quotient_extrema(arb_t limit, span *infimum, span *supremum, const expansion *one,
                     const expansion *two) {
  if (!is_proper(one) || !is_proper(two) || one->from != two->from || one->d != two->d
      || !fmpq_equal(one->s, two->s)) {
    return 0;
  }
  arb_t e1, e2, sigma, x, y, rests, b;
  fmpq_t first, gap, k0;
  arb_init(e1);
  arb_init(e2);
  arb_init(sigma);
  arb_init(x);
  arb_init(y);
  arb_init(rests);
  arb_init(b);
  fmpq_init(first);
  fmpq_init(gap);
  fmpq_init(k0);
  arb_div(limit, one->c, two->c, LAW_PREC);
  relative_distance(e1, one);
  relative_distance(e2, two);
  arb_sub_ui(x, e2, 1, LAW_PREC);
  arb_neg(x, x);
  int good = arb_is_positive(limit) && arb_is_positive(x);
  arb_add(sigma, e1, e2, LAW_PREC);
  arb_div(sigma, sigma, x, LAW_PREC);
  /* the first exponent s' behind s_0 at which the relative coefficients are not known to agree */
  int found = 0;
  for (slong i = 1; i < one->n + two->n - 1; i++) {
    const fmpq *s = i < one->n ? one->s + i : two->s + (i - one->n + 1);
    relative_coefficient(x, one, s);
    relative_coefficient(y, two, s);
    arb_sub(x, x, y, LAW_PREC);
    if (!arb_is_zero(x) && (!found || fmpq_cmp(s, first) < 0)) {
      fmpq_set(first, s);
      found = 1;
    }
  }
  int side = 0;
  fmpq_sub(gap, first, one->s);
  if (found && fmpq_cmp(gap, one->order) <= 0 && fmpq_cmp(gap, two->order) <= 0) {
    shifted(k0, one->d, one->from);
    arb_add(rests, one->rest, two->rest, LAW_PREC);
    for (slong i = 1; i < one->n + two->n - 1; i++) {
      const fmpq *s = i < one->n ? one->s + i : two->s + (i - one->n + 1);
      int seen = fmpq_equal(s, first);
      for (slong j = 1; i >= one->n && j < one->n; j++) seen |= fmpq_equal(one->s + j, s);
      if (seen) continue;
      relative_coefficient(x, one, s);
      relative_coefficient(y, two, s);
      arb_sub(x, x, y, LAW_PREC);
      arb_abs(x, x);
      ratio(y, one, s);
      arb_addmul(rests, x, y, LAW_PREC);
    }
    relative_coefficient(b, one, first);
    relative_coefficient(y, two, first);
    arb_sub(b, b, y, LAW_PREC);
    chord_constant(x, one->d, first, LAW_PREC);
    arb_mul(b, b, x, LAW_PREC);
    chord_constant(x, one->d, one->s, LAW_PREC);
    arb_div(b, b, x, LAW_PREC);
    arb_set_fmpq(x, k0, LAW_PREC);
    arb_pow_fmpq(x, x, gap, LAW_PREC);
    arb_div(b, b, x, LAW_PREC);
    arb_abs(x, b);
    if (arb_gt(x, rests)) side = arb_sign(b);
  }
  arb_one(x);
  arb_sub(y, x, sigma, LAW_PREC);
  between(infimum, side > 0 ? x : y, x, limit);
  arb_add(y, x, sigma, LAW_PREC);
  between(supremum, side < 0 ? x : y, x, limit);
  arb_clear(e1);
  arb_clear(e2);
  arb_clear(sigma);
  arb_clear(x);
  arb_clear(y);
  arb_clear(rests);
  arb_clear(b);
  fmpq_clear(first);
  fmpq_clear(gap);
  fmpq_clear(k0);
  return good;
}
