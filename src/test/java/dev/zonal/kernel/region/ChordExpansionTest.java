package dev.zonal.kernel.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.angle.Angle;
import dev.zonal.kernel.angle.Chart;
import dev.zonal.kernel.angle.ChordAngle;
import dev.zonal.kernel.specification.KernelSpecification;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChordExpansionTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(200);

  private static ChordExpansion expansion(String kernel, Chart end, int order, double scale) {
    return ChordExpansion.of(KernelSpecification.parse(kernel), end, OVER, order, scale);
  }

  private static void assertDecimal(String expected, Ball actual) {
    assertTrue(
        actual
                .decimal(new BigDecimal(expected).precision())
                .orElseThrow()
                .compareTo(new BigDecimal(expected))
            == 0,
        () -> actual + " is not " + expected);
  }

  @ParameterizedTest
  @CsvSource({
    "'resntk:L=3,alpha=1/2', -0.22281692032865347008, -0.038200632110803292645",
    "'resntk:L=10,alpha=1', -0.87535218700542434673, -0.001690077378426358744"
  })
  void theFirstOddCoefficientsAreTheIndependentlyComputedOnes(
      String kernel, String atCoincidence, String atAntipode) {
    assertDecimal(atCoincidence, expansion(kernel, Chart.CHORD, 4, 1.2).coefficient(1));
    Chart antipode = Chart.ANTIPODAL_CHORD;
    Ball b = expansion(kernel, antipode, 4, 1.2).coefficient(1);
    assertDecimal(atAntipode, b);
  }

  @ParameterizedTest
  @CsvSource({"2, 1", "3, 1/2", "10, 1", "7, 1/10", "1, 1"})
  void theFirstCoefficientsOfAResidualKernelHaveTheirClosedForms(int depth, String alpha) {
    Rational square = Rational.parse(alpha).pow(2);
    String kernel = "resntk:L=" + depth + ",alpha=" + alpha;
    // A_1 = -(1 + alpha^2 L)/(2 pi (1 + alpha^2)).
    Rational rational = square.multiply(depth).add(1).divide(square.add(1).multiply(2)).negate();
    Ball a = OVER.divide(OVER.of(rational), OVER.pi());
    assertTrue(expansion(kernel, Chart.CHORD, 8, 1).coefficient(1).overlaps(a));
    // B_1 = -(1/(2 pi L)) Prod_(j=2..L) (1 - sigma (1 - kappa_0(rho_(j-1)))).
    Rational sigma = square.divide(square.add(1));
    Angle<Ball> angle = ChordAngle.ofCosine(OVER, Rational.of(-1));
    Ball product = OVER.of(Rational.of(-1, 2 * depth));
    for (int j = 2; j <= depth; j++) {
      angle = angle.throughLayer(1, OVER.of(sigma), OVER.of(0));
      Ball loss = OVER.scale(OVER.subtract(OVER.of(1), angle.kappa0()), sigma);
      product = OVER.multiply(product, OVER.subtract(OVER.of(1), loss));
    }
    Ball b = OVER.divide(product, OVER.pi());
    assertTrue(expansion(kernel, Chart.ANTIPODAL_CHORD, 8, 1).coefficient(1).overlaps(b));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ntk:act=abs,L=1",
        "ntk:act=abs,L=2",
        "ntk:act=abs,L=3,train=[2]",
        "nngp:act=abs,L=2",
        "nngp:act=cos,L=2"
      })
  void anEvenKernelHasTheSameCoefficientsAtBothEnds(String kernel) {
    ChordExpansion coincidence = expansion(kernel, Chart.CHORD, 12, 0.5);
    ChordExpansion antipode = expansion(kernel, Chart.ANTIPODAL_CHORD, 12, 0.5);
    for (int n = 0; n < 12; n++) {
      Ball distance = OVER.subtract(coincidence.coefficient(n), antipode.coefficient(n));
      assertTrue(distance.containsZero(), kernel + ", n = " + n + ": " + distance);
      assertTrue(distance.abs().upperDecimal(3).doubleValue() < 1e-20, kernel + ", n = " + n);
    }
  }

  /** And no later than said, where nothing happens to cancel. */
  @ParameterizedTest
  @CsvSource({
    "'ntk:act=relu,power=2,L=2', 3, 3",
    "'ntk:act=relu,power=3,L=2', 5, 5",
    "'nngp:act=relu,power=2,L=2', 5, 5",
    "'nngp:act=leaky,slope=-1/2,L=3', 3, 3",
    "'ntk:act=leaky,slope=-1/2,L=3', 1, 1",
    "'ntk:act=relu,L=2,train=[2]', 1, 3",
    "'ntk:act=relu,L=2,train=hidden', 1, 1",
    "'ntk:act=relu,L=2,train=last', 3, 3",
    "'ntk:act=abs,L=2,train=[2]', 1, 1",
    "'resntk:L=2,alpha=1,act=relu,power=2', 3, 3",
    "'resntk:L=2,alpha=1,act=leaky,slope=1/3', 1, 1",
    "'resntk:L=2,alpha=1,act=leaky,slope=1/3,tau=1', 1, 3",
    "'nngp:act=sign,L=1', 1, 1"
  })
  void theOddPowersBeginWhereTheKernelSays(String specification, int near, int far) {
    Kernel kernel = KernelSpecification.parse(specification);
    assertEquals(near, kernel.firstOddExponent());
    assertEquals(far, kernel.firstOddExponentAtAntipode());
    beginsAt(near, expansion(specification, Chart.CHORD, 12, 0.5));
    beginsAt(far, expansion(specification, Chart.ANTIPODAL_CHORD, 12, 0.5));
  }

  private static void beginsAt(int first, ChordExpansion expansion) {
    for (int n = 1; n < first; n += 2) {
      assertTrue(expansion.coefficient(n).containsZero(), "r^" + n);
    }
    assertTrue(!expansion.coefficient(first).containsZero(), "r^" + first);
  }

  @Test
  void theThirdCoefficientAtTheAntipodeHasItsClosedForm() {
    // ResNTK(2, 1): B_3 = (23/(36 pi) - 5/(12 sqrt(3) pi^2))/4.
    Ball first = OVER.divide(OVER.of(Rational.of(23, 36)), OVER.pi());
    Ball root = OVER.multiply(OVER.sqrt(OVER.of(3)), OVER.square(OVER.pi()));
    Ball second = OVER.divide(OVER.of(Rational.of(5, 12)), root);
    Ball expected = OVER.scale(OVER.subtract(first, second), Rational.of(1, 4));
    Ball actual = expansion("resntk:L=2,alpha=1", Chart.ANTIPODAL_CHORD, 8, 1).coefficient(3);
    assertTrue(actual.overlaps(expected));
    assertTrue(actual.accuracyBits() > 180);
  }

  @Test
  void theLaplaceKernelExpandsIntoItsExponentialSeries() {
    ChordExpansion expansion = expansion("laplace:c=3", Chart.CHORD, 40, 1);
    Rational expected = Rational.ONE;
    for (int n = 0; n < 40; n++) {
      assertTrue(expansion.coefficient(n).contains(expected), "coefficient " + n);
      expected = expected.multiply(Rational.of(-3, n + 1));
    }
    assertFalse(expansion.isEven());
    assertTrue(expansion("laplace:c=3", Chart.ANTIPODAL_CHORD, 4, 1).isEven());
  }

  @ParameterizedTest
  @CsvSource({"'resntk:L=3,alpha=1/2', 1.8", "'fcntk:L=3', 1.4", "'fcntk:L=50', 0.2"})
  void enclosuresDoNotDependOnTheScaleAndStayAccurateAtIt(String kernel, double radius) {
    ChordExpansion fitted = expansion(kernel, Chart.CHORD, 100, radius);
    ChordExpansion unfitted = expansion(kernel, Chart.CHORD, 100, 1);
    Ball unit = OVER.of(Rational.of((float) radius));
    for (int n = 0; n < 100; n++) {
      assertTrue(fitted.coefficient(n).overlaps(unfitted.coefficient(n)), "coefficient " + n);
      Ball scaled = OVER.multiply(fitted.coefficient(n), OVER.power(unit, n));
      assertTrue(scaled.isExact() || scaled.radius().binaryOrder() < -100, "coefficient " + n);
    }
  }

  @Test
  void evenKernelsAreRecognised() {
    for (String kernel : new String[] {"gaussian:c=1", "polynomial:[0,1/2,1/2]"}) {
      assertTrue(expansion(kernel, Chart.CHORD, 4, 1).isEven());
      assertTrue(expansion(kernel, Chart.ANTIPODAL_CHORD, 4, 1).isEven());
    }
  }

  @Test
  void aFractionalPowerOfTheChordIsRefused() {
    assertThrows(
        DomainException.class, () -> expansion("gammaexp:c=1,gamma=1/3", Chart.CHORD, 4, 1));
    assertThrows(DomainException.class, () -> expansion("chord:s=1/2", Chart.CHORD, 4, 1));
  }

  @Test
  void anExpansionIsAboutAnEndAndHasAPositiveScale() {
    assertThrows(IllegalArgumentException.class, () -> expansion("laplace:c=1", Chart.THETA, 4, 1));
    assertThrows(IllegalArgumentException.class, () -> expansion("laplace:c=1", Chart.CHORD, 4, 0));
  }
}
