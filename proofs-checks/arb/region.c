#include "region.h"

#include <stdlib.h>

#define PREC 96
#define DEEPEST 34
#define MOST_WORK 3000000 /* pieces times layers */

/* [i, i+1]/2^depth of one side */
typedef struct {
  int side, depth;
  ulong i;
} piece;

/* length [i, i+1]/2^depth, or the middle of it */
static void part(arb_t x, const arb_t length, const piece *p, int middle) {
  arb_t t;
  arb_init(t);
  arb_set_ui(t, 2 * p->i + 1);
  if (!middle) mag_set_ui(arb_radref(t), 1);
  arb_mul_2exp_si(t, t, -p->depth - 1);
  arb_mul(x, t, length, PREC);
  arb_clear(t);
}

/* A box that covers the piece, or its middle. The circle has one side, its upper half. */
static void cover(acb_t box, const piece *p, int middle, chart c, const arb_t size, const arb_t pi) {
  acb_zero(box);
  if (c != ANGLE) {
    arb_t angle;
    arb_init(angle);
    part(angle, pi, p, middle);
    arb_sin_cos(acb_imagref(box), acb_realref(box), angle, PREC);
    acb_mul_arb(box, box, size, PREC);
    arb_clear(angle);
  } else if (p->side == 1) {
    part(acb_realref(box), pi, p, middle);
    arb_set(acb_imagref(box), size);
  } else {
    if (p->side == 2) arb_set(acb_realref(box), pi);
    part(acb_imagref(box), size, p, middle);
  }
}

answer region_holds(const kernel *f, chart c, const fmpq_t size, const fmpq_t bound) {
  answer result = PROVED;
  arb_t pi, radius, limit, modulus;
  acb_t box, value;
  /* depth first: every level leaves at most one piece waiting, and there are three sides */
  piece waiting[DEEPEST + 8];
  int count = 0;
  long done = 0;
  fmpq_t two;
  fmpq_init(two);
  fmpq_set_si(two, 2, 1);
  int sensible = fmpq_sgn(size) > 0 && (c == ANGLE || fmpq_cmp(size, two) < 0);
  fmpq_clear(two);
  if (!sensible) return UNDECIDED;
  arb_init(pi);
  arb_init(radius);
  arb_init(limit);
  arb_init(modulus);
  acb_init(box);
  acb_init(value);
  arb_const_pi(pi, PREC);
  arb_set_fmpq(radius, size, PREC);
  arb_set_fmpq(limit, bound, PREC);
  for (int side = c == ANGLE ? 2 : 0; side >= 0; side--) {
    waiting[count++] = (piece){side, 0, 0};
  }
  while (count > 0 && result == PROVED) {
    piece p = waiting[--count];
    cover(box, &p, 0, c, radius, pi);
    kernel_in_chart(value, f, c, box, PREC);
    if (acb_is_finite(value)) {
      acb_abs(modulus, value, PREC);
      if (arb_le(modulus, limit)) continue;
      /* a point of the piece may exceed the bound although not all of them do; seen at some depths */
      if (p.depth % 4 == 0) {
        cover(box, &p, 1, c, radius, pi);
        kernel_in_chart(value, f, c, box, PREC);
        acb_abs(modulus, value, PREC);
        if (acb_is_finite(value) && arb_gt(modulus, limit)) result = REFUTED;
      }
    }
    if (result == PROVED && (p.depth == DEEPEST || (done += 1 + f->depth) > MOST_WORK)) result = UNDECIDED;
    if (result == PROVED) {
      waiting[count++] = (piece){p.side, p.depth + 1, 2 * p.i + 1};
      waiting[count++] = (piece){p.side, p.depth + 1, 2 * p.i};
    }
  }
  arb_clear(pi);
  arb_clear(radius);
  arb_clear(limit);
  arb_clear(modulus);
  acb_clear(box);
  acb_clear(value);
  return result;
}
