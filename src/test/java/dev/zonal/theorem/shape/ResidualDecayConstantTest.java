package dev.zonal.theorem.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.angle.Chart;
import dev.zonal.kernel.network.ResidualTangentKernel;
import dev.zonal.kernel.region.ChordExpansion;
import dev.zonal.kernel.specification.KernelSpecification;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResidualDecayConstantTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(100);

  private static BigDecimal digits(Ball value) {
    return value.decimal(16).orElseThrow();
  }

  @Test
  void halfTheSumOfTheChordCoefficientsOnTheTwoSphere() {
    // A_1 = -0.22281692032865347008, B_1 = -0.038200632110803292645, geometry 1/2, in independent
    // software.
    ResidualDecayConstant law =
        new ResidualDecayConstant(new ResidualTangentKernel(3, Rational.of(1, 2)), 3);
    assertEquals(new BigDecimal("0.1305087762197284"), digits(law.even(OVER)));
    assertEquals(new BigDecimal("0.09230814410892509"), digits(law.odd(OVER)));
  }

  @Test
  void oneBlockHasNoOddLimit() {
    ResidualDecayConstant law =
        new ResidualDecayConstant(new ResidualTangentKernel(1, Rational.of(7)), 5);
    assertTrue(law.odd(OVER).isExact() && law.odd(OVER).containsZero());
    // A_1 = B_1 = -1/(2 pi), and 2^3 Gamma(5/2)^2/pi = 9/2.
    assertEquals(new BigDecimal("1.432394487827058"), digits(law.even(OVER)));
  }

  @Test
  void evenDimensionsCarryAnotherPowerOfPi() {
    // (1/pi) (1/pi) for d = 2, four times as much for d = 4.
    ResidualTangentKernel kernel = new ResidualTangentKernel(1, Rational.of(1));
    assertEquals(
        new BigDecimal("0.1013211836423378"),
        digits(new ResidualDecayConstant(kernel, 2).even(OVER)));
    assertEquals(
        new BigDecimal("0.4052847345693511"),
        digits(new ResidualDecayConstant(kernel, 4).even(OVER)));
  }

  /** From the reference tables of the networks of Tirer, Bruna and Giryes: mpmath. */
  @ParameterizedTest
  @CsvSource({
    "1/10, -0.00780284341584667757, -0.00151614925569",
    "1/2, -0.138944791588162594719, ",
    "1, -0.331572798108115282852, -0.0157482056957",
    "2, -0.571325436740137102760, "
  })
  void theSlopesOfNetworksWithAllLayersTrained(String alpha, String slope, String antipodal) {
    ResidualTangentKernel kernel = network("resntk:L=5,sw2=1,train=all,alpha=" + alpha);
    ResidualDecayConstant law = new ResidualDecayConstant(kernel, 3);
    assertRounded(slope, law.atCoincidence(OVER));
    if (antipodal != null) {
      assertRounded(antipodal, law.atAntipode(OVER));
    }
  }

  private static void assertRounded(String expected, Ball value) {
    BigDecimal number = new BigDecimal(expected);
    BigDecimal rounded = value.decimal(number.precision()).orElseThrow();
    assertTrue(rounded.subtract(number).abs().compareTo(number.ulp()) <= 0, rounded.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resntk:L=1,alpha=1/3,train=all",
        "resntk:L=2,alpha=3,train=all",
        "resntk:L=7,alpha=1/2,sw2=1,train=all",
        "resntk:L=4,alpha=1,sw2=5"
      })
  void theyAreTheCoefficientsOfTheChords(String specification) {
    ResidualTangentKernel kernel = network(specification);
    ResidualDecayConstant law = new ResidualDecayConstant(kernel, 3);
    for (Chart end : List.of(Chart.CHORD, Chart.ANTIPODAL_CHORD)) {
      Ball closed = end == Chart.CHORD ? law.atCoincidence(OVER) : law.atAntipode(OVER);
      Ball coefficient = ChordExpansion.of(kernel, end, OVER, 4, 1).coefficient(1);
      assertTrue(closed.overlaps(coefficient), end.toString());
      assertTrue(coefficient.accuracyBits() > 60, end.toString());
    }
  }

  private static ResidualTangentKernel network(String specification) {
    return (ResidualTangentKernel) KernelSpecification.parse(specification);
  }

  @ParameterizedTest
  @ValueSource(strings = {"resntk:L=3,alpha=1,tau=1", "resntk:L=3,alpha=1,act=erf"})
  void otherVariantsAreRefused(String specification) {
    ResidualTangentKernel other = network(specification);
    assertThrows(IllegalArgumentException.class, () -> new ResidualDecayConstant(other, 3));
  }
}
