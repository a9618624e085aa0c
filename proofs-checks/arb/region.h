/* Regions where a kernel is holomorphic, and bounds of its modulus there. */
#ifndef REGION_H
#define REGION_H

#include "kernel.h"

typedef enum { PROVED, REFUTED, UNDECIDED } answer;

/*
 * Is f holomorphic with |f| <= bound on the disc of that radius about 0 of the chord or the antipodal
 * chord, or on the rectangle [0, pi] x [-i size, i size] of the angle? By Theorem 6.2 and Corollary
 * 6.3 of docs/theory.md the upper half of the boundary decides: it is cut into boxes until each one
 * shows it. A value on the boundary that exceeds the bound refutes it.
 */
answer region_holds(const kernel *f, chart c, const fmpq_t size, const fmpq_t bound);

#endif
