package dev.zonal.theorem.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.angle.Chart;
import dev.zonal.kernel.network.ResidualTangentKernel;
import dev.zonal.kernel.region.ChordExpansion;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.kernel.specification.ParameterFamily;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.shape.FamilyConstants.End;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FamilyConstantsTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(120);

  private static FamilyConstants constants(String family, int dimension) {
    return new FamilyConstants(ParameterFamily.parse(family), dimension);
  }

  @Provide
  Arbitrary<Rational> weights() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 40), Arbitraries.integers().between(1, 40))
        .as(Rational::of);
  }

  private static ResidualDecayConstant residual(int depth, Rational alpha, boolean all) {
    String text = "resntk:L=%s,alpha=%s%s".formatted(depth, alpha, all ? ",train=all" : "");
    return new ResidualDecayConstant((ResidualTangentKernel) KernelSpecification.parse(text), 3);
  }

  private static boolean isLess(Ball a, Ball b) {
    return OVER.subtract(b, a).isPositive();
  }

  @Property(tries = 60)
  void theConstantsGrowWithTheBranchWeight(
      @ForAll("weights") Rational alpha,
      @ForAll("weights") Rational more,
      @ForAll @IntRange(min = 2, max = 12) int depth,
      @ForAll boolean all) {
    ResidualDecayConstant small = residual(depth, alpha, all);
    ResidualDecayConstant large = residual(depth, alpha.add(more), all);
    assertTrue(isLess(small.even(OVER), large.even(OVER)));
    assertTrue(isLess(small.odd(OVER), large.odd(OVER)));
  }

  @Property(tries = 60)
  void theConstantsGrowWithDepthWhereTheTheoremSaysSo(
      @ForAll("weights") Rational alpha,
      @ForAll @IntRange(min = 1, max = 12) int depth,
      @ForAll boolean all) {
    ResidualDecayConstant shallow = residual(depth, alpha, all);
    ResidualDecayConstant deep = residual(depth + 1, alpha, all);
    assertTrue(isLess(shallow.odd(OVER), deep.odd(OVER)));
    Rational square = alpha.multiply(alpha);
    Rational sigma = square.divide(square.add(1));
    if (all || depth > 1 && sigma.multiply((long) depth * depth).compareTo(Rational.ONE) >= 0) {
      assertTrue(isLess(shallow.even(OVER), deep.even(OVER)));
    }
    Rational rest = Rational.ONE;
    for (int i = 1; i < depth; i++) {
      rest = rest.multiply(Rational.ONE.subtract(sigma));
    }
    if (!all && sigma.multiply(depth * (depth + 1L)).compareTo(rest) <= 0) {
      assertTrue(isLess(deep.even(OVER), shallow.even(OVER)));
    }
  }

  /** The example of Theorem 27.5. */
  @Test
  void theEvenConstantIsNotMonotoneInTheDepth() {
    Rational third = Rational.of(1, 3);
    assertTrue(isLess(residual(3, third, false).even(OVER), residual(2, third, false).even(OVER)));
    assertTrue(isLess(residual(3, third, false).even(OVER), residual(6, third, false).even(OVER)));
  }

  @Property(tries = 60)
  void everyMemberLiesBetweenTheEnds(
      @ForAll("weights") Rational alpha,
      @ForAll @IntRange(min = 2, max = 9) int depth,
      @ForAll boolean all,
      @ForAll boolean bounded) {
    String family =
        "resntk:tau=0,train=%s,L=2..%s".formatted(all ? "all" : "blocks", bounded ? "9" : "");
    ResidualDecayConstant member = residual(depth, alpha, all);
    isBetween(member.even(OVER), constants(family, 3), Parity.EVEN);
    isBetween(member.odd(OVER), constants(family, 3), Parity.ODD);
  }

  @Property(tries = 40)
  void everyFullyConnectedMemberLiesBetweenTheEnds(
      @ForAll("weights") Rational beta, @ForAll @IntRange(min = 2, max = 7) int depth) {
    Kernel kernel = KernelSpecification.parse("fcntk:L=" + depth + ",beta=" + beta);
    FamilyConstants all = constants("fcntk:L=2..7", 3);
    FamilyConstants one = constants("fcntk:L=" + depth + ",beta=" + beta, 3);
    for (Parity parity : Parity.values()) {
      Ball found = ofExpansion(kernel, parity);
      isBetween(found, all, parity);
      Ball closed = one.value(OVER, one.of(parity).infimum()).orElseThrow();
      assertTrue(OVER.subtract(closed, found).containsZero(), kernel::toString);
    }
  }

  /** -(A_1 +- B_1)/2 on the sphere of R^3, from the expansions in both chords. */
  private static Ball ofExpansion(Kernel kernel, Parity parity) {
    Ball a = ChordExpansion.of(kernel, Chart.CHORD, OVER, 4, 1).coefficient(1);
    Ball b = ChordExpansion.of(kernel, Chart.ANTIPODAL_CHORD, OVER, 4, 1).coefficient(1);
    Ball sum = parity == Parity.EVEN ? OVER.add(a, b) : OVER.subtract(a, b);
    return OVER.scale(sum, Rational.of(-1, 2));
  }

  private static void isBetween(Ball found, FamilyConstants constants, Parity parity) {
    FamilyConstants.Ends ends = constants.of(parity);
    constants
        .value(OVER, ends.infimum())
        .ifPresent(end -> assertFalse(isLess(found, end), () -> found + " " + end));
    constants
        .value(OVER, ends.supremum())
        .ifPresent(end -> assertFalse(isLess(end, found), () -> found + " " + end));
    assertTrue(found.isPositive());
  }

  /** The ends are approached: they are the best bounds. */
  @Test
  void theEndsAreLimits() {
    FamilyConstants constants = constants("resntk:tau=0,L=2..3", 3);
    Rational small = Rational.of(1, 1_000_000);
    Rational large = Rational.of(1_000_000);
    isNear(residual(3, small, false).even(OVER), constants, constants.of(Parity.EVEN).infimum());
    isNear(residual(2, small, false).odd(OVER), constants, constants.of(Parity.ODD).infimum());
    isNear(residual(3, large, false).even(OVER), constants, constants.of(Parity.EVEN).supremum());
    isNear(residual(3, large, false).odd(OVER), constants, constants.of(Parity.ODD).supremum());
    FamilyConstants all = constants("resntk:tau=0,L=2..3,train=all", 3);
    isNear(residual(3, large, true).odd(OVER), all, all.of(Parity.ODD).supremum());
    isNear(residual(3, small, true).odd(OVER), all, all.of(Parity.ODD).infimum());
  }

  private static void isNear(Ball found, FamilyConstants constants, End end) {
    double distance = OVER.subtract(found, constants.value(OVER, end).orElseThrow()).toDouble();
    assertTrue(Math.abs(distance) < 1e-5, end.place() + ": " + distance);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "resntk:tau=0; L -> infinity, alpha -> 0; L = 2, alpha -> 0",
        "resntk:tau=0,alpha=1,L=2..4; L = 4, sw2 -> 0; L = 2, sw2 -> 0",
        "fcntk; L = 2, beta -> infinity; L = 2, beta = 0, attained",
        "fcntk:beta=1/2; L = 2, attained; L = 2, attained"
      })
  void whereTheInfimaAre(String family, String even, String odd) {
    assertEquals(even, constants(family, 3).of(Parity.EVEN).infimum().place());
    assertEquals(odd, constants(family, 3).of(Parity.ODD).infimum().place());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resntk",
        "resntk:tau=1",
        "resntk:tau=0,L=1..",
        "resntk:tau=0,act=erf",
        "ntk",
        "fcnngp:beta=0",
        "resntk:tau=0,alpha=1,sw2=2",
        "fcntk:bias=propagated",
        "fcntk:L=1"
      })
  void whatTheTheoremIsNotAboutIsRefusedInOneLine(String family) {
    KernelSpecificationException refusal =
        assertThrows(KernelSpecificationException.class, () -> constants(family, 3));
    assertEquals(1, refusal.getMessage().lines().count());
  }
}
