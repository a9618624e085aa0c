/* Kernels on the sphere as holomorphic functions of the angle, over Arb's complex balls. */
#ifndef KERNEL_H
#define KERNEL_H

#include <acb.h>
#include <fmpq.h>

/* The positive number base^exponent, exactly. */
typedef struct {
  fmpq_t base;
  fmpq_t exponent;
} parameter;

typedef enum {
  RESNTK, RESNNGP, FCNTK, FCNNGP, ARCCOS, LAPLACE, GAMMAEXP, MATERN, GAUSSIAN, CHORD
} family;

typedef struct {
  family name;
  slong depth;             /* L; n for ARCCOS; p for MATERN of smoothness p + 1/2 */
  int train_all;
  int propagated;
  parameter branch;        /* alpha */
  int branch_is_squared;   /* the specification gave alpha2 = alpha^2 */
  parameter bias;          /* beta or tau; base 0 if there is none */
  parameter scale;         /* c */
  fmpq_t power;            /* gamma, s */
} kernel;

/* Reads a specification such as resntk:L=3,alpha=1/2. Returns 0 if it is none. */
int kernel_parse(kernel *k, const char *specification);

void kernel_clear(kernel *k);

/*
 * The value at the angle theta. With analytic != 0 the result is not finite unless the kernel,
 * continued from the open real interval (0, pi), is holomorphic on the whole box theta.
 */
void kernel_value(acb_t f, const kernel *k, const acb_t theta, int analytic, slong prec);

#endif
