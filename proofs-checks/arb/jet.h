/*
 * A function of one complex variable t on a box: its value there and, when the box is wide, also its
 * value at the midpoint and its derivative on the box. The mean value form
 *   F(t) in F(midpoint) + F'(box) (box - midpoint)
 * keeps the values on wide boxes from exploding, as plain ball arithmetic would.
 */
#ifndef JET_H
#define JET_H

#include <acb.h>

typedef struct {
  acb_t box, mid, slope;
} jet_struct;

typedef jet_struct jet[1];

typedef struct {
  int wide;     /* else only the value on the box is computed */
  acb_t offset; /* box - midpoint of the variable t */
  slong prec;
} jet_scope;

/* A scope for the box t, and the jet of the variable itself. */
void jet_open(jet_scope *in, jet variable, const acb_t t, int wide, slong prec);
void jet_close(jet_scope *in);

void jet_init(jet x);
void jet_clear(jet x);
void jet_set(jet r, const jet x);
void jet_set_arb(jet r, const arb_t x);

void jet_add(jet r, const jet x, const jet y, const jet_scope *in);
void jet_add_arb(jet r, const jet x, const arb_t y, const jet_scope *in);
void jet_mul(jet r, const jet x, const jet y, const jet_scope *in);
void jet_mul_arb(jet r, const jet x, const arb_t y, const jet_scope *in);
void jet_inv(jet r, const jet x, const jet_scope *in);
void jet_cos(jet r, const jet x, const jet_scope *in);
void jet_exp(jet r, const jet x, const jet_scope *in);

/* Not finite on a wide box that meets the cut. */
void jet_sqrt(jet r, const jet x, const jet_scope *in);
void jet_asin(jet r, const jet x, const jet_scope *in);
void jet_pow(jet r, const jet x, const arb_t exponent, const jet_scope *in);

/* j_n(x)/x^n with the spherical Bessel function j_n, entire; n = 0: sin(x)/x,
   n = 1: (sin x - x cos x)/x^3. */
void jet_bessel(jet r, int n, const jet x, const jet_scope *in);

#endif
