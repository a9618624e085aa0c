package dev.zonal.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.context.Context;
import dev.zonal.grid.Levels.Level;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.elementary.PolynomialKernel;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.Engine;
import dev.zonal.spectrum.SpectrumRequest.Normalization;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import dev.zonal.spectrum.value.Eigenvalue.Method;
import dev.zonal.spectrum.value.Sphere;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** docs/theory.md, Lemma 16.1 and Theorem 16.2. */
class LevelGridTest {
  private static final List<Column> EVERY =
      List.of(Column.EIGENVALUE, Column.SCHOENBERG, Column.SHARE, Column.CUMULATIVE, Column.BEYOND);

  private static SortedSet<Long> upTo(long last) {
    return new TreeSet<>(LongStream.rangeClosed(0, last).boxed().toList());
  }

  private static LevelGrid grid(
      Kernel kernel,
      int dimension,
      SortedSet<Long> frequencies,
      Optional<Method> method,
      Scale scale,
      List<Column> columns) {
    return new LevelGrid(
        new EigenvalueGrid(
            List.of(kernel),
            List.of(dimension),
            frequencies,
            12,
            method,
            Normalization.PROBABILITY,
            scale),
        columns);
  }

  private static LevelGrid grid(Kernel kernel, int dimension, long last, Column... columns) {
    return grid(kernel, dimension, upTo(last), Optional.empty(), Scale.UNIT, List.of(columns));
  }

  private static Levels computed(LevelGrid grid) {
    assertEquals(Optional.empty(), grid.refusal());
    return grid.compute(new Engine()::spectrum, Context.NONE).get(0);
  }

  private static List<Level> levels(LevelGrid grid) {
    Levels levels = computed(grid);
    assertEquals(List.of(), levels.gaps());
    return levels.rows();
  }

  @Provide
  Arbitrary<PolynomialKernel> polynomials() {
    return Arbitraries.integers()
        .between(-9, 9)
        .flatMap(n -> Arbitraries.integers().between(1, 7).map(m -> Rational.of(n, m)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(7)
        .map(PolynomialKernel::new)
        .filter(p -> p.at(Rational.ONE).signum() != 0);
  }

  private static Rational exactly(Level level, Column column) {
    return level.numbers().get(column).exact().flatMap(PiRational::rational).orElseThrow();
  }

  /** p_0 = 1, p_1 = first u, p_(k+1) = (rising_k u p_k - falling_k p_(k-1))/divisor_k. */
  private static Rational sum(
      List<Level> levels,
      Column column,
      Rational u,
      Rational first,
      LongFunction<Rational> rising,
      LongFunction<Rational> falling) {
    Rational sum = Rational.ZERO;
    Rational before = Rational.ZERO;
    Rational now = Rational.ONE;
    for (int k = 0; k < levels.size(); k++) {
      sum = sum.add(exactly(levels.get(k), column).multiply(now));
      Rational next =
          k == 0
              ? first.multiply(u)
              : rising
                  .apply(k)
                  .multiply(u)
                  .multiply(now)
                  .subtract(falling.apply(k).multiply(before));
      before = now;
      now = next;
    }
    return sum;
  }

  @Property(tries = 60)
  void schoenbergCoefficientsAreThoseOfThePolynomialsThatAreOneAtOne(
      @ForAll("polynomials") PolynomialKernel f, @ForAll @IntRange(min = 2, max = 9) int d) {
    Rational u = Rational.of(2, 7);
    List<Level> levels = levels(grid(f, d, 7, Column.SCHOENBERG));
    assertEquals(
        f.at(u),
        sum(
            levels,
            Column.SCHOENBERG,
            u,
            Rational.ONE,
            k -> Rational.of(2 * k + d - 2, k + d - 2),
            k -> Rational.of(k, k + d - 2)));
  }

  @Property(tries = 60)
  void gegenbauerCoefficientsAreThoseOfGegenbauersPolynomials(
      @ForAll("polynomials") PolynomialKernel f, @ForAll @IntRange(min = 3, max = 9) int d) {
    Rational u = Rational.of(-3, 5);
    List<Level> levels = levels(grid(f, d, 7, Column.GEGENBAUER));
    // (k+1) C_(k+1) = (2k+d-2) u C_k - (k+d-3) C_(k-1), C_1 = (d-2) u
    assertEquals(
        f.at(u),
        sum(
            levels,
            Column.GEGENBAUER,
            u,
            Rational.of(d - 2),
            k -> Rational.of(2 * k + d - 2, k + 1),
            k -> Rational.of(k + d - 3, k + 1)));
  }

  @Property(tries = 60)
  void nothingOfAPolynomialIsBeyondItsDegree(
      @ForAll("polynomials") PolynomialKernel f, @ForAll @IntRange(min = 2, max = 9) int d) {
    List<Level> levels = levels(grid(f, d, 7, Column.CUMULATIVE, Column.BEYOND));
    int degree = f.coefficients().size() - 1;
    for (Level level : levels.subList(degree, levels.size())) {
      assertEquals(Rational.ONE, exactly(level, Column.CUMULATIVE));
      assertEquals(Rational.ZERO, exactly(level, Column.BEYOND));
    }
  }

  private static Ball ball(Level level, Column column) {
    return level.numbers().get(column).enclosure();
  }

  @Property(tries = 20)
  void whatIsBeyondALevelIsTheNextShareAndWhatIsBeyondThat(
      @ForAll("continuous") Kernel kernel, @ForAll @IntRange(min = 2, max = 6) int d) {
    List<Level> levels = levels(grid(kernel, d, 4, Column.SHARE, Column.BEYOND, Column.CUMULATIVE));
    for (int k = 0; k < 4; k++) {
      Rational lower =
          ball(levels.get(k + 1), Column.SHARE)
              .lower()
              .add(ball(levels.get(k + 1), Column.BEYOND).lower());
      Rational upper =
          ball(levels.get(k + 1), Column.SHARE)
              .upper()
              .add(ball(levels.get(k + 1), Column.BEYOND).upper());
      assertTrue(ball(levels.get(k), Column.BEYOND).lower().compareTo(upper) <= 0);
      assertTrue(ball(levels.get(k), Column.BEYOND).upper().compareTo(lower) >= 0);
      assertTrue(ball(levels.get(k), Column.BEYOND).isPositive());
    }
  }

  @Provide
  Arbitrary<Kernel> continuous() {
    return Arbitraries.of(
            "laplace:c=1",
            "gaussian:c=1/2",
            "matern:nu=3/2,length=1",
            "fcntk:L=1,beta=1",
            "arccos:n=0",
            "gammaexp:gamma=1/2,c=1")
        .map(KernelSpecification::parse);
  }

  @Test
  void theSharesOfTheLaplaceKernelOnTheSphereAreThePublishedOnes() {
    List<Level> levels =
        levels(
            grid(
                KernelSpecification.parse("laplace:c=1"), 3, 29, Column.CUMULATIVE, Column.BEYOND));
    assertEquals("0.900258100571", number(levels.get(9), Column.CUMULATIVE).toPlainString());
    assertEquals("0.0333240406448", number(levels.get(29), Column.BEYOND).toPlainString());
  }

  private static BigDecimal number(Level level, Column column) {
    return level.numbers().get(column).rounded();
  }

  @Test
  void theCoefficientsOfTheDistanceInFourDimensionsAreThePublishedOnes() {
    List<Level> levels =
        levels(
            grid(
                KernelSpecification.parse("chord:s=1"),
                4,
                1,
                Column.SCHOENBERG,
                Column.EIGENVALUE));
    assertEquals("1.35812218105", number(levels.get(0), Column.SCHOENBERG).toPlainString());
    assertEquals("-0.194017454436", number(levels.get(1), Column.EIGENVALUE).toPlainString());
    assertEquals("-0.776069817743", number(levels.get(1), Column.SCHOENBERG).toPlainString());
  }

  @Test
  void sharesDoNotDependOnTheScaleAndCoefficientsDo() {
    Kernel kernel = KernelSpecification.parse("fcntk:L=1");
    List<Column> columns = List.of(Column.SHARE, Column.SCHOENBERG);
    Level unit = levels(grid(kernel, 3, upTo(0), Optional.empty(), Scale.UNIT, columns)).get(0);
    Level paper = levels(grid(kernel, 3, upTo(0), Optional.empty(), Scale.PAPER, columns)).get(0);
    assertEquals(exactly(unit, Column.SHARE), exactly(paper, Column.SHARE));
    assertEquals(exactly(unit, Column.SCHOENBERG).multiply(2), exactly(paper, Column.SCHOENBERG));
  }

  @Test
  void anExactZeroStaysZeroInEveryConvention() {
    Level third =
        levels(
                grid(
                    KernelSpecification.parse("fcntk:L=1"),
                    4,
                    3,
                    Column.SCHOENBERG,
                    Column.GEGENBAUER,
                    Column.SHARE))
            .get(3);
    third.numbers().values().forEach(number -> assertEquals(0, number.rounded().signum()));
    assertEquals(Rational.ZERO, exactly(third, Column.GEGENBAUER));
  }

  @Test
  void whatIsBeyondIsFoundHoweverLittleItIs() {
    Level last =
        levels(grid(KernelSpecification.parse("gaussian:c=1/10"), 3, 60, Column.BEYOND)).get(60);
    assertTrue(number(last, Column.BEYOND).compareTo(new BigDecimal("1e-100")) < 0);
    assertTrue(ball(last, Column.BEYOND).isPositive());
  }

  @Test
  void aLevelThatIsNotCertifiedBreaksTheSumsBeyondIt() {
    Levels levels =
        computed(
            grid(
                KernelSpecification.parse("resntk:L=2,alpha=1"),
                3,
                upTo(2),
                Optional.of(Method.EXACT),
                Scale.UNIT,
                List.of(Column.CUMULATIVE)));
    assertEquals(List.of(), levels.rows());
    assertEquals(3, levels.gaps().size());
    assertEquals("level 0 is part of a sum and is not certified", levels.gaps().get(2).reason());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "laplace:c=1; 2; 3; GEGENBAUER; gegenbauer: C_k^0 = 0 for k >= 1 in dimension 2",
        "chord:s=1; 3; 3; SHARE; share: f(1) of chord:s=1 is zero",
        "chord:s=-1; 3; 3; CUMULATIVE; cumulative: f(1) of chord:s=-1 is not finite",
        "polynomial:[1,-1]; 3; 3; BEYOND; beyond: f(1) of polynomial:[1,-1] is zero",
        "chord:s=0; 3; 3; BEYOND; beyond: chord:s=0 is not known to be a power series in u",
        "laplace:c=1; 20000; 2000; MULTIPLICITY; multiplicity: N(20000,1002) is too long"
      })
  void whatCannotBeHadIsRefusedByName(
      String kernel, int dimension, long last, Column column, String beginning) {
    String refusal =
        grid(KernelSpecification.parse(kernel), dimension, last, column).refusal().orElseThrow();
    assertTrue(refusal.startsWith(beginning), refusal);
  }

  @Test
  void aSumNeedsEveryLevel() {
    Kernel kernel = KernelSpecification.parse("laplace:c=1");
    for (List<Long> frequencies : List.of(List.of(1L, 2L), List.of(0L, 2L), List.of(7L))) {
      for (Column column : List.of(Column.CUMULATIVE, Column.BEYOND)) {
        assertTrue(
            grid(
                    kernel,
                    3,
                    new TreeSet<>(frequencies),
                    Optional.empty(),
                    Scale.UNIT,
                    List.of(column))
                .refusal()
                .isPresent());
      }
    }
    assertTrue(grid(kernel, 3, 2, EVERY.toArray(Column[]::new)).refusal().isEmpty());
  }

  @Property(tries = 100)
  void theMultiplicityIsTheDifferenceOfTwoBinomials(
      @ForAll @IntRange(min = 2, max = 40) int d, @ForAll @IntRange(max = 40) int k) {
    BigInteger expected = binomial(d + k - 1, k).subtract(binomial(d + k - 3, k - 2));
    assertEquals(expected, new Sphere(d).exactMultiplicity(k).orElseThrow());
  }

  private static BigInteger binomial(int n, int k) {
    return k < 0
        ? BigInteger.ZERO
        : IntStream.rangeClosed(1, k)
            .mapToObj(BigInteger::valueOf)
            .reduce(
                BigInteger.ONE,
                (product, i) -> product.multiply(BigInteger.valueOf(n + 1L).subtract(i)).divide(i));
  }

  @Test
  void thereAreNoGegenbauerPolynomialsOnTheCircle() {
    assertThrows(IllegalStateException.class, () -> new Sphere(2).perGegenbauer(1));
    assertEquals(Rational.of(5), new Sphere(3).perGegenbauer(2));
  }

  private static LevelGrid compared(Kernel kernel, Kernel other, int digits, Column... columns) {
    return new LevelGrid(
        new EigenvalueGrid(
            List.of(kernel),
            List.of(3),
            upTo(6),
            12,
            Optional.empty(),
            Normalization.PROBABILITY,
            Scale.UNIT),
        List.of(columns),
        Map.of(columns[0], digits),
        Optional.of(other));
  }

  @Test
  void aScaledEigenvalueIsThatTimesThePowerOfTheShiftedFrequency() {
    Kernel chord = KernelSpecification.parse("chord:s=1");
    for (int dimension : new int[] {2, 3, 4, 7}) {
      Levels levels = computed(grid(chord, dimension, 9, Column.EIGENVALUE, Column.SCALED));
      for (Levels.Level level : levels.rows()) {
        Rational shifted = Rational.of(2 * level.key().k() + dimension - 2).divide(2);
        assertEquals(
            level
                .numbers()
                .get(Column.EIGENVALUE)
                .exact()
                .orElseThrow()
                .scale(shifted.pow(dimension)),
            level.numbers().get(Column.SCALED).exact().orElseThrow());
      }
    }
  }

  @Test
  void aRatioIsTheQuotientOfTwoEigenvaluesAndHasTheDigitsOfItsColumn() {
    Kernel chord = KernelSpecification.parse("chord:s=1");
    Kernel other = KernelSpecification.parse("chord:s=3");
    Levels levels = computed(compared(chord, other, 4, Column.RATIO, Column.EIGENVALUE));
    Levels others = computed(grid(other, 3, 6, Column.EIGENVALUE));
    assertEquals(7, levels.rows().size());
    for (int k = 0; k <= 6; k++) {
      Map<Column, CertifiedNumber> numbers = levels.rows().get(k).numbers();
      Rational expected =
          numbers
              .get(Column.EIGENVALUE)
              .exact()
              .flatMap(PiRational::rational)
              .orElseThrow()
              .divide(
                  others
                      .rows()
                      .get(k)
                      .numbers()
                      .get(Column.EIGENVALUE)
                      .exact()
                      .flatMap(PiRational::rational)
                      .orElseThrow());
      assertEquals(0, expected.decimal(4).compareTo(numbers.get(Column.RATIO).rounded()));
      assertEquals(4, numbers.get(Column.RATIO).digits());
      assertEquals(12, numbers.get(Column.EIGENVALUE).digits());
    }
  }

  /** The digits of a column are rounded once: not from the digits that another column has. */
  @Test
  void aRatioOfEnclosuresIsThatOfTheEnclosures() {
    Kernel network = KernelSpecification.parse("resntk:L=2,alpha=1/2");
    Kernel laplace = KernelSpecification.parse("laplace:c=1");
    Levels levels = computed(compared(network, laplace, 30, Column.RATIO, Column.EIGENVALUE));
    Levels back = computed(compared(laplace, network, 30, Column.RATIO, Column.EIGENVALUE));
    for (int k = 0; k <= 6; k++) {
      BigDecimal product =
          levels
              .rows()
              .get(k)
              .numbers()
              .get(Column.RATIO)
              .rounded()
              .multiply(back.rows().get(k).numbers().get(Column.RATIO).rounded());
      assertTrue(product.subtract(BigDecimal.ONE).abs().compareTo(new BigDecimal("3e-29")) < 0);
    }
  }

  @Test
  void whereTheOtherEigenvalueIsZeroThereIsNoRatio() {
    Kernel even = KernelSpecification.parse("polynomial:[1,0,1]");
    Levels levels =
        computed(
            compared(KernelSpecification.parse("laplace:c=1"), even, 5, Column.RATIO, Column.K));
    assertEquals(List.of(0L, 2L), levels.rows().stream().map(row -> row.key().k()).toList());
    assertEquals(5, levels.gaps().size());
    assertTrue(levels.gaps().get(0).reason().contains("is zero"));
    LevelGrid without = grid(even, 3, 4, Column.RATIO);
    assertTrue(without.refusal().orElseThrow().contains("--ratio-to"));
  }
}
