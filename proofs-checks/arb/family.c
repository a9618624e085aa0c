#include "family.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TAU = 1, BETA = 2, SB2 = 4 };
enum { PROVED, REFUTED, UNDECIDED };

/* ---- reading ---- */

static const char *const OPERATION[] = {"zero", "power",   "even",        "odd",        "sum",
                                        "product", "composition", "derivative", "state"};
static const int OPERANDS[] = {0, 1, 0, 0, 2, 2, 2, 1, 1};

static int amount(const char *word) {
  return !strcmp(word, "unknown") ? 0 : !strcmp(word, "some") ? 1 : !strcmp(word, "infinite") ? 2 : -1;
}

static int take_line(family_case *c, char **word) {
  c->line = realloc(c->line, (c->count + 1) * sizeof *c->line);
  proof_line *l = c->line + c->count++;
  int op = 0;
  memset(l, 0, sizeof *l);
  while (op < 9 && strcmp(OPERATION[op], word[1])) op++;
  if (op == 9) return 0;
  l->op = (operation)op;
  char **rest = word + 2;
  for (int i = 0; i < OPERANDS[op]; i++) {
    if (!*rest) return 0;
    l->of[i] = atoi(*rest++);
    if (op != POWER && op != STATE && (l->of[i] < 1 || l->of[i] >= c->count)) return 0;
  }
  if (!rest[0] || !rest[1] || !rest[2] || rest[3]) return 0;
  l->rule = strdup(rest[0]);
  l->claimed = (presence){amount(rest[1]), amount(rest[2])};
  return l->claimed.even >= 0 && l->claimed.odd >= 0;
}

static int take_place(int *places, int *count, const char *word) {
  if (*count == MOST_STATE || !word) return 0;
  places[(*count)++] = atoi(word);
  return 1;
}

int family_take(kernel_family *f, char **word) {
  const char *key = word[0];
  if (!strcmp(key, "family")) {
    int *field[] = {&f->residual, &f->tangent,  &f->all,        &f->propagated,
                    &f->least,    &f->greatest, &f->maybe_zero, &f->zero};
    for (int i = 0; i < 8; i++) {
      if (!word[i + 1]) return 0;
      *field[i] = atoi(word[i + 1]);
    }
    return 1;
  }
  if (!strcmp(key, "case") && word[1]) {
    f->item = realloc(f->item, (f->cases + 1) * sizeof *f->item);
    memset(f->item + f->cases, 0, sizeof *f->item);
    f->item[f->cases++].zero = atoi(word[1]);
    return 1;
  }
  if (!f->cases || !word[1]) return 0;
  family_case *c = f->item + f->cases - 1;
  if (!strcmp(key, "line")) return take_line(c, word);
  if (!strcmp(key, "depth") && word[2]) {
    c->depth = realloc(c->depth, (c->depths + 1) * sizeof *c->depth);
    c->depth[c->depths][0] = atoi(word[1]);
    c->depth[c->depths++][1] = atoi(word[2]);
    return 1;
  }
  if (!strcmp(key, "induction") && word[2]) {
    c->has_induction = 1;
    c->from = atoi(word[1]);
    c->kernel = atoi(word[2]);
    return 1;
  }
  if (!strcmp(key, "state")) return take_place(c->state, &c->states, word[1]);
  if (!strcmp(key, "assumed")) return take_place(c->assumed, &c->assumptions, word[1]);
  if (!strcmp(key, "next")) return take_place(c->next, &c->nexts, word[1]);
  return 0;
}

void family_close(kernel_family *f) {
  for (int i = 0; i < f->cases; i++) {
    for (int j = 0; j < f->item[i].count; j++) free(f->item[i].line[j].rule);
    free(f->item[i].line);
    free(f->item[i].depth);
  }
  free(f->item);
}

/* ---- expressions, each once ---- */

typedef struct {
  operation op;
  int a, b;
} expression;

typedef struct {
  expression *item;
  int count;
  int f, slope; /* kappa_1 = a multiple of u and even powers, and its derivative */
} expressions;

static int node(expressions *e, operation op, int a, int b) {
  for (int i = 0; i < e->count; i++) {
    if (e->item[i].op == op && e->item[i].a == a && e->item[i].b == b) return i;
  }
  e->item = realloc(e->item, (e->count + 1) * sizeof *e->item);
  e->item[e->count] = (expression){op, a, b};
  return e->count++;
}

static int one(expressions *e) { return node(e, POWER, 0, 0); }

/* Whether the weight of the biases of this network is positive. */
static int is_biased(const kernel_family *f, const family_case *c) {
  int weight = f->residual ? TAU : f->propagated == 2 ? SB2 : BETA;
  return f->propagated >= 0 && !((f->zero | c->zero) & weight);
}

/* ---- the network: section 5, with positive factors left out ---- */

typedef struct {
  int n;
  int s[MOST_STATE]; /* covariance, tangent kernel, what the first layer contributes */
} layer;

static int dense(expressions *e, int covariance, int biased) {
  return biased ? node(e, SUM, covariance, one(e)) : covariance;
}

static layer first(expressions *e, const kernel_family *f, int biased) {
  int enters = biased && f->propagated > 0 && !f->residual;
  layer l = {.n = f->tangent ? (f->residual && f->all ? 3 : 2) : 1};
  l.s[0] = dense(e, node(e, POWER, 1, 0), enters);
  if (f->residual) {
    l.s[1] = f->tangent ? node(e, ZERO, 0, 0) : 0;
    l.s[2] = l.n == 3 ? l.s[0] : 0;
  } else if (f->tangent) {
    l.s[1] = dense(e, l.s[0], biased && !enters);
  }
  return l;
}

static layer after(expressions *e, const kernel_family *f, int biased, layer l) {
  int enters = biased && f->propagated > 0 && !f->residual;
  int value = node(e, COMPOSITION, e->f, l.s[0]);
  layer next = l;
  if (f->residual) {
    next.s[0] = node(e, SUM, l.s[0], value);
    if (f->tangent) {
      int slope = node(e, COMPOSITION, e->slope, l.s[0]);
      int passed = node(e, SUM, one(e), slope);
      int moved = dense(e, l.s[0], biased);
      int own = node(e, SUM, value, node(e, PRODUCT, moved, slope));
      next.s[1] = node(e, SUM, node(e, PRODUCT, passed, l.s[1]), own);
      if (l.n == 3) next.s[2] = node(e, PRODUCT, passed, l.s[2]);
    }
    return next;
  }
  next.s[0] = dense(e, value, enters);
  if (f->tangent) {
    int passed = node(e, PRODUCT, l.s[1], node(e, COMPOSITION, e->slope, l.s[0]));
    next.s[1] = node(e, SUM, passed, dense(e, next.s[0], biased && !enters));
  }
  return next;
}

static int kernel_of(expressions *e, const kernel_family *f, layer l) {
  if (!f->tangent) return l.s[0];
  return l.n == 3 ? node(e, SUM, node(e, SUM, l.s[0], l.s[2]), l.s[1]) : l.s[1];
}

/* ---- Lemma 27.1 ---- */

static int larger(int x, int y) { return x > y ? x : y; }
static int times(int x, int y) { return x && y ? larger(x, y) : 0; }

static presence composed(presence f, presence g) {
  int even = 0, odd = 0;
  if ((f.even && (g.even || g.odd)) || (f.odd && g.even)) even = 1;
  if (f.odd && g.odd) odd = 1;
  if (f.even == 2 && (g.odd || g.even == 2)) even = 2;
  if (f.odd && g.even == 2) even = 2;
  if (f.odd == 2 && g.odd) odd = 2;
  if (f.odd && g.odd == 2) odd = 2;
  if (g.even && g.odd && (f.even == 2 || f.odd == 2)) even = odd = 2;
  return (presence){even, odd};
}

static presence known(const proof_line *l, const presence *of) {
  presence a = of[0], b = of[1];
  switch (l->op) {
    case POWER: return (presence){l->of[0] % 2 == 0, l->of[0] % 2 == 1};
    case EVEN_PART: return (presence){2, 0};
    case ODD_PART: return (presence){0, 2};
    case SUM: return (presence){larger(a.even, b.even), larger(a.odd, b.odd)};
    case PRODUCT:
      return (presence){larger(times(a.even, b.even), times(a.odd, b.odd)),
                        larger(times(a.even, b.odd), times(a.odd, b.even))};
    case COMPOSITION: return composed(a, b);
    case DERIVATIVE: return (presence){a.odd, a.even == 2 ? 2 : 0};
    case STATE: return l->claimed;
    default: return (presence){0, 0};
  }
}

static const char *rule_of(const proof_line *l, presence inner) {
  switch (l->op) {
    case ZERO: return "zero";
    case POWER: return "power";
    case SUM: return "union";
    case PRODUCT: return "sums";
    case DERIVATIVE: return "lowered";
    case STATE: return "assumed";
    case COMPOSITION:
      return inner.even ? (inner.odd ? "mixed-inner" : "even-inner")
                        : (inner.odd ? "odd-inner" : "unknown-inner");
    default: return "series";
  }
}

/* ---- a case ---- */

typedef struct {
  expressions e;
  int *is;            /* the expression of each line */
  const family_case *c;
  char *why;
  unsigned long size;
} proof;

static int fail(proof *p, int verdict, const char *reason, int number) {
  snprintf(p->why, p->size, "%s: %d", reason, number);
  return verdict;
}

/* The line, from 1, is that expression; its number is in range. */
static int is_line(const proof *p, int line, int wanted) {
  return line >= 1 && line <= p->c->count && p->is[line - 1] == wanted;
}

static presence of_line(const proof *p, int line) { return p->c->line[line - 1].claimed; }

static int is_infinite(presence x) { return x.even == 2 && x.odd == 2; }

static int check_lines(proof *p) {
  const family_case *c = p->c;
  for (int i = 0; i < c->count; i++) {
    const proof_line *l = c->line + i;
    presence of[2] = {{0, 0}, {0, 0}};
    int part[2] = {0, 0};
    for (int j = 0; j < OPERANDS[l->op]; j++) {
      int is_number = l->op == POWER || l->op == STATE;
      part[j] = is_number ? l->of[j] : p->is[l->of[j] - 1];
      if (!is_number) of[j] = c->line[l->of[j] - 1].claimed;
    }
    p->is[i] = node(&p->e, l->op, part[0], part[1]);
    presence found = known(l, of);
    if (found.even != l->claimed.even || found.odd != l->claimed.odd
        || strcmp(l->rule, rule_of(l, of[1]))) {
      return fail(p, REFUTED, "this does not follow by its rule, line", i + 1);
    }
    if (l->op == STATE
        && (l->of[0] < 1 || l->of[0] > c->assumptions || c->assumed[l->of[0] - 1] != i + 1)) {
      return fail(p, REFUTED, "what is assumed has no place, line", i + 1);
    }
  }
  return PROVED;
}

static int has_depth(const family_case *c, int depth) {
  for (int i = 0; i < c->depths; i++) {
    if (c->depth[i][0] == depth) return 1;
  }
  return 0;
}

static int check_depths(proof *p, const kernel_family *f) {
  const family_case *c = p->c;
  if (!f->greatest && !c->has_induction) return fail(p, UNDECIDED, "depths without end", 0);
  for (int l = f->least; !(f->greatest && l > f->greatest) && !(c->has_induction && l >= c->from); l++) {
    if (!has_depth(c, l)) return fail(p, UNDECIDED, "there is no kernel for the depth", l);
  }
  return PROVED;
}

static int check_induction(proof *p, const kernel_family *f, int biased, layer at) {
  const family_case *c = p->c;
  layer given = at;
  if (c->states != at.n || c->assumptions != at.n || c->nexts != at.n) {
    return fail(p, REFUTED, "the state has another size", at.n);
  }
  for (int i = 0; i < at.n; i++) given.s[i] = node(&p->e, STATE, i + 1, 0);
  layer next = after(&p->e, f, biased, given);
  for (int i = 0; i < at.n; i++) {
    if (!is_line(p, c->state[i], at.s[i]) || !is_line(p, c->assumed[i], given.s[i])
        || !is_line(p, c->next[i], next.s[i])) {
      return fail(p, REFUTED, "a line of the state is another series, place", i + 1);
    }
    presence assumed = of_line(p, c->assumed[i]), start = of_line(p, c->state[i]),
             end = of_line(p, c->next[i]);
    if (start.even != assumed.even || start.odd != assumed.odd || end.even < assumed.even
        || end.odd < assumed.odd) {
      return fail(p, UNDECIDED, "what is assumed is not shown, place", i + 1);
    }
  }
  if (!is_line(p, c->kernel, kernel_of(&p->e, f, given))) {
    return fail(p, REFUTED, "this is not the kernel, line", c->kernel);
  }
  return is_infinite(of_line(p, c->kernel))
             ? PROVED
             : fail(p, UNDECIDED, "a parity is not shown to be infinite, line", c->kernel);
}

static int check_case(const kernel_family *f, const family_case *c, char *why, unsigned long size) {
  proof p = {.c = c, .why = why, .size = size};
  int biased = is_biased(f, c), last = c->has_induction ? c->from : 0, verdict;
  p.is = calloc(c->count + 1, sizeof *p.is);
  p.e.f = node(&p.e, SUM, node(&p.e, EVEN_PART, 0, 0), node(&p.e, POWER, 1, 0));
  p.e.slope = node(&p.e, DERIVATIVE, p.e.f, 0);
  verdict = check_lines(&p);
  if (verdict == PROVED) verdict = check_depths(&p, f);
  for (int i = 0; i < c->depths; i++) last = larger(last, c->depth[i][0]);
  layer at = first(&p.e, f, biased);
  for (int l = 0; l <= last && verdict == PROVED; l++) {
    for (int i = 0; i < c->depths && verdict == PROVED; i++) {
      if (c->depth[i][0] != l) continue;
      if (!is_line(&p, c->depth[i][1], kernel_of(&p.e, f, at))) {
        verdict = fail(&p, REFUTED, "this is not the kernel, line", c->depth[i][1]);
      } else if (!is_infinite(of_line(&p, c->depth[i][1]))) {
        verdict = fail(&p, UNDECIDED, "a parity is not shown to be infinite, line", c->depth[i][1]);
      }
    }
    if (verdict == PROVED && c->has_induction && c->from == l) {
      verdict = check_induction(&p, f, biased, at);
    }
    at = after(&p.e, f, biased, at);
  }
  free(p.is);
  free(p.e.item);
  return verdict;
}

int family_check(const kernel_family *f, char *why, unsigned long size) {
  int needed = f->maybe_zero ? 2 : 1, seen = 0;
  if (f->cases != needed) {
    snprintf(why, size, "there are %d cases, and not %d", f->cases, needed);
    return UNDECIDED;
  }
  for (int i = 0; i < f->cases; i++) {
    int zero = f->item[i].zero;
    if (zero && zero != f->maybe_zero) {
      snprintf(why, size, "a case of another family");
      return UNDECIDED;
    }
    seen |= zero ? 2 : 1;
  }
  if (seen != (f->maybe_zero ? 3 : 1)) {
    snprintf(why, size, "a case is missing");
    return UNDECIDED;
  }
  for (int i = 0; i < f->cases; i++) {
    int verdict = check_case(f, f->item + i, why, size);
    if (verdict != PROVED) return verdict;
  }
  return PROVED;
}
