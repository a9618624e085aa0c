/* Uniform tails and expansions of the eigenvalues of one parity, from their hypotheses. */
#ifndef TAIL_H
#define TAIL_H

#include "claims.h"
#include "region.h"

/*
 * Are the regions of the evidence as claimed? Then do the tails and expansions hold (Theorem 12.3,
 * Proposition 12.10)? What holds is put into e->law: this program's coefficients, the claimed rest.
 * The reason of another answer is put into why.
 */
/* Is a number between low and high in the claimed interval? REFUTED: certainly not. */
answer contained(const interval *claimed, const arb_t low, const arb_t high);

answer evidence_tails(evidence *e, ulong d, char *why, size_t room);

#endif
