/* Expansions of the eigenvalues of one parity, and what follows from them: docs/theory.md, 12 and 13. */
#ifndef LAW_H
#define LAW_H

#include <arb.h>
#include <fmpq.h>

#define LAW_PREC 192

/*
 * A number between low and high, each of them a thin ball: the radius of one ball would have 30 bits
 * only, too few for a wide interval whose ends matter.
 */
typedef struct {
  arb_t low, high;
} span;

void span_init(span *x);
void span_clear(span *x);

/*
 * For every k >= from of the parity eta_k = Sum_i c_i Lambda_k(s_i) + c_0 Lambda_k(s_0) y_k with
 * |y_k| <= rest (K_0/K)^order, K = k + (d-2)/2, K_0 that of from.
 */
typedef struct {
  ulong d, from;
  slong n;
  fmpq *s;
  arb_ptr c;
  arb_t rest;
  fmpq_t order;
} expansion;

void expansion_init(expansion *e, ulong d, ulong from, slong n);
void expansion_clear(expansion *e);

/* Lambda_k(s), the eigenvalue of the power r^s of the chord (Lemma 9.3). */
void chord_eigenvalue(arb_t r, ulong d, const fmpq_t s, ulong k, slong prec);

/* lim Lambda_k(s) K^(d-1+s) (Lemma 12.2). */
void chord_constant(arb_t r, ulong d, const fmpq_t s, slong prec);

/* The bound of |eta_k/(c_0 Lambda_k(s_0)) - 1| for all k >= from (Corollaries 12.5, 12.11). */
void relative_distance(arb_t epsilon, const expansion *e);

/* The sign of all eigenvalues from there on (Corollary 12.5), 0 if it does not follow. */
int sign_of(const expansion *e);

/*
 * Corollary 12.11: k^E eta_k -> constant, eta_k = C K^-E (1 + e_k), |e_k| <= bound (K_0/K)^q. Returns
 * 0 if a hypothesis fails.
 */
typedef struct {
  arb_t constant, bound, excess;
  fmpq_t exponent, q;
} decay_law;

void decay_law_init(decay_law *law);
void decay_law_clear(decay_law *law);
int decay_law_of(decay_law *law, const expansion *e);

/* |e_k| K^q for all k: bound K_0^q. */
void remainder_constant(arb_t r, const decay_law *law, const expansion *e);

/* Infimum and supremum of k^E eta_k over k >= from of the parity (Theorem 13.3). */
void law_extrema(span *infimum, span *supremum, const decay_law *law, const expansion *e);

/*
 * Corollary 12.12: the limit of the quotient of two kernels, and infimum and supremum over the tail.
 * Returns 0 if a hypothesis fails.
 */
int quotient_extrema(arb_t limit, span *infimum, span *supremum, const expansion *one,
                     const expansion *two);

#endif
