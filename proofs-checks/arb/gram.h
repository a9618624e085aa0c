/* The smallest eigenvalue of the matrix of a kernel between vectors, certificates of version 4. */
#ifndef GRAM_H
#define GRAM_H

#include "kernel.h"

/* A fully connected network of ReLUs with weights of variance sw2 and biases of variance sb2. */
typedef struct {
  int given;
  int tangent;
  slong depth;
  fmpq_t sw2, sb2;
} relu_network;

typedef struct {
  int given;
  int on_sphere;
  int paper; /* the scale: that of the literature, or 1 at x = z, |x| = 1 */
  int definite;
  slong n, m;
  kernel f;             /* unless a network is given */
  relu_network network;
  fmpq *x;              /* n points of m coordinates */
  slong coordinates;    /* read so far */
  int has_lower, has_upper;
  fmpq_t lower, upper;
  fmpz *vector;         /* n integers where there is an upper bound */
  slong weights;        /* read so far */
  slong *pairs;         /* of points, from 1, that make it singular */
  slong pair_count;
} gram;

void gram_open(gram *g);
void gram_close(gram *g);

/* A line of read.py in words. 0: not one of these, or not of their form. */
int gram_take(gram *g, char **word);

/* 0 proved, 1 refuted, 2 undecided, with the reason in why. */
int gram_check(gram *g, char *why, size_t size);

#endif
