package dev.zonal.theorem.confirmation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.Decay;
import dev.zonal.theorem.Extremum;
import dev.zonal.theorem.geometric.GeometricLaw;
import dev.zonal.theorem.law.TailFormulas;
import dev.zonal.theorem.law.UniformExpansion;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

/** Eigenvalues that are just near enough to a law, and just too far from it. */
class TestedLawTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(256);
  private static final Tolerance TOLERANCE = new Tolerance(15, OVER);
  private static final Rational ONE = Rational.ONE;

  /** -Lambda_k(1) in d = 3, which decays like K^-3, within what is said of an expansion of it. */
  private static final UniformExpansion POWER =
      TailFormulas.expansion(3, Parity.EVEN, 20, "1/1024", "4", "1", "-1");

  private static TestedExpansion tested(Optional<UniformExpansion> prediction) {
    return new TestedExpansion(POWER, (parity, k, bits) -> prediction, 128);
  }

  private static Distance distance(TestedLaw law, long k, Ball eta) {
    return law.distance(k, eta, TOLERANCE).orElseThrow();
  }

  /** The leading term at k, with a relative error. */
  private static Ball power(long k, String error) {
    return OVER.scale(POWER.leadingTerm(OVER, k), ONE.add(Rational.parse(error)));
  }

  @Test
  void thePowerLawIsHeldAgainstItsRemainderFromItsFirstFrequencyOn() {
    TestedExpansion law = tested(Optional.of(POWER));
    assertEquals(Parity.EVEN, law.parity());
    assertEquals(20, law.from());
    Distance exact = distance(law, 40, power(40, "0"));
    assertTrue(exact.isWithin());
    double eta = POWER.leadingTerm(OVER, 40).toDouble();
    assertEquals(Math.pow(40, 3) * eta, exact.plain().doubleValue(), 1e-9 * eta * 64000);
    double shifted = Math.pow(40.5, 3) * eta;
    assertEquals(shifted, exact.shifted().get().doubleValue(), 1e-9 * shifted);
    double relative = shifted / POWER.constant(OVER).toDouble() - 1;
    assertEquals(40.5 * 40.5 * relative, exact.residual().doubleValue(), 1e-7);
    double bound = POWER.remainder().upper().doubleValue() * 20.5 * 20.5;
    assertEquals(bound, exact.bound().get().doubleValue(), 1e-5 * bound);
    // the rest is 1/1024 (20.5/40.5)^4 there, 6.4e-5
    assertTrue(distance(law, 40, power(40, "6/100000")).isWithin());
    assertTrue(distance(law, 40, power(40, "-6/100000")).isWithin());
    assertFalse(distance(law, 40, power(40, "7/100000")).isWithin());
    assertFalse(distance(law, 40, power(40, "-7/100000")).isWithin());
  }

  @Test
  void beforeItsFirstFrequencyThereIsNoBoundAndNothingIsTooFar() {
    TestedExpansion law = tested(Optional.empty());
    Distance before = distance(law, 18, power(18, "9"));
    assertTrue(before.isWithin());
    assertEquals(Optional.empty(), before.bound());
    assertTrue(distance(law, 20, power(20, "0")).bound().isPresent());
    assertFalse(distance(law, 20, power(20, "0")).isWithin(), "nothing is predicted");
    // K is zero on the circle
    UniformExpansion circle = TailFormulas.expansion(2, Parity.EVEN, 20, "0", "4", "1", "-1");
    TestedExpansion onCircle =
        new TestedExpansion(circle, (parity, k, bits) -> Optional.empty(), 128);
    assertEquals(0, distance(onCircle, 0, OVER.of(1)).plain().signum());
  }

  /** The noise is 10^-18 for 15 digits. */
  @Test
  void thePredictionFromEachFrequencyIsHeldToItsOwnRestAndTheNoise() {
    UniformExpansion exact = TailFormulas.expansion(3, Parity.EVEN, 40, "0", "4", "1", "-1");
    TestedExpansion law = tested(Optional.of(exact));
    String trillions = "1000000000000000000";
    assertTrue(distance(law, 40, power(40, "99/100" + trillions.substring(1))).isWithin());
    assertFalse(distance(law, 40, power(40, "101/100" + trillions.substring(1))).isWithin());
    assertFalse(distance(law, 40, power(40, "-101/100" + trillions.substring(1))).isWithin());
  }

  private static final GeometricLaw GEOMETRIC =
      GeometricLaw.of(KernelSpecification.parse("ntk:act=erf,L=1,sw2=2"), 3, Parity.ODD, 41)
          .orElseThrow();

  private static GeometricLaw geometric(String least, String greatest) {
    return new GeometricLaw(
        3,
        Parity.ODD,
        41,
        GEOMETRIC.singularity(),
        GEOMETRIC.order(),
        Ball.exact(2),
        Rational.parse(least),
        Rational.parse(greatest));
  }

  /** An eigenvalue with this quotient by rho^k k^s. */
  private static Ball eigenvalue(long k, String quotient) {
    return OVER.divide(OVER.of(Rational.parse(quotient)), GEOMETRIC.scaled(k, OVER.of(1)));
  }

  private static Decay.Geometric between(String least, String greatest) {
    return new Decay.Geometric(
        GEOMETRIC,
        Extremum.at(1, OVER.of(Rational.parse(least))),
        Extremum.at(1, OVER.of(Rational.parse(greatest))));
  }

  private static boolean isWithin(
      LongFunction<Optional<GeometricLaw>> prediction,
      Optional<Decay.Geometric> bounds,
      long k,
      String quotient) {
    GeometricLaw law = geometric("-1/8", "1/4");
    return distance(new TestedGeometricLaw(law, prediction, bounds), k, eigenvalue(k, quotient))
        .isWithin();
  }

  /** Quotients from 2 (1 - 1/8 41/k) to 2 (1 + 1/4 41/k). */
  @Test
  void aGeometricLawIsHeldToBothEndsOfItsDeviation() {
    LongFunction<Optional<GeometricLaw>> same = k -> Optional.of(geometric("-1/8", "1/4"));
    for (long k : new long[] {41, 82}) {
      boolean first = k == 41;
      assertTrue(isWithin(same, Optional.empty(), k, first ? "1751/1000" : "1876/1000"));
      assertFalse(isWithin(same, Optional.empty(), k, first ? "1749/1000" : "1874/1000"));
      assertTrue(isWithin(same, Optional.empty(), k, first ? "2499/1000" : "2249/1000"));
      assertFalse(isWithin(same, Optional.empty(), k, first ? "2501/1000" : "2251/1000"));
    }
    assertTrue(isWithin(same, Optional.empty(), 39, "9"), "before the first frequency");
    assertFalse(isWithin(k -> Optional.empty(), Optional.empty(), 41, "2"), "no prediction");
    LongFunction<Optional<GeometricLaw>> near = k -> Optional.of(geometric("0", "1/1000"));
    assertTrue(isWithin(near, Optional.empty(), 41, "2001/1000"));
    assertFalse(isWithin(near, Optional.empty(), 41, "2003/1000"));
    assertFalse(isWithin(near, Optional.empty(), 41, "1999/1000"));
  }

  @Test
  void quotientsLieBetweenTheirBestConstantsBeforeTheLawToo() {
    LongFunction<Optional<GeometricLaw>> same = k -> Optional.of(geometric("-1/8", "1/4"));
    Optional<Decay.Geometric> bounds = Optional.of(between("19/10", "21/10"));
    for (long k : new long[] {1, 39, 41}) {
      assertTrue(isWithin(same, bounds, k, "2"));
      assertTrue(isWithin(same, bounds, k, "1901/1000"));
      assertTrue(isWithin(same, bounds, k, "2099/1000"));
      assertFalse(isWithin(same, bounds, k, "1899/1000"));
      assertFalse(isWithin(same, bounds, k, "2101/1000"));
    }
  }

  @Test
  void theDistanceFromAGeometricLawIsThatOfItsQuotients() {
    GeometricLaw law = geometric("-1/8", "1/4");
    TestedGeometricLaw tested =
        new TestedGeometricLaw(law, k -> Optional.of(law), Optional.empty());
    assertEquals(Parity.ODD, tested.parity());
    assertEquals(41, tested.from());
    assertEquals(Optional.empty(), tested.distance(0, OVER.of(1), TOLERANCE));
    Distance there = distance(tested, 51, eigenvalue(51, "21/10"));
    assertEquals(2.1, there.plain().doubleValue(), 1e-12);
    assertEquals(Optional.empty(), there.shifted());
    assertEquals(51 * 0.05, there.residual().doubleValue(), 1e-9);
    assertEquals(41.0 / 4, there.bound().get().doubleValue(), 1e-4);
    assertEquals(Optional.empty(), distance(tested, 39, eigenvalue(39, "2")).bound());
  }

  @Test
  void numbersAreShownWithTheDigitsThatAreKnown() {
    assertEquals(new BigDecimal("0.333333333333333"), shown("1/3", "0"));
    assertEquals(1, shown("1/3", "1/4").precision());
    assertEquals(1, shown("1/3", "1").precision());
    int precision = shown("1/3", "1/1000000").precision();
    assertTrue(precision == 5 || precision == 6, () -> "" + precision);
    Ball exact = Ball.exact(1).shifted(-40);
    assertEquals(15, TOLERANCE.shown(exact).precision());
    assertTrue(TOLERANCE.agreement().contains(ONE.divide(Rational.of(10).pow(15))));
    Rational noise = TOLERANCE.noise().multiply(Rational.of(10).pow(18));
    assertEquals(1, noise.doubleValue(), 1e-12);
    assertTrue(noise.compareTo(ONE) <= 0);
  }

  private static BigDecimal shown(String middle, String radius) {
    Ball ball = OVER.of(Rational.parse(middle));
    return TOLERANCE.shown(ball.inflate(OVER.of(Rational.parse(radius))));
  }
}
