#include "claims.h"

#include <stdlib.h>
#include <string.h>

static void interval_init(interval *x) {
  fmpq_init(x->lower);
  fmpq_init(x->upper);
}

static void interval_clear(interval *x) {
  fmpq_clear(x->lower);
  fmpq_clear(x->upper);
}

static void evidence_open(evidence *e, const char *specification) {
  memset(e, 0, sizeof *e);
  e->specification = strdup(specification);
  for (int i = 0; i < 3; i++) {
    fmpq_init(e->size[i]);
    fmpq_init(e->bound[i]);
  }
  for (int p = 0; p < 2; p++) {
    interval_init(&e->tail[p].leading);
    interval_init(&e->tail[p].next);
    fmpq_init(e->tail[p].rest);
    fmpq_init(e->expansion[p].rest);
    fmpq_init(e->expansion[p].order);
  }
}

static void evidence_close(evidence *e) {
  for (int i = 0; i < 3; i++) {
    fmpq_clear(e->size[i]);
    fmpq_clear(e->bound[i]);
  }
  for (int p = 0; p < 2; p++) {
    interval_clear(&e->tail[p].leading);
    interval_clear(&e->tail[p].next);
    fmpq_clear(e->tail[p].rest);
    expansion_claim *x = e->expansion + p;
    fmpq_clear(x->rest);
    fmpq_clear(x->order);
    for (slong i = 0; i < x->n; i++) {
      fmpq_clear(x->exponent + i);
      interval_clear(x->coefficient + i);
    }
    free(x->exponent);
    free(x->coefficient);
    if (e->has_law[p]) expansion_clear(e->law + p);
  }
  for (slong i = 0; i < e->count; i++) {
    interval_clear(&e->rows[i].claimed);
    arb_clear(e->rows[i].found);
  }
  free(e->rows);
  free(e->specification);
  kernel_clear(&e->f);
}

void certificate_clear(certificate *c) {
  for (int i = 0; i < c->kernels; i++) evidence_close(c->e + i);
  for (slong i = 0; i < c->constant_count; i++) {
    free(c->constants[i].name);
    interval_clear(&c->constants[i].value);
  }
  free(c->constants);
  free(c->zeros);
  free(c->file);
  free(c->statement);
  free(c->refutation);
  gram_close(&c->g);
  family_close(&c->family);
}

/* ---- lines ---- */

static int set_number(fmpq_t q, const char *text) {
  return text && fmpq_set_str(q, text, 10) == 0 && !fmpz_is_zero(fmpq_denref(q));
}

static int set_interval(interval *x, const char *lower, const char *upper) {
  return set_number(x->lower, lower) && set_number(x->upper, upper);
}

static int set_index(ulong *k, const char *text) {
  char *end;
  if (!text) return 0;
  *k = strtoul(text, &end, 10);
  return *end == 0;
}

static int parity(const char *text) { return text && !strcmp(text, "odd"); }

static int add_row(evidence *e, char **word) {
  e->rows = realloc(e->rows, (e->count + 1) * sizeof(row));
  row *r = e->rows + e->count++;
  interval_init(&r->claimed);
  arb_init(r->found);
  r->is_zero = 0;
  return set_index(&r->k, word[1]) && set_interval(&r->claimed, word[2], word[3]);
}

static int add_term(expansion_claim *x, char **word) {
  x->exponent = realloc(x->exponent, (x->n + 1) * sizeof(fmpq));
  x->coefficient = realloc(x->coefficient, (x->n + 1) * sizeof(interval));
  fmpq_init(x->exponent + x->n);
  interval_init(x->coefficient + x->n);
  x->n++;
  return set_number(x->exponent + x->n - 1, word[1])
         && set_interval(x->coefficient + x->n - 1, word[2], word[3]);
}

/* One line, in words. */
static int take(certificate *c, char **word, expansion_claim **open) {
  const char *key = word[0];
  evidence *e = c->kernels ? c->e + c->kernels - 1 : NULL;
  ulong number = 0;
  if (!strcmp(key, "statement")) {
    c->statement = strdup(word[1]);
  } else if (!strcmp(key, "version")) {
    c->version = atoi(word[1]);
  } else if (!strcmp(key, "dimension")) {
    return set_index(&c->d, word[1]);
  } else if (!strcmp(key, "refutation")) {
    c->refutation = strdup(word[1]);
  } else if (c->version == 4) {
    return gram_take(&c->g, word);
  } else if (c->version == 5) {
    return family_take(&c->family, word);
  } else if (!strcmp(key, "constant")) {
    c->constants = realloc(c->constants, (c->constant_count + 1) * sizeof(constant));
    constant *x = c->constants + c->constant_count++;
    x->name = strdup(word[1]);
    x->used = 0;
    interval_init(&x->value);
    return set_interval(&x->value, word[2], word[3]);
  } else if (!strcmp(key, "zeros")) {
    c->has_zeros = 1;
  } else if (!strcmp(key, "zero")) {
    c->zeros = realloc(c->zeros, (c->zero_count + 1) * sizeof(ulong));
    return set_index(c->zeros + c->zero_count++, word[1]);
  } else if (!strcmp(key, "vanish")) {
    int good = set_index(&number, word[2]);
    c->zeros_from[parity(word[1])] = (slong)number;
    return good;
  } else if (!strcmp(key, "kernel")) {
    if (c->kernels == 2) return 0;
    evidence_open(c->e + c->kernels, word[1]);
    return kernel_parse(&c->e[c->kernels++].f, word[1]);
  } else if (!e) {
    return 0;
  } else if (!strcmp(key, "region")) {
    int i = !strcmp(word[1], "coincidence") ? COINCIDENCE
            : !strcmp(word[1], "antipode")  ? ANTIPODE
                                            : ANGLE;
    e->has_regions = 1;
    return set_number(e->size[i], word[2]) && set_number(e->bound[i], word[3]);
  } else if (!strcmp(key, "tail")) {
    tail_claim *t = e->tail + parity(word[1]);
    t->given++;
    int good = set_index(&t->from, word[2]) && set_index(&number, word[3]);
    t->exponent = (slong)number;
    return good && set_interval(&t->leading, word[4], word[5])
           && set_interval(&t->next, word[6], word[7]) && set_number(t->rest, word[8]);
  } else if (!strcmp(key, "expansion")) {
    expansion_claim *x = e->expansion + parity(word[1]);
    x->given++;
    *open = x;
    return set_index(&x->from, word[2]) && set_number(x->rest, word[3])
           && set_number(x->order, word[4]);
  } else if (!strcmp(key, "term")) {
    return *open && add_term(*open, word);
  } else if (!strcmp(key, "row")) {
    return add_row(e, word);
  } else {
    return 0;
  }
  return word[1] != NULL || !strcmp(key, "zeros");
}

int certificate_read(certificate *c, FILE *in) {
  char *line = NULL;
  size_t size = 0;
  ssize_t length;
  int result = 0;
  expansion_claim *open = NULL;
  memset(c, 0, sizeof *c);
  gram_open(&c->g);
  c->zeros_from[0] = c->zeros_from[1] = -1;
  while ((length = getline(&line, &size, in)) > 0) {
    if (line[length - 1] == '\n') line[length - 1] = 0;
    char *word[10] = {NULL}, *save = NULL;
    int n = 0;
    for (char *w = strtok_r(line, "\t", &save); w && n < 10; w = strtok_r(NULL, "\t", &save)) {
      word[n++] = w;
    }
    if (n == 0) continue;
    int is_unreadable = !strcmp(word[0], "unreadable"), is_other = !strcmp(word[0], "other");
    if (is_unreadable || is_other || !strcmp(word[0], "certificate")) {
      result = 1;
      c->file = strdup(word[1]);
      if (is_unreadable || is_other) {
        result = is_other ? NOT_CHECKED_HERE : -1;
        c->statement = strdup(word[2] ? word[2] : "");
        break;
      }
    } else if (!strcmp(word[0], "end")) {
      break;
    } else if (result == 1 && !take(c, word, &open)) {
      result = -1;
      free(c->statement);
      c->statement = strdup("not what this program can read");
    }
  }
  free(line);
  return result;
}
