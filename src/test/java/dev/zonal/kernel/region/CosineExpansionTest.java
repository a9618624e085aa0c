package dev.zonal.kernel.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.PolynomialPart;
import dev.zonal.kernel.angle.Angle;
import dev.zonal.kernel.angle.ChordAngle;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.testkit.Kernels;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** docs/theory.md, Lemmas 16.3 and 16.4. */
class CosineExpansionTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(160);
  private static final int ORDER = 24;

  private static CosineExpansion expansion(String kernel) {
    return CosineExpansion.of(KernelSpecification.parse(kernel), OVER, ORDER);
  }

  @Property(tries = 40)
  void powersOfTheChordAreBinomialSeries(@ForAll("exponents") Rational s) {
    CosineExpansion expansion = expansion("chord:s=" + s);
    Ball expected = OVER.power(OVER.of(2), s.divide(2));
    for (int n = 0; n < ORDER; n++) {
      assertTrue(expansion.coefficient(n).overlaps(expected), "b_" + n);
      expected = OVER.scale(expected, Rational.of(n).subtract(s.divide(2)).divide(n + 1L));
    }
  }

  @Provide
  Arbitrary<Rational> exponents() {
    return Arbitraries.integers()
        .between(-20, 20)
        .flatMap(n -> Arbitraries.integers().between(1, 6).map(m -> Rational.of(n, m)));
  }

  @Test
  void theGaussianIsAnExponentialSeries() {
    CosineExpansion expansion = expansion("gaussian:c=3/2");
    Ball expected = OVER.exp(OVER.of(-3));
    for (int n = 0; n < ORDER; n++) {
      assertTrue(expansion.coefficient(n).overlaps(expected), "b_" + n);
      expected = OVER.scale(expected, Rational.of(3, n + 1));
    }
  }

  @Property(tries = 25)
  void theSumIsTheValue(@ForAll("series") Kernel kernel) {
    CosineExpansion expansion = CosineExpansion.of(kernel, OVER, 80);
    Rational u = Rational.of(-1, 8);
    Ball sum = OVER.of(0);
    for (int n = 79; n >= 0; n--) {
      sum = OVER.add(OVER.scale(sum, u), expansion.coefficient(n));
    }
    Ball value = kernel.evaluate(OVER, ChordAngle.ofCosine(OVER, u));
    // sum of |b_n| is at most f(1) = 1
    assertTrue(sum.inflate(OVER.power(OVER.of(Rational.of(1, 8)), 80)).overlaps(value));
  }

  @Provide
  Arbitrary<Kernel> series() {
    return Kernels.networks();
  }

  @ParameterizedTest
  @CsvSource({
    "fcntk:L=2, 0.228569545427647, 0.319371021416876, 0.205185624059974, 0.0613309772009058",
    "arccos:n=0, 0.5, 0.318309886183791, 0, 0.0530516476972984",
    "fcntk:L=1, 0.159154943091895, 0.5, 0.238732414637843, 0"
  })
  void theFirstCoefficientsAreTheKnownOnes(
      String kernel, double b0, double b1, double b2, double b3) {
    CosineExpansion expansion = expansion(kernel);
    double[] expected = {b0, b1, b2, b3};
    for (int n = 0; n < expected.length; n++) {
      assertEquals(expected[n], expansion.coefficient(n).toDouble(), 1e-15);
    }
  }

  @Test
  void aPartThatIsAPolynomialHasNoFurtherCoefficients() {
    CosineExpansion odd = expansion("fcntk:L=1");
    CosineExpansion even = expansion("arccos:n=2");
    for (int n = 3; n < ORDER; n++) {
      boolean isOdd = n % 2 == 1;
      assertEquals(isOdd, isZero(odd.coefficient(n)), "fcntk " + n);
      assertEquals(!isOdd, isZero(even.coefficient(n)), "arccos " + n);
    }
    assertTrue(!isZero(odd.coefficient(1)) && !isZero(even.coefficient(2)));
  }

  private static boolean isZero(Ball ball) {
    return ball.isExact() && ball.containsZero();
  }

  /** kappa_1, of which nothing else is known. */
  private record Anonymous(Optional<PolynomialPart> polynomialPart) implements Kernel {
    @Override
    public <T> T evaluate(Arithmetic<T> over, Angle<T> at) {
      return at.kappa1();
    }
  }

  @Test
  void aZeroThatNoTheoremTellsIsNotTakenForOne() {
    Ball unknown = CosineExpansion.of(new Anonymous(Optional.empty()), OVER, ORDER).coefficient(5);
    assertTrue(unknown.containsZero());
    assertTrue(!unknown.isExact());
    PolynomialPart part = new PolynomialPart(true, 1);
    assertTrue(
        isZero(CosineExpansion.of(new Anonymous(Optional.of(part)), OVER, ORDER).coefficient(5)));
  }

  @Test
  void aKernelThatIsNoPowerSeriesIsRefused() {
    Kernel modulus =
        new Kernel() {
          @Override
          public <T> T evaluate(Arithmetic<T> over, Angle<T> at) {
            return over.sqrt(at.cosine());
          }
        };
    assertThrows(DomainException.class, () -> CosineExpansion.of(modulus, OVER, ORDER));
  }
}
