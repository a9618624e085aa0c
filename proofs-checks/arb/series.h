/* The odd coefficients of a kernel in the chord and in the antipodal chord, as balls. */
#ifndef SERIES_H
#define SERIES_H

#include "kernel.h"

/*
 * odd[j], j < count, encloses the coefficient of x^(2j+1) of f in the coordinate of an end of [0, pi]:
 * f is a power series in x there. Coefficients that a theorem says are zero are exactly zero:
 *   even at the end, all of them: functions of r^2 at both ends, functions of r at the antipode, where
 *   r^2 = 4 - x^2, and networks whose biases are propagated, where u_0 > -1 at the antipode is a
 *   function of x^2 and all that follows is analytic in it;
 *   Lemma 12.0: the first one, for Gaussian-process kernels and kappa_1;
 *   Lemma 9.9(a): those below 2p+1, for the Matern kernel of smoothness p + 1/2.
 * Returns 0, and says why, if f is no such series.
 */
int odd_coefficients(arb_ptr odd, const kernel *k, chart end, slong count, slong prec,
                     const char **why);

/* Is the kernel an even function of the coordinate at this end? */
int is_even_at(const kernel *k, chart end);

#endif
