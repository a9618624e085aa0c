#include "jet.h"

void jet_open(jet_scope *in, jet variable, const acb_t t, int wide, slong prec) {
  in->wide = wide;
  in->prec = prec;
  acb_init(in->offset);
  jet_init(variable);
  acb_set(variable->box, t);
  if (wide) {
    acb_get_mid(variable->mid, t);
    acb_sub(in->offset, t, variable->mid, prec);
    acb_one(variable->slope);
  }
}

void jet_close(jet_scope *in) { acb_clear(in->offset); }

void jet_init(jet x) {
  acb_init(x->box);
  acb_init(x->mid);
  acb_init(x->slope);
}

void jet_clear(jet x) {
  acb_clear(x->box);
  acb_clear(x->mid);
  acb_clear(x->slope);
}

void jet_set(jet r, const jet x) {
  acb_set(r->box, x->box);
  acb_set(r->mid, x->mid);
  acb_set(r->slope, x->slope);
}

void jet_set_arb(jet r, const arb_t x) {
  acb_set_arb(r->box, x);
  acb_set_arb(r->mid, x);
  acb_zero(r->slope);
}

/*
 * Both contain the values, so their intersection does. A value that is not finite stays so: it says
 * that the function may not be holomorphic.
 */
static void meet(acb_t r, const acb_t other, slong prec) {
  if (!acb_is_finite(other) || !acb_is_finite(r)) return;
  arb_t x;
  arb_init(x);
  if (arb_intersection(x, acb_realref(r), acb_realref(other), prec)) {
    arb_set(acb_realref(r), x);
  }
  if (arb_intersection(x, acb_imagref(r), acb_imagref(other), prec)) {
    arb_set(acb_imagref(r), x);
  }
  arb_clear(x);
}

static void mean_value(jet r, const jet_scope *in) {
  acb_t x;
  acb_init(x);
  acb_mul(x, r->slope, in->offset, in->prec);
  acb_add(x, x, r->mid, in->prec);
  meet(r->box, x, in->prec);
  acb_clear(x);
}

void jet_add(jet r, const jet x, const jet y, const jet_scope *in) {
  acb_add(r->box, x->box, y->box, in->prec);
  if (in->wide) {
    acb_add(r->mid, x->mid, y->mid, in->prec);
    acb_add(r->slope, x->slope, y->slope, in->prec);
    mean_value(r, in);
  }
}

void jet_add_arb(jet r, const jet x, const arb_t y, const jet_scope *in) {
  acb_add_arb(r->box, x->box, y, in->prec);
  if (in->wide) {
    acb_add_arb(r->mid, x->mid, y, in->prec);
    acb_set(r->slope, x->slope);
  }
}

void jet_mul(jet r, const jet x, const jet y, const jet_scope *in) {
  if (!in->wide) {
    acb_mul(r->box, x->box, y->box, in->prec);
    return;
  }
  acb_t slope;
  acb_init(slope);
  acb_mul(slope, x->slope, y->box, in->prec);
  acb_addmul(slope, x->box, y->slope, in->prec);
  acb_mul(r->box, x->box, y->box, in->prec);
  acb_mul(r->mid, x->mid, y->mid, in->prec);
  acb_swap(r->slope, slope);
  mean_value(r, in);
  acb_clear(slope);
}

void jet_mul_arb(jet r, const jet x, const arb_t y, const jet_scope *in) {
  acb_mul_arb(r->box, x->box, y, in->prec);
  if (in->wide) {
    acb_mul_arb(r->mid, x->mid, y, in->prec);
    acb_mul_arb(r->slope, x->slope, y, in->prec);
  }
}

/* F o x: on entry r->box = F(x->box), r->mid = F(x->mid), and slope = F'(x->box). */
static void chain(jet r, const jet x, const acb_t slope, const jet_scope *in) {
  acb_t inner;
  acb_init(inner);
  acb_sub(inner, x->box, x->mid, in->prec);
  acb_mul(inner, inner, slope, in->prec);
  acb_add(inner, inner, r->mid, in->prec);
  meet(r->box, inner, in->prec);
  acb_mul(r->slope, x->slope, slope, in->prec);
  mean_value(r, in);
  acb_clear(inner);
}

void jet_inv(jet r, const jet x, const jet_scope *in) {
  jet y;
  jet_init(y);
  acb_inv(y->box, x->box, in->prec);
  if (in->wide) {
    acb_t slope;
    acb_init(slope);
    acb_inv(y->mid, x->mid, in->prec);
    acb_mul(slope, y->box, y->box, in->prec);
    acb_neg(slope, slope);
    chain(y, x, slope, in);
    acb_clear(slope);
  }
  jet_set(r, y);
  jet_clear(y);
}

void jet_cos(jet r, const jet x, const jet_scope *in) {
  jet y;
  jet_init(y);
  acb_cos(y->box, x->box, in->prec);
  if (in->wide) {
    acb_t slope;
    acb_init(slope);
    acb_cos(y->mid, x->mid, in->prec);
    acb_sin(slope, x->box, in->prec);
    acb_neg(slope, slope);
    chain(y, x, slope, in);
    acb_clear(slope);
  }
  jet_set(r, y);
  jet_clear(y);
}

void jet_exp(jet r, const jet x, const jet_scope *in) {
  jet y;
  jet_init(y);
  acb_exp(y->box, x->box, in->prec);
  if (in->wide) {
    acb_t slope;
    acb_init(slope);
    acb_exp(y->mid, x->mid, in->prec);
    acb_set(slope, y->box);
    chain(y, x, slope, in);
    acb_clear(slope);
  }
  jet_set(r, y);
  jet_clear(y);
}

void jet_sqrt(jet r, const jet x, const jet_scope *in) {
  jet y;
  jet_init(y);
  acb_sqrt_analytic(y->box, x->box, in->wide, in->prec);
  if (in->wide) {
    acb_t slope;
    acb_init(slope);
    acb_sqrt_analytic(y->mid, x->mid, 1, in->prec);
    acb_inv(slope, y->box, in->prec);
    acb_mul_2exp_si(slope, slope, -1);
    if (acb_is_finite(y->box)) chain(y, x, slope, in);
    acb_clear(slope);
  }
  jet_set(r, y);
  jet_clear(y);
}

/* May the number be on the cuts of asin, the reals from -1 down and from 1 up? */
static int meets_cut(const acb_t z, slong prec) {
  int meets = 0;
  if (!acb_is_finite(z)) return 1;
  if (arb_contains_zero(acb_imagref(z))) {
    arb_t size;
    arb_init(size);
    arb_abs(size, acb_realref(z));
    arb_sub_ui(size, size, 1, prec);
    meets = !arb_is_negative(size);
    arb_clear(size);
  }
  return meets;
}

void jet_asin(jet r, const jet x, const jet_scope *in) {
  jet y;
  jet_init(y);
  if (!in->wide) {
    acb_asin(y->box, x->box, in->prec);
  } else if (meets_cut(x->box, in->prec)) {
    acb_indeterminate(y->box);
  } else {
    acb_t slope, z;
    acb_init(slope);
    acb_init(z);
    acb_asin(y->box, x->box, in->prec);
    acb_asin(y->mid, x->mid, in->prec);
    /* 1/sqrt(1 - x) 1/sqrt(1 + x): each factor has its cut where asin has it */
    acb_sub_ui(slope, x->box, 1, in->prec);
    acb_neg(slope, slope);
    acb_rsqrt_analytic(slope, slope, 1, in->prec);
    acb_add_ui(z, x->box, 1, in->prec);
    acb_rsqrt_analytic(z, z, 1, in->prec);
    acb_mul(slope, slope, z, in->prec);
    chain(y, x, slope, in);
    acb_clear(slope);
    acb_clear(z);
  }
  jet_set(r, y);
  jet_clear(y);
}

void jet_pow(jet r, const jet x, const arb_t exponent, const jet_scope *in) {
  jet y;
  acb_t e;
  jet_init(y);
  acb_init(e);
  acb_set_arb(e, exponent);
  acb_pow_analytic(y->box, x->box, e, in->wide, in->prec);
  if (in->wide && acb_is_finite(y->box)) {
    acb_t slope;
    acb_init(slope);
    acb_pow_analytic(y->mid, x->mid, e, 1, in->prec);
    acb_div(slope, y->box, x->box, in->prec);
    acb_mul_arb(slope, slope, exponent, in->prec);
    chain(y, x, slope, in);
    acb_clear(slope);
  }
  jet_set(r, y);
  jet_clear(y);
  acb_clear(e);
}

/*
 * B_n(z) = j_n(z)/z^n = Sum_m (-z^2)^m a_m, a_0 = 1/(2n+1)!!, a_{m+1}/a_m = 1/((2m+2)(2m+2n+3)).
 * Summed until a ratio and a term are small; the terms left out then sum to less than twice the first.
 */
static void bessel_series(acb_t r, int n, const acb_t z, slong prec) {
  acb_t square, term, sum;
  mag_t size, bound, ratio;
  acb_init(square);
  acb_init(term);
  acb_init(sum);
  mag_init(size);
  mag_init(bound);
  mag_init(ratio);
  acb_mul(square, z, z, prec);
  acb_neg(square, square);
  acb_get_mag(size, square);
  acb_one(term);
  for (int i = 3; i <= 2 * n + 1; i += 2) acb_div_ui(term, term, i, prec);
  if (!mag_is_finite(size)) {
    acb_indeterminate(sum);
  } else {
    for (ulong m = 0;; m++) {
      ulong divisor = (2 * m + 2) * (2 * m + 2 * n + 3);
      acb_get_mag(bound, term);
      mag_div_ui(ratio, size, divisor);
      if (mag_cmp_2exp_si(ratio, -1) <= 0 && mag_cmp_2exp_si(bound, -prec - 4) <= 0) break;
      if (m > 100 && (long)m > prec) {
        acb_indeterminate(sum);
        break;
      }
      acb_add(sum, sum, term, prec);
      acb_mul(term, term, square, prec);
      acb_div_ui(term, term, divisor, prec);
    }
    mag_mul_2exp_si(bound, bound, 1);
    arb_add_error_mag(acb_realref(sum), bound);
    if (!acb_is_real(z)) arb_add_error_mag(acb_imagref(sum), bound);
  }
  acb_set(r, sum);
  acb_clear(square);
  acb_clear(term);
  acb_clear(sum);
  mag_clear(size);
  mag_clear(bound);
  mag_clear(ratio);
}

/*
 * B_n on a box around a point where it is known: B_n' = -z B_{n+1}, and |B_n(z)| <= B_n(0) cosh(Im z)
 * because B_n is, by Poisson's integral, a mean of cos(zs), -1 <= s <= 1, times B_n(0).
 */
static void bessel_box(acb_t r, int n, const acb_t box, const acb_t mid, slong prec) {
  arb_t x, y;
  mag_t error, factor;
  acb_t gap;
  arb_init(x);
  arb_init(y);
  mag_init(error);
  mag_init(factor);
  acb_init(gap);
  bessel_series(r, n, mid, prec);
  acb_sub(gap, box, mid, prec);
  acb_get_mag(error, gap);
  acb_get_mag(factor, box);
  mag_mul(error, error, factor);
  arb_cosh(y, acb_imagref(box), prec);
  arb_get_mag(factor, y);
  mag_mul(error, error, factor);
  for (int i = 3; i <= 2 * n + 3; i += 2) mag_div_ui(error, error, i);
  arb_add_error_mag(acb_realref(r), error);
  if (!acb_is_real(box)) arb_add_error_mag(acb_imagref(r), error);
  arb_clear(x);
  arb_clear(y);
  mag_clear(error);
  mag_clear(factor);
  acb_clear(gap);
}

void jet_bessel(jet r, int n, const jet x, const jet_scope *in) {
  jet y;
  jet_init(y);
  if (in->wide) {
    acb_t slope;
    acb_init(slope);
    bessel_series(y->mid, n, x->mid, in->prec);
    bessel_box(y->box, n, x->box, x->mid, in->prec);
    bessel_box(slope, n + 1, x->box, x->mid, in->prec);
    acb_mul(slope, slope, x->box, in->prec);
    acb_neg(slope, slope);
    chain(y, x, slope, in);
    acb_clear(slope);
  } else {
    mag_t size;
    mag_init(size);
    acb_get_mag(size, x->box);
    if (mag_cmp_2exp_si(size, -2) < 0) {
      bessel_series(y->box, n, x->box, in->prec);
    } else {
      acb_t s, c;
      acb_init(s);
      acb_init(c);
      acb_sin_cos(s, c, x->box, in->prec);
      if (n == 1) {
        acb_submul(s, c, x->box, in->prec);
        acb_pow_ui(c, x->box, 3, in->prec);
        acb_div(y->box, s, c, in->prec);
      } else {
        acb_div(y->box, s, x->box, in->prec);
      }
      acb_clear(s);
      acb_clear(c);
    }
    mag_clear(size);
  }
  jet_set(r, y);
  jet_clear(y);
}
