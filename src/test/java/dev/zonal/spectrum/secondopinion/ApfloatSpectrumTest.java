package dev.zonal.spectrum.secondopinion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.UncertifiedException;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.Spectrum;
import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules, functions and eigenvalues of the second opinion, against balls and other software. */
class ApfloatSpectrumTest {
  private static final int DIGITS = 40;

  @Property(tries = 60)
  void theMaternFunctionIsThatOfBalls(
      @ForAll @IntRange(min = 1, max = 12) int thirds,
      @ForAll @IntRange(min = -40, max = 1) int scale,
      @ForAll @IntRange(min = 1, max = 9) int digit) {
    Rational nu = Rational.of(thirds, 3);
    String x = digit + "e" + scale;
    BallArithmetic over = BallArithmetic.ofBits(200);
    Ball certified = over.matern(nu, over.of(Rational.of(new BigDecimal(x))));
    Apfloat value = ApfloatArithmetic.ofDigits(DIGITS).matern(nu, new Apfloat(x, DIGITS + 20));
    assertNear(new Apfloat(certified.lowerDecimal(60), 60), value, DIGITS, nu + " " + x);
  }

  private static void assertNear(Apfloat expected, Apfloat value, int digits, String where) {
    Apfloat distance = ApfloatMath.abs(expected.subtract(value));
    Apfloat allowed = ApfloatMath.scale(ApfloatMath.abs(expected), -digits + 1L);
    assertTrue(distance.compareTo(allowed) <= 0, where + ": " + value + " is not " + expected);
  }

  @ParameterizedTest
  @CsvSource({"2, 5", "3, 40", "6, 200"})
  void theDoubleExponentialRuleTakesLogarithms(int dimension, long k) {
    ApfloatDoubleExponential rule = new ApfloatDoubleExponential(dimension, 1);
    Apfloat one = new Apfloat(1, 60);
    Apfloat sum = new Apfloat(0, 60);
    for (QuadratureRule.Node node : rule.nodes(k, DIGITS)) {
      Apfloat ends = node.at().multiply(one.subtract(node.at()));
      sum =
          sum.add(
              node.weight()
                  .multiply(ApfloatMath.pow(ends, dimension - 1L))
                  .multiply(ApfloatMath.log(node.at())));
    }
    assertEquals(rule.size(k, DIGITS), rule.nodes(k, DIGITS).size());
    // B(d, d) (psi(d) - psi(2d))
    Apfloat expected = new Apfloat(0, 60);
    for (int j = dimension; j < 2 * dimension; j++) {
      expected = expected.subtract(one.divide(new Apfloat(j, 60)));
    }
    for (int j = 1; j < dimension; j++) {
      expected = expected.multiply(new Apfloat(j, 60)).divide(new Apfloat(dimension + j, 60));
    }
    expected = expected.divide(new Apfloat(dimension, 60));
    assertNear(expected, sum, DIGITS - 2, "logarithm");
  }

  /** Eigenvalues by mpmath's adaptive quadrature. */
  @Tag("long")
  @ParameterizedTest
  @CsvSource({
    "'matern:nu=1,c=1', 3, 3, 0.006464324486516368139929972333439905060168",
    "'matern:nu=1,c=1', 3, 10, 0.00008258074793924898343781656214916357770801",
    "'matern:nu=2,c=5', 2, 7, 0.010025982821578869515883821204878186769",
    "'matern:nu=3,c=1/2', 5, 4, 0.0000002330124722684729203000202301544101995"
  })
  void integerSmoothnessHasASecondOpinionAtSmallFrequencies(
      String kernel, int dimension, long k, String expected) throws UncertifiedException {
    Apfloat value = evaluate(kernel, dimension, k, 30);
    assertNear(new Apfloat(expected, 40), value, 30, kernel);
  }

  @ParameterizedTest
  @CsvSource({
    "'ntk:act=erf,L=2,sw2=3/2,sb2=1/10', 3, 21",
    "'nngp:act=exp,L=2,sw2=1/3', 4, 15",
    "'resntk:act=cos,L=2,alpha=1/2', 3, 12",
    "'ntk:act=gelu,L=1,sw2=2,train=first', 2, 30",
    "'nngp:act=relu,power=3,L=2,sb2=1/3', 5, 6",
    "'heat:t=1/10', 3, 30",
    "'sobolev:s=5/3', 3, 1001",
    "'matern:nu=2,c=3', 4, 60"
  })
  void everyKindOfKernelIsWhereItsEnclosureSays(String kernel, int dimension, long k)
      throws UncertifiedException {
    Spectrum spectrum = Spectrum.of(KernelSpecification.parse(kernel), dimension);
    Ball ball = spectrum.enclose(k, 140, Context.current().silent()).get().ball();
    Apfloat certified = new Apfloat(ball.lowerDecimal(60), 60);
    assertNear(certified, evaluate(kernel, dimension, k, 25), 25, kernel);
  }

  @Test
  void activationsWithoutAClosedDualAreRefusedByName() {
    UncertifiedException refusal =
        assertThrows(UncertifiedException.class, () -> evaluate("nngp:act=tanh,L=1", 3, 3, 20));
    assertTrue(refusal.getMessage().contains("nngp:act=tanh,L=1"), refusal.getMessage());
  }

  private static Apfloat evaluate(String kernel, int dimension, long k, int digits)
      throws UncertifiedException {
    Spectrum spectrum = Spectrum.of(KernelSpecification.parse(kernel), dimension);
    return ApfloatSpectrum.of(spectrum)
        .evaluate(new TreeSet<>(Set.of(k)), digits, any -> 40, Context.current().silent())
        .get(k)
        .value();
  }
}
