/* Kernels on the sphere as holomorphic functions of the angle, over Arb's complex balls. */
#ifndef KERNEL_H
#define KERNEL_H

#include <acb.h>
#include <fmpq.h>
#include <fmpq_poly.h>

/* The positive number base^exponent, exactly. */
typedef struct {
  fmpq_t base;
  fmpq_t exponent;
} parameter;

typedef enum {
  RESNTK, RESNNGP, FCNTK, FCNNGP, ARCCOS, LAPLACE, GAMMAEXP, MATERN, GAUSSIAN, CHORD, POLYNOMIAL
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
  fmpq_poly_t polynomial;  /* in u */
} kernel;

/* Reads a specification such as resntk:L=3,alpha=1/2. Returns 0 if it is none. */
int kernel_parse(kernel *k, const char *specification);

void kernel_clear(kernel *k);

/* base^(exponent power) */
void parameter_power(arb_t x, const parameter *p, int power, slong prec);

/*
 * The value at the angle theta. With analytic != 0 the result is not finite unless the kernel,
 * continued from the open real interval (0, pi), is holomorphic on the whole box theta.
 */
void kernel_value(acb_t f, const kernel *k, const acb_t theta, int analytic, slong prec);

/* A coordinate: the chord r = 2 sin(theta/2), the antipodal chord 2 cos(theta/2), the angle. */
typedef enum { COINCIDENCE, ANTIPODE, ANGLE } chart;

/*
 * The value at the coordinate x by a program that is the same for all x of the chart, so that
 * Theorem 6.2 of docs/theory.md applies to boundaries. Not finite where it is not holomorphic on the
 * whole box, or where that is not seen.
 */
void kernel_in_chart(acb_t f, const kernel *k, chart c, const acb_t x, slong prec);

#endif
