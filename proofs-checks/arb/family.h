/* All kernels of a network at once, certificates of version 5 (docs/theory.md, Theorem 27.2). */
#ifndef FAMILY_H
#define FAMILY_H

typedef enum { ZERO, POWER, EVEN_PART, ODD_PART, SUM, PRODUCT, COMPOSITION, DERIVATIVE, STATE } operation;

/* How many even and odd coefficients are positive at least: 0, 1, or 2 for infinitely many. */
typedef struct {
  int even, odd;
} presence;

typedef struct {
  operation op;
  int of[2];
  char *rule;
  presence claimed;
} proof_line;

enum { MOST_STATE = 3 };

/* The members of which the weights of a set are zero, and the others positive. */
typedef struct {
  int zero;
  int count;
  proof_line *line; /* from 0 here, from 1 in the file */
  int depths;
  int (*depth)[2]; /* L and its line */
  int has_induction, from, kernel;
  int state[MOST_STATE], assumed[MOST_STATE], next[MOST_STATE];
  int states, assumptions, nexts;
} family_case;

/* Sets of weights are sums of 1 tau, 2 beta, 4 sb2. */
typedef struct {
  int residual, tangent, all, propagated; /* of ReLUs; which biases there are, if any */
  int least, greatest;                    /* greatest 0: none */
  int maybe_zero, zero;                   /* weights that may be zero, and those that are */
  int cases;
  family_case *item;
} kernel_family;

/* A line of read.py in words. 0: not one of these, or not of their form. */
int family_take(kernel_family *f, char **word);
void family_close(kernel_family *f);

/* 0 proved, 1 refuted, 2 undecided, with the reason in why. */
int family_check(const kernel_family *f, char *why, unsigned long size);

#endif
