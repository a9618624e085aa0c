package dev.zonal.theorem.geometric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.spectrum.value.Parity;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/**
 * Lemma 17.7: the coefficients of a root, by their recursion and by the bounds of the statement.
 */
class RootCoefficientsTest {
  @Provide
  Arbitrary<Rational> shifts() {
    return Arbitraries.of("0", "1/5", "1/3", "1/2", "4/5", "19/20").map(Rational::parse);
  }

  /**
   * Y_0 to Y_last: with w = u/u_* and g = ((1-w)(1+theta w))^(-1/2) the equation (1-w)(1+theta w)
   * g' = ((1-theta)/2 + theta w) g.
   */
  private static double[] exact(double shift, int last) {
    double theta = (1 - shift) / (1 + shift);
    double[] g = new double[last + 1];
    g[0] = 1 / Math.sqrt(1 - shift * shift);
    for (int n = 0; n < last; n++) {
      double before = n == 0 ? 0 : g[n - 1];
      g[n + 1] = ((1 - theta) * (n + 0.5) * g[n] + theta * n * before) / (n + 1);
    }
    double power = 1;
    for (int n = 0; n <= last; n++) {
      g[n] /= power;
      power *= (n + 0.5) / (n + 1);
    }
    return g;
  }

  @Property(tries = 100)
  void everyCoefficientIsAsNearToItsLimitAsIsSaid(
      @ForAll("shifts") Rational shift,
      @ForAll Parity parity,
      @ForAll @IntRange(min = 4, max = 60) int start,
      @ForAll @IntRange(min = -1, max = 2) int i) {
    long from = parity.firstFrom(start);
    RootCoefficients root = new RootCoefficients(shift, parity, from);
    Assume.that(root.decreases());
    NearLimit near = root.at(i);
    double[] exact = exact(shift.doubleValue(), (int) from + 102);
    for (int n = (int) from; n < from + 100; n += 2) {
      double deviation = (exact[n - i] - near.limit().toDouble()) * n / from;
      assertTrue(near.deviation().lower().doubleValue() <= deviation + 1e-11, "n = " + n);
      assertTrue(near.deviation().upper().doubleValue() >= deviation - 1e-11, "n = " + n);
    }
  }

  @Property(tries = 100)
  void theDeviationIsThatOfTheLemma(
      @ForAll("shifts") Rational shift,
      @ForAll Parity parity,
      @ForAll @IntRange(min = 4, max = 60) int start,
      @ForAll @IntRange(min = -1, max = 2) int i) {
    long from = parity.firstFrom(start);
    boolean isEven = (from - i) % 2 == 0;
    double beta = shift.doubleValue();
    double theta = (1 - beta) / (1 + beta);
    double kappa = (beta == 0 ? isEven ? 2 : 0 : 1) / Math.sqrt(2 * (1 - beta));
    double share = theta / (1 + theta);
    double h = -i - 0.5;
    double first = share / 4 / (from + h);
    double last = share / 4 / from;
    double omega = 9.0 / 32 * share * share / from / from * most(h, from) * most(h - 1, from);
    double far = beta == 0 ? 0 : Math.sqrt(theta) * Math.pow(theta, from - i) * kappa;
    double least = -kappa * Math.max(first, last) - (isEven ? 0 : far);
    double most = kappa * (omega - Math.min(first, last)) + (isEven ? far : 0);
    NearLimit near = new RootCoefficients(shift, parity, from).at(i);
    assertEquals(kappa, near.limit().toDouble(), 1e-12);
    assertEquals(least, near.deviation().lower().doubleValue(), 1e-8);
    assertEquals(most, near.deviation().upper().doubleValue(), 1e-8);
  }

  private static double most(double h, long from) {
    return Math.max(1, from / (from + h));
  }

  /** theta = (n0-2)/(n0-1) just does: 2/3 for beta = 1/5 and n0 = 4. */
  @Test
  void whatTheFartherSingularityAddsMustDecrease() {
    Rational fifth = Rational.of(1, 5);
    Rational less = Rational.of(199, 1000);
    assertTrue(new RootCoefficients(fifth, Parity.EVEN, 4).decreases());
    assertEquals(false, new RootCoefficients(less, Parity.EVEN, 4).decreases());
    assertTrue(new RootCoefficients(less, Parity.ODD, 5).decreases());
    assertTrue(new RootCoefficients(Rational.ZERO, Parity.EVEN, 4).decreases());
  }
}
