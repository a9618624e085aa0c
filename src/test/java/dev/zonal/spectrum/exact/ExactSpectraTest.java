package dev.zonal.spectrum.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.value.ExactSpectrum;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactSpectraTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(200);

  static ExactSpectrum spectrum(String kernel, int dimension) {
    return ExactSpectra.of(KernelSpecification.parse(kernel), dimension).orElseThrow();
  }

  static Ball eigenvalue(String kernel, int dimension, long frequency) {
    Ball ball = spectrum(kernel, dimension).at(frequency).enclose(OVER);
    assertTrue(ball.isExact() || ball.accuracyBits() > 170, () -> "accuracy of " + ball);
    return ball;
  }

  private static void assertMeet(Ball expected, Ball actual) {
    assertTrue(expected.overlaps(actual), () -> expected + " and " + actual);
  }

  private record Row(String kernel, int dimension, long frequency, BigDecimal value) {}

  private static List<Row> reference() throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                ExactSpectraTest.class.getResourceAsStream("/reference/eigenvalues.tsv"),
                StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(line -> row(line.split("\t"))).toList();
    }
  }

  private static Row row(String[] fields) {
    BigDecimal value =
        new BigDecimal(fields[3]).round(new MathContext(Integer.parseInt(fields[4])));
    return new Row(fields[0], Integer.parseInt(fields[1]), Long.parseLong(fields[2]), value);
  }

  @Test
  void everyReferenceValueOfAnExactSpectrumIsReproducedToItsLastDigit() throws IOException {
    BallArithmetic over = BallArithmetic.ofBits(560);
    int exact = 0;
    int rows = 0;
    for (Row row : reference()) {
      Optional<ExactSpectrum> spectrum =
          ExactSpectra.of(KernelSpecification.parse(row.kernel()), row.dimension());
      if (spectrum.isEmpty()) {
        continue;
      }
      ExactSpectrum.Value value = spectrum.get().at(row.frequency());
      Ball ball = value.enclose(over);
      rows++;
      if (row.value().signum() == 0) {
        assertEquals(Optional.of(Rational.ZERO), value.rational(), row::toString);
        assertTrue(ball.isExact() && ball.containsZero(), row::toString);
      } else {
        BigDecimal rounded = ball.decimal(row.value().precision()).orElseThrow();
        assertEquals(0, row.value().compareTo(rounded), row::toString);
      }
      assertTrue(value.exact().map(e -> ball.overlaps(e.in(over))).orElse(true), row::toString);
      exact += value.exact().isPresent() ? 1 : 0;
    }
    assertEquals(144, rows);
    assertTrue(exact > 40, () -> "few eigenvalues are exact");
  }

  @Provide
  Arbitrary<String> kernels() {
    return Arbitraries.of(
        "arccos:n=0",
        "arccos:n=1",
        "fcntk:L=1",
        "fcntk:L=1,beta=2/3",
        "fcnngp:L=1",
        "resntk:L=1,alpha=1/2",
        "resntk:L=1,alpha=2,tau=1/3",
        "resntk:L=1,alpha2=1/5,tau=2,train=all",
        "resnngp:L=1,alpha=3",
        "laplace:c=1/3",
        "laplace:c=7",
        "matern:nu=3/2,c=2",
        "matern:nu=9/2,c=11",
        "gaussian:c=2",
        "gammaexp:c=3,gamma=3/2",
        "gammaexp:c=1/2,gamma=2/5",
        "chord:s=-1/3",
        "chord:s=1",
        "chord:s=4",
        "polynomial:[1,-2,0,3/4,0,5]");
  }

  @Provide
  Arbitrary<Integer> dimensions() {
    return Arbitraries.oneOf(Arbitraries.integers().between(2, 60), Arbitraries.just(784));
  }

  @Property(tries = 400)
  void everySpectrumObeysTheDimensionWalk(
      @ForAll("kernels") String kernel,
      @ForAll("dimensions") int d,
      @ForAll @LongRange(min = 0, max = 400) long k) {
    Ball here = eigenvalue(kernel, d, k);
    Ball up = eigenvalue(kernel, d, k + 2);
    Rational factor = Rational.of(d, 2 * k + d);
    assertMeet(OVER.scale(OVER.subtract(here, up), factor), eigenvalue(kernel, d + 2, k));
  }

  @Property(tries = 200)
  void theDimensionWalkReachesFrequenciesWithoutLimit(
      @ForAll("kernels") String kernel,
      @ForAll @IntRange(min = 2, max = 60) int d,
      @ForAll @LongRange(min = 400, max = 999_999_999_999_999_990L) long k) {
    long frequency = kernel.startsWith("gaussian") ? k % 20_000 : k;
    // Neighbours agree in about log2(k) bits, so the difference needs as many more.
    BallArithmetic wide = BallArithmetic.ofBits(300);
    Ball here = spectrum(kernel, d).at(frequency).enclose(wide);
    Ball up = spectrum(kernel, d).at(frequency + 2).enclose(wide);
    Ball expected = wide.scale(wide.subtract(here, up), Rational.of(d, 2 * frequency + d));
    assertMeet(expected, eigenvalue(kernel, d + 2, frequency));
  }

  @Property(tries = 200)
  void theDerivativeRuleLeadsFromKappaOneToKappaZero(
      @ForAll("dimensions") int d,
      @ForAll @LongRange(min = 1, max = 1_000_000_000_000_000_000L) long k) {
    Ball derivative = OVER.scale(eigenvalue("arccos:n=0", d + 2, k - 1), Rational.of(1, d));
    assertMeet(derivative, eigenvalue("arccos:n=1", d, k));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 10, 50, 784})
  void theDerivativeOfAMaternKernelIsAMaternKernel(int d) {
    // d/du M_p(c r) = c^2/(2p-1) M_(p-1)(c r)
    for (int p = 1; p <= 6; p++) {
      for (long k : new long[] {1, 2, 3, 10, 101, 5000, 1_000_000_000_000L}) {
        Rational factor = Rational.of(9, 4).divide(d * (2L * p - 1));
        String lower = "matern:nu=" + (2 * p - 1) + "/2,c=3/2";
        String upper = "matern:nu=" + (2 * p + 1) + "/2,c=3/2";
        assertMeet(OVER.scale(eigenvalue(lower, d + 2, k - 1), factor), eigenvalue(upper, d, k));
      }
    }
  }

  @Property(tries = 100)
  void theDerivativeOfAGaussianIsAGaussian(
      @ForAll("dimensions") int d, @ForAll @LongRange(min = 1, max = 5000) long k) {
    Ball derivative = OVER.scale(eigenvalue("gaussian:c=5/3", d + 2, k - 1), Rational.of(10, 3));
    assertMeet(OVER.scale(derivative, Rational.of(1, d)), eigenvalue("gaussian:c=5/3", d, k));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 9, 30})
  void theTraceOfAGaussianIsOne(int d) {
    Ball sum = OVER.of(0);
    Rational multiplicity = Rational.ONE;
    for (int k = 0; k < 120; k++) {
      sum = OVER.add(sum, OVER.scale(eigenvalue("gaussian:c=1", d, k), multiplicity));
      multiplicity = nextMultiplicity(d, k, multiplicity);
    }
    Ball defect = OVER.subtract(OVER.of(1), sum);
    assertTrue(defect.binaryOrder() < -150, defect::toString);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 9, 30})
  void theTraceOfAPolynomialIsItsValueAtOne(int d) {
    Rational sum = Rational.ZERO;
    Rational multiplicity = Rational.ONE;
    for (int k = 0; k < 9; k++) {
      Rational value = spectrum("polynomial:[1,-2,0,3/4,0,5]", d).at(k).rational().orElseThrow();
      sum = sum.add(value.multiply(multiplicity));
      multiplicity = nextMultiplicity(d, k, multiplicity);
    }
    assertEquals(Rational.of(19, 4), sum);
  }

  private static Rational nextMultiplicity(int d, int k, Rational multiplicity) {
    // N(d, k+1)/N(d, k)
    return k == 0
        ? Rational.of(d)
        : multiplicity.multiply(
            Rational.of((2L * k + d) * (k + d - 2), (2L * k + d - 2) * (k + 1)));
  }

  @Test
  void aKernelWithoutAClosedFormHasNone() {
    for (String kernel :
        List.of("resntk:L=2,alpha=1", "fcntk:L=3", "fcntk:L=1,beta=1,bias=propagated")) {
      assertTrue(ExactSpectra.of(KernelSpecification.parse(kernel), 3).isEmpty(), kernel);
    }
  }

  @Test
  void aKernelThatIsNotIntegrableIsRefusedAndOneThatIsOnlyIntegrableIsNot() {
    assertThrows(IllegalArgumentException.class, () -> spectrum("chord:s=-2", 3));
    assertEquals(Optional.of(Rational.of(1, 7)), spectrum("chord:s=-1", 3).at(3).rational());
  }
}
