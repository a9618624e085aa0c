package dev.zonal.theorem.dimension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.theorem.Outcome;
import dev.zonal.theorem.Positivity;
import dev.zonal.theorem.Semidefinite;
import dev.zonal.theorem.law.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DimensionRangeTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(128);

  private static Outcome<?> semidefinite(Kernel kernel, int dimension) {
    return Semidefinite.prove(Spectrum.of(kernel, dimension), Context.NONE);
  }

  private static DimensionRange semidefinite(Kernel kernel, int least, int greatest) {
    return DimensionRange.of(kernel, least, greatest, d -> semidefinite(kernel, d));
  }

  /** Against a proof or refutation in every dimension. */
  @Property(tries = 40)
  void theRangeIsDecidedAsEachOfItsDimensionsIs(
      @ForAll @IntRange(min = -3, max = 1) int first,
      @ForAll @IntRange(min = -2, max = 2) int second,
      @ForAll @IntRange(min = 0, max = 9) int third,
      @ForAll @IntRange(min = 0, max = 9) int fourth) {
    Kernel kernel =
        KernelSpecification.parse(
            "polynomial:[1,%s,%s,%s,%s]".formatted(first, second, third, fourth));
    DimensionRange range = semidefinite(kernel, 2, 12);
    for (int d = 2; d <= 12; d++) {
      Verdict one = semidefinite(kernel, d).verdict();
      boolean isProven = range.provenTo().isPresent() && d <= range.provenTo().getAsInt();
      boolean isRefuted = range.refutedFrom().isPresent() && d >= range.refutedFrom().getAsInt();
      assertEquals(one == Verdict.PROVEN, isProven, kernel + " " + d);
      assertEquals(one == Verdict.REFUTED, isRefuted, kernel + " " + d);
    }
  }

  @Test
  void oneProofInTheGreatestDimensionIsEnough() {
    List<Integer> tried = new ArrayList<>();
    Kernel kernel = KernelSpecification.parse("resntk:L=2,alpha=1");
    DimensionRange range =
        DimensionRange.of(
            kernel,
            2,
            30,
            d -> {
              tried.add(d);
              return Positivity.prove(Spectrum.of(kernel, d), Context.NONE);
            });
    assertEquals(List.of(30), tried);
    assertEquals(Verdict.PROVEN, range.verdict());
    assertEquals(OptionalInt.of(30), range.provenTo());
    assertTrue(range.refutedFrom().isEmpty());
  }

  /** 4 u^3 - u has eta_1 = (12/(d+2) - 1)/d, which is zero for d = 10. */
  @Test
  void theLastDimensionIsFoundByBisection() {
    DimensionRange range =
        semidefinite(KernelSpecification.parse("polynomial:[0,-1,0,4]"), 2, 1000);
    assertEquals(OptionalInt.of(10), range.provenTo());
    assertEquals(OptionalInt.of(11), range.refutedFrom());
    assertEquals(Verdict.REFUTED, range.verdict());
    assertTrue(range.tried().size() < 25);
  }

  @Test
  void whatIsUndecidedIsLeftBetweenTheTwo() {
    Kernel kernel = KernelSpecification.parse("polynomial:[1]");
    IntFunction<Outcome<?>> attempt =
        d ->
            d <= 4
                ? semidefinite(kernel, d)
                : d < 9
                    ? new Outcome.Undecided<>("not known")
                    : semidefinite(KernelSpecification.parse("polynomial:[-1]"), d);
    DimensionRange range = DimensionRange.of(kernel, 3, 20, attempt);
    assertEquals(OptionalInt.of(4), range.provenTo());
    assertEquals(OptionalInt.of(9), range.refutedFrom());
    DimensionRange undecided = DimensionRange.of(kernel, 3, 8, attempt);
    assertEquals(Verdict.UNDECIDED, undecided.verdict());
    assertTrue(undecided.refutedFrom().isEmpty());
    assertTrue(DimensionRange.of(kernel, 9, 11, attempt).provenTo().isEmpty());
  }

  /** Theorem 29.7(a), by certified eigenvalues in both dimensions. */
  @ParameterizedTest
  @ValueSource(strings = {"laplace:c=1", "fcntk:L=1", "gaussian:c=2", "polynomial:[1,2,3,4,5]"})
  void eigenvaluesTwoDimensionsHigherAreDifferences(String specification) {
    Kernel kernel = KernelSpecification.parse(specification);
    for (int d = 2; d <= 5; d++) {
      for (long k : new long[] {0, 1, 2, 7}) {
        Ball difference = OVER.subtract(eigenvalue(kernel, d, k), eigenvalue(kernel, d, k + 2));
        Ball walked = OVER.scale(difference, Rational.of(d, 2 * k + d));
        assertTrue(walked.overlaps(eigenvalue(kernel, d + 2, k)), specification + " " + d);
      }
    }
  }

  private static Ball eigenvalue(Kernel kernel, int dimension, long k) {
    return Spectrum.of(kernel, dimension).enclose(k, 64, Context.NONE).get().ball();
  }

  @ParameterizedTest
  @ValueSource(strings = {"chord:s=-1/2", "heat:t=1"})
  void whatTheTheoremIsNotAboutIsRefused(String specification) {
    Kernel kernel = KernelSpecification.parse(specification);
    assertThrows(KernelSpecificationException.class, () -> semidefinite(kernel, 2, 3));
  }

  @Test
  void oneDimensionIsARangeAndAConstantIsContinuous() {
    Outcome<?> constant = semidefinite(KernelSpecification.parse("polynomial:[1]"), 2);
    DimensionRange one =
        DimensionRange.of(KernelSpecification.parse("chord:s=0"), 2, 2, d -> constant);
    assertEquals(Verdict.PROVEN, one.verdict());
    assertEquals(OptionalInt.of(2), one.provenTo());
    assertEquals(one.tried().get(2), one.decisive());
    assertTrue(one.decisive().proof().isPresent());
  }

  @Test
  void thereMustBeDimensions() {
    Kernel kernel = KernelSpecification.parse("laplace:c=1");
    assertThrows(IllegalArgumentException.class, () -> semidefinite(kernel, 1, 3));
    assertThrows(IllegalArgumentException.class, () -> semidefinite(kernel, 4, 3));
  }
}
