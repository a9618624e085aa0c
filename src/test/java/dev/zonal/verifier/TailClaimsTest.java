package dev.zonal.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.region.AnalyticData;
import dev.zonal.kernel.region.GivenRegions;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.tail.OddExpansion;
import dev.zonal.spectrum.tail.UniformTail;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.verifier.document.Claims;
import dev.zonal.verifier.document.Finding;
import dev.zonal.verifier.document.Hypothesis;
import dev.zonal.verifier.document.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The hypotheses of Theorem 12.3, each broken alone, and its bound against the prover's. */
class TailClaimsTest {
  /** A tail of the prover on regions that are given, and what the verifier says of it. */
  private record Example(
      Kernel kernel, int dimension, double near, double far, double height, Claims.OfTail tail) {

    static Example of(
        String specification,
        int dimension,
        double near,
        double far,
        double height,
        Parity parity,
        long from) {
      Kernel kernel = KernelSpecification.parse(specification);
      AnalyticData data = GivenRegions.of(kernel, near, far, height);
      UniformTail tail =
          UniformTail.of(OddExpansion.of(data), dimension, parity, from).orElseThrow();
      Claims.OfTail claim =
          new Claims.OfTail(
              tail.parity(),
              tail.from(),
              tail.exponent(),
              around(tail.leading()),
              around(tail.next()),
              upper(tail.rest()));
      return new Example(kernel, dimension, near, far, height, claim);
    }

    Example with(Claims.OfTail other) {
      return new Example(kernel, dimension, near, far, height, other);
    }

    Example from(long from) {
      Claims.OfTail t = tail;
      return with(
          new Claims.OfTail(t.parity(), from, t.exponent(), t.leading(), t.next(), t.rest()));
    }

    Example exponent(int exponent) {
      Claims.OfTail t = tail;
      return with(
          new Claims.OfTail(t.parity(), t.from(), exponent, t.leading(), t.next(), t.rest()));
    }

    Example rest(BigDecimal rest) {
      Claims.OfTail t = tail;
      return with(
          new Claims.OfTail(t.parity(), t.from(), t.exponent(), t.leading(), t.next(), rest));
    }

    Example leading(Interval leading) {
      Claims.OfTail t = tail;
      return with(
          new Claims.OfTail(t.parity(), t.from(), t.exponent(), leading, t.next(), t.rest()));
    }

    Example next(Interval next) {
      Claims.OfTail t = tail;
      return with(
          new Claims.OfTail(t.parity(), t.from(), t.exponent(), t.leading(), next, t.rest()));
    }

    Example regions(double near, double far, double height) {
      return new Example(kernel, dimension, near, far, height, tail);
    }

    /** The hypotheses about the tail that fail; rows are missing on purpose. */
    Set<Hypothesis> refusals() {
      return refusals(new Claims.Regions(bounded(near), bounded(far), bounded(height)));
    }

    private Set<Hypothesis> refusals(Claims.Regions regions) {
      Claims.OfKernel evidence =
          new Claims.OfKernel(
              kernel, Optional.of(regions), List.of(tail), List.of(), List.of(), new TreeMap<>());
      Claims claims =
          new Claims(
              Claims.Statement.POSITIVITY,
              dimension,
              List.of(evidence),
              new TreeMap<>(),
              Optional.of("negative"),
              Optional.empty());
      return new Verifier(Context.NONE)
          .check(claims).findings().stream()
              .map(Finding::hypothesis)
              .filter(h -> h != Hypothesis.REFUTATION)
              .collect(Collectors.toSet());
    }

    /** With another region at coincidence, whose size need be no double. */
    Set<Hypothesis> refusals(Claims.Bounded near) {
      return refusals(new Claims.Regions(near, bounded(far), bounded(height)));
    }

    private static Claims.Bounded bounded(double size) {
      return new Claims.Bounded(new BigDecimal(size), new BigDecimal("1e9"));
    }
  }

  private static Interval around(Ball ball) {
    return new Interval(ball.lowerDecimal(30), ball.upperDecimal(30));
  }

  private static BigDecimal upper(Ball rest) {
    return rest.upperDecimal(12).round(new MathContext(10, RoundingMode.CEILING));
  }

  private static final String NETWORK = "resntk:L=2,alpha=1";

  private static Example network(int dimension, long from) {
    return Example.of(NETWORK, dimension, 0.75, 0.625, 0.5, Parity.of(from), from);
  }

  /** Whatever number of odd powers is best, the least bound is that of the prover. */
  @ParameterizedTest
  @CsvSource({
    "'resntk:L=2,alpha=1', 2, 0.75, 0.625, 0.5, 40",
    "'resntk:L=2,alpha=1', 3, 0.75, 0.625, 0.5, 41",
    "'resntk:L=2,alpha=1', 4, 0.75, 0.625, 0.5, 200",
    "'resntk:L=2,alpha=1', 5, 0.5, 0.5, 0.4375, 81",
    "'resntk:L=2,alpha=1', 10, 0.75, 0.625, 0.5, 60",
    "'laplace:c=1', 3, 1.875, 0.5, 1.625, 7",
    "'laplace:c=1', 3, 1.875, 0.5, 1.625, 4",
    "'laplace:c=1/8', 3, 1.875, 0.5, 1.625, 4",
    "'laplace:c=1/8', 2, 1.875, 0.5, 1.625, 5",
    "'laplace:c=1/8', 5, 1.875, 0.5, 1.625, 6",
    "'laplace:c=1', 2, 1.5, 1.5, 1, 6",
    "'laplace:c=5', 3, 1.875, 1, 1.25, 9",
    "'fcnngp:L=2', 3, 0.75, 0.5, 0.4375, 50",
    "'matern:nu=3/2,c=1', 4, 1.5, 1, 0.75, 31"
  })
  void theLeastRestIsThatOfTheProver(
      String kernel, int dimension, double near, double far, double height, long from) {
    Example example = Example.of(kernel, dimension, near, far, height, Parity.of(from), from);
    assertEquals(Set.of(), example.refusals());
    BigDecimal rest = example.tail().rest();
    assertEquals(Set.of(), example.rest(rest.multiply(new BigDecimal("2"))).refusals());
    assertEquals(
        Set.of(Hypothesis.TAIL_REST),
        example.rest(rest.multiply(new BigDecimal("0.99999"))).refusals());
  }

  @Test
  void theFirstFrequencyIsOfTheParityAndLargerThanTheExponentSays() {
    assertEquals(Set.of(Hypothesis.TAIL_PARITY), network(3, 40).from(41).rest(big()).refusals());
    // 2 k0 > s + 6 with s = 1: k0 = 4 is the first
    Example laplace = Example.of("laplace:c=1", 3, 1.875, 0.5, 1.625, Parity.EVEN, 8).rest(big());
    assertEquals(Set.of(), laplace.from(4).refusals());
    assertEquals(Set.of(Hypothesis.TAIL_START), laplace.from(2).refusals());
    Example odd = Example.of("laplace:c=1", 3, 1.875, 0.5, 1.625, Parity.ODD, 9).rest(big());
    assertEquals(Set.of(), odd.from(5).refusals());
    assertEquals(Set.of(Hypothesis.TAIL_START), odd.from(3).refusals());
  }

  private static BigDecimal big() {
    return new BigDecimal("1e6");
  }

  @Test
  void aRegionHasASizeThatIsADoubleAndABoundThatServes() {
    Example example = network(3, 40).rest(big());
    BigDecimal bound = new BigDecimal("1e9");
    assertEquals(Set.of(), example.refusals(new Claims.Bounded(new BigDecimal("0.75"), bound)));
    for (String size : List.of("0.7", "1e400", "-0.75", "0", "2", "3", "1e-400")) {
      Claims.Bounded region = new Claims.Bounded(new BigDecimal(size), bound);
      assertEquals(Set.of(Hypothesis.REGION), example.refusals(region), size);
    }
    assertEquals(
        Set.of(Hypothesis.REGION_BOUND),
        example.refusals(new Claims.Bounded(new BigDecimal("0.75"), new BigDecimal("0.5"))));
  }

  /** With beta = 1 the first coefficient at the antipode vanishes, by a theorem. */
  @Test
  void anEndMayHaveAFirstExponentOfItsOwn() {
    for (Parity parity : Parity.values()) {
      long from = parity.firstFrom(60);
      Example biased = Example.of("fcntk:L=2,beta=1", 3, 0.75, 0.5, 0.4375, parity, from);
      assertEquals(1, biased.tail().exponent());
      assertEquals(Set.of(), biased.refusals());
    }
  }

  @Test
  void theExponentIsTheFirstOddOneThatDoesNotCancel() {
    Example example = network(3, 40).rest(big());
    for (int other : new int[] {2, 3, 4, 5}) {
      assertEquals(Set.of(Hypothesis.TAIL_EXPONENT), example.exponent(other).refusals());
    }
    // two layers of a Gaussian process: A_1 = B_1 = 0
    Example process = Example.of("fcnngp:L=2", 3, 0.75, 0.5, 0.4375, Parity.EVEN, 50).rest(big());
    assertEquals(3, process.tail().exponent());
    assertEquals(Set.of(Hypothesis.TAIL_EXPONENT), process.exponent(1).refusals());
    assertEquals(Set.of(Hypothesis.TAIL_EXPONENT), process.exponent(5).refusals());
  }

  /** One layer has A_1 = B_1, so that odd frequencies have no tail at all. */
  @Test
  void coefficientsThatCancelHaveNoTail() {
    Example even = Example.of("arccos:n=1", 3, 1.5, 1.5, 0.875, Parity.EVEN, 20).rest(big());
    Claims.OfTail t = even.tail();
    Example odd =
        even.with(new Claims.OfTail(Parity.ODD, 21, t.exponent(), t.leading(), t.next(), t.rest()));
    assertEquals(Set.of(Hypothesis.TAIL_EXPONENT), odd.refusals());
  }

  @Test
  void coefficientsThatAreNotThoseOfTheKernelAreRefused() {
    Example example = network(3, 40);
    Interval leading = example.tail().leading();
    Interval next = example.tail().next();
    assertEquals(Set.of(Hypothesis.TAIL_LEADING), example.leading(next).refusals());
    assertEquals(Set.of(Hypothesis.TAIL_NEXT), example.next(leading).refusals());
    assertEquals(
        Set.of(Hypothesis.TAIL_LEADING, Hypothesis.TAIL_NEXT),
        example.leading(next).next(leading).refusals());
    assertEquals(
        Set.of(Hypothesis.TAIL_NEXT, Hypothesis.TAIL_REST),
        example.next(leading).rest(new BigDecimal("1e-3")).refusals());
  }

  /** 2 sinh(T/2) must be less than the radius at each end where the kernel is not even. */
  @Test
  void theContourStaysInsideTheDiscs() {
    double height = 0.5;
    double contour = 2 * Math.sinh(height / 2);
    Example example = network(3, 40).rest(big());
    assertEquals(Set.of(), example.regions(contour + 1e-9, 0.625, height).refusals());
    assertEquals(
        Set.of(Hypothesis.TAIL_CONTOUR), example.regions(contour - 1e-9, 0.625, height).refusals());
    assertEquals(Set.of(), example.regions(0.625, contour + 1e-9, height).refusals());
    assertEquals(
        Set.of(Hypothesis.TAIL_CONTOUR), example.regions(0.625, contour - 1e-9, height).refusals());
    // the Laplace kernel is even at the antipode, whose disc does not count
    Example laplace = Example.of("laplace:c=1", 3, 1.5, 0.5, 0.875, Parity.EVEN, 30).rest(big());
    assertEquals(Set.of(), laplace.regions(1.5, 0.125, 0.875).refusals());
    assertEquals(Set.of(Hypothesis.TAIL_CONTOUR), laplace.regions(0.5, 0.5, 0.875).refusals());
  }

  /** The condition of Theorem 12.3 on the top, on either side of the height where it begins. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 10, 40})
  void theTopDecreasesFromTheHeightThatTheFormulaSays(int dimension) {
    Example example = network(dimension, 2000).rest(big());
    int compared = 0;
    for (long k = 4; k < 1000 && compared < 8; k += 2 + k / 8 * 2) {
      double critical = Math.log(growth(dimension, 1, k));
      if (critical > 0.5 || critical < 1e-3) {
        continue;
      }
      compared++;
      for (double side : new double[] {-1e-6, 1e-6}) {
        Set<Hypothesis> refusals =
            example.regions(0.75, 0.625, critical * (1 + side)).from(k).refusals();
        assertEquals(side < 0, refusals.contains(Hypothesis.TAIL_TOP), "k = " + k);
      }
    }
    assertTrue(compared >= 4);
  }

  /** The ratio of the part of the top at k + 1 to that at k, but for exp(-T); with its sign. */
  private static double growth(int d, int s, long k) {
    double start = k + (d - 2) / 2.0;
    double square = (double) (s + d) * (s + d);
    double below = 4 * start * start - square;
    double above = 4 * (start + 1) * (start + 1) - square;
    double step = (2 * k + s + 2 * d - 2) / (double) (2 * k - s);
    return Math.pow((start + 1) / start, 2) * (above / below) * step;
  }

  /** A high first exponent, which needs a long series: r^(2 nu). */
  @Test
  void aSmoothMaternKernelHasAHighFirstExponent() {
    Example example = Example.of("matern:nu=35/2,c=1", 2, 1.5, 1, 0.75, Parity.EVEN, 60);
    assertEquals(35, example.tail().exponent());
    Set<Hypothesis> refusals = example.refusals();
    assertEquals(Set.of(), refusals);
    assertEquals(Set.of(Hypothesis.TAIL_EXPONENT), example.exponent(33).refusals());
    assertEquals(Rational.of(35), Rational.of(example.tail().exponent()));
  }
}
