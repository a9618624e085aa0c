package dev.zonal.lab.moment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.ReferenceTable;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.lab.weight.Initialisation;
import dev.zonal.lab.weight.KernelKind;
import dev.zonal.lab.weight.Weights;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One hidden layer of ReLUs: docs/theory.md, Propositions 25.2 and 25.6. */
class OneHiddenLayerTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(48);
  private static final Weights GAUSSIAN =
      new Weights(Initialisation.GAUSSIAN, Initialisation.GAUSSIAN);
  private static final Weights HAAR =
      new Weights(Initialisation.ORTHOGONAL, Initialisation.GAUSSIAN);

  static List<String[]> table() {
    return ReferenceTable.rows("orthogonal-exact.tsv");
  }

  /** The table counts a quarter of the variance: its kernels are half of ours. */
  @ParameterizedTest
  @MethodSource("table")
  void the_variances_of_the_table(
      String kernel, int n, String u, String gaussian, String orthogonal, String limit) {
    KernelKind kind = KernelKind.valueOf(kernel.toUpperCase(Locale.ROOT));
    Rational cosine = Rational.of(new BigDecimal(u));
    OneHiddenLayer free = new OneHiddenLayer(kind, GAUSSIAN, cosine);
    OneHiddenLayer haar = new OneHiddenLayer(kind, HAAR, cosine);
    assertNear(gaussian, 1e-11, free.variance(OVER, n, 2));
    assertNear(gaussian, 1e-11, free.limitOfVariance(OVER));
    assertNear(orthogonal, 1e-8, haar.variance(OVER, n, 2));
    assertNear(limit, 1e-11, haar.limitOfVariance(OVER));
  }

  private static void assertNear(String expected, double error, Ball variance) {
    assertEquals(Double.parseDouble(expected), variance.shifted(-2).toDouble(), error);
    assertTrue(variance.accuracyBits() > 20, variance::toString);
  }

  /** By mpmath, 30 digits: the integral over the angle, by hypergeometric functions. */
  @ParameterizedTest
  @CsvSource({
    "NNGP, 4, 1/2, 0.2411343685368433141986",
    "NTK, 4, 1/2, 0.60298199615856530501",
    "NNGP, 5, 1/2, 0.2580970705927534321271",
    "NTK, 5, 1/2, 0.6206349203237135188432",
    "NTK, 8, 1/2, 0.6521174503722023918241",
    "NTK, 16, 1/2, 0.6844481526835268474913",
    "NTK, 64, 1/2, 0.7136302444874482506873"
  })
  void the_variances_by_another_program(KernelKind kind, int n, String u, String expected) {
    Ball quarter =
        new OneHiddenLayer(kind, HAAR, Rational.parse(u))
            .variance(BallArithmetic.ofBits(96), n, 2)
            .shifted(-2);
    assertTrue(
        quarter.decimal(18).orElseThrow().subtract(new BigDecimal(expected)).abs().doubleValue()
            < 2e-18);
  }

  /** A coarse enclosure holds the fine one. */
  @Property(tries = 20)
  void an_enclosure_of_few_bits_contains_one_of_many(
      @ForAll @IntRange(min = 2, max = 40) int n, @ForAll @IntRange(min = -19, max = 19) int u) {
    OneHiddenLayer layer = new OneHiddenLayer(KernelKind.NTK, HAAR, Rational.of(u, 20));
    Ball coarse = layer.variance(BallArithmetic.ofBits(40), n, 2);
    Ball fine = layer.variance(BallArithmetic.ofBits(70), n, 2);
    assertTrue(coarse.overlaps(fine), () -> coarse + " and " + fine);
    assertTrue(fine.isPositive());
  }

  /** Where all neurons see one orthonormal frame, inputs of more dimensions are like more rows. */
  @Property(tries = 10)
  void orthogonal_weights_fluctuate_less(
      @ForAll @IntRange(min = 2, max = 30) int n, @ForAll @IntRange(min = -19, max = 19) int u) {
    Rational cosine = Rational.of(u, 20);
    for (KernelKind kind : KernelKind.values()) {
      Ball haar = new OneHiddenLayer(kind, HAAR, cosine).variance(OVER, n, 2);
      Ball wide = new OneHiddenLayer(kind, HAAR, cosine).variance(OVER, n, 10_000);
      Ball free = new OneHiddenLayer(kind, GAUSSIAN, cosine).variance(OVER, n, 2);
      assertTrue(haar.certainlyLess(free), () -> kind + ": " + haar + " and " + free);
      // few rows of a large frame are nearly independent
      assertEquals(1, wide.toDouble() / free.toDouble(), 0.02);
    }
  }

  /** n times the variance tends to its limit like 1/n. */
  @Example
  void the_variance_tends_to_its_limit() {
    for (KernelKind kind : KernelKind.values()) {
      for (Initialisation readout : Initialisation.values()) {
        Weights weights = new Weights(Initialisation.ORTHOGONAL, readout);
        OneHiddenLayer layer = new OneHiddenLayer(kind, weights, Rational.of(1, 3));
        double limit = layer.limitOfVariance(OVER).toDouble();
        double far = layer.variance(OVER, 500, 2).toDouble() - limit;
        double near = layer.variance(OVER, 250, 2).toDouble() - limit;
        assertEquals(2, near / far, 0.05);
        assertEquals(0, far / limit, 0.02);
      }
    }
  }

  /** The forms of u = 1 are what the others tend to. */
  @Property(tries = 10)
  void the_variance_is_continuous_at_one(
      @ForAll @IntRange(min = 3, max = 30) int n,
      @ForAll Initialisation hidden,
      @ForAll Initialisation readout) {
    Weights weights = new Weights(hidden, readout);
    Rational near = Rational.of(999_999_999L, 1_000_000_000L);
    double tangent =
        new OneHiddenLayer(KernelKind.NTK, weights, near).variance(OVER, n, 2).toDouble();
    double gram =
        new OneHiddenLayer(KernelKind.NNGP, weights, near).variance(OVER, n, 2).toDouble();
    assertEquals(NormLaw.tangentVariance(weights, n, 2).doubleValue(), tangent, 1e-3);
    assertEquals(
        NormLaw.meanSquare(hidden, 1, n, 2).subtract(1).multiply(n).doubleValue(), gram, 1e-6);
  }
}
