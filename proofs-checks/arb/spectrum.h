/* Certified eigenvalues of one kernel, for every dimension and frequency. */
#ifndef SPECTRUM_H
#define SPECTRUM_H

#include "kernel.h"

typedef struct spectrum_struct *spectrum;

/* Divides [0, pi] into panels around which the kernel is proved holomorphic and bounded. */
spectrum spectrum_open(const kernel *f);

void spectrum_close(spectrum s);

/*
 * Encloses eta_k = c_d Int_0^pi f(cos t) P_k(cos t) sin(t)^(d-2) dt,
 * c_d = Gamma(d/2)/(sqrt(pi) Gamma((d-1)/2)), with a radius of about 2^-bits.
 */
void spectrum_eigenvalue(arb_t eta, spectrum s, ulong d, ulong k, slong bits);

#endif
