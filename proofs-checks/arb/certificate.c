/*
 * Checks whole certificates (docs/certificates.md, versions 1, 2, 4 and 5, no geometric laws) from their format and the theorems
 * of docs/theory.md alone, on Arb:
 *
 *   python3 read.py FILE... | certificate
 *
 * prints one line for each: "verified", "refuted: ..." (a claim is false), "undecided: ..." (it does not
 * follow, or is not supported), "not checked here: ..." (it is of a kind that needs another theorem) or
 * "unreadable: ...". The exit code is 0, or the first of 2 (unreadable), 3 (refuted), 4 (undecided, not checked
 * here) that occurs.
 */
#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "exact.h"
#include "spectrum.h"
#include "tail.h"

/* What this program takes on. */
#define LARGEST_DIMENSION 200
#define LARGEST_FREQUENCY 20000
#define LARGEST_DEPTH 200
#define MOST_WORK 1000000.0 /* sum of k + 50 over the rows, about a second for every 10^4 */

typedef struct {
  certificate *c;
  answer verdict;
  char why[300];
} check;

static int fail(check *on, answer verdict, const char *format, ...) {
  va_list arguments;
  on->verdict = verdict;
  va_start(arguments, format);
  vsnprintf(on->why, sizeof on->why, format, arguments);
  va_end(arguments);
  return 0;
}

static const char *parity_name(int odd) { return odd ? "odd" : "even"; }

/* ---- the enclosures ---- */

static slong bits_for(const interval *x) {
  fmpq_t width, size;
  fmpq_init(width);
  fmpq_init(size);
  fmpq_sub(width, x->upper, x->lower);
  slong bits = (slong)fmpz_bits(fmpq_denref(width)) - (slong)fmpz_bits(fmpq_numref(width)) + 20;
  /* and 30 bits of the number itself, whatever the claim is */
  fmpq_abs(size, x->upper);
  if (!fmpq_is_zero(size)) {
    slong relative = (slong)fmpz_bits(fmpq_denref(size)) - (slong)fmpz_bits(fmpq_numref(size)) + 30;
    if (fmpq_is_zero(width) || relative > bits) bits = relative;
  }
  fmpq_clear(width);
  fmpq_clear(size);
  return FLINT_MAX(bits, 40);
}

/* The panels of the last kernels: the certificates of one kernel share them. */
#define REMEMBERED 8

static spectrum spectrum_of(const char *specification) {
  static struct {
    char *specification;
    kernel f;
    spectrum s;
  } last[REMEMBERED];
  static int next = 0;
  for (int i = 0; i < REMEMBERED; i++) {
    if (last[i].s && !strcmp(last[i].specification, specification)) return last[i].s;
  }
  if (last[next].s) {
    spectrum_close(last[next].s);
    kernel_clear(&last[next].f);
    free(last[next].specification);
  }
  last[next].specification = strdup(specification);
  kernel_parse(&last[next].f, specification);
  spectrum s = last[next].s = spectrum_open(&last[next].f);
  next = (next + 1) % REMEMBERED;
  return s;
}

static int check_rows(check *on, evidence *e) {
  fmpq_t exact;
  int good = 1;
  double work = 0;
  for (slong i = 0; i < e->count; i++) work += (double)e->rows[i].k + 50;
  if (work > MOST_WORK) return fail(on, UNDECIDED, "not supported: so many enclosures");
  fmpq_init(exact);
  for (slong i = 0; i < e->count && good; i++) {
    row *r = e->rows + i;
    answer a = UNDECIDED;
    if (r->k > LARGEST_FREQUENCY) {
      good = fail(on, UNDECIDED, "not supported: an eigenvalue at k = %lu", r->k);
    } else if (exact_eigenvalue(exact, &e->f, on->c->d, r->k)) {
      a = fmpq_cmp(r->claimed.lower, exact) <= 0 && fmpq_cmp(exact, r->claimed.upper) <= 0 ? PROVED
                                                                                          : REFUTED;
      r->is_zero = fmpq_is_zero(exact);
      arb_set_fmpq(r->found, exact, LAW_PREC);
    } else if (e->f.name == CHORD) {
      chord_eigenvalue(r->found, on->c->d, e->f.power, r->k, 4 * LAW_PREC);
      a = contained(&r->claimed, r->found, r->found);
    } else {
      slong bits = bits_for(&r->claimed);
      if (bits > 4000) {
        good = fail(on, UNDECIDED, "not supported: an enclosure as narrow as that at k = %lu", r->k);
        break;
      }
      spectrum s = spectrum_of(e->specification);
      for (int attempt = 0; attempt < 3 && a == UNDECIDED; attempt++, bits += 60) {
        spectrum_eigenvalue(r->found, s, on->c->d, r->k, bits);
        a = contained(&r->claimed, r->found, r->found);
      }
    }
    if (good && a != PROVED) {
      good = fail(on, a, "the eigenvalue of %s at k = %lu is not %sin its interval",
                  e->specification, r->k, a == REFUTED ? "" : "seen to be ");
    }
  }
  fmpq_clear(exact);
  return good;
}

static const row *row_at(const evidence *e, ulong k) {
  for (slong i = 0; i < e->count; i++) {
    if (e->rows[i].k == k) return e->rows + i;
  }
  return NULL;
}

/* Is every eigenvalue of the parity with first <= k < end enclosed? */
static int has_rows(check *on, const evidence *e, int odd, ulong first, ulong end) {
  for (ulong k = first + ((first + odd) % 2); k < end; k += 2) {
    if (!row_at(e, k)) {
      return fail(on, UNDECIDED, "there is no enclosure of the eigenvalue of %s at k = %lu",
                  e->specification, k);
    }
  }
  return 1;
}

/* ---- the constants ---- */

/* The constant of that name must be there and contain what is between low and high. */
static int states_span(check *on, const arb_t low, const arb_t high, const char *name, int odd) {
  char full[64];
  snprintf(full, sizeof full, odd < 0 ? "%s" : "%s.%s", name, odd < 0 ? "" : parity_name(odd));
  for (slong i = 0; i < on->c->constant_count; i++) {
    constant *value = on->c->constants + i;
    if (strcmp(value->name, full)) continue;
    value->used = 1;
    answer a = contained(&value->value, low, high);
    if (a == PROVED) return 1;
    return fail(on, a, "%s is not %sin its interval", full, a == REFUTED ? "" : "seen to be ");
  }
  return fail(on, UNDECIDED, "the conclusion does not name %s", full);
}

static int states(check *on, const arb_t x, const char *name, int odd) {
  return states_span(on, x, x, name, odd);
}

/* A bound: the interval of that name reaches at least as far, and does not begin above it. */
static int states_bound(check *on, const arb_t x, const char *name, int odd) {
  arb_t range;
  mag_t size;
  arb_init(range);
  mag_init(size);
  char full[64];
  snprintf(full, sizeof full, "%s.%s", name, parity_name(odd));
  int good = 0, found = 0;
  for (slong i = 0; i < on->c->constant_count; i++) {
    constant *value = on->c->constants + i;
    if (strcmp(value->name, full)) continue;
    found = value->used = 1;
    arb_set_fmpq(range, value->value.upper, LAW_PREC);
    good = arb_le(x, range);
    arb_set_fmpq(range, value->value.lower, LAW_PREC);
    good = good && arb_le(range, x);
  }
  arb_clear(range);
  mag_clear(size);
  if (!found) return fail(on, UNDECIDED, "the conclusion does not name %s", full);
  return good || fail(on, UNDECIDED, "%s does not follow", full);
}

static int all_used(check *on) {
  for (slong i = 0; i < on->c->constant_count; i++) {
    if (!on->c->constants[i].used) {
      return fail(on, UNDECIDED, "the conclusion names %s, which is no constant of the statement",
                  on->c->constants[i].name);
    }
  }
  return 1;
}

/* The infimum or supremum of the numbers so far and of another; found says whether there is one yet. */
static void extend(span *extremum, int *found, int greatest, const arb_t low, const arb_t high) {
  if (!*found) {
    arb_set(extremum->low, low);
    arb_set(extremum->high, high);
  } else if (greatest) {
    arb_max(extremum->low, extremum->low, low, LAW_PREC);
    arb_max(extremum->high, extremum->high, high, LAW_PREC);
  } else {
    arb_min(extremum->low, extremum->low, low, LAW_PREC);
    arb_min(extremum->high, extremum->high, high, LAW_PREC);
  }
  *found = 1;
}

/* ---- positivity, and semidefinite ---- */

static int check_sign(check *on, int strictly) {
  evidence *e = on->c->e;
  arb_t x;
  span least;
  int found = 0, good = 1;
  span_init(&least);
  arb_init(x);
  for (slong i = 0; i < e->count && good; i++) {
    row *r = e->rows + i;
    if (r->is_zero && !strictly) continue;
    if (!arb_is_positive(r->found)) {
      good = fail(on, arb_is_nonpositive(r->found) ? REFUTED : UNDECIDED,
                  "the eigenvalue at k = %lu is not %spositive", r->k,
                  arb_is_nonpositive(r->found) ? "" : "seen to be ");
    }
    extend(&least, &found, 0, r->found, r->found);
  }
  if (good && found) good = states_span(on, least.low, least.high, "least", -1);
  int without_tails = is_mixture_of_gaussians(&e->f, on->c->d) && !e->has_law[0] && !e->has_law[1];
  for (int odd = 0; odd < 2 && good && !without_tails; odd++) {
    slong zeros = zeros_from(&e->f, odd);
    if (!strictly && zeros >= 0 && !e->has_law[odd]) {
      good = has_rows(on, e, odd, 0, zeros);
      if (good && on->c->zeros_from[odd] < zeros) {
        good = fail(on, on->c->zeros_from[odd] < 0 ? UNDECIDED : REFUTED,
                    "the %s eigenvalues vanish from k = %ld on, which is not what is said",
                    parity_name(odd), zeros);
      }
      if (good) good = has_rows(on, e, odd, 0, on->c->zeros_from[odd]);
      continue;
    }
    if (!strictly && on->c->zeros_from[odd] >= 0) {
      good = fail(on, REFUTED, "the %s eigenvalues do not vanish", parity_name(odd));
    } else if (!e->has_law[odd]) {
      good = fail(on, UNDECIDED, "there is no tail of the %s eigenvalues", parity_name(odd));
    } else if (sign_of(e->law + odd) <= 0) {
      good = fail(on, UNDECIDED, "the tail of the %s eigenvalues is not positive", parity_name(odd));
    } else {
      relative_distance(x, e->law + odd);
      good = states_bound(on, x, "relativeDistance", odd) && has_rows(on, e, odd, 0, e->law[odd].from);
    }
  }
  span_clear(&least);
  arb_clear(x);
  return good;
}

/* The zeros listed are those of the enclosures. */
static int check_zeros(check *on) {
  const certificate *c = on->c;
  slong zeros = 0;
  for (slong i = 0; i < c->e->count; i++) zeros += c->e->rows[i].is_zero;
  for (slong i = 0; i < c->zero_count; i++) {
    const row *r = row_at(c->e, c->zeros[i]);
    if (!is_exactly_zero(&c->e->f, c->d, c->zeros[i])) {
      return fail(on, REFUTED, "the eigenvalue at k = %lu is not zero", c->zeros[i]);
    }
    if (!r || (i > 0 && c->zeros[i] <= c->zeros[i - 1])) {
      return fail(on, UNDECIDED, "the zeros are not those of the enclosures");
    }
  }
  return zeros == c->zero_count || fail(on, UNDECIDED, "the zeros are not those of the enclosures");
}

/* ---- decay ---- */

static int check_decay(check *on) {
  evidence *e = on->c->e;
  int laws = 0, good = 1;
  for (int odd = 0; odd < 2 && good; odd++) {
    if (!e->has_law[odd] && zeros_from(&e->f, odd) >= 0) continue;
    if (!e->has_law[odd]) {
      good = fail(on, UNDECIDED, "there is no tail of the %s eigenvalues", parity_name(odd));
      break;
    }
    laws++;
    expansion *tail = e->law + odd;
    decay_law law;
    arb_t x;
    span infimum, supremum;
    fmpq_t exact;
    int lower = 1, upper = 1;
    decay_law_init(&law);
    span_init(&infimum);
    span_init(&supremum);
    arb_init(x);
    fmpq_init(exact);
    if (!decay_law_of(&law, tail)) {
      good = fail(on, UNDECIDED, "there is no law of the %s eigenvalues", parity_name(odd));
    } else {
      if (arb_is_exact(tail->c) && exact_chord_constant(exact, tail->d, tail->s)) {
        arb_set_fmpq(law.constant, exact, LAW_PREC);
        arb_mul(law.constant, law.constant, tail->c, LAW_PREC);
      }
      law_extrema(&infimum, &supremum, &law, tail);
      arb_sub_ui(x, law.bound, 1, LAW_PREC);
      good = arb_is_negative(x)
             || fail(on, UNDECIDED, "the remainder of the %s eigenvalues is too large", parity_name(odd));
      good = good && has_rows(on, e, odd, 1, tail->from);
      for (slong i = 0; i < e->count && good; i++) {
        const row *r = e->rows + i;
        if (r->k < 1 || r->k >= tail->from || (int)(r->k % 2) != odd) continue;
        arb_set_ui(x, r->k);
        arb_pow_fmpq(x, x, law.exponent, LAW_PREC);
        arb_mul(x, x, r->found, LAW_PREC);
        extend(&infimum, &lower, 0, x, x);
        extend(&supremum, &upper, 1, x, x);
      }
      remainder_constant(x, &law, tail);
      good = good && states(on, law.constant, "constant", odd)
             && states_bound(on, x, "remainder", odd)
             && states_span(on, infimum.low, infimum.high, "c1", odd)
             && states_span(on, supremum.low, supremum.high, "c2", odd);
    }
    decay_law_clear(&law);
    span_clear(&infimum);
    span_clear(&supremum);
    arb_clear(x);
    fmpq_clear(exact);
  }
  if (good && laws == 0) good = fail(on, UNDECIDED, "there is no power law");
  return good;
}

/* ---- equivalence ---- */

/* No eigenvalue that is enclosed is negative; those of the tails follow from the quotients. */
static int is_semidefinite_in_rows(check *on, const evidence *e) {
  for (slong i = 0; i < e->count; i++) {
    const row *r = e->rows + i;
    if (!r->is_zero && !arb_is_positive(r->found)) {
      return fail(on, arb_is_negative(r->found) ? REFUTED : UNDECIDED,
                  "%s is not %spositive semidefinite: its eigenvalue at k = %lu", e->specification,
                  arb_is_negative(r->found) ? "" : "seen to be ", r->k);
    }
  }
  return 1;
}

static int check_equivalence(check *on) {
  evidence *one = on->c->e, *two = on->c->e + 1;
  arb_t limit, x;
  span infimum, supremum, low, high;
  int lower = 0, upper = 0, good;
  span_init(&infimum);
  span_init(&supremum);
  span_init(&low);
  span_init(&high);
  arb_init(limit);
  arb_init(x);
  good = is_semidefinite_in_rows(on, one) && is_semidefinite_in_rows(on, two);
  for (int odd = 0; odd < 2 && good; odd++) {
    slong zeros = zeros_from(&one->f, odd), others = zeros_from(&two->f, odd);
    if (zeros >= 0 && others >= 0) {
      slong from = FLINT_MAX(zeros, others);
      good = has_rows(on, one, odd, 0, from) && has_rows(on, two, odd, 0, from);
      continue;
    }
    const expansion *first = one->law + odd, *second = two->law + odd;
    if (!one->has_law[odd] || !two->has_law[odd]) {
      good = fail(on, UNDECIDED, "there are no two tails of the %s eigenvalues", parity_name(odd));
    } else if (!quotient_extrema(limit, &low, &high, first, second)) {
      good = fail(on, UNDECIDED, "the tails of the %s eigenvalues do not match", parity_name(odd));
    } else if (sign_of(second) <= 0 || !arb_is_positive(low.low)) {
      good = fail(on, UNDECIDED, "the tails of the %s eigenvalues are not seen to be positive",
                  parity_name(odd));
    } else {
      good = states(on, limit, "limit", odd) && has_rows(on, one, odd, 0, first->from)
             && has_rows(on, two, odd, 0, second->from);
      extend(&infimum, &lower, 0, low.low, low.high);
      extend(&supremum, &upper, 1, high.low, high.high);
    }
  }
  /* the quotients of all frequencies that are enclosed */
  for (slong i = 0; i < one->count && good; i++) {
    const row *r = one->rows + i, *s = row_at(two, r->k);
    if (!s) {
      good = fail(on, UNDECIDED, "there is no second eigenvalue at k = %lu", r->k);
    } else if (r->is_zero != s->is_zero) {
      good = fail(on, REFUTED, "one eigenvalue at k = %lu is zero, the other is not", r->k);
    } else if (!r->is_zero) {
      arb_div(x, r->found, s->found, LAW_PREC);
      extend(&infimum, &lower, 0, x, x);
      extend(&supremum, &upper, 1, x, x);
    }
  }
  for (slong i = 0; i < two->count && good; i++) {
    if (!row_at(one, two->rows[i].k)) {
      good = fail(on, UNDECIDED, "there is no first eigenvalue at k = %lu", two->rows[i].k);
    }
  }
  if (good && !lower) good = fail(on, UNDECIDED, "there is no quotient");
  if (good && !arb_is_positive(infimum.low)) good = fail(on, UNDECIDED, "the quotients may reach zero");
  good = good && states_span(on, infimum.low, infimum.high, "infimum", -1)
         && states_span(on, supremum.low, supremum.high, "supremum", -1);
  span_clear(&infimum);
  span_clear(&supremum);
  span_clear(&low);
  span_clear(&high);
  arb_clear(limit);
  arb_clear(x);
  return good;
}

/*
 * The numbers of the file must carry the statement on their own: an interval around zero says nothing
 * of a sign, whatever this program found.
 */
static int around_zero(const interval *x) { return fmpq_sgn(x->lower) <= 0 && fmpq_sgn(x->upper) >= 0; }

static int claims_have_signs(check *on, const evidence *e) {
  for (int odd = 0; odd < 2; odd++) {
    if ((e->tail[odd].given && around_zero(&e->tail[odd].leading))
        || (e->expansion[odd].given && around_zero(e->expansion[odd].coefficient))) {
      return fail(on, UNDECIDED, "the leading coefficient of the %s eigenvalues is claimed around zero",
                  parity_name(odd));
    }
  }
  for (slong i = 0; i < e->count; i++) {
    const row *r = e->rows + i;
    if (r->is_zero != (fmpq_is_zero(r->claimed.lower) && fmpq_is_zero(r->claimed.upper))
        || (!r->is_zero && around_zero(&r->claimed))) {
      return fail(on, UNDECIDED, "the eigenvalue of %s at k = %lu is claimed around zero",
                  e->specification, r->k);
    }
  }
  return 1;
}

/* ---- refutations ---- */

static int has_negative(const evidence *e) {
  for (slong i = 0; i < e->count; i++) {
    if (!e->rows[i].is_zero && arb_is_negative(e->rows[i].found)) return 1;
  }
  return (e->has_law[0] && sign_of(e->law) < 0) || (e->has_law[1] && sign_of(e->law + 1) < 0);
}

static int has_zero(const evidence *e) {
  for (slong i = 0; i < e->count; i++) {
    if (e->rows[i].is_zero) return 1;
  }
  return 0;
}

static int sign_in(const row *r) {
  return r->is_zero ? 0 : arb_is_positive(r->found) ? 1 : arb_is_negative(r->found) ? -1 : 2;
}

/* Two eigenvalues at one k that are zero and not zero, or of different signs. */
static int differ(const evidence *one, const evidence *two, int by_zero) {
  for (slong i = 0; i < one->count; i++) {
    const row *s = row_at(two, one->rows[i].k);
    if (!s) continue;
    int a = sign_in(one->rows + i), b = sign_in(s);
    if (a == 2 || b == 2) continue;
    if (by_zero ? (a == 0) != (b == 0) : a * b < 0) return 1;
  }
  return 0;
}

static int has_proper_law(const evidence *e, int odd) {
  return e->has_law[odd] && sign_of(e->law + odd) != 0;
}

static int refutes(check *on) {
  const char *by = on->c->refutation;
  const evidence *one = on->c->e, *two = on->c->e + 1;
  int good = 0;
  if (strcmp(on->c->statement, "equivalence")) {
    if (!strcmp(by, "zero")) good = has_zero(one);
    else if (!strcmp(by, "negative")) good = has_negative(one);
    else if (!strcmp(by, "smooth")) good = is_smooth(&one->f);
  } else if (!strcmp(by, "zero")) {
    good = differ(one, two, 1);
  } else if (!strcmp(by, "negative")) {
    good = has_negative(one) || has_negative(two);
  } else if (!strcmp(by, "sign")) {
    good = differ(one, two, 0);
    for (int odd = 0; odd < 2; odd++) {
      good |= one->has_law[odd] && two->has_law[odd]
              && sign_of(one->law + odd) * sign_of(two->law + odd) < 0;
    }
  } else if (!strcmp(by, "rate")) {
    good = one->f.name == GAUSSIAN && two->f.name == GAUSSIAN
           && !fmpq_equal(one->f.scale.base, two->f.scale.base);
  } else if (!strcmp(by, "exponent")) {
    for (int odd = 0; odd < 2; odd++) {
      good |= has_proper_law(one, odd) && has_proper_law(two, odd)
              && !fmpq_equal(one->law[odd].s, two->law[odd].s);
    }
  } else if (!strcmp(by, "smooth")) {
    for (int odd = 0; odd < 2; odd++) {
      good |= (is_smooth(&one->f) && has_proper_law(two, odd))
              || (is_smooth(&two->f) && has_proper_law(one, odd));
    }
  }
  return good || fail(on, UNDECIDED, "the numbers do not refute the statement by \"%s\"", by);
}

/* ---- all ---- */

static void check_all(check *on) {
  certificate *c = on->c;
  int good = 1;
  on->verdict = PROVED;
  if (c->version == 4) {
    c->g.definite = !strcmp(c->statement, "definite");
    on->verdict = (answer)gram_check(&c->g, on->why, sizeof on->why);
    return;
  }
  if (c->version == 5) {
    on->verdict = (answer)family_check(&c->family, on->why, sizeof on->why);
    return;
  }
  if (c->d > LARGEST_DIMENSION) {
    fail(on, UNDECIDED, "not supported: dimension %lu", c->d);
    return;
  }
  for (int i = 0; i < c->kernels && good; i++) {
    evidence *e = c->e + i;
    fmpq_t least;
    fmpq_init(least);
    fmpq_set_si(least, 1 - (slong)c->d, 1);
    if (e->f.name == CHORD && fmpq_cmp(e->f.power, least) <= 0) {
      good = fail(on, REFUTED, "the kernel has no eigenvalues in dimension %lu", c->d);
    } else if (e->f.depth > LARGEST_DEPTH) {
      good = fail(on, UNDECIDED, "not supported: depth %ld", e->f.depth);
    }
    fmpq_clear(least);
  }
  for (int i = 0; i < c->kernels && good; i++) {
    answer a = evidence_tails(c->e + i, c->d, on->why, sizeof on->why);
    if (a != PROVED) {
      on->verdict = a;
      good = 0;
    }
  }
  for (int i = 0; i < c->kernels && good; i++) {
    good = check_rows(on, c->e + i) && claims_have_signs(on, c->e + i);
  }
  if (!good) return;
  if (c->refutation) {
    refutes(on);
  } else {
    if (!strcmp(c->statement, "positivity")) good = check_sign(on, 1);
    else if (!strcmp(c->statement, "semidefinite")) good = check_sign(on, 0) && check_zeros(on);
    else if (!strcmp(c->statement, "decay")) good = check_decay(on);
    else good = check_equivalence(on);
    if (good) all_used(on);
  }
}

int main(void) {
  static const int code[] = {0, 3, 4};
  int gravest = 0, result;
  certificate c;
  while ((result = certificate_read(&c, stdin)) != 0) {
    int this_code = 2;
    if (result != 1) {
      int is_other = result == NOT_CHECKED_HERE;
      printf("%s: %s: %s\n", c.file, is_other ? "not checked here" : "unreadable", c.statement);
      if (is_other) this_code = 4;
    } else {
      check on = {.c = &c};
      check_all(&on);
      if (on.verdict == PROVED) {
        printf("%s: verified\n", c.file);
      } else {
        printf("%s: %s: %s\n", c.file, on.verdict == REFUTED ? "refuted" : "undecided", on.why);
      }
      this_code = code[on.verdict];
    }
    fflush(stdout);
    if (this_code && (!gravest || this_code < gravest)) gravest = this_code;
    certificate_clear(&c);
  }
  flint_cleanup();
  return gravest;
}
