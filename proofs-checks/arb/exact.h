/* Eigenvalues that are known exactly: docs/theory.md, sections 9.1 to 9.3. */
#ifndef EXACT_H
#define EXACT_H

#include "kernel.h"

/* The eigenvalue as a rational number; 0 if no theorem here gives it as one. */
int exact_eigenvalue(fmpq_t eta, const kernel *f, ulong d, ulong k);

/* Is the eigenvalue exactly zero, by Proposition 9.5, 9.7, Lemma 9.3 or 9.8? */
int is_exactly_zero(const kernel *f, ulong d, ulong k);

/* The first k of the parity from which on all eigenvalues of the parity are zero; -1 if there is none. */
slong zeros_from(const kernel *f, int odd);

/* Is f a mixture of Gaussians with weight off 0, so that all eigenvalues are positive (Prop. 9.14)? */
int is_mixture_of_gaussians(const kernel *f, ulong d);

/* Is f a function of r^2 alone, so that no power law exists? */
int is_smooth(const kernel *f);

/* Lambda_k(s) K^(d-1+s) -> this constant (Lemma 12.2), as a rational number for odd d and odd s. */
int exact_chord_constant(fmpq_t constant, ulong d, const fmpq_t s);

#endif
