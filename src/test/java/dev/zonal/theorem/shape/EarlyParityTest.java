package dev.zonal.theorem.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.network.ResidualTangentKernel;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.Spectrum;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EarlyParityTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(128);
  private static final Kernel ONE_BLOCK = KernelSpecification.parse("resntk:L=1,alpha=1");

  private static ResidualTangentKernel kernel(String text) {
    return (ResidualTangentKernel) KernelSpecification.parse(text);
  }

  private static Ball eigenvalue(Kernel kernel, int dimension, long k) {
    return Spectrum.of(kernel, dimension).enclose(k, 40, Context.NONE).get().ball();
  }

  /** A grid of (alpha, k), by certified eigenvalues. */
  @ParameterizedTest
  @CsvSource({"2, 1/4, 2", "3, 1/20, 3", "2, 2, 5"})
  void certifiedEigenvaluesLieBetweenTheBounds(int depth, String alpha, int dimension) {
    assertBetween(depth, alpha, dimension, 2, 3, 9);
  }

  @Tag("long")
  @ParameterizedTest
  @CsvSource({"2, 1/4, 3", "3, 1/20, 2", "10, 1/50, 3", "4, 1/1000, 3", "5, 1/10, 7"})
  void moreOfThemDoToo(int depth, String alpha, int dimension) {
    assertBetween(depth, alpha, dimension, 1, 2, 3, 4, 5, 9, 10, 21);
  }

  private static void assertBetween(int depth, String alpha, int dimension, long... frequencies) {
    ResidualTangentKernel kernel = kernel("resntk:L=%s,alpha=%s".formatted(depth, alpha));
    EarlyParity parity = EarlyParity.of(kernel, dimension);
    for (long k : frequencies) {
      Ball found = eigenvalue(kernel, dimension, k);
      Ball moved = OVER.subtract(found, eigenvalue(ONE_BLOCK, dimension, k)).abs();
      assertTrue(moved.certainlyLess(parity.atMost(k)), "k = " + k);
      if (k >= 3 && k % 2 == 1) {
        assertTrue(found.certainlyLess(parity.atMost(k)), "k = " + k);
        assertTrue(parity.atLeast(k).isPositive());
        assertTrue(parity.atLeast(k).certainlyLess(found), "k = " + k);
      }
    }
  }

  /** Corollary 29.6a: the bound of one weight is one for all smaller weights. */
  @ParameterizedTest
  @CsvSource({"2, 1/2, 3", "3, 1/4, 2", "2, 1, 5"})
  void withSigmaDividedOutOddEigenvaluesDoNotVanishTowardsZero(
      int depth, String alpha, int dimension) {
    EarlyParity parity =
        EarlyParity.of(kernel("resntk:L=%s,alpha=%s".formatted(depth, alpha)), dimension);
    for (String smaller : new String[] {alpha, "1/10", "1/1000", "1/1000000"}) {
      ResidualTangentKernel member = kernel("resntk:L=%s,alpha=%s".formatted(depth, smaller));
      Ball sigma = member.recursion().layer().sigma(OVER);
      for (long k : new long[] {3, 9}) {
        Ball share = OVER.divide(eigenvalue(member, dimension, k), sigma);
        assertTrue(parity.atLeastOfShare(k).isPositive());
        assertTrue(parity.atLeastOfShare(k).certainlyLess(share), smaller + ", k = " + k);
      }
    }
  }

  /** For k between 1 and 1/alpha the bounds are powers of alpha k. */
  @Test
  void oddEigenvaluesAreSmallBeforeTheLawAndNotAfterIt() {
    ResidualTangentKernel kernel = kernel("resntk:L=2,alpha=1/1000");
    EarlyParity parity = EarlyParity.of(kernel, 3);
    for (long k : new long[] {3, 31}) {
      Ball before = eigenvalue(ONE_BLOCK, 3, k - 1);
      Ball after = eigenvalue(ONE_BLOCK, 3, k + 1);
      double bound = parity.imbalance(k, before, after).orElseThrow().toDouble();
      double scale = k * Math.sqrt(2e-6);
      assertTrue(bound < 1.5 * scale, bound + " against " + scale);
      double even = Math.sqrt(before.toDouble() * after.toDouble());
      assertTrue(parity.atLeast(k).toDouble() > 0.02 * scale * scale * even);
      Ball neighbours = OVER.multiply(eigenvalue(kernel, 3, k - 1), eigenvalue(kernel, 3, k + 1));
      Ball found = OVER.divide(eigenvalue(kernel, 3, k), OVER.sqrt(neighbours));
      assertTrue(found.toDouble() < bound);
    }
    assertTrue(parity.imbalance(21, Ball.exact(0), Ball.exact(0)).isEmpty(), "no bound there");
    ResidualDecayConstant law = new ResidualDecayConstant(kernel, 3);
    Ball quotient = OVER.divide(law.odd(OVER), law.even(OVER));
    assertTrue(quotient.certainlyGreater(OVER.of(Rational.of(33, 100))));
  }

  @Property(tries = 30)
  void theLossIsWithinItsClosedForm(
      @ForAll @IntRange(min = 2, max = 60) int depth,
      @ForAll @IntRange(min = 1, max = 500) int weight) {
    Rational alpha = Rational.of(weight, 1000);
    EarlyParity parity = EarlyParity.of(kernel("resntk:L=%s,alpha=%s".formatted(depth, alpha)), 3);
    double sigma = parity.sigma().toDouble();
    double loss = parity.loss().toDouble();
    assertTrue(loss > 0 && loss <= Math.sqrt(depth * sigma) / 6 + (depth - 1) * sigma / 2);
    double lambda = 1 - sigma / 2;
    double kept =
        IntStream.range(0, depth)
            .mapToDouble(l -> Math.pow(lambda, depth - 1 - l) * oneBlock(Math.pow(lambda, l)))
            .sum();
    assertEquals(1 - kept / depth, loss, 1e-12);
  }

  private static double oneBlock(double u) {
    double theta = Math.acos(u);
    return (Math.sin(theta) + 2 * (Math.PI - theta) * u) / (2 * Math.PI);
  }

  /** Lemma 29.5, from the exact eigenvalues of the powers themselves. */
  @ParameterizedTest
  @CsvSource({"2, 1", "2, 4", "3, 5", "20, 3"})
  void noPowerHasALargerEigenvalue(int dimension, long k) {
    EarlyParity parity = EarlyParity.of(kernel("resntk:L=2,alpha=1"), dimension);
    Ball most = parity.largestOfPowers(k);
    boolean isAttained = false;
    for (long n = k; n <= 2 * k * k + 4; n += 2) {
      String power = "polynomial:[" + "0,".repeat((int) n) + "1]";
      Ball one = eigenvalue(KernelSpecification.parse(power), dimension, k);
      assertFalse(one.certainlyGreater(most));
      isAttained |= one.overlaps(most);
    }
    assertTrue(isAttained);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resntk:L=1,alpha=1",
        "resntk:L=2,alpha=1,tau=1",
        "resntk:L=2,alpha=1,train=all",
        "resntk:L=2,alpha=1,act=erf"
      })
  void whatTheTheoremIsNotAboutIsRefused(String specification) {
    ResidualTangentKernel kernel = kernel(specification);
    assertThrows(IllegalArgumentException.class, () -> EarlyParity.of(kernel, 3));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 4})
  void onlyOddFrequenciesFromThreeOnHaveALowerBound(long k) {
    EarlyParity parity = EarlyParity.of(kernel("resntk:L=2,alpha=1"), 3);
    assertThrows(IllegalArgumentException.class, () -> parity.atLeast(k));
  }
}
