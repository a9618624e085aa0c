/* A certificate as read.py prints it, one claim a line. */
#ifndef CLAIMS_H
#define CLAIMS_H

#include <stdio.h>

#include "family.h"
#include "gram.h"
#include "kernel.h"
#include "law.h"

typedef struct {
  fmpq_t lower, upper;
} interval;

typedef struct {
  int given;
  ulong from;
  slong exponent;
  interval leading, next;
  fmpq_t rest;
} tail_claim;

typedef struct {
  int given;
  ulong from;
  fmpq_t rest, order;
  slong n;
  fmpq *exponent;
  interval *coefficient;
} expansion_claim;

/* The claimed enclosure of an eigenvalue, and the one that this program found. */
typedef struct {
  ulong k;
  interval claimed;
  int is_zero;
  arb_t found;
} row;

/* What is said of one kernel; parities: 0 even, 1 odd. */
typedef struct {
  char *specification;
  kernel f;
  int has_regions;
  fmpq_t size[3], bound[3]; /* by chart */
  tail_claim tail[2];
  expansion_claim expansion[2];
  row *rows; /* ascending */
  slong count;
  /* verified tails and expansions as expansions */
  int has_law[2];
  expansion law[2];
} evidence;

typedef struct {
  char *name;
  interval value;
  int used;
} constant;

typedef struct {
  char *file, *statement, *refutation; /* refutation NULL: proven */
  int version;
  ulong d;
  constant *constants;
  slong constant_count;
  int has_zeros;
  ulong *zeros;
  slong zero_count;
  slong zeros_from[2]; /* -1: absent */
  int kernels;
  evidence e[2];
  gram g; /* version 4 */
  kernel_family family; /* version 5 */
} certificate;

/* What read.py has read, and rests on a theorem that this program does not have. */
enum { NOT_CHECKED_HERE = 2 };

/*
 * Reads the next one. 1: read; 0: there is no more; -1: read.py could not read it, or its text is not
 * what this program expects; NOT_CHECKED_HERE; the reason is in c->statement in the last two cases.
 */
int certificate_read(certificate *c, FILE *in);
void certificate_clear(certificate *c);

#endif
