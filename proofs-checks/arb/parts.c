/*
 * Do the parts of the program that checks certificates agree with one another? The odd coefficients with
 * the kernel in the charts, the charts with the angle, closed forms with quadrature; and are discs refused
 * that contain a branch point or where the kernel is larger? Exit code 1 if not.
 */
#include <stdio.h>

#include "exact.h"
#include "law.h"
#include "region.h"
#include "series.h"
#include "spectrum.h"

static long tests = 0, wrong = 0;

static void expect(int good, const char *kernel, const char *what) {
  tests++;
  if (good) return;
  wrong++;
  printf("parts: %s: %s\n", kernel, what);
}

/* f(x) - f(-x) = 2 Sum A_n x^n over odd n, at x = 1/100 */
static void check_series(const char *text) {
  kernel f;
  arb_ptr odd = _arb_vec_init(30);
  arb_t sum, power;
  acb_t x, plus, minus;
  const char *why = NULL;
  arb_init(sum);
  arb_init(power);
  acb_init(x);
  acb_init(plus);
  acb_init(minus);
  kernel_parse(&f, text);
  for (int end = COINCIDENCE; end <= ANTIPODE; end++) {
    acb_set_d(x, 0.01);
    kernel_in_chart(plus, &f, (chart)end, x, 256);
    acb_neg(x, x);
    kernel_in_chart(minus, &f, (chart)end, x, 256);
    expect(odd_coefficients(odd, &f, (chart)end, 30, 400, &why), text, "has no series");
    arb_zero(sum);
    for (slong j = 0; j < 30; j++) {
      arb_abs(power, acb_realref(x));
      arb_pow_ui(power, power, 2 * j + 1, 256);
      arb_addmul(sum, odd + j, power, 256);
    }
    /* the terms left out */
    arb_add_error_2exp_si(sum, -80);
    arb_mul_2exp_si(sum, sum, 1);
    acb_sub(plus, plus, minus, 256);
    expect(arb_overlaps(sum, acb_realref(plus)) && arb_contains_zero(acb_imagref(plus)), text,
           end == ANTIPODE ? "the series at the antipode disagrees" : "the series at coincidence disagrees");
  }
  kernel_clear(&f);
  _arb_vec_clear(odd, 30);
  arb_clear(sum);
  arb_clear(power);
  acb_clear(x);
  acb_clear(plus);
  acb_clear(minus);
}

/* the charts at real points of [0, pi] */
static void check_charts(const char *text) {
  kernel f;
  acb_t x, value, at_angle;
  arb_t angle;
  acb_init(x);
  acb_init(value);
  acb_init(at_angle);
  arb_init(angle);
  kernel_parse(&f, text);
  for (int i = 1; i < 15; i++) {
    arb_set_d(angle, 0.2 * i);
    acb_set_arb(x, angle);
    kernel_value(at_angle, &f, x, 0, 128);
    for (int c = COINCIDENCE; c <= ANGLE; c++) {
      acb_set_arb(x, angle);
      if (c != ANGLE) {
        acb_mul_2exp_si(x, x, -1);
        if (c == COINCIDENCE) acb_sin(x, x, 128);
        else acb_cos(x, x, 128);
        acb_mul_2exp_si(x, x, 1);
      }
      kernel_in_chart(value, &f, (chart)c, x, 128);
      expect(acb_is_finite(value) && acb_overlaps(value, at_angle), text, "the charts disagree");
    }
  }
  kernel_clear(&f);
  acb_clear(x);
  acb_clear(value);
  acb_clear(at_angle);
  arb_clear(angle);
}

static void check_exact(const char *text) {
  kernel f;
  fmpq_t exact;
  arb_t eta, closed;
  fmpq_init(exact);
  arb_init(eta);
  arb_init(closed);
  kernel_parse(&f, text);
  spectrum s = spectrum_open(&f);
  for (ulong d = 2; d <= 7; d++) {
    for (ulong k = 0; k <= 9; k++) {
      if (!exact_eigenvalue(exact, &f, d, k)) {
        expect(d % 2 == 0, text, "no closed form in an odd dimension");
        continue;
      }
      spectrum_eigenvalue(eta, s, d, k, 100);
      arb_set_fmpq(closed, exact, 128);
      expect(arb_overlaps(eta, closed), text, "the closed form disagrees");
      if (f.name == CHORD) {
        chord_eigenvalue(closed, d, f.power, k, 128);
        expect(arb_overlaps(eta, closed), text, "the powers of the chord disagree");
      }
    }
  }
  spectrum_close(s);
  kernel_clear(&f);
  fmpq_clear(exact);
  arb_clear(eta);
  arb_clear(closed);
}

static void check_region(const char *text, chart c, double size, double bound, answer expected) {
  kernel f;
  arf_t x;
  fmpq_t r, m;
  arf_init(x);
  fmpq_init(r);
  fmpq_init(m);
  kernel_parse(&f, text);
  arf_set_d(x, size);
  arf_get_fmpq(r, x);
  arf_set_d(x, bound);
  arf_get_fmpq(m, x);
  answer found = region_holds(&f, c, r, m);
  expect(found == expected, text, "another answer for a region");
  kernel_clear(&f);
  arf_clear(x);
  fmpq_clear(r);
  fmpq_clear(m);
}

int main(void) {
  static const char *networks[] = {
      "resntk:L=1", "resntk:L=3,alpha=1/2", "resntk:L=4,alpha=1/10,tau=1/2", "resntk:L=2,alpha2=1/3,tau=1,train=all",
      "resnngp:L=2,alpha=1", "fcntk:L=1,beta=1/2", "fcntk:L=3,beta=2", "fcntk:L=3,beta=1/2,bias=propagated",
      "fcnngp:L=3", "fcnngp:L=2,beta=1,bias=propagated", "arccos:n=0", "arccos:n=1", "laplace:c=2",
      "matern:nu=5/2,c=1", "gaussian:c=1", "polynomial:[1,-1/2,0,3]", "chord:s=3"};
  static const char *closed[] = {
      "resntk:L=1,alpha=1", "resntk:L=1,alpha=1,tau=1/2", "resntk:L=1,alpha2=1/3,tau=2,train=all",
      "resnngp:L=1,alpha=1/2", "fcntk:L=1", "fcntk:L=1,beta=1/2", "fcnngp:L=1", "arccos:n=0", "arccos:n=1",
      "polynomial:[1,-1/2,0,3]", "chord:s=3", "chord:s=1", "chord:s=4"};
  for (size_t i = 0; i < sizeof networks / sizeof *networks; i++) {
    check_series(networks[i]);
    check_charts(networks[i]);
  }
  for (size_t i = 0; i < sizeof closed / sizeof *closed; i++) check_exact(closed[i]);
  /* e^1.5 = 4.48 at r = -1.5 */
  check_region("laplace:c=1", COINCIDENCE, 1.5, 4.5, PROVED);
  check_region("laplace:c=1", COINCIDENCE, 1.5, 4.4, REFUTED);
  check_region("laplace:c=1", COINCIDENCE, 2.1, 100, UNDECIDED);
  /* branch points at r_- = +-0.1414 i, between which the circles of larger radius look harmless */
  check_region("resntk:L=2,alpha=1/10", ANTIPODE, 0.14, 2, PROVED);
  check_region("resntk:L=2,alpha=1/10", ANTIPODE, 0.143, 2, UNDECIDED);
  check_region("resntk:L=2,alpha=1/10", ANTIPODE, 1.5, 10, UNDECIDED);
  check_region("resntk:L=2,alpha=1/10", ANGLE, 0.14, 2, PROVED);
  check_region("resntk:L=2,alpha=1/10", ANGLE, 0.15, 10, UNDECIDED);
  /* the real singularity at coincidence */
  check_region("fcntk:L=5", COINCIDENCE, 1.14, 4, PROVED);
  check_region("fcntk:L=5", COINCIDENCE, 1.2, 100, UNDECIDED);
  /* a pole or a cut at r = 0 */
  check_region("chord:s=-1", COINCIDENCE, 1, 10, UNDECIDED);
  check_region("gammaexp:c=1,gamma=3/2", COINCIDENCE, 1, 10, UNDECIDED);
  check_region("gammaexp:c=1,gamma=3/2", ANGLE, 0.5, 10, UNDECIDED);
  check_region("gammaexp:c=1,gamma=3/2", ANTIPODE, 1, 1, PROVED);
  printf("arb: %ld comparisons of parts, %ld wrong\n", tests, wrong);
  flint_cleanup();
  return wrong > 0;
}
