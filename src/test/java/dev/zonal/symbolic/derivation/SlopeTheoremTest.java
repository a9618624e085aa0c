package dev.zonal.symbolic.derivation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.expansion.End;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;

/**
 * Theorem 23.2 of docs/theory.md from the A_1(L, alpha) that is derived: with L = 1 + m and sigma =
 * s/(1 + s) every claim is that a quotient of polynomials in m, s &gt; 0 without negative
 * coefficients is positive.
 */
class SlopeTheoremTest {
  private static final IExpr L = Symja.symbol("L");
  private static final IExpr SIGMA = Symja.symbol("sigma");
  private static final String ALL = "resntk:L=L,alpha=alpha,train=all";
  private static final String BLOCKS = "resntk:L=L,alpha=alpha";

  private static IExpr slope(String kernel) {
    IExpr a1 = Derivations.firstCoefficient(kernel, End.COINCIDENCE).result().get(0).right();
    return Symja.evaluate(F.Times(F.CN2, S.Pi, a1));
  }

  private static IExpr quotient(String kernel) {
    return Symja.evaluate(F.Times(slope(kernel), F.Power(L, F.CN1)));
  }

  private static IExpr substituted(IExpr e) {
    IExpr s = Symja.symbol("s");
    IExpr inWeight = Symja.replace(e, SIGMA, F.Times(s, F.Power(F.Plus(F.C1, s), F.CN1)));
    return Symja.replace(inWeight, L, F.Plus(F.C1, Symja.symbol("m")));
  }

  private static boolean hasNoMinus(IExpr polynomial) {
    return !Symja.evaluate(F.Expand(polynomial)).toString().contains("-");
  }

  /** Whether numerator and denominator have coefficients of one sign. */
  private static boolean isSeenToBePositive(IExpr e) {
    IExpr quotient = Symja.evaluate(F.Together(substituted(e)));
    IExpr above = Symja.evaluate(F.Numerator(quotient));
    IExpr below = Symja.evaluate(F.Denominator(quotient));
    return !above.isZero()
        && (hasNoMinus(above) && hasNoMinus(below)
            || hasNoMinus(F.Times(F.CN1, above)) && hasNoMinus(F.Times(F.CN1, below)));
  }

  private static IExpr derivative(IExpr e, IExpr variable) {
    return Symja.evaluate(F.D(e, variable));
  }

  private static IExpr minus(IExpr a, IExpr b) {
    return F.Plus(a, F.Times(F.CN1, b));
  }

  @ParameterizedTest
  @ValueSource(strings = {ALL, BLOCKS})
  void theSlopeIsBelowThatOfTheFullyConnectedNetworkAndGrowsWithWeightAndDepth(String kernel) {
    IExpr rho = quotient(kernel);
    assertTrue(isSeenToBePositive(rho));
    assertTrue(isSeenToBePositive(minus(F.C1, rho)));
    assertTrue(isSeenToBePositive(derivative(rho, SIGMA)));
    assertTrue(isSeenToBePositive(derivative(slope(kernel), L)));
    assertTrue(isSeenToBePositive(F.Times(F.CN1, derivative(rho, L))));
    assertTrue(isSeenToBePositive(minus(rho, SIGMA)));
  }

  @ParameterizedTest
  @ValueSource(strings = {ALL, BLOCKS})
  void theContraryIsNotSeen(String kernel) {
    IExpr rho = quotient(kernel);
    assertTrue(!isSeenToBePositive(minus(rho, F.C1)));
    assertTrue(!isSeenToBePositive(derivative(rho, L)));
  }

  @Test
  void theDerivativesAreThoseOfTheProof() {
    IExpr rho = quotient(ALL);
    assertSame("(2+2*(L-1)*sigma+L*(L-1)*sigma^2)/(1+L*sigma)^2", derivative(rho, SIGMA));
    assertSame("sigma*(2+(2*L-1)*sigma+L^2*sigma^2)/(1+L*sigma)^2", derivative(slope(ALL), L));
    assertSame("-sigma^2*(1-sigma)/(1+L*sigma)^2", derivative(rho, L));
    assertSame("sigma*(2+(L-1)*sigma)/(1+L*sigma)", rho);
    assertSame("(1+(L-1)*sigma)/L", quotient(BLOCKS));
  }

  /** Theorem 23.2 (v): between one and two times L sigma. */
  @Test
  void withAllLayersTheSlopeIsAboutTheWeightOfAllBranches() {
    IExpr all = Symja.product(L, SIGMA);
    assertTrue(isSeenToBePositive(minus(slope(ALL), all)));
    assertTrue(isSeenToBePositive(minus(F.Times(F.C2, all), slope(ALL))));
  }

  @Test
  void theFullyConnectedNetworkHasThatSlope() {
    assertEquals(L, slope("fcntk:L=L"));
  }

  private static void assertSame(String expected, IExpr actual) {
    IExpr difference = minus(inOurs(Symja.parse(expected)), actual);
    assertTrue(Symja.evaluate(F.Together(difference)).isZero(), actual.toString());
  }

  /** The names of a text are those of the session. */
  private static IExpr inOurs(IExpr e) {
    return Symja.replace(Symja.replace(e, F.symbol("L"), L), F.symbol("sigma"), SIGMA);
  }
}
