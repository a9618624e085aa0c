package dev.zonal.symbolic.derivation;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.expansion.End;
import org.junit.jupiter.api.Test;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;

/**
 * The algebra of Theorem 27.5 of docs/theory.md, from the A_1(L, alpha) that is derived: with L = 2
 * + m and sigma = s/(1 + s) a quotient of polynomials without negative coefficients is positive.
 * What is known of the product P_L are the bounds of Lemma 27.4.
 */
class DecayConstantTheoremTest {
  private static final IExpr L = Symja.symbol("L");
  private static final IExpr SIGMA = Symja.symbol("sigma");
  private static final String ALL = "resntk:L=L,alpha=alpha,train=all";
  private static final String BLOCKS = "resntk:L=L,alpha=alpha";

  /** 2 pi |A_1|. */
  private static IExpr slope(String kernel) {
    IExpr a1 = Derivations.firstCoefficient(kernel, End.COINCIDENCE).result().get(0).right();
    return Symja.evaluate(F.Times(F.CN2, S.Pi, a1));
  }

  private static IExpr minus(IExpr a, IExpr b) {
    return Symja.evaluate(F.Plus(a, F.Times(F.CN1, b)));
  }

  private static IExpr over(IExpr a, IExpr b) {
    return F.Times(a, F.Power(b, F.CN1));
  }

  private static IExpr deeper(IExpr e) {
    return Symja.replace(e, L, F.Plus(F.C1, L));
  }

  private static boolean hasNoMinus(IExpr polynomial) {
    return !Symja.evaluate(F.Expand(polynomial)).toString().contains("-");
  }

  private static boolean isSeenToBePositive(IExpr e) {
    IExpr s = Symja.symbol("s");
    IExpr inWeight = Symja.replace(e, SIGMA, over(s, F.Plus(F.C1, s)));
    IExpr inDepth = Symja.replace(inWeight, L, F.Plus(F.C2, Symja.symbol("m")));
    IExpr quotient = Symja.evaluate(F.Together(inDepth));
    IExpr above = Symja.evaluate(F.Numerator(quotient));
    IExpr below = Symja.evaluate(F.Denominator(quotient));
    return !above.isZero()
        && (hasNoMinus(above) && hasNoMinus(below)
            || hasNoMinus(F.Times(F.CN1, above)) && hasNoMinus(F.Times(F.CN1, below)));
  }

  /** 2 pi |B_1| = factor P_L. */
  private static IExpr factor(String kernel) {
    return kernel.equals(ALL)
        ? over(F.Times(F.C2, SIGMA), F.Plus(F.C1, F.Times(L, SIGMA)))
        : over(F.C1, L);
  }

  @Test
  void theSlopeAtTheAntipodeIsTheSmallerOne() {
    // P_L <= 1
    assertTrue(isSeenToBePositive(minus(slope(BLOCKS), factor(BLOCKS))));
    assertTrue(isSeenToBePositive(minus(slope(ALL), factor(ALL))));
    assertFalse(isSeenToBePositive(minus(factor(ALL), slope(ALL))));
  }

  @Test
  void bothConstantsOfBlocksGrowWithTheWeight() {
    // -(L-1) < dP/dsigma < L(L-1)/3
    IExpr growth = Symja.evaluate(F.D(slope(BLOCKS), SIGMA));
    IExpr below = F.Plus(L, F.CN1);
    IExpr above = F.Times(over(F.C1, F.C3), L, F.Plus(L, F.CN1));
    assertTrue(isSeenToBePositive(minus(growth, F.Times(factor(BLOCKS), below))));
    assertTrue(isSeenToBePositive(minus(growth, F.Times(factor(BLOCKS), above))));
  }

  @Test
  void bothConstantsOfAllLayersGrowWithTheWeight() {
    IExpr share = over(factor(ALL), F.C2);
    assertTrue(isSeenToBePositive(F.D(share, SIGMA)));
    IExpr bracket = Symja.evaluate(F.Together(over(slope(ALL), share)));
    IExpr growth = Symja.evaluate(F.Together(F.D(bracket, SIGMA)));
    IExpr above = F.Times(over(F.C2, F.C3), L, F.Plus(L, F.CN1));
    assertTrue(isSeenToBePositive(minus(growth, above)));
    // L(L-1) - 2(L-1) is zero for L = 2, where the bound of the lemma is strict.
    IExpr rest = minus(growth, F.Times(F.C2, F.Plus(L, F.CN1)));
    assertTrue(isSeenToBePositive(F.Plus(rest, F.C1)));
    assertTrue(isSeenToBePositive(minus(bracket, F.C2)));
  }

  @Test
  void theEvenConstantOfAllLayersGrowsWithTheDepth() {
    // P_(L+1) > (1 - sigma) P_L and P_L <= 1
    IExpr growth = minus(deeper(slope(ALL)), slope(ALL));
    IExpr kept = F.Times(F.Plus(F.C1, F.Times(F.CN1, SIGMA)), deeper(factor(ALL)));
    assertTrue(isSeenToBePositive(minus(factor(ALL), kept)));
    assertTrue(isSeenToBePositive(minus(growth, minus(factor(ALL), kept))));
  }

  @Test
  void theEvenConstantOfBlocksGrowsFromADepthOn() {
    // sigma - (1/L - (1-sigma)/(L+1)) = (sigma L^2 - 1)/(L(L+1))
    IExpr growth = minus(deeper(slope(BLOCKS)), slope(BLOCKS));
    IExpr kept = F.Times(F.Plus(F.C1, F.Times(F.CN1, SIGMA)), deeper(factor(BLOCKS)));
    IExpr least = minus(growth, minus(factor(BLOCKS), kept));
    IExpr claimed = over(F.Plus(F.Times(SIGMA, F.Sqr(L)), F.CN1), F.Times(L, F.Plus(F.C1, L)));
    assertTrue(Symja.evaluate(F.Together(minus(least, claimed))).isZero());
    assertFalse(isSeenToBePositive(least));
  }
}
