package dev.zonal.kernel.recurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.activation.Activation;
import dev.zonal.kernel.activation.HomogeneousActivation;
import dev.zonal.kernel.angle.Chart;
import dev.zonal.kernel.angle.ChordAngle;
import dev.zonal.kernel.region.ChordExpansion;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RecurrentLengthsTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(150);

  private static RecurrentNetwork network(
      Activation activation, int layers, Rational sb2, Rational sh2, HiddenState hidden) {
    return new RecurrentNetwork(
        activation,
        RecurrentNetwork.constant(1),
        layers,
        Rational.of(3, 2),
        Rational.of(4, 5),
        sb2,
        Rational.of(3),
        sh2,
        hidden);
  }

  private static RecurrentNetwork relu(Rational sb2, Rational sh2) {
    return network(HomogeneousActivation.rectifiedPower(1), 1, sb2, sh2, HiddenState.INDEPENDENT);
  }

  private static RecurrentLengths lengths(RecurrentNetwork network, boolean tangent, int... steps) {
    return new RecurrentLengths(
        java.util.Arrays.stream(steps)
            .mapToObj(t -> network.reading(RecurrentNetwork.constant(t)))
            .toList(),
        tangent);
  }

  private static Ball at(Kernel kernel, Rational u) {
    return kernel.evaluate(OVER, ChordAngle.ofCosine(OVER, u));
  }

  /** What the state adds at x = z is missing from the limit, and nothing else is. */
  @Property(tries = 20)
  void theLimitIsSmallerThanTheValueByWhatTheStatesAdd(
      @ForAll("fractions") Rational sh2, @ForAll("signs") boolean tangent) {
    RecurrentLengths lengths = lengths(relu(Rational.ZERO, sh2), tangent, 1);
    Ball limit = at(lengths.kernel(0, 0), Rational.ONE);
    // One step: rho = su2/(su2 + sw2 sh2) at u = 1.
    Rational rho = Rational.of(4, 5).divide(Rational.of(4, 5).add(Rational.of(3, 2).multiply(sh2)));
    ChordAngle<Ball> angle = ChordAngle.ofCosine(OVER, rho);
    Ball expected =
        tangent
            ? OVER.scale(
                OVER.add(angle.kappa1(), OVER.scale(angle.kappa0(), rho)), Rational.of(1, 2))
            : angle.kappa1();
    assertTrue(limit.overlaps(expected), limit + ", not " + expected);
    assertTrue(limit.certainlyLess(Ball.exact(1)));
  }

  @Property(tries = 20)
  void noOddPowerOfEitherChordIsThere(
      @ForAll("fractions") Rational sb2, @ForAll("signs") boolean tangent) {
    for (Kernel kernel :
        List.of(
            lengths(relu(sb2, Rational.ZERO), tangent, 1, 3).kernel(0, 1),
            lengths(relu(sb2, Rational.ONE), tangent, 2).kernel(0, 0))) {
      for (Chart chart : List.of(Chart.CHORD, Chart.ANTIPODAL_CHORD)) {
        assertTrue(ChordExpansion.of(kernel, chart, OVER, 8, 1).isEven(), kernel::toString);
      }
    }
  }

  @Example
  void oneUnitWithoutBiasesHasALinearOddPartAndOthersHaveNot() {
    Rational u = Rational.of(3, 7);
    for (Activation phi :
        List.of(
            HomogeneousActivation.rectifiedPower(1),
            HomogeneousActivation.leaky(Rational.of(1, 3)))) {
      RecurrentNetwork network =
          network(phi, 1, Rational.ZERO, Rational.ZERO, HiddenState.INDEPENDENT);
      Kernel kernel = lengths(network, true, 1, 3).kernel(0, 1);
      assertEquals(1, kernel.polynomialPart().orElseThrow().degree());
      Ball odd = OVER.subtract(at(kernel, u), at(kernel, u.negate()));
      Ball half = OVER.subtract(at(kernel, u.divide(2)), at(kernel, u.divide(2).negate()));
      assertTrue(odd.overlaps(OVER.scale(half, Rational.of(2))));
    }
    assertTrue(
        lengths(relu(Rational.ONE, Rational.ZERO), true, 1, 3)
            .kernel(0, 1)
            .polynomialPart()
            .isEmpty());
    assertTrue(
        lengths(relu(Rational.ZERO, Rational.ZERO), true, 2, 3)
            .kernel(0, 1)
            .polynomialPart()
            .isEmpty());
  }

  @Example
  void ofOneLengthItIsTheKernelOfTheCatalogue() {
    RecurrentLengths lengths = lengths(relu(Rational.ONE, Rational.ZERO), true, 2, 4);
    assertEquals("rntk:T=4,sw2=3/2,su2=4/5,sb2=1,sv2=3", lengths.kernel(1, 1).toString());
    assertEquals(lengths.kernel(0, 1), lengths.kernel(1, 0));
  }

  @Example
  void whatIsNoSetOfLengthsIsRefused() {
    RecurrentNetwork network = relu(Rational.ZERO, Rational.ZERO);
    assertRefused(() -> lengths(network, true, 2, 2), "the length 2 is given twice");
    assertRefused(() -> lengths(network, true), "no length is given");
    RecurrentNetwork other =
        relu(Rational.ONE, Rational.ZERO).reading(RecurrentNetwork.constant(2));
    assertRefused(() -> new RecurrentLengths(List.of(network, other), true), "differ");
    RecurrentNetwork late = network.reading(List.of(Rational.ZERO, Rational.ONE));
    assertRefused(
        () -> new RecurrentLengths(List.of(network, late), true), "every step must be positive");
  }

  private static void assertRefused(Runnable attempt, String reason) {
    KernelSpecificationException refusal =
        assertThrows(KernelSpecificationException.class, attempt::run);
    assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
  }

  @Provide
  Arbitrary<Rational> fractions() {
    return Arbitraries.integers().between(1, 30).map(n -> Rational.of(n, 10));
  }

  @Provide
  Arbitrary<Boolean> signs() {
    return Arbitraries.of(true, false);
  }
}
