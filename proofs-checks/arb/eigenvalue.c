/*
 * Certified eigenvalues of zonal kernels on the unit sphere of R^d, on Arb:
 *
 *   eta_k = c_d Int_0^pi f(cos t) P_k(cos t) sin(t)^(d-2) dt,  c_d = Gamma(d/2)/(sqrt(pi) Gamma((d-1)/2)).
 *
 *   eigenvalue SPECIFICATION DIMENSION K DIGITS    prints K's eigenvalue, correctly rounded
 *   eigenvalue                                     the same for lines "spec d k digits" (tabs)
 *   eigenvalue --check                             lines "spec d k lower upper": does [lower, upper]
 *                                                  contain the eigenvalue? Exit code 1 if one does not.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "spectrum.h"

/*
 * A guess of -log2 eta_k, to start with a sensible precision: f is positive definite and hardly
 * smoother than r, so eta_k is at most 1/N(d,k), N the multiplicity, and falls like 1/(k N) or faster.
 */
static slong expected_smallness(ulong d, ulong k) {
  if (k == 0) return 0;
  return 8 + (slong)((log(2.0 * k + d - 2) + lgamma(k + d - 2.0) - lgamma((double)k)
                      - lgamma(d - 1.0) + log(k + d)) / log(2));
}

/* x rounded to that many significant digits, as 1.234e-5; NULL if x does not decide it. */
static char *decimal(const arb_t x, slong digits) {
  char *result = NULL;
  arb_t y, ten;
  fmpz_t n, e, limit;
  arb_init(y);
  arb_init(ten);
  fmpz_init(n);
  fmpz_init(e);
  fmpz_init(limit);
  if (arb_is_zero(x)) {
    result = strdup("0");
  } else if (!arb_contains_zero(x)) {
    slong prec = arb_bits(x) + 4 * digits + 64;
    slong exponent;
    arb_abs(y, x);
    arb_log(y, y, 64);
    arb_const_log10(ten, 64);
    arb_div(y, y, ten, 64);
    exponent = (slong)floor(arf_get_d(arb_midref(y), ARF_RND_NEAR));
    for (int attempt = 0; attempt < 3 && !result; attempt++) {
      slong shift = digits - 1 - exponent;
      arb_set_ui(ten, 10);
      arb_pow_ui(ten, ten, labs(shift), prec);
      if (shift >= 0) arb_mul(y, x, ten, prec);
      else arb_div(y, x, ten, prec);
      arb_abs(y, y);
      arb_set_d(ten, 0.5);
      arb_add(y, y, ten, prec);
      arb_floor(y, y, prec);
      if (!arb_get_unique_fmpz(n, y)) break;
      fmpz_set_ui(limit, 10);
      fmpz_pow_ui(limit, limit, digits);
      if (fmpz_cmp(n, limit) >= 0) {
        exponent++;
        continue;
      }
      fmpz_divexact_ui(limit, limit, 10);
      if (fmpz_cmp(n, limit) < 0) {
        exponent--;
        continue;
      }
      char *text = fmpz_get_str(NULL, 10, n);
      result = malloc(strlen(text) + 40);
      sprintf(result, "%s%c.%se%ld", arf_sgn(arb_midref(x)) < 0 ? "-" : "", text[0], text + 1,
              (long)exponent);
      flint_free(text);
    }
  }
  arb_clear(y);
  arb_clear(ten);
  fmpz_clear(n);
  fmpz_clear(e);
  fmpz_clear(limit);
  return result;
}

/* Prints the eigenvalue with that many digits; 0 if it looks like zero. */
static int print_eigenvalue(const char *spec, spectrum f, ulong d, ulong k, slong digits) {
  slong relative = (slong)(digits * 3.3219281) + 12;
  slong bits = relative + expected_smallness(d, k);
  slong most = bits + 400 + 4 * digits;
  arb_t eta;
  char *text = NULL;
  arb_init(eta);
  while (!text && bits <= most) {
    spectrum_eigenvalue(eta, f, d, k, bits);
    text = decimal(eta, digits);
    if (!text) {
      slong accuracy = arb_rel_accuracy_bits(eta);
      bits += accuracy > 0 && accuracy < relative ? relative - accuracy + 8 : 40;
    }
  }
  if (text) {
    printf("%s\t%lu\t%lu\t%s\t%ld\n", spec, d, k, text, (long)digits);
  } else {
    printf("%s\t%lu\t%lu\t", spec, d, k);
    arb_printn(eta, 10, 0);
    printf("\t0\n");
  }
  fflush(stdout);
  int done = text != NULL;
  free(text);
  arb_clear(eta);
  return done;
}

/* An exact decimal or fraction. */
static int set_rational(fmpq_t q, const char *text) {
  char scratch[64];
  kernel probe;
  char *spec = malloc(strlen(text) + sizeof scratch);
  sprintf(spec, "chord:s=%s", text);
  int good = kernel_parse(&probe, spec);
  if (good) fmpq_set(q, probe.power);
  kernel_clear(&probe);
  free(spec);
  return good;
}

/*
 * 1 if lower <= eta <= upper is proved, 0 if it is refuted, 2 if upper = lower agrees with eta as far
 * as eta was computed, which for an exact value is all that a ball can say.
 */
static int contains(spectrum f, ulong d, ulong k, const fmpq_t lower, const fmpq_t upper) {
  fmpq_t width;
  arb_t eta, end, gap;
  slong bits = expected_smallness(d, k) + 40;
  int exact = fmpq_equal(lower, upper);
  int verdict = -1;
  fmpq_init(width);
  arb_init(eta);
  arb_init(end);
  arb_init(gap);
  if (exact) {
    bits += 100;
  } else {
    fmpq_sub(width, upper, lower);
    slong needed = (slong)fmpz_bits(fmpq_denref(width)) - (slong)fmpz_bits(fmpq_numref(width)) + 12;
    if (needed > 0) bits = needed;
  }
  for (int attempt = 0; verdict < 0; attempt++, bits += 60) {
    slong prec = bits + 60;
    int above, below;
    spectrum_eigenvalue(eta, f, d, k, bits);
    arb_set_fmpq(end, lower, prec);
    arb_sub(gap, eta, end, prec);
    above = arb_is_nonnegative(gap) ? 1 : arb_is_negative(gap) ? -1 : 0;
    arb_set_fmpq(end, upper, prec);
    arb_sub(gap, end, eta, prec);
    below = arb_is_nonnegative(gap) ? 1 : arb_is_negative(gap) ? -1 : 0;
    if (above < 0 || below < 0) verdict = 0;
    else if (above > 0 && below > 0) verdict = 1;
    else if (exact || attempt == 4) verdict = 2;
  }
  fmpq_clear(width);
  arb_clear(eta);
  arb_clear(end);
  arb_clear(gap);
  return verdict;
}

static int run_batch(int check) {
  char *line = NULL;
  char *last = NULL;
  kernel f;
  spectrum s = NULL;
  size_t size = 0;
  int bad = 0;
  long proved = 0, agree = 0;
  while (getline(&line, &size, stdin) > 0) {
    char *fields[5] = {NULL};
    char *save = NULL;
    int n = 0;
    for (char *x = strtok_r(line, "\t\n", &save); x && n < 5; x = strtok_r(NULL, "\t\n", &save)) {
      fields[n++] = x;
    }
    if (n == 0) continue;
    if (n < (check ? 5 : 4)) {
      fprintf(stderr, "arb: a row of %d fields only: %s\n", n, fields[0]);
      return 2;
    }
    if (!last || strcmp(last, fields[0])) {
      if (last) {
        spectrum_close(s);
        kernel_clear(&f);
        free(last);
      }
      last = strdup(fields[0]);
      if (!kernel_parse(&f, last)) {
        fprintf(stderr, "arb: not a kernel it knows: %s\n", last);
        return 2;
      }
      s = spectrum_open(&f);
    }
    ulong d = strtoul(fields[1], NULL, 10), k = strtoul(fields[2], NULL, 10);
    if (check) {
      fmpq_t lower, upper;
      fmpq_init(lower);
      fmpq_init(upper);
      if (!set_rational(lower, fields[3]) || !set_rational(upper, fields[4])) {
        fprintf(stderr, "arb: not a number in the row %s d=%lu k=%lu\n", fields[0], d, k);
        return 2;
      }
      int verdict = contains(s, d, k, lower, upper);
      if (verdict == 1) proved++;
      else if (verdict == 2) agree++;
      else {
        printf("arb: DISAGREES: %s d=%lu k=%lu is not in [%s, %s]\n", fields[0], d, k, fields[3],
               fields[4]);
        bad = 1;
      }
      fmpq_clear(lower);
      fmpq_clear(upper);
    } else if (!print_eigenvalue(fields[0], s, d, k, strtol(fields[3], NULL, 10))) {
      bad = 1;
    }
  }
  if (last) {
    spectrum_close(s);
    kernel_clear(&f);
    free(last);
  }
  if (check) printf("arb: %ld rows proved, %ld agree as far as computed\n", proved, agree);
  free(line);
  return bad;
}

int main(int argc, char **argv) {
  int code;
  if (argc == 1) {
    code = run_batch(0);
  } else if (argc == 2 && !strcmp(argv[1], "--check")) {
    code = run_batch(1);
  } else if (argc == 5) {
    kernel f;
    if (!kernel_parse(&f, argv[1])) {
      fprintf(stderr, "not a kernel: %s\n", argv[1]);
      return 2;
    }
    spectrum s = spectrum_open(&f);
    code = !print_eigenvalue(argv[1], s, strtoul(argv[2], NULL, 10), strtoul(argv[3], NULL, 10),
                             strtol(argv[4], NULL, 10));
    spectrum_close(s);
    kernel_clear(&f);
  } else {
    fprintf(stderr, "usage: eigenvalue [SPECIFICATION DIMENSION K DIGITS | --check]\n");
    return 2;
  }
  flint_cleanup();
  return code;
}
